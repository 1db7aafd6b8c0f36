package cn.daxietong;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Browser;
import cn.daxietong.web.DisplayMode;
import cn.daxietong.web.Screen;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(Browser.Extension.class)
class MainJobInTheBrowserTest {
    private final TestAccounts accounts;
    private final Proceedings proceedings;
    private final int port;

    MainJobInTheBrowserTest(@LocalServerPort int port, Proceedings proceedings, Writing writing, Clock clock) {
        this.port = port;
        this.proceedings = proceedings;
        this.accounts = new TestAccounts(writing, clock);
    }

    @Test
    void a_petrol_station_reports_and_in_the_end_the_police_file(Browser browser) {
        var station = desk(browser, Screen.Size.PHONE, "U18A", Post.HANDLER).visit("/matters/new/lead");
        station.screen().isSound("matter-new-lead-phone");
        station.fill("线索标题", "散装购买汽油并夹带卷烟")
                .fill("来源", "station_report")
                .fill("情况说明", "一辆面包车多次用塑料桶购买汽油，车内有大量卷烟。")
                .send("登记线索");
        assertThat(station.page().locator("#messages")).containsText("接下来：指挥部办公室分派线索");
        station.screen().isSound("matter-lead-phone");
        var lead = station.path();

        var office = desk(browser, Screen.Size.WIDE, "OFFICE", Post.HANDLER).visit(lead);
        office.screen().isSound("matter-lead-office");
        office.act("分派").fill("核查单位", "U12");
        office.screen().isSound("matter-dispatch");
        office.send("分派");

        var market = desk(browser, Screen.Size.WIDE, "U12", Post.HANDLER);
        accounts.some("U12", Post.HANDLER);
        market.visit(lead).act("受理").send("确认受理");
        market.act("登记核查结果").fill("核查情况", "现场查见无证从事卷烟零售。").tick("是否查实", "是").send("登记核查结果");
        market.act("转为案件").send("转为案件");
        market.act("立案").send("确认立案");
        var kase = market.path();
        recordFacts(market);
        assertThat(market.page().locator("#findings")).containsText("达到，应移送");
        assertThat(market.page().locator("#work")).containsText("不得以行政处罚代替移送");
        assertThat(button(market, "作出行政处罚决定")).isDisabled();
        market.screen().wholePicture("matter-case-reached");
        market.screen().isSound("matter-case-reached");
        market.act("提出移送").fill("受移送单位", "U08");
        for (var officer :
                market.page().locator("input[name^='officers']").all().subList(0, 2)) {
            officer.check();
        }
        market.screen().wholePicture("matter-propose");
        market.screen().isSound("matter-propose");
        market.send("提出移送");

        var head = desk(browser, Screen.Size.WIDE, "U12", Post.HEAD).visit(kase);
        head.screen().isSound("matter-case-head");
        var transfer = head.act("批准移送").send("确认批准移送").path();
        assertThat(transfer).isNotEqualTo(kase);
        market.visit(transfer).act("移送").screen().wholePicture("matter-send");
        market.send("移送");

        var police = desk(browser, Screen.Size.WIDE, "U08", Post.HANDLER);
        police.visit(transfer).act("签收").send("确认签收");
        police.screen().wholePicture("matter-transfer-police");
        police.screen().isSound("matter-transfer-police");
        police.act("决定立案").fill("立案文号", "鹿公立字〔2026〕12号").send("决定立案").stands("已立案");
    }

    private static void recordFacts(Desk market) {
        market.act("登记案件事实")
                .fill("货物种类", "tobacco")
                .fill("涉嫌行为", "unlicensed_operation")
                .fill("行为日期", "2026-09-01")
                .fill("当事人类型", "person")
                .fill("非法经营数额", "60,000")
                .rows("涉案货物", List.of(Map.of("品名", "卷烟", "数量", "300", "计量单位", "条")));
        market.screen().wholePicture("matter-facts");
        market.screen().isSound("matter-facts");
        market.send("登记案件事实");
    }

