package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Matters;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the officers' page offers and keeps, and what a teller reads of two tip-offs that were merged. */
@PlatformTest(ownDatabase = true)
@Import(TestAccounts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPageTest {
    private static final String WORD = "门前老榕树";

    private final MockMvcTester web;
    private final TestAccounts accounts;
    private final Officers officers;
    private final Filing filing;
    private final Matters matters;
    private Viewer duty;
    private Viewer custodian;

    DeskPageTest(MockMvcTester web, TestAccounts accounts, Officers officers, Filing filing, Matters matters) {
        this.web = web;
        this.accounts = accounts;
        this.officers = officers;
        this.filing = filing;
        this.matters = matters;
    }

    @BeforeAll
    void people() {
        var holders = Holders.enrol(officers, accounts);
        duty = holders.duty();
        custodian = holders.custodian();
    }

    private record Teller(String code, UUID tip) {}

    private Teller tell(String text) {
        var code = filing.tell(text, "", "", WORD);
        return new Teller(code, filing.known(code, WORD).orElseThrow());
    }

    private MvcTestResult posts(Viewer viewer, String path, String... parameters) {
        var request = web.post().uri(path).with(csrf()).with(TestAccounts.as(viewer));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private void acts(UUID tip, String action, String... parameters) {
        assertThat(posts(duty, "/matters/" + tip + "/actions/" + action + "?once=" + UUID.randomUUID(), parameters))
                .hasStatus3xxRedirection();
    }

    private String page(Viewer viewer, String path) {
        return body(web.get().uri(path).with(TestAccounts.as(viewer)).exchange());
    }

    private String standing(Teller teller, String word) {
        return body(web.post()
                .uri("/report/status")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("code", teller.code())
                .param("word", word)
                .exchange());
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void a_teller_reads_nothing_of_the_other_when_merged_and_goes_on_when_that_is_taken_back() {
        var first = tell("旧糖厂后面的冷库夜里卸冻品");
        var second = tell("糖厂旁的冷库又来货");
        var number = matters.visible(duty, first.tip()).matter().number();

        acts(second.tip(), "merge", "about", first.tip().toString());
        assertThat(standing(second, WORD))
                .contains("已并案")
                .doesNotContain(number, first.tip().toString(), "先前", "相同", "别人", "撤销");
        acts(second.tip(), "unmerge", "reason", "地点不是一处");

        assertThat(standing(second, WORD)).contains("待受理").doesNotContain("地点不是一处", "并入", number);
        assertThat(standing(first, WORD)).contains("待受理").doesNotContain("地点不是一处", "并入");
        assertThat(page(duty, "/matters/" + second.tip())).contains("撤销并入", "地点不是一处");
        assertThat(page(duty, "/matters/" + first.tip())).contains("撤销并入本件的举报");
    }

    @Test
    void the_desk_is_not_sent_to_the_public_page_and_its_head_not_to_what_only_keys_open() {
        var tip = tell("村口面包车卖散装柴油").tip();
        var head = accounts.some("OFFICE", Post.HEAD);

        assertThat(page(duty, "/matters/" + tip)).contains("打开内容、给举报人留言").doesNotContain("举报人补充");
        assertThat(page(head, "/matters/" + tip)).doesNotContain("打开内容、给举报人留言", "举报人补充");
    }

    @Test
    void whoever_may_confirm_a_new_key_reads_on_the_workbench_that_one_waits_and_nobody_else_does() {
        var another = accounts.some("OFFICE", Post.HANDLER);
        assertThat(page(custodian, "/")).doesNotContain("等您确认");
        officers.enrol(another, TestAccounts.PASSWORD);

        assertThat(page(custodian, "/")).contains("有 1 位持钥人的新密钥等您确认", "/tipoffs/keys");
        assertThat(page(duty, "/")).doesNotContain("等您确认");
        assertThat(page(another, "/")).doesNotContain("等您确认");
        assertThat(page(accounts.some("U17", Post.HEAD), "/")).doesNotContain("等您确认");
        officers.confirm(custodian, another.account());
        assertThat(page(custodian, "/")).doesNotContain("等您确认");
    }

    @Test
    void a_lead_sent_after_the_keys_were_shut_is_still_there_when_they_are_opened() {
        var tip = tell("便利店柜台下面成条的外国香烟").tip();
        posts(duty, "/tipoffs/" + tip + "/unlock", "password", TestAccounts.PASSWORD);
        acts(tip, "accept");
        assertThat(page(duty, "/tipoffs/" + tip)).contains("data-draft=\"lead\"");
        posts(duty, "/tipoffs/" + tip + "/lock");

        var shut = body(
                posts(duty, "/tipoffs/" + tip + "/lead", "title", "便利店卷烟", "place", "四排镇", "description", "请核查来源"));
        assertThat(shut).contains("您写的线索还在", "data-keep-drafts", "value=\"请核查来源\"");
        var wrong = body(posts(
                duty,
                "/tipoffs/" + tip + "/unlock",
                "password",
                "不是这个",
                "title",
                "便利店卷烟",
                "place",
                "四排镇",
                "description",
                "请核查来源"));
        assertThat(wrong).contains("您写的线索还在", "value=\"请核查来源\"");
        var opened = body(posts(
                duty,
                "/tipoffs/" + tip + "/unlock",
                "password",
                TestAccounts.PASSWORD,
                "title",
                "便利店卷烟",
                "place",
                "四排镇",
                "description",
                "请核查来源"));
        assertThat(opened).contains("便利店卷烟", "四排镇", "请核查来源</textarea>");
    }
}
