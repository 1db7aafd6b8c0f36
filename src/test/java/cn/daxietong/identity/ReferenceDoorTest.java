package cn.daxietong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Post;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlatformTest
class ReferenceDoorTest {
    private final MockMvcTester web;
    private final TestAccounts accounts;

    ReferenceDoorTest(MockMvcTester web, Writing writing, Clock clock) {
        this.web = web;
        this.accounts = new TestAccounts(writing, clock);
    }

    @Test
    void the_interface_is_explained_to_whoever_is_signed_in_and_to_nobody_else() throws Exception {
        var account = accounts.some("U08", Post.HANDLER).account().value();
        var session = Objects.requireNonNull(web.post()
                .uri("/login")
                .with(csrf())
                .param("username", account)
                .param("password", TestAccounts.PASSWORD)
                .exchange()
                .getResponse()
                .getCookie("session"));

        var page = web.get().uri("/api").cookie(session).exchange();
        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getContentAsString()).contains("登录取令牌").contains("/api/v1/matters/{id}");
        var document = web.get().uri("/v3/api-docs").cookie(session).exchange();
        assertThat(document)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.openapi")
                .asString()
                .startsWith("3.1");

        assertThat(web.get().uri("/api")).hasStatus(302);
        assertThat(web.get().uri("/v3/api-docs")).hasStatus(401);
    }
}
