package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** The main job through the API: what happens to owner, number, sight and custody on each way a transfer can go. */
@PlatformTest
class TransferStoryTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final Reading reading;

    TransferStoryTest(MockMvcTester web, Writing writing, Reading reading, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
        this.reading = reading;
    }

    /** 县教育局 takes no part: through no door and at no moment may it learn that there is anything. */
    private void nothingForTheEducationBureau(String... ids) {
        var bureau = cast.handler("U07");
        for (var id : ids) {
            for (var tail : List.of("", "/timeline", "/access", "/documents/" + id)) {
                client.get(bureau, "/api/v1/matters/" + id + tail).is(404);
            }
            client.tries(bureau, id, "accept", "{}").is(404);
            assertThat(rows(bureau, id)).isZero();
        }
        for (var query : List.of("", "?q=卷烟", "?kind=transfer", "?due=week")) {
            assertThat(client.get(bureau, "/api/v1/matters" + query)
                            .is(200)
                            .json()
                            .path("items"))
                    .isEmpty();
        }
        assertThat(total(bureau)).isZero();
    }

    private int rows(Viewer viewer, String id) {
        return reading.as(viewer, db -> Stream.of(
                        "select count(*) from matter.matter where id = ?::uuid",
                        "select count(*) from matter.inbox where matter_id = ?::uuid",
                        "select count(*) from matter.todo where matter_id = ?::uuid",
                        "select count(*) from matter.clock where matter_id = ?::uuid",
                        "select count(*) from matter.notice where matter_id = ?::uuid",
                        "select count(*) from matter.reading where matter_id = ?::uuid",
                        "select count(*) from matter.key where matter_id = ?::uuid",
                        "select count(*) from ledger.entry where stream = ?::uuid")
                .mapToInt(sql -> db.sql(sql).param(id).query(Integer.class).single())
                .sum());
    }

    private int total(Viewer viewer) {
        return reading.as(
                viewer, db -> db.sql("select (select count(*) from matter.inbox) + (select count(*) from ledger.entry)")
                        .query(Integer.class)
                        .single());
    }

    private static List<String> custodians(JsonNode items) {
        return items.valueStream().map(i -> i.path("custodian").asString()).toList();
    }

    private static JsonNode clock(JsonNode matter, String id) {
        return matter.path("clocks")
                .valueStream()
                .filter(c -> c.path("clock").asString().equals(id))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @Test
    void from_a_lead_to_filing_with_owner_number_sight_and_custody_passing_at_once() {
        var kase = stories.caseFromLead("U18A", "U12");
        var market = cast.handler("U12");
        var police = cast.handler("U08");
        client.act(market, kase, "file");
        client.act(market, kase, "record_facts", "{\"facts\":" + Stories.REACHED + "}");
        client.act(market, kase, "seize", stories.items());
        assertThat(client.tries(market, kase, "decide_penalty", "{\"kind\":\"fine\",\"amount_yuan\":1,\"text\":\"罚\"}")
                        .is(409)
                        .code())
                .isEqualTo("transfer_first");
        client.get(police, "/api/v1/matters/" + kase).is(404);
        var before = client.see(market, kase);

        var transfer = stories.transferred("U12", kase, "U08");
        nothingForTheEducationBureau(kase, transfer);
        var sent = client.see(police, transfer);
        assertThat(sent.path("documents").valueStream().map(d -> d.path("kind").asString()))
                .contains("transfer_letter");
        client.see(cast.handler("OFFICE"), transfer);
        client.see(cast.handler("U01"), transfer);
        var received = client.act(police, transfer, "sign_receipt");
        assertThat(clock(received, "transfer.review").path("state").asString()).isEqualTo("running");
        client.act(police, transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕12号\"}");

        var after = client.see(police, kase);
        assertThat(after.path("owner_unit").asString()).isEqualTo("U08");
        assertThat(after.path("number")).isNotEqualTo(before.path("number"));
        assertThat(after.path("status").asString()).isEqualTo("criminal_investigation");
        client.get(market, "/api/v1/matters/" + kase).is(404);
        assertThat(custodians(after.path("data").path("items"))).containsOnly("U12");

        client.act(market, transfer, "hand_over_items", "{\"items\":[\"1\"]}");
        client.act(police, transfer, "confirm_items");
        assertThat(custodians(client.see(police, kase).path("data").path("items")))
                .containsExactly("U08", "U12");
        assertThat(clock(client.see(market, transfer), "transfer.handover")
                        .path("state")
                        .asString())
                .isEqualTo("running");
        client.act(market, transfer, "hand_over_items");
        client.act(police, transfer, "confirm_items");
        assertThat(clock(client.see(market, transfer), "transfer.handover")
                        .path("state")
                        .asString())
                .isEqualTo("met");
        assertThat(clock(client.see(police, kase), "seizure.limit")
                        .path("state")
                        .asString())
                .isEqualTo("met");

        client.act(police, kase, "close", "{\"outcome\":\"judged\",\"note\":\"判决已生效\"}");
        var kept = client.see(market, transfer);
        assertThat(kept.path("data").path("outcome").asString()).contains("判决已生效");
        nothingForTheEducationBureau(kase, transfer);
    }

    @Test
    void a_refusal_upheld_on_reconsideration_goes_to_filing_supervision_and_ends_in_filing() {
        var market = cast.handler("U12");
        var police = cast.handler("U08");
        var prosecutor = cast.handler("U05");
        var kase = stories.aCase("U12", "不予立案的案件", Stories.REACHED);
        client.act(market, kase, "file");
        var transfer = stories.transferred("U12", kase, "U08");
        client.act(police, transfer, "sign_receipt");
        client.act(police, transfer, "refuse_to_file", "{\"reason\":\"数额认定不足\"}");
        assertThat(client.see(market, kase).path("status").asString()).isEqualTo("filed");

        client.act(market, transfer, "request_reconsideration", "{\"grounds\":\"账本可以证明\"}");
        assertThat(client.see(market, kase).path("status").asString()).isEqualTo("transferring");
        client.act(police, transfer, "decide_reconsideration", "{\"upheld\":true,\"reason\":\"维持\"}");
        client.act(market, transfer, "suggest_supervision", "{\"grounds\":\"应当立案\"}");
        assertThat(client.tries(prosecutor, transfer, "notify_filing", "{\"text\":\"立案\"}")
                        .is(409)
                        .code())
                .isEqualTo("not_explained");
        client.act(prosecutor, transfer, "require_explanation", "{\"text\":\"请说明\"}");
        client.act(police, transfer, "explain_refusal", "{\"reason\":\"数额\"}");
        var notified = client.act(prosecutor, transfer, "notify_filing", "{\"text\":\"应当立案\"}");
        assertThat(clock(notified, "procuratorate.file.after.notice")
                        .path("actor_unit")
                        .asString())
                .isEqualTo("U08");
        assertThat(client.tries(police, transfer, "refuse_to_file", "{\"reason\":\"仍不立\"}")
                        .is(409)
                        .code())
                .isEqualTo("ordered_to_file");
        client.act(police, transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕13号\"}");

        assertThat(client.see(police, kase).path("owner_unit").asString()).isEqualTo("U08");
        nothingForTheEducationBureau(kase, transfer);
    }

    @Test
    void a_transfer_is_returned_sent_again_forwarded_and_withdrawn() {
        var market = cast.handler("U12");
        var kase = stories.aCase("U12", "几经周折的案件", Stories.REACHED);
        client.act(market, kase, "file");
        var transfer = stories.transferred("U12", kase, "U08");

        client.act(cast.handler("U08"), transfer, "return", "{\"reason\":\"缺少鉴定\"}");
        client.get(cast.handler("U08"), "/api/v1/matters/" + transfer).is(404);
        client.act(market, transfer, "send", "{\"materials\":[{\"kind\":\"investigation_report\"}]}");
        var last =
                client.act(cast.handler("U08"), transfer, "forward", "{\"target_unit\":\"X01\",\"reason\":\"属海关管辖\"}");
        assertThat(last.path("actions")).isEmpty();
        client.get(cast.handler("U08"), "/api/v1/matters/" + transfer).is(404);
        client.see(cast.handler("X01"), transfer);
        client.act(market, transfer, "withdraw", "{\"reason\":\"补充证据\"}");

        assertThat(client.see(market, kase).path("status").asString()).isEqualTo("filed");
        assertThat(client.tries(cast.handler("X01"), transfer, "sign_receipt", "{}")
                        .is(409)
                        .code())
                .isEqualTo("action_not_allowed");
    }

    @Test
    void a_head_who_refuses_with_reasons_unlocks_the_penalty() {
        var market = cast.handler("U12");
        var kase = stories.aCase("U12", "正职负责人不批准的案件", Stories.REACHED);
        client.act(market, kase, "file");
        client.act(
                market,
                kase,
                "propose_transfer",
                "{\"target_unit\":\"U08\",\"officers\":" + cast.officers("U12") + ",\"report\":\"建议移送\"}");
        client.tries(market, kase, "reject_transfer", "{\"reason\":\"不够\"}").is(403);
        client.tries(cast.head("U12"), kase, "reject_transfer", "{}").is(422);

        client.act(cast.head("U12"), kase, "reject_transfer", "{\"reason\":\"鉴定结论尚未作出\"}");
        client.act(market, kase, "decide_penalty", "{\"kind\":\"fine\",\"amount_yuan\":5000,\"text\":\"罚款五千元\"}");

        var seen = client.see(cast.handler("U05"), kase);
        assertThat(seen.path("status").asString()).isEqualTo("penalty_decided");
        assertThat(seen.path("data").path("refused_by_head").asString()).isEqualTo("鉴定结论尚未作出");
    }

    @Test
    void between_administrative_organs_the_receipt_makes_the_receiver_the_owner() {
        var market = cast.handler("U12");
        var kase = stories.aCase("U12", "烟草专卖案件", Stories.SMALL);
        client.act(market, kase, "file");
        client.act(market, kase, "seize", stories.items());
        var transfer = stories.transferred("U12", kase, "U17");

        client.act(cast.handler("U17"), transfer, "sign_receipt");

        var taken = client.see(cast.handler("U17"), kase);
        assertThat(taken.path("owner_unit").asString()).isEqualTo("U17");
        assertThat(clock(taken, "tobacco.file").path("actor_unit").asString()).isEqualTo("U17");
        assertThat(clock(taken, "seizure.limit").path("actor_unit").asString()).isEqualTo("U17");
        client.get(market, "/api/v1/matters/" + kase).is(404);
        client.see(market, transfer);
    }
}
