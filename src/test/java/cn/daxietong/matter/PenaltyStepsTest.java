package cn.daxietong.matter;

import static cn.daxietong.matter.Told.REACHED;
import static cn.daxietong.matter.Told.SMALL;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Post;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a penalty must go through before it is decided, and what it may not do. */
class PenaltyStepsTest extends PenaltyTold {
    @Test
    void a_case_in_the_procedure_is_not_decided_by_its_short_way_and_not_taken_up_twice() {
        var kase = filed(SMALL);
        begun(kase, false, false, false);

        var shortWay = refusal(
                () -> told.act("U12", kase, "decide_penalty", "{\"kind\":\"fine\",\"amount_yuan\":1,\"text\":\"罚款\"}"));
        var again = refusal(() -> begun(kase, false, false, false));

        assertThat(shortWay.code()).isEqualTo("penalty_procedure");
        assertThat(again.code()).isEqualTo("case_not_ready");
        assertThat(told.world.matters).hasSize(2);
    }

    @Test
    void the_short_way_says_that_the_head_decides_and_this_only_registers_it() {
        var caution = told.world
                .bench
                .kind("case")
                .caution(UUID.randomUUID(), "decide_penalty")
                .orElseThrow();

        assertThat(caution.words()).contains("由本机关负责人作出", "第五十七条", "只是登记负责人已经作出的决定");
    }

    @Test
    void a_case_decided_by_its_short_way_or_not_filed_takes_no_procedure() {
        var unfiled = told.aCase("U12", SMALL);
        var decided = filed(SMALL);
        told.act("U12", decided, "decide_penalty", "{\"kind\":\"fine\",\"amount_yuan\":1,\"text\":\"罚款\"}");

        assertThat(refusal(() -> begun(unfiled, false, false, false)).code()).isEqualTo("case_not_ready");
        assertThat(refusal(() -> begun(decided, false, false, false)).code()).isEqualTo("case_not_ready");
    }

    @Test
    void only_the_unit_that_answers_for_the_case_proposes_and_with_two_officers_of_its_own() {
        var kase = filed(SMALL);
        var stranger = FIELDS.formatted(kase, "fine", "", false, false, false).replace("u12-head", "u17-head");

        var underway = told.aCase("U12", REACHED);
        told.transferred(underway, "U08");

        assertThat(refusal(() -> told.open("U09", "penalty", fields(kase, false, false, false)))
                        .code())
                .isEqualTo("not_an_enforcement_organ");
        assertThat(refusal(() -> begun(underway, false, false, false)).code()).isEqualTo("case_not_ready");
        assertThat(fields(refusal(() -> told.open("U12", "penalty", stranger))))
                .containsExactly("officers", "proposal.fine_yuan");
    }

    @Test
    void a_decision_waits_until_the_question_of_transfer_is_answered() {
        var kase = filed(REACHED);
        var penalty = notified(kase, false);
        told.act("U12", penalty, "deliberate");

        var before = refusal(() -> decide(penalty));
        told.act("U12", kase, "propose_transfer", """
                {"target_unit":"U08","officers":["u12-handler","u12-head"],"report":"建议移送"}
                """);
        told.head("U12", kase, "reject_transfer", "{\"reason\":\"证据不足以认定数额\"}");
        decide(penalty);

        assertThat(before.code()).isEqualTo("transfer_first");
        assertThat(before.detail()).contains("不得以行政处罚代替移送", "第十一条");
        assertThat(status(kase)).isEqualTo("penalty_decided");
    }

    @Test
    void new_facts_that_reach_the_threshold_lock_a_procedure_already_under_way() {
        var kase = filed(SMALL);
        var penalty = notified(kase, false);
        told.act("U12", penalty, "deliberate");

        told.act("U12", kase, "record_facts", "{\"facts\":" + REACHED + "}");

        assertThat(refusal(() -> decide(penalty)).code()).isEqualTo("transfer_first");
        assertThat(told.world.matter(penalty).seenBy(new cn.daxietong.shared.UnitId("U05")))
                .isTrue();
    }

    @Test
    void what_the_case_cannot_take_is_not_decided() {
        var kase = filed(SMALL);
        var penalty = notified(kase, false);
        told.act("U12", penalty, "deliberate");
        told.act("U12", kase, "propose_transfer", """
                {"target_unit":"U17","officers":["u12-handler","u12-head"],"report":"建议移送","deviation_reason":"已会商"}
                """);

        var refused = refusal(() -> decide(penalty));

        assertThat(refused.code()).isEqualTo("action_not_allowed");
        assertThat(status(penalty)).isEqualTo("deliberating");
        assertThat(status(kase)).isEqualTo("transfer_proposed");
    }

