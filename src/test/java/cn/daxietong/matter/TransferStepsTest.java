package cn.daxietong.matter;

import static cn.daxietong.matter.Told.at;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.law.ClockReading.State;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The turns of a transfer that the regulation and the ministry's paper treat differently, and those that come round twice. */
class TransferStepsTest {
    private final Told told = new Told();

    private State state(UUID id, String clock) {
        return told.world
                .bench
                .clocks
                .read(told.clock(id, clock).ledger(), told.world.now)
                .state();
    }

    @Test
    void an_extended_review_counts_beside_the_three_days_and_never_instead() {
        var transfer = told.underReview();
        var signed = told.world.now;
        told.later(Duration.ofHours(20)).act("U08", transfer, "extend_review", "{\"reason\":\"账本真伪需要查证\"}");

        var statute = told.clock(transfer, "transfer.review");
        var ministry = told.clock(transfer, "police.review.verify");

        assertThat(statute.runs()).isTrue();
        assertThat(statute.dueAt()).isEqualTo(at("2026-09-04T23:59:59"));
        assertThat(ministry.startsAt()).isEqualTo(signed);
        assertThat(ministry.dueAt()).isEqualTo(at("2026-09-08T23:59:59"));
        assertThat(told.todo(transfer, "file_criminal_case").dueAt()).isEqualTo(statute.dueAt());
        assertThat(told.world.bench.clocks.rule("police.review.verify").mark().pendingReview())
                .isTrue();
    }

    @Test
    void only_the_head_of_the_police_extends_for_a_complex_case() {
        var transfer = told.underReview();
        told.act("U08", transfer, "extend_review", "{\"reason\":\"需要查证\"}");

        assertThat(refusal(() -> told.act("U08", transfer, "extend_complex_review", "{\"reason\":\"跨省\"}"))
                        .code())
                .isEqualTo("forbidden");
        assertThat(refusal(() -> told.head("U08", transfer, "extend_complex_review", "{}"))
                        .faults()
                        .getFirst()
                        .field())
                .isEqualTo("reason");
        told.head("U08", transfer, "extend_complex_review", "{\"reason\":\"跨省团伙，账目量大\"}");

        assertThat(told.clock(transfer, "police.review.complex").dueAt()).isEqualTo(at("2026-10-01T23:59:59"));
        assertThat(told.clock(transfer, "police.review.verify").cancelled()).isTrue();
        assertThat(told.clock(transfer, "transfer.review").runs()).isTrue();
        assertThat(refusal(() -> told.head("U08", transfer, "extend_complex_review", "{\"reason\":\"再延\"}"))
                        .code())
                .isEqualTo("not_extendable");
    }

    @Test
    void the_three_days_run_out_and_the_procuratorate_learns_of_it_although_the_review_was_extended() {
        var transfer = told.underReview();
        told.head("U08", transfer, "extend_complex_review", "{\"reason\":\"跨省团伙\"}");
        told.later(Duration.ofDays(4));

        var decisions = told.world.announce(transfer);

        assertThat(decisions.stream().flatMap(d -> d.notices().stream()).map(n -> n.unit()
                        .value()))
                .contains("U05", "U08");
        assertThat(state(transfer, "transfer.review")).isEqualTo(State.OVERDUE);
        told.act("U08", transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕1号\"}");
        assertThat(told.clock(transfer, "police.review.complex").runs()).isFalse();
    }

    @Test
    void that_materials_are_missing_is_to_be_told_within_a_day_of_receipt() {
        var early = told.underReview();
        told.later(Duration.ofHours(23)).act("U08", early, "request_supplement", "{\"items\":[\"鉴定意见\"]}");
        var late = told.underReview();
        told.later(Duration.ofHours(25)).act("U08", late, "request_supplement", "{\"items\":[\"鉴定意见\"]}");

        assertThat(state(early, "police.receipt.supplement")).isEqualTo(State.MET);
        assertThat(state(late, "police.receipt.supplement")).isEqualTo(State.OVERDUE);
        assertThat(told.clock(late, "police.supplement").runs()).isTrue();
        told.act("U08", late, "request_supplement", "{\"items\":[\"照片\"]}");
        assertThat(told.world.matter(late).clocks().stream()
                        .filter(c -> c.clock().equals("police.receipt.supplement")))
                .hasSize(1);
    }

