package cn.daxietong.tipoff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.web.Browser;
import cn.daxietong.web.DisplayMode;
import cn.daxietong.web.Screen;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Somebody tells on a phone, is asked, answers; the officer reads, asks and hands on without the teller. */
@PlatformTest(webEnvironment = WebEnvironment.RANDOM_PORT, ownDatabase = true)
@Import(TestAccounts.class)
@ExtendWith(Browser.Extension.class)
class TipInTheBrowserTest {
    private static final String TEXT = "平山镇卫生院旁边的仓库，夜里有人卸散装柴油，没有票据。";
    private static final String WORD = "老榕树下";

    private final Officers officers;
    private final TestAccounts accounts;
    private final String origin;

    TipInTheBrowserTest(@LocalServerPort int port, Officers officers, TestAccounts accounts) {
        this.officers = officers;
        this.accounts = accounts;
        this.origin = "http://localhost:" + port;
    }

    @Test
    void a_tip_off_with_a_photo_is_told_on_a_phone_asked_about_answered_and_handed_on(Browser browser)
            throws IOException {
        var duty = Holders.enrol(officers, accounts).duty();
        var phone = browser.open(origin, Screen.Size.PHONE, DisplayMode.STANDARD);
        phone.visit("/report").isSound("report-start");

        var code = tell(phone);
        var desk = browser.open(origin, Screen.Size.WIDE, DisplayMode.STANDARD)
                .signIn(duty.account().value(), TestAccounts.PASSWORD);
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

        var tip = desk.page().url();
        desk.page().navigate(tip);
        assertThat(desk.page().locator("#letters")).containsText("上个星期二和星期五");
        desk.page().navigate(tip.replace("/tipoffs/", "/matters/") + "/actions/accept");
        click(desk.page(), "受理");
        assertThat(desk.page().locator("#messages")).containsText("受理");
        desk.page().navigate(tip);
        desk.page().locator("#f-title").fill("平山镇仓库散装柴油");
        desk.page().locator("#f-description").fill("该仓库有散装柴油进出，请核查来源证明。");
        click(desk.page(), "转为线索");
        assertThat(desk.page().locator("#messages")).containsText("线索里没有举报人的信息");
        ask(phone, code);
        assertThat(teller.locator("h1")).hasText("核查中");
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
