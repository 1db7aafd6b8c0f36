package cn.daxietong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Post;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest
class SignInTest {
    private final MockMvcTester web;
    private final TestAccounts accounts;
    private final Reading reading;
    private final Writing writing;

    SignInTest(MockMvcTester web, Reading reading, Writing writing, Clock clock) {
        this.web = web;
        this.accounts = new TestAccounts(writing, clock);
        this.reading = reading;
        this.writing = writing;
    }

    @Test
    void a_page_without_a_session_leads_to_the_sign_in_page_and_back() {
        var answer = web.get().uri("/account/sessions?x=1").exchange();

        assertThat(answer).hasStatus(302).headers().hasValue("Location", "/login?next=%2Faccount%2Fsessions%3Fx%3D1");
    }

    @Test
    void the_interface_without_a_token_answers_a_problem() {
        var answer = web.get().uri("/api/v1/me").exchange();

        assertThat(answer).hasStatus(401).hasContentTypeCompatibleWith("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("unauthenticated");
    }

    @Test
    void a_person_signs_in_sees_pages_and_signs_out() {
        var viewer = accounts.some("U08", Post.HANDLER);

        var session = cookie(signIn(viewer.account().value(), TestAccounts.PASSWORD));

        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(web.get().uri("/account").cookie(session)).hasStatusOk();

        web.post().uri("/logout").cookie(session).with(csrf()).exchange();

        assertThat(web.get().uri("/account").cookie(session)).hasStatus(302);
    }

    @Test
    void a_session_planted_before_sign_in_opens_nothing_afterwards() {
        var viewer = accounts.some("U08", Post.HANDLER);
        var other = accounts.some("U12", Post.HANDLER);
        var planted = cookie(signIn(other.account().value(), TestAccounts.PASSWORD));

        var answer = web.post()
                .uri("/login")
                .cookie(planted)
                .with(csrf())
                .param("username", viewer.account().value())
                .param("password", TestAccounts.PASSWORD)
                .exchange();

        var session = cookie(answer);
        assertThat(session.getValue()).isNotEqualTo(planted.getValue());
        assertThat(web.get().uri("/account").cookie(planted)).hasStatus(302);
        assertThat(web.get().uri("/account").cookie(session)).hasStatusOk();
    }

    @Test
    void a_form_without_its_proof_of_origin_is_refused() {
        var viewer = accounts.some("U08", Post.HANDLER);

        var answer = web.post()
                .uri("/login")
                .param("username", viewer.account().value())
                .param("password", TestAccounts.PASSWORD)
                .exchange();

        assertThat(answer).hasStatus(403);
    }

    @Test
    void what_was_revoked_works_no_more_at_the_next_request() {
        var viewer = accounts.some("U08", Post.HANDLER);
        var session = cookie(signIn(viewer.account().value(), TestAccounts.PASSWORD));
        assertThat(web.get().uri("/account").cookie(session)).hasStatusOk();

        writing.run(db -> db.sql("update identity.holding set ends_at = starts_at where account = ?")
                .param(viewer.account().value())
                .update());

        assertThat(web.get().uri("/account").cookie(session)).hasStatus(302);
    }

    @Test
    void five_failures_shut_the_name_even_for_the_right_password() {
        var viewer = accounts.some("U08", Post.HANDLER);
        for (int i = 0; i < Lockout.FREE; i++) {
            token(viewer.account().value(), "wrong-Password-1");
        }

        var answer = token(viewer.account().value(), TestAccounts.PASSWORD);

        assertThat(answer).hasStatus(429).headers().containsHeader("Retry-After");
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("locked");
    }

    @Test
    void a_name_that_does_not_exist_is_answered_and_shut_like_one_that_does() {
        var viewer = accounts.some("U08", Post.HANDLER);

        for (int i = 0; i < Lockout.FREE + 1; i++) {
            var known = token(viewer.account().value(), "wrong-Password-1");
            var unknown = token("nobody-" + viewer.account().value(), "wrong-Password-1");

            assertThat(body(unknown)).isEqualTo(body(known));
            assertThat(unknown.getResponse().getStatus())
                    .isEqualTo(known.getResponse().getStatus());
        }
    }

    @Test
    void a_token_says_who_it_is_and_its_post() {
        var viewer = accounts.some("U08", Post.HEAD);

        var token = accessToken(token(viewer.account().value(), TestAccounts.PASSWORD));
        var answer = web.get()
                .uri("/api/v1/me")
                .header("Authorization", "Bearer " + token)
                .exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.unit").isEqualTo("U08");
        assertThat(answer).bodyJson().extractingPath("$.post").isEqualTo("head");
    }

    @Test
    void no_token_is_given_while_the_first_password_still_stands() {
        var viewer = accounts.some("U08", Post.HANDLER);
        writing.run(db -> db.sql("update identity.account set must_change = true where username = ?")
                .param(viewer.account().value())
                .update());

        var answer = token(viewer.account().value(), TestAccounts.PASSWORD);

        assertThat(answer).hasStatus(403);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("password_change_required");
    }

    @Test
    void a_session_opens_no_interface() {
        var viewer = accounts.some("U08", Post.HANDLER);
        var session = cookie(signIn(viewer.account().value(), TestAccounts.PASSWORD));

        assertThat(web.get().uri("/api/v1/me").cookie(session)).hasStatus(401);
    }

    @Test
    void a_generated_password_is_stretched_at_its_first_use() {
        var viewer = accounts.some("U08", Post.HANDLER);

        token(viewer.account().value(), TestAccounts.PASSWORD);

        var hash = writing.inTransaction(db -> db.sql("select password_hash from identity.account where username = ?")
                .param(viewer.account().value())
                .query(String.class)
                .single());
        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(token(viewer.account().value(), TestAccounts.PASSWORD)).hasStatusOk();
    }

    @Test
    void every_page_forbids_framing_sniffing_caching_and_foreign_script() {
        var answer = web.get().uri("/login").exchange();

        assertThat(answer).headers().hasValue("X-Frame-Options", "DENY");
        assertThat(answer).headers().hasValue("X-Content-Type-Options", "nosniff");
        assertThat(answer).headers().hasValue("Referrer-Policy", "no-referrer");
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void no_secret_can_be_read_through_the_reading_role() {
        assertThatThrownBy(() -> reading.open(db -> db.sql("select password_hash from identity.account")
                        .query(String.class)
                        .list()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private MvcTestResult signIn(String username, String password) {
        var answer = web.post()
                .uri("/login")
                .with(csrf())
                .param("username", username)
                .param("password", password)
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        return answer;
    }

    private MvcTestResult token(String username, String password) {
        return web.post()
                .uri("/api/v1/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}")
                .exchange();
    }

    private static Cookie cookie(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie("session"));
    }

    private static String accessToken(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return body(answer).replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
