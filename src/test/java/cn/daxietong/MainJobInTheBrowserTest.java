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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.util.List;
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
        var station = signedIn(browser.open(origin(), Screen.Size.PHONE, DisplayMode.STANDARD), "U18A", Post.HANDLER);
        station.visit("/matters/new/lead").isSound("matter-new-lead-phone");
        station.page().getByLabel("线索标题").fill("散装购买汽油并夹带卷烟");
        station.page().getByLabel("来源").selectOption("station_report");
        station.page().getByLabel("情况说明").fill("一辆面包车多次用塑料桶购买汽油，车内有大量卷烟。");
        send(station, "登记线索");
        assertThat(station.page().locator("#messages")).containsText("接下来：指挥部办公室分派线索");
        station.isSound("matter-lead-phone");
        var lead = station.page().url().substring(origin().length());

        var office = signedIn(browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD), "OFFICE", Post.HANDLER);
        office.visit(lead).isSound("matter-lead-office");
        act(office, "分派");
        office.page().getByLabel("核查单位").selectOption("U12");
        office.isSound("matter-dispatch");
        send(office, "分派");

        var market = signedIn(browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD), "U12", Post.HANDLER);
        accounts.some("U12", Post.HANDLER);
        market.visit(lead);
        act(market, "受理");
        send(market, "确认受理");
        act(market, "登记核查结果");
        market.page().getByLabel("核查情况").fill("现场查见无证从事卷烟零售。");
        market.page()
                .getByLabel("是", new Page.GetByLabelOptions().setExact(true))
                .check();
        send(market, "登记核查结果");
        act(market, "转为案件");
        send(market, "转为案件");
        act(market, "立案");
        send(market, "确认立案");
        var kase = market.page().url().substring(origin().length());
        recordFacts(market);
        assertThat(market.page().locator("#findings")).containsText("达到，应移送");
        assertThat(market.page().locator("#work")).containsText("不得以行政处罚代替移送");
        assertThat(button(market, "作出行政处罚决定")).isDisabled();
        market.wholePicture("matter-case-reached");
        market.isSound("matter-case-reached");
        act(market, "提出移送");
        market.page().getByLabel("受移送单位").selectOption("U08");
        for (var officer :
                market.page().locator("input[name^='officers']").all().subList(0, 2)) {
            officer.check();
        }
        market.wholePicture("matter-propose");
        market.isSound("matter-propose");
        send(market, "提出移送");

        var head = signedIn(browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD), "U12", Post.HEAD);
        head.visit(kase).isSound("matter-case-head");
        act(head, "批准移送");
        send(head, "确认批准移送");
        var transfer = head.page().url().substring(origin().length());
        assertThat(transfer).isNotEqualTo(kase);
        market.visit(transfer);
        act(market, "移送");
        market.wholePicture("matter-send");
        send(market, "移送");

        var police = signedIn(browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD), "U08", Post.HANDLER);
        police.visit(transfer);
        act(police, "签收");
        send(police, "确认签收");
        police.wholePicture("matter-transfer-police");
        police.isSound("matter-transfer-police");
        act(police, "决定立案");
        police.page().getByLabel("立案文号").fill("鹿公立字〔2026〕12号");
        send(police, "决定立案");
        assertThat(police.page().locator(".head")).containsText("已立案");
    }

    private void recordFacts(Screen market) {
        act(market, "登记案件事实");
        var page = market.page();
        page.getByLabel("货物种类").first().selectOption("tobacco");
        page.getByLabel("涉嫌行为").selectOption("unlicensed_operation");
        page.getByLabel("行为日期").fill("2026-09-01");
        page.getByLabel("当事人类型").selectOption("person");
        page.getByLabel("非法经营数额").fill("60,000");
        button(market, Pattern.compile("添加\\s*涉案货物")).click();
        page.locator("[name='facts.goods[0].description']").fill("卷烟");
        page.locator("[name='facts.goods[0].quantity']").fill("300");
        page.locator("[name='facts.goods[0].unit']").fill("条");
        market.wholePicture("matter-facts");
        market.isSound("matter-facts");
        send(market, "登记案件事实");
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

        press(screen, "先行登记保存");

        assertThat(screen.page().locator(".alert-fault")).containsText("办理了“立案”");
        assertThat(screen.page().locator("[name='items[0].description']")).hasValue("卷烟");
        screen.isSound("matter-stale");
        press(screen, "先行登记保存");
        assertThat(screen.page().locator("#data")).containsText("涉案物品（1 项）");
    }

    private UUID openCase(Viewer viewer) {
        return proceedings.open(viewer, "case", Json.MAPPER.readTree("""
                {"title":"寨沙镇某店涉嫌无证经营烟草案","summary":"无证从事卷烟零售。",
                 "facts":{"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"2026-09-01","entity":"person","business_amount_yuan":60000,
                 "goods":[{"commodity":"tobacco","description":"卷烟","quantity":300,"unit":"条","value_yuan":60000}]}}
                """));
    }

    private Screen signedIn(Screen screen, String unit, Post post) {
        signIn(screen, unit, post);
        return screen;
    }

    private Viewer signIn(Screen screen, String unit, Post post) {
        var viewer = accounts.some(unit, post);
        screen.visit("/login");
        screen.page().getByLabel("用户名").fill(viewer.account().value());
        screen.page().locator("#password").fill(TestAccounts.PASSWORD);
        press(screen, "登录");
        screen.page().waitForURL(Pattern.compile(".*/(?!login).*"));
        return viewer;
    }

    /** Chooses an action on the matter's page. */
    private static void act(Screen screen, String title) {
        screen.page()
                .locator("#work")
                .getByRole(
                        AriaRole.LINK,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(title)
                                .setExact(true))
                .click();
    }

    /** Presses the button and waits until the platform says that it is done. */
    private static void send(Screen screen, String title) {
        press(screen, title);
        assertThat(screen.page().locator("#messages")).containsText("已");
        assertThat(screen.page().locator("#work")).isVisible();
    }

    private static void press(Screen screen, String title) {
        screen.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(title)
                                .setExact(true))
                .last()
                .click();
    }

    private static com.microsoft.playwright.Locator button(Screen screen, String title) {
        return screen.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    private static com.microsoft.playwright.Locator button(Screen screen, Pattern title) {
        return screen.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(title));
    }

    private String origin() {
        return "http://localhost:" + port;
    }
}