    @Test
    void a_case_filed_as_a_crime_ends_the_procedure_and_its_clocks() {
        var kase = filed(REACHED);
        var penalty = notified(kase, true);
        var transfer = told.transferred(kase, "U08");
        told.act("U08", transfer, "sign_receipt");

        told.act("U08", transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕9号\"}");

        assertThat(status(penalty)).isEqualTo("overtaken");
        assertThat(told.world.matter(penalty).clocks()).noneMatch(RunningClock::runs);
        assertThat(told.clock(penalty, "penalty.hearing.request").cancelled()).isTrue();
    }

    @Test
    void a_case_that_another_organ_signs_for_ends_the_procedure() {
        var kase = filed(SMALL);
        var penalty = notified(kase, false);
        var transfer = told.transferred(kase, "U17");

        told.act("U17", transfer, "sign_receipt");

        assertThat(status(penalty)).isEqualTo("overtaken");
        assertThat(told.world.matter(kase).owner().value()).isEqualTo("U17");
    }

    @Test
    void the_hearing_is_asked_for_in_five_working_days_or_given_up() {
        var penalty = notified(filed(SMALL), true);

        var early = refusal(() -> told.act("U12", penalty, "deliberate"));
        told.later(Duration.ofDays(8));
        var late = refusal(
                () -> told.act("U12", penalty, "request_hearing", "{\"requested_at\":\"" + told.world.now + "\"}"));
        told.act("U12", penalty, "deliberate");

        assertThat(fields(early)).containsExactly("waived");
        assertThat(fields(late)).containsExactly("requested_at");
        assertThat(told.clock(penalty, "penalty.hearing.request").cancelled()).isTrue();
    }

    @Test
    void a_hearing_is_announced_seven_working_days_before_and_presided_over_by_another() {
        var penalty = notified(filed(SMALL), true);
        told.act("U12", penalty, "request_hearing", "{\"requested_at\":\"" + told.world.now + "\"}");
        var hearing = "{\"at\":\"%s\",\"place\":\"二楼会议室\",\"presider\":\"%s\"}";

        // 2026-09-01 (Tuesday): the seventh working day is 2026-09-10.
        var soon = refusal(() ->
                told.act("U12", penalty, "schedule_hearing", hearing.formatted("2026-09-10T23:00", "u12-handler")));
        told.act("U12", penalty, "schedule_hearing", hearing.formatted("2026-09-11T09:00", "u12-handler-1"));
        told.later(Duration.ofDays(10));
        told.act("U12", penalty, "hold_hearing", """
                {"held_at":"2026-09-11T09:00","minutes":"双方质证","opinion":"事实清楚"}
                """);

        assertThat(fields(soon)).containsExactlyInAnyOrder("presider", "at");
        assertThat(status(penalty)).isEqualTo("deliberating");
        assertThat(told.clock(penalty, "penalty.hearing.notice").late(told.world.now))
                .isFalse();
    }

    @Test
    void review_and_discussion_come_before_the_decision_where_the_law_asks_for_them() {
        var penalty = reviewedByAnother(true);
        told.act("U12", penalty, "issue_notice");
        confirm(penalty);
        told.act("U12", penalty, "deliberate");

        var unreviewed = refusal(() -> decide(penalty));
        told.act("U12", penalty, "legal_review", REVIEW.formatted("failed", true));
        var failed = refusal(() -> decide(penalty));
        told.act("U12", penalty, "legal_review", REVIEW.formatted("passed", true));
        var undiscussed = refusal(() -> decide(penalty));
        told.head("U12", penalty, "discuss", """
                {"discussed_at":"%s","attendees":["局长","副局长"],"opinions":"同意","conclusion":"按拟处罚内容决定"}
                """.formatted(told.world.now));
        decide(penalty);

        assertThat(List.of(unreviewed.code(), failed.code(), undiscussed.code()))
                .containsExactly("not_reviewed", "not_reviewed", "not_discussed");
        assertThat(status(penalty)).isEqualTo("decided");
    }

