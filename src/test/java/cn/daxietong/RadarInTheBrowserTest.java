package cn.daxietong;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.web.Browser;
import cn.daxietong.web.DisplayMode;
import cn.daxietong.web.Screen;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(Browser.Extension.class)
class RadarInTheBrowserTest {
    private final TestAccounts accounts;
    private final Proceedings proceedings;
    private final int port;

    RadarInTheBrowserTest(@LocalServerPort int port, Proceedings proceedings, Writing writing, Clock clock) {
        this.port = port;
        this.proceedings = proceedings;
        this.accounts = new TestAccounts(writing, clock);
    }

    private Screen prosecutor(Browser browser, Screen.Size size) {
        var screen = browser.open("http://localhost:" + port, size, DisplayMode.STANDARD);
        var viewer = accounts.some("U05", Post.HANDLER);
        screen.visit("/login");
        screen.page().getByLabel("用户名").fill(viewer.account().value());
        screen.page().locator("#password").fill(TestAccounts.PASSWORD);
        screen.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("登录").setExact(true))
                .click();
        screen.page().waitForURL(Pattern.compile(".*/(?!login).*"));
        return screen;
    }

    @Test
    void a_prosecutor_finds_what_was_not_transferred_and_opens_it(Browser browser) {
        proceedings.open(
                accounts.some("U12", Post.HANDLER), "case", Json.MAPPER.readTree("""
                        {"title":"浏览器里的应移送案","summary":"按检查笔录登记","facts":%s}
                        """.formatted(Stories.REACHED)));

        var wide = prosecutor(browser, Screen.Size.WIDE);
        wide.visit("/oversight/radar");
        wide.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^应移送未移送 \\d+")))
                .click();
        assertThat(wide.page()).hasURL(Pattern.compile(".*ground=not_transferred.*"));
        wide.hasNoComplaints();
        wide.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("浏览器里的应移送案"))
                .click();
        assertThat(wide.page().locator("h1")).containsText("浏览器里的应移送案");
        wide.hasNoComplaints();

        wide.visit("/oversight/radar").isSound("radar");
        wide.visit("/oversight/radar/print").isSound("radar-print");
        wide.visit("/oversight/radar?ground=no_reply");
        assertThat(wide.page().getByText("没有符合条件的事项")).isVisible();
        prosecutor(browser, Screen.Size.PHONE).visit("/oversight/radar").isSound("radar-phone");
    }
}
