package cn.daxietong.matter;

import static cn.daxietong.matter.Told.REACHED;
import static cn.daxietong.matter.Told.SMALL;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of things under a measure when the case moves, ends, or its head says no. */
class MeasureStepsTest {
    private static final String GOODS =
            "{\"items\":[{\"description\":\"卷烟\",\"quantity\":1,\"unit\":\"条\"}],\"seized_at\":\"%s\"%s}";

    private final Told told = new Told();

    private void seize(String unit, UUID kase, String more) {
        told.act(unit, kase, "seize", GOODS.formatted(told.world.now, more));
    }

    private UUID item(UUID kase) {
        return told.world.matter(kase).linked("exhibit").orElseThrow();
    }

    private String status(UUID id) {
        return told.world.matter(id).status();
    }

    private void stored(String unit, UUID item) {
        told.act(unit, item, "store", "{\"place\":\"一号库\",\"category\":\"lasting\"}");
    }

    private void kept(String from, String to, UUID item) {
        told.act(
                from,
                item,
                "hand_over",
                "{\"unit\":\"%s\",\"answer_by\":\"%s\"}".formatted(to, told.world.now.plusSeconds(90_000)));
        told.act(to, item, "take_over", "{\"quantity\":1,\"place\":\"二号库\"}");
    }

    @Test
    void the_end_of_a_criminal_case_reaches_the_things_that_were_held_for_it() {
        var kase = told.aCase("U08", REACHED);
        seize("U08", kase, "");
        stored("U08", item(kase));
        told.act("U08", kase, "file_criminal_case", "{\"number\":\"1号\"}");

        told.act("U08", kase, "close", "{\"outcome\":\"judged\",\"note\":\"判决没收\"}");

        assertThat(told.clock(kase, "seizure.limit").runs()).isFalse();
        assertThat(told.todo(item(kase), "settle").post()).isEqualTo(Post.HEAD);
        told.head("U08", item(kase), "settle", "{\"how\":\"confiscated\",\"legal_basis\":\"判决书\",\"note\":\"上缴\"}");
        assertThat(status(item(kase))).isEqualTo("confiscated");
    }

    @Test
    void what_another_unit_keeps_is_released_by_the_unit_of_the_case_and_before_the_case_ends() {
        var kase = told.aCase("U12", SMALL);
        told.act("U12", kase, "file");
        seize("U12", kase, "");
        stored("U12", item(kase));
        kept("U12", "U14", item(kase));
        var end = "{\"outcome\":\"not_established\",\"note\":\"不成立\"}";

        var held = refusal(() -> told.act("U12", kase, "close", end));
        told.act("U12", kase, "release_items", "{\"items\":[\"1\"],\"reason\":\"不成立\"}");
        told.act("U12", kase, "close", end);

        assertThat(held.faults()).extracting(Fault::code).containsExactly("items_held");
        assertThat(status(item(kase))).isEqualTo("released");
        assertThat(told.todo(item(kase), "return_item").unit().value()).isEqualTo("U14");
    }

    @Test
    void a_taker_releases_what_the_sender_still_holds() {
        var kase = told.aCase("U12", SMALL);
        seize("U12", kase, "");
        var transfer = told.transferred(kase, "U17");
        told.act("U17", transfer, "sign_receipt");

        told.act("U17", kase, "release_items", "{\"items\":[\"1\"],\"reason\":\"不需要\"}");

        assertThat(told.todo(item(kase), "return_item").unit().value()).isEqualTo("U12");
    }

    @Test
    void things_that_the_decision_leaves_to_their_owner_go_back_after_the_case_has_ended() {
        var kase = told.aCase("U12", SMALL);
        told.act("U12", kase, "file");
        seize("U12", kase, "");
        stored("U12", item(kase));
        told.act("U12", kase, "decide_penalty", "{\"kind\":\"fine\",\"amount_yuan\":1000,\"text\":\"罚款\"}");
        told.act("U12", kase, "serve_decision", "{\"served_at\":\"" + told.world.now + "\"}");
        told.act("U12", kase, "close", "{\"outcome\":\"penalised\",\"note\":\"已缴\"}");

        told.head("U12", item(kase), "settle", "{\"how\":\"returned\",\"legal_basis\":\"处罚决定书\",\"note\":\"本人领回\"}");

        assertThat(status(item(kase))).isEqualTo("returned");
    }

    @Test
    void what_the_head_does_not_approve_is_given_back_and_the_decision_says_so() {
        var kase = told.aCase("U12", SMALL);
        seize("U12", kase, ",\"urgent\":true");
        var report = told.todo(kase, "approve_urgent_seizure");

        var refused = told.head("U12", kase, "refuse_measure", """
                {"measure":"urgent_seizure","reason":"与案件无关"}
                """);

        assertThat(report.clock()).isEqualTo("seizure.urgent.report");
        assertThat(refused.getFirst().issued())
                .extracting(i -> i.document().title())
                .containsExactly("查封扣押决定书");
        assertThat(told.clock(kase, "seizure.urgent.report").runs()).isFalse();
        assertThat(told.clock(kase, "seizure.limit").runs()).isFalse();
        assertThat(status(item(kase))).isEqualTo("released");
        assertThat(told.world.matter(kase).todos()).noneMatch(t -> t.action().startsWith("approve"));
    }

