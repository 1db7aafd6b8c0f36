package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** The procuratorate's and the justice bureau's opinions, and the way back from a decision not to prosecute to an administrative answer. */
@PlatformTest
class OversightStoryTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;

    OversightStoryTest(MockMvcTester web, Writing writing, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    private String in(int days) {
        return cast.clock().instant().plus(Duration.ofDays(days)).toString();
    }

    private static String status(JsonNode matter) {
        return matter.path("status").asString();
    }

    private String opinion(String unit, String kase, String form) {
        return client.open(cast.handler(unit), "oversight", """
                {"about":"%s","form":"%s","text":"请说明未移送的理由","reply_by":"%s"}
                """.formatted(kase, form, in(7)));
    }

    /** Filed as a crime by the police and closed there as not prosecuted. */
    private String notProsecuted() {
        var kase = stories.aCase("U12", "不起诉的卷烟案", Stories.REACHED);
        client.act(cast.handler("U12"), kase, "file");
        var transfer = stories.transferred("U12", kase, "U08");
        client.act(cast.handler("U08"), transfer, "sign_receipt");
        client.act(cast.handler("U08"), transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕9号\"}");
        client.act(cast.handler("U08"), kase, "close", "{\"outcome\":\"not_prosecuted\",\"note\":\"情节轻微\"}");
        return kase;
    }

    private String registered(String kase) {
        return client.open(
                cast.handler("U05"),
                "reverse_transfer",
                "{\"about\":\"" + kase + "\",\"decided_at\":\"" + cast.clock().instant()
                        + "\",\"summary\":\"情节轻微，应予行政处罚\"}");
    }

    @Test
    void a_case_that_should_have_been_transferred_is_answered_for_until_the_procuratorate_closes_it() {
        var kase = stories.aCase("U12", "应移送未移送的卷烟案", Stories.REACHED);
        var opinion = opinion("U05", kase, "transfer_opinion");

        client.act(cast.handler("U12"), opinion, "reply", "{\"answer\":\"disagrees\",\"text\":\"证据不足\"}");
        client.act(cast.handler("U05"), opinion, "insist", "{\"text\":\"请补充说明\",\"reply_by\":\"" + in(5) + "\"}");
        client.act(cast.handler("U12"), opinion, "reply", "{\"answer\":\"done\",\"text\":\"已提出移送\"}");
        var closed = client.act(cast.handler("U05"), opinion, "close", "{\"result\":\"已移送\"}");

        assertThat(status(closed)).isEqualTo("closed");
        assertThat(closed.path("data").path("exchanges")).hasSize(2);
        client.get(cast.handler("OFFICE"), "/api/v1/matters/" + opinion).is(404);
    }

    @Test
    void each_overseer_keeps_to_its_own_form_and_nobody_else_oversees() {
        var kase = stories.aCase("U12", "受执法监督的卷烟案", Stories.REACHED);
        client.act(cast.handler("U12"), kase, "file");

        client.get(cast.handler("U09"), "/api/v1/matters/" + opinion("U09", kase, "law_enforcement"))
                .is(200);
        client.post(cast.handler("U09"), "/api/v1/matters", """
                        {"kind":"oversight","fields":{"about":"%s","form":"correction","text":"请纠正","reply_by":"%s"}}
                        """.formatted(kase, in(7)))
                .is(422);
        client.post(cast.handler("U12"), "/api/v1/matters", """
                        {"kind":"oversight","fields":{"about":"%s","form":"law_enforcement","text":"请纠正","reply_by":"%s"}}
                        """.formatted(kase, in(7)))
                .is(403);
    }

    @Test
    void a_decision_not_to_prosecute_comes_back_and_ends_in_a_penalty() {
        var reverse = registered(notProsecuted());
        client.act(cast.handler("U05"), reverse, "send_opinion", "{\"unit\":\"U12\",\"text\":\"应当给予行政处罚\"}");
        client.act(cast.handler("U12"), reverse, "accept");
        var opened = client.linked(cast.handler("U12"), reverse, "case");
        client.act(cast.handler("U12"), opened, "file");

        client.act(
                cast.handler("U12"),
                opened,
                "decide_penalty",
                "{\"kind\":\"fine\",\"amount_yuan\":5000,\"text\":\"罚款\"}");

        assertThat(status(client.see(cast.handler("U05"), reverse))).isEqualTo("penalised");
    }

    @Test
    void an_organ_that_does_not_penalise_gives_reasons_or_passes_it_on() {
        var reverse = registered(notProsecuted());
        client.act(cast.handler("U05"), reverse, "send_opinion", "{\"unit\":\"U12\",\"text\":\"应当给予行政处罚\"}");

        client.tries(cast.handler("U12"), reverse, "transfer_on", "{\"unit\":\"U16\",\"reason\":\"寄递渠道\"}")
                .is(422);
        var passed =
                client.act(cast.handler("U12"), reverse, "transfer_on", "{\"unit\":\"U17\",\"reason\":\"属烟草局职权\"}");
        var next = client.linked(cast.handler("U05"), reverse, "reverse_transfer");
        var refused = client.act(cast.handler("U17"), next, "report_no_penalty", "{\"reason\":\"已过追责时效\"}");

        assertThat(status(passed)).isEqualTo("transferred_on");
        assertThat(status(refused)).isEqualTo("not_penalised");
        client.get(cast.handler("U07"), "/api/v1/matters/" + next).is(404);
    }

    @Test
    void a_question_to_the_procuratorate_is_answered_in_time_as_advice() {
        var kase = stories.aCase("U12", "请教证据标准的卷烟案", Stories.SMALL);
        var asked = client.open(cast.handler("U12"), "consultation", """
                {"about":"%s","subject":"evidence","unit":"U05","question":"如何证明经营数额","reply_by":"%s"}
                """.formatted(kase, in(5)));
        client.act(cast.handler("U05"), asked, "accept");
        client.act(cast.handler("U05"), asked, "answer", """
                {"opinion":"以账本、转账记录相互印证","items":[{"requirement":"账本和转账记录","why":"证明经营数额"}]}
                """);
        var closed = client.act(cast.handler("U12"), asked, "close", "{\"taken\":\"adopted\",\"note\":\"已补充\"}");

        assertThat(status(closed)).isEqualTo("closed");
        assertThat(closed.path("documents").get(0).path("title").asString()).isEqualTo("会商咨询意见书");
        client.get(cast.handler("U05"), "/api/v1/matters/" + kase).is(404);
        client.post(cast.handler("U12"), "/api/v1/matters", """
                        {"kind":"consultation","fields":{"subject":"early_intervention","unit":"U04","question":"请提前介入","reply_by":"%s"}}
                        """.formatted(in(5)))
                .is(422);
    }
}
