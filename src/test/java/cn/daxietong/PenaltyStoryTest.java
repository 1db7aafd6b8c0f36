package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** 行政处罚 through the API: from the end of the investigation to execution, what it waits for, and who never learns of it. */
@PlatformTest
class PenaltyStoryTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;

    PenaltyStoryTest(MockMvcTester web, Writing writing, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    private String filed(String title, String facts) {
        var kase = stories.aCase("U12", title, facts);
        client.act(cast.head("U12"), kase, "file");
        return kase;
    }

    private static String status(JsonNode matter) {
        return matter.path("status").asString();
    }

    private static List<String> documents(JsonNode matter) {
        return matter.path("documents")
                .valueStream()
                .map(d -> d.path("title").asString())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(cast.clock().instant(), ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void from_proposal_to_execution_with_every_paper() {
        var kase = filed("依程序处罚的卷烟案", Stories.SMALL);
        var penalties = new Penalties(client, cast, "U12");
        var penalty = penalties.proposed(kase, true);

        penalties.notified(penalty);
        client.act(cast.handler("U12"), penalty, "deliberate", "{\"waived\":true}");
        penalties.reviewedAndDiscussed(penalty);
        penalties.decided(penalty);
        penalties.served(penalty);
        penalties.paid(penalty);
        var done = client.act(cast.handler("U12"), penalty, "finish", "{\"note\":\"已缴清\"}");

        assertThat(status(done)).isEqualTo("executed");
        assertThat(done.path("number").asString()).startsWith("鹿打私罚〔");
        assertThat(documents(done)).containsExactly("行政处罚告知书", "法制审核意见", "行政处罚案件集体讨论记录", "行政处罚决定书", "送达回证");
        var closed = client.act(cast.handler("U12"), kase, "close", "{\"outcome\":\"penalised\",\"note\":\"已执行\"}");
        assertThat(status(closed)).isEqualTo("closed");
        assertThat(closed.path("data").path("penalty").path("kind").asString()).isEqualTo("fine");
    }

    @Test
    void the_transfer_lock_of_the_case_holds_here_too_and_is_shown_before_anybody_tries() {
        var kase = filed("应移送的卷烟案不得以罚代移", Stories.REACHED);
        var penalties = new Penalties(client, cast, "U12");
        var penalty = penalties.proposed(kase, false);
        penalties.notified(penalty);
        client.act(cast.handler("U12"), penalty, "deliberate");
        penalties.reviewedAndDiscussed(penalty);

        var refused = client.tries(cast.head("U12"), penalty, "decide", Penalties.DECISION)
                .is(409);

        assertThat(refused.code()).isEqualTo("transfer_first");
        assertThat(refused.json().path("detail").asString()).contains("不得以行政处罚代替移送");
        assertThat(client.see(cast.head("U12"), penalty)
                        .path("actions")
                        .valueStream()
                        .map(a -> a.path("name").asString()))
                .doesNotContain("decide");
        client.get(cast.handler("U05"), "/api/v1/matters/" + penalty).is(200);
    }

    @Test
    void only_the_head_decides_and_the_justice_bureau_looks_on() {
        var kase = filed("负责人决定的卷烟案", Stories.SMALL);
        var penalties = new Penalties(client, cast, "U12");
        var penalty = penalties.proposed(kase, false);
        penalties.notified(penalty);
        client.act(cast.handler("U12"), penalty, "deliberate");
        penalties.reviewedAndDiscussed(penalty);

        client.tries(cast.handler("U12"), penalty, "decide", Penalties.DECISION).is(403);
        client.tries(cast.head("U09"), penalty, "decide", Penalties.DECISION).is(403);

        client.get(cast.handler("U09"), "/api/v1/matters/" + penalty).is(200);
    }

    @Test
    void every_fault_of_a_proposal_is_named_at_once() {
        var kase = filed("填写有误的卷烟案", Stories.SMALL);

        var refused = client.post(cast.handler("U12"), "/api/v1/matters", """
                        {"kind":"penalty","fields":{"about":"%s","party":"某某商行","officers":["nobody"],
                         "proposal":{"facts":"无证","evidence":"笔录","grounds":"第三十二条","sanctions":["fine"],"text":"罚款"},
                         "required":{"hearing":false,"review":false,"discussion":false,"basis":"本行业规定"}}}
                        """.formatted(kase))
                .is(422);

        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString() + " "
                                + e.path("code").asString()))
                .containsExactlyInAnyOrder(
                        "officers two_officers_needed",
                        "officers not_own_officers",
                        "proposal.fine_yuan amount_needed");
    }

    @Test
    void money_is_told_to_the_fen_and_never_beyond_the_fine() {
        var kase = filed("分期缴款的卷烟案", Stories.SMALL);
        var penalties = new Penalties(client, cast, "U12");
        var penalty = penalties.through(kase);

        var bad = """
                {"purpose":"fine","amount_yuan":%s,"paid_on":"%s","channel":"bank","receipt":"桂财0001"}
                """;
        client.tries(cast.handler("U12"), penalty, "record_payment", bad.formatted("0.001", today()))
                .is(422);
        client.tries(cast.handler("U12"), penalty, "record_payment", bad.formatted("2000.01", today()))
                .is(422);
        client.tries(cast.handler("U12"), penalty, "finish", "{\"note\":\"未缴\"}")
                .is(409);
        client.act(cast.handler("U12"), penalty, "record_payment", bad.formatted("0.01", today()));
        client.act(
                cast.head("U12"),
                penalty,
                "postpone",
                "{\"until\":\"" + cast.clock().instant().plus(Duration.ofDays(60)) + "\",\"plan\":\"分两期\"}");

        var clocks = client.see(cast.handler("U12"), penalty).path("clocks");
        assertThat(clocks.valueStream()
                        .map(c -> c.path("clock").asString() + " "
                                + c.path("state").asString()))
                .contains("penalty.pay cancelled", "penalty.postponed running", "litigation.file running");
    }

    @Test
    void the_education_bureau_finds_nothing_of_it_anywhere() {
        var kase = filed("教育局看不到的卷烟处罚案", Stories.SMALL);
        var penalty = new Penalties(client, cast, "U12").through(kase);
        var seen = client.see(cast.handler("U12"), penalty);
        var stranger = cast.handler("U07");

        client.get(stranger, "/api/v1/matters/" + penalty).is(404);
        client.get(stranger, "/api/v1/matters/" + penalty + "/timeline").is(404);
        client.get(stranger, "/api/v1/matters/" + penalty + "/access").is(404);
        for (var document : seen.path("documents")) {
            client.get(
                            stranger,
                            "/api/v1/matters/" + penalty + "/documents/"
                                    + document.path("id").asString())
                    .is(404);
        }
        client.tries(stranger, penalty, "finish", "{\"note\":\"办结\"}").is(404);
        assertThat(client.get(stranger, "/api/v1/matters?kind=penalty").is(200).text())
                .doesNotContain(penalty, "教育局看不到");
        assertThat(client.get(stranger, "/api/v1/matters?q=教育局看不到的卷烟处罚案")
                        .is(200)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(client.get(stranger, "/matters/export?kind=penalty").text()).doesNotContain("教育局看不到");
        assertThat(client.get(stranger, "/api/v1/worklist").is(200).text()).doesNotContain(penalty);
        assertThat(client.get(cast.handler("U12"), "/api/v1/matters?q=教育局看不到的卷烟处罚案")
                        .is(200)
                        .text())
                .contains(penalty);
    }

    @Test
    void the_end_of_a_criminal_case_cites_no_penalty_law() {
        var kase = filed("刑事终结的卷烟案", Stories.REACHED);
        var transfer = stories.transferred("U12", kase, "U08");
        var police = cast.handler("U08");
        client.act(police, transfer, "sign_receipt");
        client.act(police, transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕19号\"}");

        var offered = client.see(police, kase)
                .path("actions")
                .valueStream()
                .filter(a -> a.path("name").asString().equals("close"))
                .findFirst()
                .orElseThrow();
        client.act(police, kase, "close", "{\"outcome\":\"sent_for_prosecution\",\"note\":\"移送审查起诉\"}");
        var timeline = client.get(police, "/api/v1/matters/" + kase + "/timeline")
                .is(200)
                .json()
                .path("items");

        assertThat(offered.path("law").asString() + offered.path("article").asString())
                .doesNotContain("行政处罚法");
        var last = timeline.path(timeline.size() - 1);
        assertThat(last.path("event").asString()).isEqualTo("close");
        assertThat(last.path("law").asString()).contains("四（八）").doesNotContain("行政处罚法");
    }
}
