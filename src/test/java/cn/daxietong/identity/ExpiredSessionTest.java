package cn.daxietong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Post;
import cn.daxietong.web.KeptForm;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest
class ExpiredSessionTest {
    private final MockMvcTester web;
    private final TestAccounts accounts;

    ExpiredSessionTest(MockMvcTester web, Writing writing, Clock clock) {
        this.web = web;
        this.accounts = new TestAccounts(writing, clock);
    }

    @Test
    void a_form_sent_too_late_comes_back_after_signing_in() throws Exception {
        var account = accounts.some("U08", Post.HANDLER).account().value();

        var asked = web.post()
                .uri("/matters")
                .with(csrf())
                .param(KeptForm.BY, account)
                .param("title", "寨沙镇<案>")
                .param("password", "geheim")
                .exchange();
        assertThat(asked).hasStatus(401);
        assertThat(text(asked)).contains("填写的内容已保留").contains("寨沙镇&lt;案>").doesNotContain("geheim");

        var signedIn = signIn(account, account);
        assertThat(signedIn).hasStatusOk();
        assertThat(text(signedIn))
                .contains("action=\"/matters\"")
                .contains("name=\"title\" value=\"寨沙镇案\"")
                .contains("继续提交");
    }

    @Test
    void who_was_signed_out_in_another_window_is_told_so_and_led_back() throws Exception {
        var answer = web.post()
                .uri("/matters/new/lead")
                .param(KeptForm.BY, "somebody")
                .param("title", "寨沙镇案")
                .exchange();

        assertThat(answer).hasStatus(401);
        assertThat(text(answer))
                .contains("已退出登录", "/login?next=/matters/new/lead", "data-left hidden")
                .doesNotContain("寨沙镇案", "打开太久");
    }

    @Test
    void another_account_is_not_shown_what_was_typed() throws Exception {
        var first = accounts.some("U08", Post.HANDLER).account().value();
        var second = accounts.some("U12", Post.HANDLER).account().value();

        var signedIn = signIn(second, first);

        assertThat(signedIn).hasStatus3xxRedirection();
        assertThat(text(signedIn)).doesNotContain("寨沙镇案");
    }

    private MvcTestResult signIn(String account, String keptBy) {
        return web.post()
                .uri("/login")
                .with(csrf())
                .param("username", account)
                .param("password", TestAccounts.PASSWORD)
                .param("kept-path", "/matters")
                .param("kept-files", "false")
                .param("kept." + KeptForm.BY, keptBy)
                .param("kept.title", "寨沙镇案")
                .exchange();
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString();
    }
}
