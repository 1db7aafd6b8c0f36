package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest
class MatterPagesTest {
    private final MockMvcTester web;
    private final Proceedings proceedings;
    private final Matters matters;
    private final TestAccounts accounts;

    MatterPagesTest(MockMvcTester web, Proceedings proceedings, Matters matters, Writing writing, Clock clock) {
        this.web = web;
        this.proceedings = proceedings;
        this.matters = matters;
        this.accounts = new TestAccounts(writing, clock);
    }

    @Test
    void a_case_page_says_what_to_do_until_when_and_under_which_article() {
        var market = accounts.some("U12", Post.HANDLER);

        var id = openCase(market, 60000);
        proceedings.act(market, id, "file", Json.MAPPER.readTree("{}"), null);

        var page = page(market, id);

        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("达到，应移送", "涉嫌非法经营罪", "60,000", "提出移送", "不得以行政处罚代替移送", "由经办人核对", "谁看过", "卷烟零售");
    }

    @Test
    void another_unit_is_told_that_there_is_nothing() {
        var market = accounts.some("U12", Post.HANDLER);
        var stranger = accounts.some("U14", Post.HANDLER);

        assertThat(page(stranger, openCase(market, 60000))).hasStatus(404);
    }

    @Test
    void every_fault_stands_at_its_field_and_what_was_typed_is_kept() {
        var market = accounts.some("U12", Post.HANDLER);

        var answer = web.post()
                .uri("/matters/new/case")
                .with(TestAccounts.as(market))
                .with(csrf())
                .param("title", "寨沙镇某店涉嫌无证经营烟草案")
                .param("facts.business_amount_yuan", "六万")
                .param("facts.goods[0].quantity", "-3")
                .exchange();

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("寨沙镇某店涉嫌无证经营烟草案", "六万", "id=\"f-facts-goods-0--quantity-fault\"", "id=\"f-summary-fault\"");
    }

