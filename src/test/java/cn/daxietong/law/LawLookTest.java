package cn.daxietong.law;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Post;
import cn.daxietong.web.Browser;
import cn.daxietong.web.DisplayMode;
import cn.daxietong.web.Screen;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The law pages on a phone and on a desk: accessible, within the screen, in Chinese, without a complaint of the browser. */
@PlatformTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(Browser.Extension.class)
class LawLookTest {
    private static final List<String> PAGES = List.of(
            "/law",
            "/law/articles/310.5",
            "/law/clocks?clock=penalty.preserve&starts_at=2026-09-23T09:00",
            "/law/tables/competence",
            "/law/tables/smuggling",
            "/law/calendar/2026");

    private final TestAccounts accounts;

    @LocalServerPort
    private int port;

    LawLookTest(Writing writing, Clock clock) {
        this.accounts = new TestAccounts(writing, clock);
    }

    @ParameterizedTest
    @EnumSource(
            value = Screen.Size.class,
            names = {"PHONE", "WIDE"})
    void every_law_page_is_sound(Screen.Size size, Browser browser) {
        var viewer = accounts.some("OFFICE", Post.UNIT_ADMIN);
        var screen = browser.open("http://localhost:" + port, size, DisplayMode.STANDARD);
        screen.visit("/login");
        screen.page().fill("#username", viewer.account().value());
        screen.page().fill("#password", "Test-Password-7");
        screen.page().click("button.button-primary");

        for (int i = 0; i < PAGES.size(); i++) {
            screen.visit(PAGES.get(i));
            screen.isSound("law-" + i + "-" + size.name().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
