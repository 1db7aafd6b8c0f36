package cn.daxietong.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Browser;
import cn.daxietong.web.DisplayMode;
import cn.daxietong.web.Screen;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, ownDatabase = true)
@ExtendWith(Browser.Extension.class)
class WorklistScreenTest {
    private static final List<String> PLACES = List.of("鹿寨镇", "中渡镇", "寨沙镇", "黄冕镇", "四排镇", "江口乡", "导江乡");
    private static final List<String> GOODS = List.of("卷烟", "成品油", "冷冻肉品", "畜禽活体", "进口水果", "酒类", "化工原料", "野生动物及其制品");

    private final DemoMatters matters;
    private final TestAccounts accounts;
    private final Writing writing;

    @LocalServerPort
    int port;

    WorklistScreenTest(Proceedings proceedings, Writing writing, Clock clock) {
        this.writing = writing;
        this.matters = new DemoMatters(proceedings, writing, clock);
        this.accounts = new TestAccounts(writing, clock);
    }

    /** A believable month: thirty-six matters between the office, 县市场监管局 and others. */
    private Viewer aMonth(String username) {
        var handler = accounts.named(username, "U12", Post.HANDLER);
        writing.run(db -> db.sql("update identity.account set name = '覃晓岚' where username = ?")
                .param(username)
                .update());
        accounts.some("U12", Post.HEAD);
        for (int i = 0; i < 36; i++) {
            var title =
                    PLACES.get(i % 7) + "涉嫌" + (i % 3 == 0 ? "无合法来源" : i % 3 == 1 ? "无证经营" : "走私") + GOODS.get(i % 8);
            if (i == 4) {
                title = "寨沙镇创业路旧粮站冷库夜间多次卸运无标识冷冻肉品并以假冒检验检疫证明分销至周边乡镇农贸市场的";
            }
            if (i % 3 == 0) {
                var kase = matters.kase("U12", title + "案");
                if (i % 2 == 0) {
                    matters.act(handler, kase, "file", "{}");
                }
                matters.due(kase, Duration.ofHours(7L * i - 40));
            } else {
                var lead = matters.dispatched(i % 5 == 0 ? "U17" : "U12", title + "线索");
                if (i % 5 != 0 && i % 4 == 1) {
                    matters.act(handler, lead, "accept", "{}");
                }
                if (i % 4 != 0) {
                    matters.due(lead, Duration.ofHours(9L * i - 90));
                }
            }
        }
        return handler;
    }

    private static Screen signedIn(Screen screen, Viewer viewer) {
        return screen.signIn(viewer.account().value(), TestAccounts.PASSWORD);
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    @Test
    void the_home_page_and_the_lists_are_sound_in_every_size(Browser browser) {
        var viewer = aMonth("screens");
        for (var mode : List.of(DisplayMode.STANDARD, DisplayMode.ELDER)) {
            for (var size : List.of(Screen.Size.WIDE, Screen.Size.PHONE)) {
                var screen = signedIn(browser.open(origin(), size, mode), viewer);
                var suffix = "-" + (mode + "-" + size).toLowerCase(Locale.ROOT);
                for (var path : List.of("/", "/matters?kind=case", "/matters?kind=lead", "/worklist", "/notices")) {
                    screen.visit(path);
                    var name = "worklist" + path.replaceAll("[^a-z]+", "-") + suffix;
                    screen.isSound(name);
                    screen.wholePicture(name);
                }
                screen.resize(Screen.Size.NARROW);
                screen.visit("/").doesNotScrollSideways();
                screen.visit("/matters?kind=case").doesNotScrollSideways();
            }
        }
    }

    @Test
    void to_dos_are_put_off_without_script(Browser browser) {
        var handler = accounts.named("plain", "U14", Post.HANDLER);
        matters.due(matters.dispatched("U14", "不用脚本也能推迟的线索"), Duration.ofDays(6));
        var screen = signedIn(browser.openWithoutScript(origin(), Screen.Size.PHONE), handler);
        var page = screen.page();

        page.locator("input[name=item]").first().check();
        page.getByText("推迟提醒").click();
        page.locator("#until")
                .fill(java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))
                        .plusDays(3)
                        .toString());
        page.locator("#reason").fill("等鉴定意见");
        page.locator("button[value=snooze]").click();

        assertThat(page.locator("#messages")).containsText("1 件已推迟提醒");
        assertThat(page.locator(".todos")).hasCount(0);
        page.navigate(origin() + "/worklist?snoozed=true");
        assertThat(page.locator(".todos")).containsText("等鉴定意见");
    }

    @Test
    void what_asks_about_the_ticked_lies_over_no_row(Browser browser) {
        var handler = accounts.named("ticks", "U13", Post.HANDLER);
        for (int i = 0; i < 12; i++) {
            matters.due(matters.dispatched("U13", "待勾选的线索" + i), Duration.ofDays(3));
        }
        var screen = signedIn(browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD), handler);
        var page = screen.visit("/worklist").page();

        page.locator("input[name=item]").nth(9).check();
        assertThat(page.locator("[data-ticked]")).hasText("已勾选 1 项：");
        page.locator("[data-all]").check();
        assertThat(page.locator("[data-ticked]")).hasText("已勾选 12 项：");
        page.getByText("推迟提醒").click();

        assertThat(page.locator("#until")).isVisible();
        assertThat(page.evaluate("""
                        () => { const asks = document.querySelector('.ask[open] .ask-body').getBoundingClientRect();
                          return [...document.querySelectorAll('.todos tbody tr')].filter(row => { const at = row.getBoundingClientRect();
                            return at.top < asks.bottom && at.bottom > asks.top; }).length; }
                        """)).isEqualTo(0);
        screen.isSound("worklist-asks");
    }

    @Test
    void a_filter_changes_the_list_and_the_address_with_and_without_script(Browser browser) {
        var handler = accounts.named("filters", "U15", Post.HANDLER);
        matters.kase("U15", "滥砍滥伐之外的红木案");
        matters.kase("U15", "涉嫌走私穿山甲鳞片案");
        for (var script : List.of(true, false)) {
            var screen = signedIn(
                    script
                            ? browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD)
                            : browser.openWithoutScript(origin(), Screen.Size.WIDE),
                    handler);
            var page = screen.visit("/matters?kind=case").page();
            assertThat(rows(page)).hasCount(2);

            page.locator("#f-q").fill("穿山甲");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询"))
                    .click();

            assertThat(rows(page)).hasCount(1);
            page.waitForURL(url -> url.contains("kind=case") && url.contains("q="));
            assertThat(page.locator("#list-head")).hasCount(1);
            screen.hasNoComplaints();
        }
    }

    private static Locator rows(Page page) {
        return page.locator(".matters tbody tr:not(.group)");
    }
}