    @Test
    void the_page_and_the_forms_fit_every_width_and_large_type(Browser browser) {
        var screen = browser.open(origin(), Screen.Size.WIDE, DisplayMode.ELDER);
        var market = signIn(screen, "U12", Post.HANDLER);
        var id = openCase(market);
        for (var path : new String[] {"", "/actions/record_facts", "/actions/seize", "/actions/propose_transfer"}) {
            screen.visit("/matters/" + id + path);
            for (var size : Screen.Size.values()) {
                screen.resize(size);
                screen.doesNotScrollSideways();
                screen.isAccessible();
                screen.wholePicture("matter-elder" + path.replace('/', '-') + "-" + size);
            }
        }
        // A browser's zoom of 200 % leaves half the width.
        screen.visit("/matters/" + id).page().setViewportSize(720, 450);
        screen.doesNotScrollSideways();
    }

    @Test
    void pressing_twice_has_one_effect(Browser browser) {
        var screen = browser.open(origin(), Screen.Size.PHONE, DisplayMode.STANDARD);
        var id = openCase(signIn(screen, "U12", Post.HANDLER));
        preserve(screen, id);

        var ends = screen.page().evaluate("""
                () => { const form = document.querySelector('form.action-form');
                  const send = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))}).then(answer => answer.url);
                  return Promise.all([send(), send()]); }
                """);

        assertThat(ends).isEqualTo(List.of(origin() + "/matters/" + id, origin() + "/matters/" + id));
        screen.visit("/matters/" + id);
        assertThat(screen.page().locator("#data")).containsText("涉案物品（1 项）");
    }

    @Test
    void an_action_is_taken_without_script(Browser browser) {
        var screen = browser.openWithoutScript(origin(), Screen.Size.PHONE);
        var id = openCase(signIn(screen, "U12", Post.HANDLER));
        preserve(screen, id);

        button(screen, Pattern.compile("再加一项")).click();
        button(screen, Pattern.compile("删除此项")).last().click();
        screen.page().locator(".action-form .button-primary").press("Enter");

        assertThat(screen.page().locator("#messages")).containsText("已办理“先行登记保存”");
        assertThat(screen.page().locator("#clocks")).containsText("9月1日");
        screen.wholePicture("matter-preserved-phone");
    }

    private static void preserve(Screen screen, UUID id) {
        var page = screen.visit("/matters/" + id + "/actions/preserve_evidence").page();
        page.locator("[name='items[0].description']").fill("卷烟");
        page.locator("[name='items[0].quantity']").fill("300");
        page.locator("[name='items[0].unit']").fill("条");
        page.locator("[name='preserved_at']").fill("2026-09-01T10:00");
    }

    @Test
    void of_two_tabs_the_second_is_told_what_changed_and_keeps_its_text(Browser browser) {
        var screen = browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD);
        var market = signIn(screen, "U12", Post.HANDLER);
        var id = openCase(market);
        preserve(screen, id);
        proceedings.act(market, id, "file", Json.MAPPER.readTree("{}"), null);

        press(screen);

        assertThat(screen.page().locator(".alert-fault")).containsText("办理了“立案”");
        assertThat(screen.page().locator("[name='items[0].description']")).hasValue("卷烟");
        screen.isSound("matter-stale");
        press(screen);
        assertThat(screen.page().locator("#data")).containsText("涉案物品（1 项）");
    }

    private UUID openCase(Viewer viewer) {
        return proceedings.open(viewer, "case", Json.MAPPER.readTree("""
                {"title":"寨沙镇某店涉嫌无证经营烟草案","summary":"无证从事卷烟零售。",
                 "facts":{"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"2026-09-01","entity":"person","business_amount_yuan":60000,
                 "goods":[{"commodity":"tobacco","description":"卷烟","quantity":300,"unit":"条","value_yuan":60000}]}}
                """));
    }

    private Desk desk(Browser browser, Screen.Size size, String unit, Post post) {
        return Desk.of(browser, origin(), size, accounts.some(unit, post));
    }

    private Viewer signIn(Screen screen, String unit, Post post) {
        var viewer = accounts.some(unit, post);
        screen.signIn(viewer.account().value(), TestAccounts.PASSWORD);
        return viewer;
    }

    private static void press(Screen screen) {
        screen.page().locator("#action-form .button-primary").click();
    }

    private static Locator button(Desk desk, String title) {
        return desk.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    private static Locator button(Screen screen, Pattern title) {
        return screen.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(title));
    }

    private String origin() {
        return "http://localhost:" + port;
    }
}