    @Test
    void a_form_sent_twice_under_one_token_has_one_effect() {
        var station = accounts.some("U18A", Post.HANDLER);
        var once = "/matters/new/lead?once=" + UUID.randomUUID();

        var first = register(station, once);
        var second = register(station, once);

        assertThat(first).hasStatus(303);
        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl())
                .startsWith("/matters/");
    }

    @Test
    void who_gave_up_a_matter_by_the_last_step_is_shown_no_form_of_it_again() {
        var station = accounts.some("U18A", Post.HANDLER);
        var bureau = accounts.some("U14", Post.HANDLER);
        var lead = proceedings.open(
                station,
                "lead",
                Json.MAPPER.readTree("{\"title\":\"某处夜间卸运\",\"source\":\"patrol\",\"description\":\"两次\"}"));
        proceedings.act(
                accounts.some("OFFICE", Post.HANDLER),
                lead,
                "dispatch",
                Json.MAPPER.readTree("{\"unit\":\"U14\"}"),
                null);
        proceedings.act(bureau, lead, "return", Json.MAPPER.readTree("{\"reason\":\"不属本单位\"}"), null);

        var answer = web.post()
                .uri("/matters/" + lead + "/actions/return")
                .with(TestAccounts.as(bureau))
                .with(csrf())
                .param("reason", "再退一次")
                .exchange();

        assertThat(answer).hasStatus(404).bodyText().doesNotContain("某处夜间卸运");
    }

    @Test
    void a_document_that_was_taken_away_stands_among_who_looked() {
        var market = accounts.some("U12", Post.HANDLER);
        var colleague = accounts.some("U12", Post.HANDLER);
        var head = accounts.some("U12", Post.HEAD);
        var id = openCase(market, 60000);
        proceedings.act(market, id, "file", Json.MAPPER.readTree("{}"), null);
        proceedings.act(
                market,
                id,
                "propose_transfer",
                Json.MAPPER.readTree("""
                {"target_unit":"U08","officers":["%s","%s"],"report":"建议移送"}
                """.formatted(market.account(), colleague.account())),
                null);
        proceedings.act(head, id, "approve_transfer", Json.MAPPER.readTree("{}"), null);
        var transfer =
                matters.see(market, id, "test").matter().linked("transfer").orElseThrow();
        proceedings.act(
                market,
                transfer,
                "send",
                Json.MAPPER.readTree("{\"materials\":[{\"kind\":\"investigation_report\",\"copies\":1}]}"),
                null);
        var letter = matters.see(market, transfer, "test").matter().documents().getFirst();

        var answer = web.get()
                .uri("/matters/" + transfer + "/documents/" + letter.id() + ".pdf")
                .with(TestAccounts.as(colleague))
                .exchange();

        assertThat(answer).hasStatusOk();
        assertThat(matters.looks(market, transfer, 1)).singleElement().satisfies(look -> {
            assertThat(look.purpose()).isEqualTo("document");
            assertThat(look.account()).isEqualTo(colleague.account().value());
        });
    }

    @Test
    void a_form_drawn_before_somebody_else_acted_says_what_changed_and_keeps_the_text() {
        var market = accounts.some("U12", Post.HANDLER);
        var id = openCase(market, 100);
        var version = matters.see(market, id, "test").matter().version();
        proceedings.act(market, id, "file", Json.MAPPER.readTree("{}"), version);

        var answer = web.post()
                .uri("/matters/" + id + "/actions/urge")
                .with(TestAccounts.as(accounts.some("OFFICE", Post.HANDLER)))
                .with(csrf())
                .param("version", String.valueOf(version))
                .param("note", "请尽快查明货值")
                .exchange();

        assertThat(answer).hasStatus(412).bodyText().contains("办理了“立案”", "请尽快查明货值");
    }

    @Test
    void facts_are_not_typed_twice() {
        var market = accounts.some("U12", Post.HANDLER);
        var id = openCase(market, 60000);

        var form = web.get()
                .uri("/matters/" + id + "/actions/record_facts")
                .with(TestAccounts.as(market))
                .exchange();

        assertThat(form).hasStatusOk().bodyText().contains("value=\"60000\"", "<option value=\"tobacco\" selected>");
    }

    @Test
    void rows_come_and_go_without_script_and_going_back_sends_nothing_again() {
        var market = accounts.some("U12", Post.HANDLER);
        var answer = web.post()
                .uri("/matters/new/case")
                .with(TestAccounts.as(market))
                .with(csrf())
                .param("title", "某案")
                .param("row-add", "facts.goods")
                .exchange();

        assertThat(answer).hasStatus(303).redirectedUrl().isEqualTo("/matters/new/case#f-facts-goods");
    }

    @Test
    void what_is_too_long_for_a_session_is_drawn_at_once() {
        var market = accounts.some("U12", Post.HANDLER);

        var answer = web.post()
                .uri("/matters/new/case")
                .with(TestAccounts.as(market))
                .with(csrf())
                .param("title", "某案")
                .param("summary", "情".repeat(60_000))
                .param("row-add", "facts.goods")
                .exchange();

        assertThat(answer).hasStatusOk().bodyText().contains("name=\"facts.goods[0].quantity\"", "value=\"某案\"");
    }

    @Test
    void facts_are_tried_before_they_are_recorded_and_nothing_is_saved() {
        var market = accounts.some("U12", Post.HANDLER);
        var id = openCase(market, 100);
        var version = matters.see(market, id, "test").matter().version();

        var tried = web.post()
                .uri("/trial")
                .with(TestAccounts.as(market))
                .with(csrf())
                .param("facts.commodity", "tobacco")
                .param("facts.act", "unlicensed_operation")
                .param("facts.conduct_date", "2026-09-01")
                .param("facts.entity", "person")
                .param("facts.business_amount_yuan", "60000")
                .exchange();

        assertThat(tried).hasStatusOk().bodyText().contains("达到，应移送", "涉嫌非法经营罪", "60,000", "/law/articles/");
        assertThat(matters.see(market, id, "test").matter().version()).isEqualTo(version);
    }

    @Test
    void facts_that_cannot_be_read_are_named_all_at_once() {
        var market = accounts.some("U12", Post.HANDLER);

        var tried = web.post()
                .uri("/trial")
                .with(TestAccounts.as(market))
                .with(csrf())
                .param("facts.business_amount_yuan", "六万")
                .param("facts.goods[0].quantity", "-3")
                .exchange();

        assertThat(tried).hasStatusOk().bodyText().contains("暂不能试算", "非法经营数额", "涉案货物第1项、数量");
    }

    @Test
    void an_administrator_tries_nothing() {
        var admin = accounts.some("U12", Post.UNIT_ADMIN);

        assertThat(web.post()
                        .uri("/trial")
                        .with(TestAccounts.as(admin))
                        .with(csrf())
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void who_works_on_a_matter_adds_files_and_the_ledger_and_everybody_who_sees_it_know() {
        var market = accounts.some("U12", Post.HANDLER);
        var office = accounts.some("OFFICE", Post.HANDLER);
        var id = openCase(market, 100);

        var sent = enclose(market, id);

        assertThat(sent).hasStatus(303);
        assertThat(matters.timeline(market, id).getLast()).satisfies(entry -> {
            assertThat(entry.event()).isEqualTo("enclose");
            assertThat(entry.title()).isEqualTo("补充附件");
            assertThat(entry.law()).contains("三（一）");
        });
        assertThat(page(market, id)).bodyText().contains("现场一.pdf", "现场二.pdf", "补充附件");
        assertThat(page(office, id)).bodyText().contains("现场一.pdf").doesNotContain("id=\"enclose\"");
    }

    @Test
    void who_only_looks_on_or_sees_nothing_adds_no_file() {
        var market = accounts.some("U12", Post.HANDLER);
        var id = openCase(market, 100);

        assertThat(enclose(accounts.some("OFFICE", Post.HANDLER), id)).hasStatus(403);
        assertThat(enclose(accounts.some("U07", Post.HANDLER), id)).hasStatus(404);
        assertThat(matters.timeline(market, id)).hasSize(1);
    }

    private MvcTestResult enclose(Viewer viewer, UUID id) {
        var pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
        return web.post()
                .uri("/matters/" + id + "/actions/enclose")
                .multipart()
                .file(new MockMultipartFile("_file.attachments[].attachment", "现场一.pdf", "application/pdf", pdf))
                .file(new MockMultipartFile("_file.attachments[].attachment", "现场二.pdf", "application/pdf", pdf))
                .with(TestAccounts.as(viewer))
                .with(csrf())
                .exchange();
    }

    @Test
    void an_administrator_learns_nothing_from_a_form() {
        var market = accounts.some("U12", Post.HANDLER);
        var admin = accounts.some("U12", Post.UNIT_ADMIN);

        var answer = web.post()
                .uri("/matters/" + openCase(market, 60000) + "/actions/file")
                .with(TestAccounts.as(admin))
                .with(csrf())
                .exchange();

        assertThat(answer).hasStatus(404).bodyText().doesNotContain("寨沙镇某店");
    }

    @Test
    void a_file_sent_with_a_form_belongs_to_the_matter() {
        var market = accounts.some("U12", Post.HANDLER);
        var transfer = approvedTransfer(market);

        var sent = web.post()
                .uri("/matters/" + transfer + "/actions/send")
                .multipart()
                .file(new MockMultipartFile(
                        "_file.materials[0].attachment",
                        "调查报告.pdf",
                        "application/pdf",
                        "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8)))
                .with(TestAccounts.as(market))
                .with(csrf())
                .param("materials[0].kind", "investigation_report")
                .param("materials[0].copies", "1")
                .exchange();

        assertThat(sent).hasStatus(303);
        assertThat(page(market, transfer)).bodyText().contains("调查报告.pdf");
    }

    private UUID approvedTransfer(Viewer market) {
        var second = accounts.some("U12", Post.HANDLER);
        var head = accounts.some("U12", Post.HEAD);
        var id = openCase(market, 60000);
        proceedings.act(
                market,
                id,
                "propose_transfer",
                Json.MAPPER.readTree(
                        """
                {"target_unit":"U08","officers":["%s","%s"],"report":"涉嫌非法经营，应移送。"}
                """.formatted(market.account().value(), second.account().value())),
                null);
        proceedings.act(head, id, "approve_transfer", Json.MAPPER.readTree("{}"), null);
        return matters.see(market, id, "test").matter().linked("transfer").orElseThrow();
    }

    private MvcTestResult register(Viewer viewer, String path) {
        return web.post()
                .uri(path)
                .with(TestAccounts.as(viewer))
                .with(csrf())
                .param("title", "散装汽油异常购买")
                .param("source", "station_report")
                .param("description", "多次用塑料桶购买")
                .exchange();
    }

    private MvcTestResult page(Viewer viewer, UUID id) {
        return web.get().uri("/matters/" + id).with(TestAccounts.as(viewer)).exchange();
    }

    private UUID openCase(Viewer viewer, int yuan) {
        return proceedings.open(viewer, "case", Json.MAPPER.readTree("""
                {"title":"寨沙镇某店涉嫌无证经营烟草案","summary":"无证从事卷烟零售。",
                 "facts":{"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"2026-09-01","entity":"person","business_amount_yuan":%d}}
                """.formatted(yuan)));
    }
}