    @Test
    void only_what_waits_can_be_refused() {
        var kase = told.aCase("U12", SMALL);
        told.act(
                "U12",
                kase,
                "preserve_evidence",
                GOODS.replace("seized_at", "preserved_at").formatted(told.world.now, ""));

        var other = refusal(
                () -> told.head("U12", kase, "refuse_measure", "{\"measure\":\"seizure\",\"reason\":\"与案件无关\"}"));
        told.head("U12", kase, "refuse_measure", "{\"measure\":\"preservation\",\"reason\":\"与案件无关\"}");

        assertThat(other.faults()).extracting(Fault::code).containsExactly("nothing_to_sign");
        assertThat(told.clock(kase, "penalty.preserve").runs()).isFalse();
        assertThat(status(item(kase))).isEqualTo("released");
    }

    @Test
    void nobody_is_asked_to_sign_what_another_unit_took_on_the_spot() {
        var kase = told.aCase("U12", SMALL);
        seize("U12", kase, ",\"urgent\":true");
        told.act(
                "U12",
                kase,
                "propose_transfer",
                "{\"target_unit\":\"U17\",\"officers\":[\"u12-handler\",\"u12-head\"],\"report\":\"建议移送\",\"deviation_reason\":\"已会商\"}");
        assertThat(Looked.at(told, told.world.matter(kase), "U12", Post.HEAD).cautions("approve_transfer"))
                .containsExactly("measures_unsigned");
        told.head("U12", kase, "approve_transfer", "{}");
        var transfer = told.world.matter(kase).linked("transfer").orElseThrow();
        told.act(
                "U12",
                transfer,
                "send",
                "{\"materials\":[{\"kind\":\"investigation_report\"},{\"kind\":\"inspection_report\"}]}");

        told.act("U17", transfer, "sign_receipt");

        assertThat(told.clock(kase, "seizure.urgent.report").runs()).isFalse();
        assertThat(told.world.matter(kase).todos()).noneMatch(t -> t.action().startsWith("approve"));
    }

    @Test
    void the_customs_detain_for_a_year_and_once_for_another() {
        var kase = told.aCase("X01", REACHED);
        seize("X01", kase, "");
        var first = told.clock(kase, "customs.detain").dueAt();
        told.later(Duration.ofDays(300));

        told.head("X01", kase, "extend_seizure", "{\"reason\":\"境外取证\"}");

        assertThat(first).isEqualTo(Told.at("2027-09-01T23:59:59"));
        assertThat(told.world.matter(kase).clocks()).noneMatch(c -> c.clock().equals("seizure.limit"));
        assertThat(told.clock(kase, "customs.detain.extend").runs()).isTrue();
    }

    @Test
    void a_later_seizure_has_an_extension_of_its_own() {
        var kase = told.aCase("U12", SMALL);
        seize("U12", kase, "");
        told.head("U12", kase, "extend_seizure", "{\"reason\":\"复杂\"}");
        told.act("U12", kase, "release_items", "{\"items\":[\"1\"],\"reason\":\"查清\"}");
        told.later(Duration.ofDays(10));
        seize("U12", kase, "");

        told.head("U12", kase, "extend_seizure", "{\"reason\":\"复杂\"}");

        assertThat(told.clock(kase, "seizure.extend").runs()).isTrue();
    }

    @Test
    void a_case_that_the_tobacco_bureau_finds_itself_is_filed_within_seven_days() {
        var kase = told.aCase("U17", SMALL);

        assertThat(told.clock(kase, "tobacco.file").dueAt()).isEqualTo(Told.at("2026-09-08T23:59:59"));
    }

    @Test
    void a_penalty_that_the_party_may_be_heard_on_is_not_decided_the_short_way() {
        var kase = told.aCase("U12", SMALL);
        told.act("U12", kase, "file");

        var refused = refusal(() -> told.act("U12", kase, "decide_penalty", "{\"kind\":\"licence\",\"text\":\"吊销\"}"));

        assertThat(refused.faults()).extracting(Fault::code).containsExactly("hearing_first");
    }

    @Test
    void the_end_as_penalised_is_warned_of_while_the_decision_is_not_served() {
        var kase = told.aCase("U12", SMALL);
        told.act("U12", kase, "file");
        told.act("U12", kase, "decide_penalty", "{\"kind\":\"fine\",\"amount_yuan\":1000,\"text\":\"罚款\"}");

        assertThat(Looked.at(told, told.world.matter(kase), "U12", Post.HANDLER).cautions("close"))
                .containsExactly("decision_not_served");
    }
}
