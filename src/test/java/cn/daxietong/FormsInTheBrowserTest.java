package cn.daxietong;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the forms do while somebody fills them in. */
@PlatformTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(Browser.Extension.class)
class FormsInTheBrowserTest {
    private static final FilePayload PHOTO = file("现场照片.pdf", "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    private final TestAccounts accounts;
    private final Proceedings proceedings;
    private final Matters matters;
    private final int port;

    FormsInTheBrowserTest(
            @LocalServerPort int port, Proceedings proceedings, Matters matters, Writing writing, Clock clock) {
        this.port = port;
        this.proceedings = proceedings;
        this.matters = matters;
        this.accounts = new TestAccounts(writing, clock);
    }

    @Test
    void facts_are_assessed_while_they_are_typed_and_nothing_is_saved(Browser browser) {
        var screen = browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD);
        var market = signIn(screen, "U12");
        var id = openCase(market);
        var page = screen.visit("/matters/" + id + "/actions/record_facts").page();

        page.locator("[name='facts.business_amount_yuan']").fill("60,000");
        assertThat(page.locator("#trial")).containsText("达到，应移送");
        assertThat(page.locator("#trial")).containsText("非法经营罪");
        screen.isSound("forms-trial");
        page.locator("[name='facts.business_amount_yuan']").fill("六万");
        assertThat(page.locator("#trial")).containsText("应填写数字");

        assertThat(matters.see(market, id, "test").matter().version()).isEqualTo(1);
    }

    @Test
    void facts_are_assessed_without_script_by_a_button(Browser browser) {
        var screen = browser.openWithoutScript(origin(), Screen.Size.PHONE);
        var id = openCase(signIn(screen, "U12"));
        var page = screen.visit("/matters/" + id + "/actions/record_facts").page();
        page.locator("[name='facts.business_amount_yuan']").fill("60,000");

        page.locator("button[name='try']").click();

        assertThat(page.locator("#trial")).containsText("达到，应移送");
        assertThat(page.locator("[name='facts.business_amount_yuan']")).hasValue("60,000");
        screen.doesNotScrollSideways();
    }

