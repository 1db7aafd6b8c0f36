package cn.daxietong;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Browser;
import cn.daxietong.web.DisplayMode;
import cn.daxietong.web.Screen;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody at a screen who does what a user does: follows a to-do or a list, fills in the form by its labels, sends it. */
record Desk(Screen screen, String origin) {

    static Desk of(Browser browser, String origin, Screen.Size size, Viewer viewer) {
        return new Desk(
                browser.open(origin, size, DisplayMode.STANDARD)
                        .signIn(viewer.account().value(), TestAccounts.PASSWORD),
                origin);
    }

    Page page() {
        return screen.page();
    }

    Desk visit(String path) {
        screen.visit(path);
        return this;
    }

    /** Where the browser stands, without the host. */
    String path() {
        return page().url().substring(origin.length());
    }

    /** Follows the to-do, which leads to the form. */
    Desk todo(String matter, String duty) {
        visit("/worklist");
        page().locator(".todos tr")
                .filter(new Locator.FilterOptions().setHasText(matter))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(duty).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Opens a matter from the list of its kind. */
    Desk find(String kind, String matter) {
        visit("/matters?kind=" + kind);
        page().locator(".matters .cell-title")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(matter).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Begins a matter from the list of its kind. */
    Desk begin(String kind) {
        visit("/matters?kind=" + kind).page().locator(".head .button-primary").click();
        return this;
    }

    /** Chooses an action, or the beginning of another matter, on the matter's page. */
    Desk act(String title) {
        page().locator("#work")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(title).setExact(true))
                .click();
        return this;
    }

    /** Types into the field, or chooses what a list of choices calls so. */
    Desk fill(String label, String value) {
        fill(page().locator("#action-form"), label, value);
        return this;
    }

    Desk fill(String label, Instant moment) {
        return fill(
                label,
                moment.atZone(ZoneId.of("Asia/Shanghai"))
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
    }

    private static void fill(Locator part, String label, String value) {
        // A required field's label says so behind its name.
        var field = part.getByLabel(Pattern.compile("^\\s*" + label + "\\s*(（必填）)?\\s*$"));
        if ("SELECT".equals(field.evaluate("field => field.tagName"))) {
            field.selectOption(value);
        } else {
            field.fill(value);
        }
    }

    /** Ticks the answer, or several, under a question; two colleagues of one name are told apart by account. */
    Desk tick(String question, String... answers) {
        var group = page().locator("#action-form fieldset")
                .filter(new Locator.FilterOptions()
                        .setHas(page().locator("legend").filter(new Locator.FilterOptions().setHasText(question))));
        for (var answer : answers) {
            group.getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                    .or(group.locator("input[value='" + answer + "']"))
                    .check();
        }
        return this;
    }

    /** Fills in the rows of a list, adding those that are not drawn yet. */
    Desk rows(String list, List<Map<String, String>> rows) {
        var group = page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile("^" + list)));
        for (int i = 0; i < rows.size(); i++) {
            if (group.locator("[data-row]").count() <= i) {
                group.locator("button[name='row-add']").click();
            }
            var row = group.locator("[data-row]").nth(i);
            rows.get(i).forEach((label, value) -> fill(row, label, value));
        }
        return this;
    }

    /** Sends the form and waits until the platform says that it is done. */
    Desk send() {
        page().locator("#action-form .button-primary").click();
        assertThat(page().locator("#messages .alert, .alert-fault").first()).containsText("已");
        return this;
    }

    /** Sends the form, whose button is called so. */
    Desk send(String title) {
        assertThat(page().locator("#action-form .button-primary")).hasText(title);
        return send();
    }

    Desk stands(String status) {
        assertThat(page().locator(".matter-signs")).containsText(status);
        return this;
    }
}