    @Test
    void nobody_finds_that_a_case_is_not_his_before_it_was_sent_to_him() {
        var transfer = told.underReview();

        var fault = refusal(() -> told.act(
                        "U08",
                        transfer,
                        "forward",
                        "{\"target_unit\":\"X01\",\"reason\":\"属海关管辖\",\"discovered_at\":\"2026-08-31T10:00\"}"))
                .faults()
                .getFirst();

        assertThat(fault.field()).isEqualTo("discovered_at");
        assertThat(fault.message()).contains("发现无管辖权的时间", "2026年8月31日 10:00", "2026年9月1日 09:00");
        told.act(
                "U08",
                transfer,
                "forward",
                "{\"target_unit\":\"X01\",\"reason\":\"属海关管辖\",\"discovered_at\":\"2026-09-01T09:00\"}");
    }

    @Test
    void a_second_round_of_supervision_needs_an_explanation_of_its_own() {
        var transfer = refusedAndContested();
        told.act("U05", transfer, "require_explanation", "{\"text\":\"请说明\"}");
        told.act("U08", transfer, "explain_refusal", "{\"reason\":\"数额不足\"}");
        told.act("U05", transfer, "accept_explanation", "{\"text\":\"理由成立\"}");
        told.act("U12", transfer, "suggest_supervision", "{\"grounds\":\"有新的账本\"}");

        assertThat(refusal(() -> told.act("U05", transfer, "notify_filing", "{\"text\":\"立案\"}"))
                        .code())
                .isEqualTo("not_explained");
        told.act("U05", transfer, "require_explanation", "{\"text\":\"请就新账本说明\"}");
        told.act("U08", transfer, "explain_refusal", "{\"reason\":\"仍不足\"}");
        told.act("U05", transfer, "notify_filing", "{\"text\":\"应当立案\"}");

        assertThat(told.world.matter(transfer).status()).isEqualTo("received");
    }

    private UUID refusedAndContested() {
        var transfer = told.underReview();
        told.act("U08", transfer, "refuse_to_file", "{\"reason\":\"数额不足\"}");
        told.act("U12", transfer, "suggest_supervision", "{\"grounds\":\"应当立案\"}");
        return transfer;
    }

    @Test
    void what_the_police_must_do_is_called_by_what_brought_it_there() {
        var reviewed = told.underReview();
        var notified = refusedAndContested();
        told.act("U05", notified, "require_explanation", "{\"text\":\"请说明\"}");
        told.act("U08", notified, "explain_refusal", "{\"reason\":\"数额\"}");
        told.act("U05", notified, "notify_filing", "{\"text\":\"应当立案\"}");
        var overturned = told.underReview();
        told.act("U08", overturned, "refuse_to_file", "{\"reason\":\"数额\"}");
        told.act("U12", overturned, "request_reconsideration", "{\"grounds\":\"账本可证\"}");
        told.act("U08", overturned, "decide_reconsideration", "{\"upheld\":false,\"reason\":\"账本可证\"}");

        assertThat(told.todo(reviewed, "file_criminal_case").title()).isEqualTo("审查并决定是否立案");
        assertThat(told.todo(notified, "file_criminal_case"))
                .returns("按检察院通知立案", Todo::title)
                .returns("procuratorate.file.after.notice", Todo::clock)
                .satisfies(t -> assertThat(t.law()).contains("第五百六十三条"));
        assertThat(told.todo(overturned, "file_criminal_case"))
                .returns("按复议决定立案", Todo::title)
                .satisfies(t -> assertThat(t.law()).contains("第九条"));
    }

    @Test
    void three_months_after_a_filing_by_notice_the_procuratorate_may_urge() {
        var transfer = refusedAndContested();
        told.act("U05", transfer, "require_explanation", "{\"text\":\"请说明\"}");
        told.act("U08", transfer, "explain_refusal", "{\"reason\":\"数额\"}");
        told.act("U05", transfer, "notify_filing", "{\"text\":\"应当立案\"}");
        told.act("U08", transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕2号\"}");

        assertThat(told.clock(transfer, "procuratorate.nudge").actorUnit().value())
                .isEqualTo("U05");
        assertThat(refusal(() -> told.act("U05", transfer, "nudge", "{\"text\":\"请尽快侦结\"}"))
                        .code())
                .isEqualTo("nothing_to_nudge");
        told.later(Duration.ofDays(100)).act("U05", transfer, "nudge", "{\"text\":\"请尽快侦结\"}");
        assertThat(told.clock(transfer, "procuratorate.nudge").runs()).isFalse();
    }
}
