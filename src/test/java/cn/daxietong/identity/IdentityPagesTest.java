package cn.daxietong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Post;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest
class IdentityPagesTest {
    private final MockMvcTester web;
    private final Clock clock;
    private final TestAccounts accounts;

    IdentityPagesTest(MockMvcTester web, Writing writing, Clock clock) {
        this.web = web;
        this.clock = clock;
        this.accounts = new TestAccounts(writing, clock);
    }

    @ParameterizedTest
    @CsvSource({
        "/account, HANDLER, 200",
        "/account/password, HANDLER, 200",
        "/account/totp, HANDLER, 200",
        "/accounts, UNIT_ADMIN, 200",
        "/accounts, SYSTEM_ADMIN, 200",
        "/accounts, HANDLER, 403",
        "/accounts, AUDIT_ADMIN, 403",
        "/accounts/new, SECURITY_ADMIN, 200",
        "/people, HEAD, 200",
        "/people, HANDLER, 403",
        "/tokens, UNIT_ADMIN, 200",
        "/security-log, AUDIT_ADMIN, 200",
        "/security-log, SYSTEM_ADMIN, 403"
    })
    void each_page_opens_for_whom_it_is_meant(String path, Post post, int status) {
        var viewer = accounts.some("U08", post);

        assertThat(web.get().uri(path).with(TestAccounts.as(viewer))).hasStatus(status);
    }

    @Test
    void a_new_account_is_shown_its_password_once_and_must_change_it() {
        var admin = accounts.some("U08", Post.UNIT_ADMIN);
        var username = "n" + UUID.randomUUID().toString().substring(0, 12);

        var created = web.post()
                .uri("/accounts")
                .with(TestAccounts.as(admin))
                .with(csrf())
                .param("username", username)
                .param("name", "县公安局经办人丙")
                .param("unit", "U08")
                .param("post", "HANDLER")
                .param("from", LocalDate.now(clock).toString())
                .exchange();

        assertThat(created).hasStatusOk().bodyText().contains("只显示这一次");
        assertThat(web.get().uri("/accounts/" + username).with(TestAccounts.as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("县公安局经办人丙");
        var stranger = accounts.some("U12", Post.UNIT_ADMIN);
        assertThat(web.get().uri("/accounts/" + username).with(TestAccounts.as(stranger)))
                .hasStatus(404);
    }

    @Test
    void a_faulty_form_comes_back_with_what_was_entered() {
        var admin = accounts.some("U08", Post.UNIT_ADMIN);

        var answer = web.post()
                .uri("/accounts")
                .with(TestAccounts.as(admin))
                .with(csrf())
                .param("username", "大写 X")
                .param("name", "保留的名称")
                .param("unit", "U08")
                .param("post", "HANDLER")
                .param("from", LocalDate.now(clock).toString())
                .exchange();

        assertThat(answer).hasStatus(422).bodyText().contains("保留的名称").contains("用户名用小写字母开头");
    }

    @Test
    void a_units_token_reads_and_writes_only_within_its_scope_until_it_is_revoked() {
        var admin = accounts.some("U08", Post.UNIT_ADMIN);
        var adminToken = token(admin.account().value());
        var until = LocalDate.now(clock).plusMonths(1);

        var issued = web.post()
                .uri("/api/v1/machine-tokens")
                .header("Authorization", "Bearer " + adminToken)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"执法平台\",\"scopes\":[\"read\"],\"until\":\"" + until + "\"}")
                .exchange();

        assertThat(issued).hasStatus(201);
        var token = field(text(issued), "token");
        var id = field(text(issued), "id");
        var me = web.get()
                .uri("/api/v1/me")
                .header("Authorization", "Bearer " + token)
                .exchange();
        assertThat(me).hasStatusOk().bodyJson().extractingPath("$.post").isEqualTo("handler");
        var write = web.post()
                .uri("/api/v1/matters")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();
        assertThat(write).hasStatus(403).bodyJson().extractingPath("$.code").isEqualTo("insufficient_scope");

        web.delete()
                .uri("/api/v1/tokens/" + id)
                .header("Authorization", "Bearer " + adminToken)
                .exchange();

        assertThat(web.get().uri("/api/v1/me").header("Authorization", "Bearer " + token))
                .hasStatus(401);
    }

    @Test
    void a_head_is_a_person_so_no_machine_writes_as_one() {
        var admin = accounts.some("U08", Post.UNIT_ADMIN);

        var answer = web.post()
                .uri("/api/v1/machine-tokens")
                .header("Authorization", "Bearer " + token(admin.account().value()))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"执法平台\",\"post\":\"head\",\"scopes\":[\"read\",\"write\"],\"until\":\""
                        + LocalDate.now(clock).plusDays(3) + "\"}")
                .exchange();

        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("head_is_a_person");
    }

    @Test
    void another_units_administrator_neither_sees_nor_revokes_a_token() {
        var admin = accounts.some("U08", Post.UNIT_ADMIN);
        var issued = web.post()
                .uri("/api/v1/machine-tokens")
                .header("Authorization", "Bearer " + token(admin.account().value()))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"独有的系统\",\"scopes\":[\"read\"],\"until\":\"" + LocalDate.now(clock) + "\"}")
                .exchange();
        var stranger = accounts.some("U12", Post.UNIT_ADMIN);

        assertThat(web.get().uri("/tokens").with(TestAccounts.as(stranger)))
                .bodyText()
                .doesNotContain("独有的系统");
        assertThat(web.delete()
                        .uri("/api/v1/tokens/" + field(text(issued), "id"))
                        .header(
                                "Authorization",
                                "Bearer " + token(stranger.account().value())))
                .hasStatus(404);
    }

    private String token(String username) {
        var answer = web.post()
                .uri("/api/v1/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"username\":\"" + username + "\",\"password\":\"" + TestAccounts.PASSWORD + "\"}")
                .exchange();
        return field(text(answer), "token");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String field(String json, String name) {
        return json.replaceAll("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