    @Test
    void whoever_investigated_does_not_review_and_the_others_of_the_unit_have_the_duty() {
        var penalty = begun(filed(SMALL), false, true, false);
        told.act("U12", penalty, "issue_notice");
        confirm(penalty);
        told.act("U12", penalty, "deliberate");

        var own = refusal(() -> told.act("U12", penalty, "legal_review", REVIEW.formatted("passed", true)));

        assertThat(own.code()).isEqualTo("reviews_own_case");
        assertThat(own.detail()).contains("其他人员", "第五十八条");
        assertThat(told.todo(penalty, "legal_review").unit().value()).isEqualTo("U12");
    }

    @Test
    void a_reviewer_without_the_qualification_is_pointed_out_before_the_decision_and_bars_nothing() {
        var penalty = reviewedByAnother(false);
        told.act("U12", penalty, "issue_notice");
        confirm(penalty);
        told.act("U12", penalty, "deliberate");

        told.act("U12", penalty, "legal_review", REVIEW.formatted("passed", false));
        var before = Looked.at(told, told.world.matter(penalty), "U12", Post.HEAD);
        decide(penalty);

        assertThat(before.cautions("decide")).containsExactly("reviewer_not_qualified");
        assertThat(status(penalty)).isEqualTo("decided");
    }

    @Test
    void a_review_without_the_qualification_may_be_done_again_by_somebody_with_it() {
        var penalty = reviewedByAnother(false);
        told.act("U12", penalty, "legal_review", REVIEW.formatted("passed", false));
        var again = Looked.at(told, told.world.matter(penalty), "U12", Post.HANDLER);

        told.act("U12", penalty, "legal_review", REVIEW.formatted("passed", true));

        assertThat(again.cautions("legal_review")).containsExactly("reviewer_not_qualified");
        assertThat(refusal(() -> told.act("U12", penalty, "legal_review", REVIEW.formatted("passed", true)))
                        .code())
                .isEqualTo("no_review_needed");
    }

    private static final String REVIEW = "{\"verdict\":\"%s\",\"opinion\":\"意见\",\"qualified\":%s}";

    /** Investigated by others than the one who tells the story. */
    private UUID reviewedByAnother(boolean discussion) {
        return told.open(
                "U12",
                "penalty",
                fields(filed(SMALL), false, true, discussion).replace("\"u12-handler\"", "\"u12-handler-2\""));
    }

    @Test
    void whoever_speaks_in_defence_does_not_fare_worse_for_it() {
        var kase = filed(SMALL);
        var penalty = notified(kase, false);
        told.act("U12", penalty, "hear_statement", """
                {"stated_at":"%s","text":"初次经营","response":"情节已考虑","adopted":"no"}
                """.formatted(told.world.now));
        told.act("U12", penalty, "deliberate");
        var harsher = "{"
                + fields(kase, false, false, false)
                        .substring(fields(kase, false, false, false).indexOf("\"proposal\""));
        harsher = harsher.replace("1000.00", "1000.01").stripTrailing();
        var revised = harsher.substring(0, harsher.length() - 1) + ",\"reason\":\"态度\"%s}";

        var refused = refusal(() -> told.act("U12", penalty, "revise", revised.formatted("")));
        told.act("U12", penalty, "revise", revised.formatted(",\"new_facts\":true"));

        assertThat(fields(refused)).containsExactly("proposal.fine_yuan");
        assertThat(status(penalty)).isEqualTo("drafted");
    }

    @Test
    void a_fine_is_not_decided_unless_somebody_answers_for_its_being_the_only_one() {
        var penalty = notified(filed(SMALL), false);
        told.act("U12", penalty, "deliberate");

        var refused = refusal(() -> told.head("U12", penalty, "decide", "{\"reason\":\"裁量适当\"}"));

        assertThat(fields(refused)).containsExactly("single_fine");
        assertThat(refused.faults().getFirst().message()).contains("第二十九条");
    }

    @Test
    void tobacco_that_is_held_before_filing_is_filed_within_seven_days() {
        var kase = told.aCase("U17", SMALL);

        told.act("U17", kase, "seize", """
                {"items":[{"description":"卷烟","quantity":1,"unit":"条"}],"seized_at":"%s"}
                """.formatted(told.world.now));
        var clock = told.clock(kase, "tobacco.file.after.acting");
        told.act("U17", kase, "file");

        assertThat(clock.dueAt()).isEqualTo(Told.at("2026-09-08T23:59:59"));
        assertThat(told.clock(kase, "tobacco.file.after.acting").runs()).isFalse();
    }
}