    @Test
    void going_back_after_a_row_was_added_without_script_sends_nothing_again(Browser browser) {
        var screen = browser.openWithoutScript(origin(), Screen.Size.WIDE);
        var id = openCase(signIn(screen, "U12"));
        screen.visit("/matters/" + id);
        var page = screen.visit("/matters/" + id + "/actions/record_facts").page();
        page.locator("[name='facts.place']").fill("寨沙镇创业路");
        var posts = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                posts.add(request.url());
            }
        });

        page.locator("button[name='row-add'][value='facts.goods']").click();
        page.locator("button[name='row-add'][value='facts.goods']").click();
        page.reload();

        assertThat(page.locator("[data-row] [name$='.quantity']")).hasCount(2);
        assertThat(page.locator("[name='facts.place']")).hasValue("寨沙镇创业路");
        page.goBack();
        page.goForward();
        assertThat(posts).hasSize(2);
    }

    @Test
    void with_script_the_first_row_too_is_added_in_place(Browser browser) {
        var screen = browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD);
        var id = openCase(signIn(screen, "U12"));
        var page = screen.visit("/matters/" + id + "/actions/record_facts").page();
        var posts = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && !request.url().endsWith("/trial")) {
                posts.add(request.url());
            }
        });

        page.locator("button[name='row-add'][value='facts.prior_penalties']").click();
        page.locator("[name='facts.prior_penalties[0].date']").fill("2026-01-05");
        page.locator("button[name='row-add'][value='facts.prior_penalties']").click();
        page.locator("button[name='row-remove'][value='facts.prior_penalties[0]']")
                .click();

        assertThat(page.locator("[name='facts.prior_penalties[0].date']")).hasValue("");
        assertThat(page.locator("[name='facts.prior_penalties[1].date']")).hasCount(0);
        page.locator("[name='facts.prior_penalties[0].date']").fill("2026-02-06");
        page.waitForFunction("() => Object.values(sessionStorage).some(kept => kept.includes('2026-02-06'))");
        assertThat(posts).isEmpty();
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        page.reload();
        assertThat(page.locator("[name='facts.prior_penalties[0].date']")).hasValue("2026-02-06");
        screen.hasNoComplaints();
    }

    @Test
    void a_file_is_sent_when_it_is_chosen_and_what_is_refused_says_why(Browser browser) {
        var screen = browser.open(origin(), Screen.Size.PHONE, DisplayMode.STANDARD);
        var market = signIn(screen, "U12");
        var id = openCase(market);
        var page = screen.visit("/matters/" + id + "#papers").page();
        page.locator("#enclose summary").click();

        page.locator("#enclose input[type=file]").setInputFiles(new FilePayload[] {
            PHOTO, file("程序.exe", "MZ"), file("名不副实.png", "%PDF-1.4\n"), file("空.pdf", "")
        });

        var sendings = page.locator(".sendings li");
        assertThat(sendings).hasCount(4);
        assertThat(sendings.nth(0)).containsText("已上传");
        assertThat(sendings.nth(1)).containsText("不支持这种文件");
        assertThat(sendings.nth(2)).containsText("按扩展名应是");
        assertThat(sendings.nth(3)).containsText("文件是空的");
        screen.isSound("forms-enclose");
        page.locator("#enclose .button-primary").click();
        assertThat(page.locator("#messages")).containsText("已办理“补充附件”");
        assertThat(matters.timeline(market, id).getLast().event()).isEqualTo("enclose");
        page.locator("#papers h2 label").click();
        assertThat(page.locator("#papers")).containsText("现场照片.pdf");
    }

    @Test
    void a_unit_is_found_by_the_first_letters_of_its_name(Browser browser) {
        var screen = browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD);
        signIn(screen, "U12");
        var page = screen.visit("/matters/new/assistance").page();

        page.locator(".find-box").fill("xgaj");

        assertThat(page.locator("[name='unit']")).hasValue("U08");
        assertThat(page.locator(".find-told")).containsText("已选");
        screen.isSound("forms-unit");
        page.locator(".find-box").fill("没有这个单位");
        assertThat(page.locator("[name='unit']")).hasValue("");
        assertThat(page.locator(".find-told")).containsText("没有找到");
        page.locator(".find-box").fill("");
        assertThat(page.locator("[name='unit'] option")).not().hasCount(1);
    }

    @Test
    void who_leaves_a_half_filled_form_is_asked_and_who_gives_it_up_is_not(Browser browser) {
        var screen = browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD);
        var id = openCase(signIn(screen, "U12"));
        var page = screen.visit("/matters/" + id + "/actions/close").page();
        var asked = new ArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        page.locator("[name='note']").fill("写到一半");

        page.locator("nav.side a").first().click();
        page.waitForURL(origin() + "/");
        assertThat(asked).containsExactly("beforeunload");

        screen.visit("/matters/" + id + "/actions/close");
        assertThat(page.locator("[name='note']")).hasValue("写到一半");
        page.locator("[name='note']").fill("不写了");
        page.locator("a[data-leave]").click();
        page.waitForURL(origin() + "/matters/" + id);
        assertThat(asked).hasSize(1);
        screen.visit("/matters/" + id + "/actions/close");
        assertThat(page.locator("[name='note']")).hasValue("");
    }

    @Test
    void from_a_matter_one_comes_back_to_the_list_as_it_was_filtered(Browser browser) {
        var screen = browser.open(origin(), Screen.Size.WIDE, DisplayMode.STANDARD);
        openCase(signIn(screen, "U12"));
        var page = screen.visit("/matters?kind=case&q=寨沙镇某店&commodity=tobacco").page();

        page.locator(".matters .cell-title a").first().click();
        var back = page.locator("a[data-back]");
        assertThat(back).hasText("返回案件台账");
        back.click();

        page.waitForURL(Pattern.compile(".*/matters\\?kind=case&q=.*&commodity=tobacco$"));
    }

    @Test
    void on_a_phone_the_next_step_comes_first_and_the_rest_is_folded(Browser browser) {
        var screen = browser.open(origin(), Screen.Size.PHONE, DisplayMode.STANDARD);
        var id = openCase(signIn(screen, "U12"));
        var page = screen.visit("/matters/" + id).page();

        assertThat(page.locator("#work .button-primary").first()).isVisible();
        assertThat(page.locator("#timeline .timeline")).isHidden();
        page.locator(".jump a[href='#timeline']").click();
        assertThat(page.locator("#timeline .timeline")).isVisible();
        page.locator("#course h2 label").click();
        assertThat(page.locator(".course svg")).isVisible();
        assertThat(fits(page.locator(".course"))).isEqualTo(true);
        screen.isSound("forms-matter-phone");
    }

    private static Object fits(Locator part) {
        return part.evaluate("part => part.scrollWidth <= part.clientWidth");
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    private UUID openCase(Viewer viewer) {
        return proceedings.open(viewer, "case", Json.MAPPER.readTree("""
                {"title":"寨沙镇某店涉嫌无证经营烟草案","summary":"无证从事卷烟零售。",
                 "facts":{"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"2026-09-01","entity":"person","business_amount_yuan":100}}
                """));
    }

    private Viewer signIn(Screen screen, String unit) {
        var viewer = accounts.some(unit, Post.HANDLER);
        screen.signIn(viewer.account().value(), TestAccounts.PASSWORD);
        return viewer;
    }

    private String origin() {
        return "http://localhost:" + port;
    }
}
