package cn.daxietong.reward;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Browser;
import cn.daxietong.web.DisplayMode;
import cn.daxietong.web.Screen;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Somebody tells on a phone, is asked, answers, follows the case that comes of it and is paid by code; the teller's steps and the paying point's are
 * clicked, what other units do in between is not.
 */
@PlatformTest(webEnvironment = WebEnvironment.RANDOM_PORT, ownDatabase = true)
@Import({TestAccounts.class, Told.class})
@ExtendWith(Browser.Extension.class)
class TipToRewardInTheBrowserTest {
    private static final String TEXT = "平山镇卫生院旁边的仓库，夜里有人卸散装柴油，没有票据。";
    private static final String WORD = "老榕树下";
    private static final String PIN = "204816";

    private final Told told;
    private final TestAccounts accounts;
    private final String origin;

    TipToRewardInTheBrowserTest(@LocalServerPort int port, Told told, TestAccounts accounts) {
        this.told = told;
        this.accounts = accounts;
        this.origin = "http://localhost:" + port;
    }

    @Test
    void an_anonymous_tip_off_with_a_photo_told_on_a_phone_leads_to_a_case_and_to_a_reward_by_code(Browser browser)
            throws IOException {
        var phone = browser.open(origin, Screen.Size.PHONE, DisplayMode.STANDARD);
        phone.visit("/report").isSound("report-start");

        var code = tell(phone);
        var desk = desk(browser, told.office());
        askAndAnswer(phone, desk, code);
        var tip = handOn(desk);
        stands(phone, code, "核查中");

        // Days later, on whatever phone is at hand: nothing was left on the first.
        var another = browser.open(origin, Screen.Size.PHONE, DisplayMode.STANDARD);
        follow(another, code, tip);
        var voucher = claim(another);
        stands(another, code, "已答复");
        assertThat(another.page().locator("button:text-is('领取奖励')")).hasCount(0);

        pays(desk(browser, told.payer()), voucher);
    }

    /** From the lead to the case, the answer and the grant, as the teller reads of it. */
    private void follow(Screen phone, String code, UUID tip) {

        opensCase(lead(tip));
        stands(phone, code, "待答复");
        told.act(told.office(), tip, "answer", "{\"outcome\":\"substantiated\"}");
        stands(phone, code, "待研究奖励");
        assertThat(phone.page().locator("main")).containsText("核查结果：");

        told.granted(new Told.Teller(code, tip), "鹿打私案〔2026〕31号");
        stands(phone, code, "已答复");
        assertThat(phone.page().locator("main")).containsText("3,703.70元");
        phone.isSound("report-reward-phone");
    }

    private Screen desk(Browser browser, Viewer officer) {
        return browser.open(origin, Screen.Size.WIDE, DisplayMode.STANDARD)
                .signIn(officer.account().value(), TestAccounts.PASSWORD);
    }

    private static void askAndAnswer(Screen phone, Screen desk, String code) {
        desk.visit("/matters?kind=tipoff")
                .page()
                .locator(".matters .cell-title a")
                .first()
                .click();
        click(desk.page(), "打开内容、给举报人留言");
        desk.page().locator("#f-password").fill(TestAccounts.PASSWORD);
        click(desk.page(), "打开");
        assertThat(desk.page().locator("#letters")).containsText(TEXT);
        assertThat(desk.page().locator("#letters")).containsText("照片.png");
        desk.page().locator("#f-text").fill("是哪几天夜里？");
        click(desk.page(), "封好送出");
        assertThat(desk.page().locator("#messages")).containsText("留言已封好");
        desk.isSound("tipoff-desk");

        var teller = phone.page();
        ask(phone, code);
        assertThat(teller.locator("#talk")).containsText("是哪几天夜里？");
        teller.locator("#f-text").fill("上个星期二和星期五");
        click(teller, "送给值班人员");
        assertThat(teller.locator("#talk")).containsText("已送达");
        phone.doesNotScrollSideways();
        phone.isAccessible();
    }

    private static UUID handOn(Screen desk) {
        var tip = desk.page().url();
        desk.page().navigate(tip);
        assertThat(desk.page().locator("#letters")).containsText("上个星期二和星期五");
        desk.page().navigate(tip.replace("/tipoffs/", "/matters/") + "/actions/accept");
        click(desk.page(), "受理");
        assertThat(desk.page().locator("#messages")).containsText("受理");
        desk.page().navigate(tip);
        desk.page().locator("#f-title").fill("平山镇仓库散装柴油");
        desk.page().locator("#f-description").fill("该仓库有散装柴油进出，请核查来源证明。");
        desk.page().locator("#f-text").fill("谢谢，正在研究。");
        click(desk.page(), "封好送出");
        assertThat(desk.page().locator("#messages")).containsText("留言已封好");
        assertThat(desk.page().locator("#f-title")).hasValue("平山镇仓库散装柴油");
        assertThat(desk.page().locator("#f-description")).hasValue("该仓库有散装柴油进出，请核查来源证明。");
        click(desk.page(), "转为线索");
        assertThat(desk.page().locator("#messages")).containsText("线索里没有举报人的信息");
        return UUID.fromString(tip.replaceAll(".*/tipoffs/([0-9a-f-]{36}).*", "$1"));
    }

