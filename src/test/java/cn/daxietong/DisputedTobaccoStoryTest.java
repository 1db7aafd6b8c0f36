package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Viewer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** One case through every institution of the county, by eight units and two heads: what begins as a dispute over cigarettes ends in a fine that is paid. */
@PlatformTest
class DisputedTobaccoStoryTest {
    private final MockMvcTester web;
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final Map<String, Viewer> matters = new LinkedHashMap<>();

    DisputedTobaccoStoryTest(MockMvcTester web, Writing writing, Clock clock) {
        this.web = web;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    private String told(String unit, String matter) {
        matters.put(matter, cast.handler(unit));
        return matter;
    }

    private String in(int days) {
        return cast.clock().instant().plus(Duration.ofDays(days)).toString();
    }

    private String status(String unit, String matter) {
        return client.see(cast.handler(unit), matter).path("status").asString();
    }

    @Test
    void a_disputed_case_is_supervised_transferred_refused_reconsidered_not_prosecuted_and_at_last_fined()
            throws IOException {
        var kase = told("U08", stories.aCase("U12", "城区仓库非法经营卷烟案", Stories.REACHED));
        client.act(cast.handler("U12"), kase, "file");
        client.act(cast.handler("U12"), kase, "seize", stories.items());

        var dispute = disputed(kase);
        var supervision = supervised(kase);
        var room = jointly(kase);
        var transfer = transferredAndFiled(kase);
        client.act(cast.handler("U08"), kase, "close", "{\"outcome\":\"not_prosecuted\",\"note\":\"情节轻微\"}");
        var reverse = sentBack(kase);
        client.act(cast.handler("U08"), room, "close", "{\"result\":\"案件已移送，办案组结束\"}");
        var own = told("U17", client.linked(cast.handler("U17"), reverse, "case"));
        var penalty = penalised(own);

        assertThat(status("U12", dispute)).isEqualTo("settled");
        assertThat(status("OFFICE", supervision)).isEqualTo("released");
        assertThat(status("U08", room)).isEqualTo("closed");
        assertThat(status("U08", transfer)).isEqualTo("filed");
        assertThat(status("U08", kase)).isEqualTo("closed");
        assertThat(status("U05", reverse)).isEqualTo("penalised");
        assertThat(status("U17", penalty)).isEqualTo("executed");
        assertThat(status("U17", own)).isEqualTo("closed");
        everyPaperCanBeRead();
        nobodyElseLearnsOfIt();
    }

    /** Claimed for the customs, coordinated by the office, accepted by both. */
    private String disputed(String kase) {
        var dispute = told("U12", client.open(cast.handler("U12"), "dispute", """
                {"about":"%s","claimed":"X01","grounds":"海关法第五条与方案三（三）不一致"}
                """.formatted(kase)));
        client.act(cast.handler("X01"), dispute, "state", "{\"view\":\"货物来源不明，宜由市场监管局办理\"}");
        client.act(cast.handler("U12"), dispute, "ask_office", "{\"text\":\"协商不成\"}");
        client.act(cast.handler("OFFICE"), dispute, "give_opinion", "{\"unit\":\"U12\",\"text\":\"由市场监管局继续办理\"}");
        client.act(cast.handler("U12"), dispute, "accept_opinion");
        client.act(cast.handler("X01"), dispute, "accept_opinion");
        return dispute;
    }

    /** Enlisted, reported on, looked at by 县司法局 and released. */
    private String supervised(String kase) {
        var supervision = told("OFFICE", client.open(cast.handler("U12"), "supervision", """
                {"about":"%s","grounds":["value","public_concern"],"reason":"涉及三个乡镇"}
                """.formatted(kase)));
        client.act(
                cast.handler("OFFICE"), supervision, "enlist", "{\"demand\":\"查清来源\",\"due_at\":\"" + in(10) + "\"}");
        client.act(
                cast.handler("U12"),
                supervision,
                "name_officer",
                "{\"officer\":\"" + cast.handler("U12").account() + "\"}");
        client.act(cast.handler("U12"), supervision, "report_result", "{\"text\":\"已查清，拟移送公安机关\"}");
        client.act(cast.handler("OFFICE"), supervision, "assign_verifier", "{\"unit\":\"U09\"}");
        client.act(cast.handler("U09"), supervision, "verify", "{\"finding\":\"现场核对属实\",\"satisfied\":true}");
        client.act(cast.handler("OFFICE"), supervision, "release", "{\"note\":\"结果属实\"}");
        return supervision;
    }

    private String jointly(String kase) {
        var room = told("U08", client.open(cast.handler("U08"), "joint_case", """
                {"title":"卷烟系列案联合办案","purpose":"查清上下家","units":["U12","U17"]}
                """));
        client.act(cast.handler("U12"), room, "join");
        client.act(cast.handler("U17"), room, "join");
        client.act(
                cast.handler("U12"),
                room,
                "relate",
                "{\"about\":\"" + kase + "\",\"relation\":\"series\",\"reason\":\"同一上家\"}");
        client.act(cast.handler("U08"), room, "hold_meeting", """
                {"at":"%s","units":["U08","U12","U17"],"minutes":"确定分工","resolutions":["三日内移送"]}
                """.formatted(
                        cast.clock().instant().minusSeconds(3600)));
        return room;
    }

    /** Refused at first, and filed when the police reconsider. */
    private String transferredAndFiled(String kase) {
        var transfer = told("U08", stories.transferred("U12", kase, "U08"));
        client.act(cast.handler("U08"), transfer, "sign_receipt");
        client.act(cast.handler("U08"), transfer, "refuse_to_file", "{\"reason\":\"数额认定不足\"}");
        client.act(cast.handler("U12"), transfer, "request_reconsideration", "{\"grounds\":\"账本可以证明\"}");
        client.act(
                cast.handler("U08"), transfer, "decide_reconsideration", "{\"upheld\":false,\"reason\":\"账本与转账记录印证\"}");
        client.act(cast.handler("U08"), transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕77号\"}");
        return transfer;
    }

    private String sentBack(String kase) {
        var reverse = told(
                "U05",
                client.open(
                        cast.handler("U05"),
                        "reverse_transfer",
                        "{\"about\":\"" + kase + "\",\"decided_at\":\""
                                + cast.clock().instant()
                                + "\",\"prosecution\":\"县公安局侦查终结后移送本院审查起诉\",\"summary\":\"情节轻微，应予行政处罚\"}"));
        client.act(cast.handler("U05"), reverse, "send_opinion", "{\"unit\":\"U17\",\"text\":\"应当给予行政处罚\"}");
        client.act(cast.handler("U17"), reverse, "accept");
        return reverse;
    }

    /** With a hearing right given up, review, discussion, decision, service, an account of what was paid, and execution. */
    private String penalised(String own) {
        var tobacco = cast.handler("U17");
        client.act(tobacco, own, "file");
        client.act(cast.head("U17"), own, "countersign_filing");
        var penalties = new Penalties(client, cast, "U17");
        var penalty = told("U17", penalties.proposed(own, true));
        penalties.notified(penalty);
        client.act(
                tobacco, penalty, "hear_statement", """
                {"stated_at":"%s","text":"初次经营，请求从轻","response":"已在裁量中考虑","adopted":"partly"}
                """.formatted(cast.clock().instant()));
        client.act(tobacco, penalty, "deliberate", "{\"waived\":true}");
        penalties.reviewedAndDiscussed(penalty);
        penalties.decided(penalty);
        penalties.served(penalty);
        penalties.paid(penalty);
        client.act(tobacco, penalty, "draw_up_account");
        client.act(tobacco, penalty, "finish", "{\"note\":\"罚没款已缴清\"}");
        client.act(tobacco, own, "close", "{\"outcome\":\"penalised\",\"note\":\"已执行\"}");
        return penalty;
    }

    private void everyPaperCanBeRead() throws IOException {
        var papers = new LinkedHashMap<String, String>();
        for (var matter : matters.entrySet()) {
            for (var document : client.see(matter.getValue(), matter.getKey()).path("documents")) {
                var title = document.path("title").asString();
                papers.put(title, text(matter.getValue(), matter.getKey(), document));
                assertThat(papers.get(title)).as(title).hasSizeGreaterThan(60);
            }
        }
        TobaccoPapers.areAllThereAndSayTheirPart(papers);
    }

    /** As the reader of the paper gets it, without the breaks of the layout. */
    private String text(Viewer viewer, String matter, JsonNode document) throws IOException {
        var answer = web.get()
                .uri("/api/v1/matters/" + matter + "/documents/"
                        + document.path("id").asString())
                .accept(MediaType.APPLICATION_PDF)
                .with(TestAccounts.as(viewer))
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "").replace("\u3000", "");
        }
    }

    private void nobodyElseLearnsOfIt() {
        var stranger = cast.handler("U07");
        for (var matter : matters.entrySet()) {
            client.get(stranger, "/api/v1/matters/" + matter.getKey()).is(404);
            for (var document : client.see(matter.getValue(), matter.getKey()).path("documents")) {
                client.get(
                                stranger,
                                "/api/v1/matters/" + matter.getKey() + "/documents/"
                                        + document.path("id").asString())
                        .is(404);
            }
        }
        assertThat(client.get(stranger, "/api/v1/matters?q=城区仓库非法经营卷烟案").json().path("items"))
                .isEmpty();
        assertThat(client.get(stranger, "/matters/export").text()).doesNotContain("城区仓库");
    }
}
