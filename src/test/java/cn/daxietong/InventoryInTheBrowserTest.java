package cn.daxietong;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Matters;
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
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody walks through a store with a phone in one hand. */
@PlatformTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(Browser.Extension.class)
class InventoryInTheBrowserTest {
    private final TestAccounts accounts;
    private final Proceedings proceedings;
    private final Matters matters;
    private final Clock clock;
    private final int port;
    private final String place = "冷库" + System.nanoTime() % 1_000_000 + "号间";

    InventoryInTheBrowserTest(
            @LocalServerPort int port, Proceedings proceedings, Matters matters, Writing writing, Clock clock) {
        this.port = port;
        this.proceedings = proceedings;
        this.matters = matters;
        this.clock = clock;
        this.accounts = new TestAccounts(writing, clock);
    }

    /** Two frozen items of one case, stored in the place. */
    private void twoItems(Viewer market) {
        var kase = proceedings.open(
                market, "case", Json.MAPPER.readTree("{\"title\":\"盘点用案\",\"summary\":\"x\",\"facts\":{}}"));
        act(market, kase, "seize", """
                {"items":[{"description":"冻鸡爪","quantity":947,"unit":"件"},{"description":"冻牛百叶","quantity":312,"unit":"箱"}],"seized_at":"%s"}
                """.formatted(clock.instant().minusSeconds(3600)));
        matters.afterStep(market, kase)
                .matter()
                .links()
                .forEach(link -> act(market, link.matter(), "store", """
                {"place":"%s","category":"frozen","good_until":"%s"}
                """.formatted(
                                place, clock.instant().plus(Duration.ofDays(9)))));
    }

    private void act(Viewer viewer, UUID matter, String action, String fields) {
        proceedings.act(viewer, matter, action, Json.MAPPER.readTree(fields), null);
    }

    @Test
    void a_store_is_counted_on_a_phone_by_camera_by_scanner_and_by_hand(Browser browser) {
        var market = accounts.some("U12", Post.HANDLER);
        twoItems(market);
        var inventory = proceedings.open(market, "inventory", Json.MAPPER.readTree("{\"place\":\"" + place + "\"}"));
        var phone = browser.open("http://localhost:" + port, Screen.Size.PHONE, DisplayMode.STANDARD);
        phone.visit("/login");
        phone.page().getByLabel("用户名").fill(market.account().value());
        phone.page().locator("#password").fill(TestAccounts.PASSWORD);
        phone.page().locator("#password").press("Enter");
        phone.page().waitForURL(Pattern.compile(".*/(?!login).*"));
        phone.visit("/inventories/" + inventory).isSound("inventory-phone");
        var codes = phone.page().locator("#open-head + .scans .number").allTextContents();

        // A scanner types the code and presses Enter; the field is ready for the next one.
        phone.page().getByLabel("编号码").fill(codes.get(0));
        phone.page().getByLabel("编号码").press("Enter");
        assertThat(phone.page().locator("#messages")).containsText("相符");
        assertThat(phone.page().locator(".counted")).hasText("1 / 2 件");
        assertThat(phone.page().getByLabel("编号码")).isFocused();

        // A misread figure is told, and what was typed stays.
        phone.page().getByLabel("编号码").fill(codes.get(1).replaceFirst(".$", "x"));
        phone.page().getByLabel("编号码").press("Enter");
        assertThat(phone.page().getByRole(AriaRole.ALERT).first()).containsText("不是物品标签上的编号码");

        // The phone's camera opens the address on the label.
        phone.visit("/exhibits/" + codes.get(1)).isSound("inventory-scanned-phone");
        var mine = phone.page().locator("section.card").filter(new Locator.FilterOptions().setHasText(place));
        mine.locator("summary").click();
        mine.getByLabel("实盘数量").fill("300");
        mine.getByLabel("说明").fill("十二箱送检");
        mine.getByText("记为盘到").click();
        assertThat(phone.page().locator("#messages")).containsText("数量不符");
        phone.isSound("inventory-counted-phone");

        phone.page().getByText("完成盘点").click();
        phone.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("完成盘点"))
                .click();
        assertThat(phone.page().locator(".head")).containsText("有差异，待说明");
        assertThat(phone.page().locator("#papers")).containsText("盘点差异报告");
    }
}
