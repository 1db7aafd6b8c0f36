package cn.daxietong.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = {PagesOnly.class, PagesOnly.Failing.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "daxietong.web.design=true")
@ExtendWith(Browser.Extension.class)
class DesignTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource
    void every_component_is_sound_in_every_width(DisplayMode mode, Browser browser) {
        var screen = browser.open(origin(), Screen.Size.WIDE, mode);
        for (var path : new String[] {"/design", "/design/parts", "/design/form", "/nowhere"}) {
            screen.visit(path);
            for (var size : Screen.Size.values()) {
                screen.resize(size);
                var name = path.substring(1).replace('/', '-') + "-" + (mode + "-" + size).toLowerCase(Locale.ROOT);
                screen.picture(name);
                screen.hasNoComplaints();
                screen.doesNotScrollSideways();
                screen.isChinese();
                if (size == Screen.Size.WIDE || (size == Screen.Size.PHONE && mode == DisplayMode.STANDARD)) {
                    screen.isAccessible();
                }
            }
        }
    }

    @Test
    void text_twice_as_large_still_fits(Browser browser) {
        var screen = browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD);
        for (var path : new String[] {"/design", "/design/parts", "/design/form"}) {
            // A browser's zoom of 200 % leaves half the width.
            screen.visit(path).page().setViewportSize(720, 450);
            screen.doesNotScrollSideways();
        }
    }

    @Test
    void the_menu_on_a_phone_holds_what_the_bar_has_no_room_for(Browser browser) {
        var screen =
                browser.open(origin(), Screen.Size.PHONE, DisplayMode.STANDARD).visit("/design");

        screen.page().locator("details.menu > summary").click();

        assertThat(screen.page().getByText("督办").first()).isVisible();
        assertThat(screen.page().getByText("退出登录")).isVisible();
        screen.isSound("design-menu");
    }

    @Test
    void rows_are_added_and_removed_without_script(Browser browser) {
        var page = browser.openWithoutScript(origin(), Screen.Size.PHONE)
                .visit("/design/form")
                .page();

        page.getByLabel("案由").fill("寨沙镇涉嫌走私成品油案");
        page.getByText("再加一种货物").click();
        page.getByText("再加一种货物").click();
        page.locator("[name='goods[1].quantity']").fill("12");
        page.locator("button[value='goods[0]']").click();

        assertThat(page.locator("[data-row]")).hasCount(2);
        assertThat(page.locator("[name='goods[0].quantity']")).hasValue("12");
        assertThat(page.getByLabel("案由")).hasValue("寨沙镇涉嫌走私成品油案");
    }

    @Test
    void what_is_wrong_is_said_on_top_and_at_the_field(Browser browser) {
        var screen =
                browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD).visit("/design/form");
        var page = screen.page();

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("登记").setExact(true))
                .click();

        assertThat(page.locator("#faults")).containsText("有 2 处需要修改");
        assertThat(page.getByLabel("案由")).hasAttribute("aria-invalid", "true");
        screen.isSound("design-form-faults");
    }

    @Test
    void an_ordinary_page_weighs_less_than_sixty_kilobytes(Browser browser) {
        var screen =
                browser.open(origin(), Screen.Size.PHONE, DisplayMode.STANDARD).visit("/design");

        assertThat(((Number) java.util.Objects.requireNonNull(screen.transferred())).intValue())
                .isBetween(5_000, 60_000);
    }

    @Test
    void with_script_rows_are_added_and_removed_in_place(Browser browser) {
        var screen =
                browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD).visit("/design/form");
        var page = screen.page();

        page.locator("[name='goods[0].quantity']").fill("3");
        page.getByText("再加一种货物").click();
        page.locator("[name='goods[1].quantity']").fill("12");
        page.locator("button[value='goods[0]']").click();

        assertThat(page.locator("[data-row]")).hasCount(1);
        assertThat(page.locator("#f-goods-0--quantity")).hasValue("12");
        assertThat(page.locator("label[for='f-goods-0--quantity']")).isVisible();
        screen.hasNoComplaints();
    }

    @Test
    void what_was_typed_survives_a_reload_and_goes_when_it_was_sent(Browser browser) {
        var screen =
                browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD).visit("/design/form");
        var page = screen.page();
        page.getByLabel("案由").fill("寨沙镇涉嫌走私成品油案");
        page.locator("[name='goods[0].commodity']").selectOption("refined_oil");
        page.waitForFunction("() => Object.keys(sessionStorage).some(key => key.startsWith('draft:'))");

        screen.visit("/design/form");
        assertThat(page.getByLabel("案由")).hasValue("寨沙镇涉嫌走私成品油案");
        assertThat(page.locator("#messages")).containsText("已恢复");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("登记").setExact(true))
                .click();
        assertThat(page.locator("#messages")).containsText("已登记");
        screen.visit("/design/form");
        assertThat(page.getByLabel("案由")).hasValue("");
        screen.hasNoComplaints();
    }

    @Test
    void signing_out_leaves_nothing_in_the_browser(Browser browser) {
        var screen =
                browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD).visit("/design/form");
        var page = screen.page();
        page.getByLabel("案由").fill("寨沙镇涉嫌走私成品油案");
        page.waitForFunction("() => Object.keys(sessionStorage).some(key => key.startsWith('draft:'))");

        page.locator("details.menu > summary").click();
        page.getByText("退出登录").click();

        assertThat(page.evaluate("() => Object.keys(sessionStorage).filter(k => k.startsWith('draft:')).length"))
                .isEqualTo(0);
    }

    private String origin() {
        return "http://localhost:" + port;
    }
}