    private UUID lead(UUID tip) {
        return told.matters.visible(told.office(), tip).matter().links().stream()
                .filter(link -> link.rel().equals("lead"))
                .findFirst()
                .orElseThrow()
                .matter();
    }

    private void opensCase(UUID lead) {
        var market = accounts.some("U12", Post.HANDLER);
        told.act(told.office(), lead, "dispatch", "{\"unit\":\"U12\",\"note\":\"请核查\"}");
        told.act(market, lead, "accept", "{}");
        told.act(market, lead, "verify", "{\"finding\":\"属实\",\"substantiated\":true}");
        told.act(market, lead, "open_case", "{}");
    }

    /** The voucher that is good after a poor PIN was refused and a better one chosen. */
    private static String claim(Screen phone) {
        var teller = phone.page();
        click(teller, "领取奖励");
        assertThat(teller.locator("h1")).hasText("领取奖励");
        leadsNowhere(teller);
        phone.isSound("reward-claim-phone");
        var voucher = teller.locator(".receipt-code").innerText();
        assertThat(teller.locator("[data-print]")).isVisible();
        teller.reload();
        assertThat(teller.locator(".receipt-code")).hasText(voucher);
        teller.locator("#f-pin").fill("111111");
        click(teller, "我已抄好，凭证生效");
        assertThat(teller.locator(".alert-fault")).containsText("不能六位相同");
        assertThat(teller.locator(".receipt-code")).hasText(voucher);
        teller.locator("#f-pin").fill(PIN);
        click(teller, "我已抄好，凭证生效");
        assertThat(teller.locator("main")).containsText("凭证已经生效");
        assertThat(teller.locator(".receipt-code")).hasText(voucher);
        leadsNowhere(teller);
        phone.isSound("reward-voucher-phone");
        return voucher;
    }

    /** The page has no address to come back to, so no link to another way of showing may lose what stands on it. */
    private static void leadsNowhere(Page page) {
        assertThat(page.locator("a[href^='?']")).hasCount(0);
    }

    private static void pays(Screen counter, String voucher) {
        present(counter, voucher, "999998");
        assertThat(counter.page().locator(".alert-fault")).containsText("没有查到这张凭证");
        present(counter, voucher, PIN);
        assertThat(counter.page().locator("main")).containsText("3,703.70元");
        counter.isSound("reward-pay");
        click(counter.page(), "确认付款 3,703.70元");
        assertThat(counter.page().locator("main")).containsText("已登记付款");

        present(counter, voucher, PIN);
        assertThat(counter.page().locator("main")).containsText("不能再付");
    }

    private static void present(Screen counter, String voucher, String pin) {
        counter.visit("/rewards/pay");
        counter.page().locator("#f-code").fill(voucher);
        counter.page().locator("#f-pin").fill(pin);
        click(counter.page(), "核对凭证");
    }

    private static void stands(Screen phone, String code, String title) {
        ask(phone, code);
        assertThat(phone.page().locator("h1")).hasText(title);
    }

    private static String tell(Screen phone) throws IOException {
        var page = phone.page();
        click(page, "我要举报");
        assertThat(page.locator("h1")).hasText("我要举报");
        phone.doesNotScrollSideways();
        phone.isAccessible();
        page.locator("input[value=anonymous]").check();
        page.locator("#f-text").fill(TEXT);
        page.locator("#f-word").fill(WORD);
        var photo = Files.readAllBytes(Path.of("doc/screenshots/worklist.png"));
        page.locator("#f-files").setInputFiles(new FilePayload("照片.png", "image/png", photo));
        var piece = page.waitForRequest(request -> request.method().equals("PUT"), () -> click(page, "提交举报"));
        org.assertj.core.api.Assertions.assertThat(piece.url()).contains("/report/files/");
        var code = page.locator(".receipt-code").first();
        assertThat(code).isVisible();
        phone.isAccessible();
        return code.innerText();
    }

    private static void ask(Screen phone, String code) {
        phone.visit("/report/status");
        phone.page().locator("#f-code").fill(code);
        phone.page().locator("#f-word").fill(WORD);
        click(phone.page(), "查询");
    }

    private static void click(Page page, String words) {
        page.locator("a:visible:text-is('" + words + "'), button:not(.hidden):text-is('" + words + "')")
                .first()
                .click();
    }
}
