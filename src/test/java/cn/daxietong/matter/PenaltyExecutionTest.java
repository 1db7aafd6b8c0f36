package cn.daxietong.matter;

import static cn.daxietong.matter.Told.REACHED;
import static cn.daxietong.matter.Told.SMALL;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a penalty is carried out, set aside or overtaken, and that nobody is fined twice. */
class PenaltyExecutionTest extends PenaltyTold {
    private static final String URGING = "{\"until\":\"%s\",\"text\":\"请履行\"}";
    private static final String APPLICATION = "{\"reason\":\"逾期不履行\",\"checked\":\"已核对\",\"ten_days_passed\":%s}";

    @Test
    void from_the_end_of_the_investigation_to_execution_the_case_keeps_step() {
        var kase = filed(SMALL);

        var penalty = served(kase);
        var whileRunning = refusal(() -> told.act("U12", kase, "close", "{\"outcome\":\"penalised\",\"note\":\"已缴\"}"));
        told.later(Duration.ofDays(1));
        pay(penalty, "fine", "1000", "2026-09-02");
        told.act("U12", penalty, "finish", "{\"note\":\"已缴清\"}");
        told.act("U12", kase, "close", "{\"outcome\":\"penalised\",\"note\":\"已缴清\"}");

        assertThat(whileRunning.code()).isEqualTo("penalty_not_executed");
        assertThat(status(penalty)).isEqualTo("executed");
        assertThat(status(kase)).isEqualTo("closed");
        assertThat(told.clock(penalty, "penalty.pay").cancelled()).isFalse();
    }

    @Test
    void what_is_owed_on_a_day_is_derived_and_stands_on_the_account() {
        var penalty = served(filed(SMALL));
        told.later(Duration.ofDays(60));
        pay(penalty, "fine", "400", "2026-09-17");

        var tooMuch = refusal(() -> pay(penalty, "fine", "600.01", "2026-09-18"));
        var cents = refusal(() -> pay(penalty, "fine", "1.001", "2026-09-18"));
        var account = words(told.act("U12", penalty, "draw_up_account", "{\"as_of\":\"2026-09-20\"}"));

        // Served on 2026-09-01, to be paid by 09-16: one day on 1000, three on 600.
        assertThat(account).contains("逾期4日", "84.00元", "未缴罚款", "600.00元", "2026年9月16日");
        assertThat(fields(tooMuch)).containsExactly("amount_yuan");
        assertThat(cents.faults().getFirst().message()).contains("分");
    }

    @Test
    void whoever_does_not_pay_is_urged_and_then_brought_to_court_which_ends_it() {
        var penalty = served(filed(SMALL));

        var early = refusal(
                () -> told.act("U12", penalty, "urge", URGING.formatted(told.world.now.plus(Duration.ofDays(10)))));
        told.later(Duration.ofDays(200));
        told.act("U12", penalty, "urge", URGING.formatted(told.world.now.plus(Duration.ofDays(15))));
        var unpaid = refusal(() -> told.act("U12", penalty, "finish", "{\"note\":\"终结\"}"));
        told.head(
                "U12",
                penalty,
                "apply_to_court",
                "{\"reason\":\"逾期不履行\",\"checked\":\"期限均已届满\",\"ten_days_passed\":true}");
        var silent = refusal(() -> told.act("U12", penalty, "finish", "{\"note\":\"法院执行终结\"}"));
        told.act("U12", penalty, "finish", "{\"note\":\"法院执行终结\",\"surcharge_note\":\"一并执行\"}");

        assertThat(early.code()).isEqualTo("not_overdue");
        assertThat(unpaid.code()).isEqualTo("fine_unpaid");
        assertThat(fields(silent)).containsExactly("surcharge_note");
        assertThat(status(penalty)).isEqualTo("executed");
    }

    @Test
    void nobody_is_brought_to_court_before_the_time_for_review_and_suit_is_over() {
        var penalty = served(filed(SMALL));
        told.later(Duration.ofDays(30));
        told.act("U12", penalty, "urge", URGING.formatted(told.world.now.plus(Duration.ofDays(15))));
        told.later(Duration.ofDays(100));

        var locked = refusal(() -> told.head("U12", penalty, "apply_to_court", APPLICATION.formatted("true")));
        told.later(Duration.ofDays(60));
        var silent = refusal(
                () -> told.head("U12", penalty, "apply_to_court", "{\"reason\":\"逾期不履行\",\"checked\":\"期限均已届满\"}"));
        var issued = told.head("U12", penalty, "apply_to_court", APPLICATION.formatted("false"));

        assertThat(locked.code()).isEqualTo("remedy_period_open");
        assertThat(locked.detail()).contains("2027年3月1日", "第四十六条");
        assertThat(fields(silent)).containsExactly("ten_days_passed");
        assertThat(words(issued))
                .as("an article that awaits legal review blocks nobody")
                .doesNotContain("已满十日");
    }

    @Test
    void after_a_review_that_upheld_the_decision_fifteen_days_are_left_to_sue() {
        var penalty = served(filed(SMALL));
        told.later(Duration.ofDays(30));
        told.act(
                "U12", penalty, "contest", "{\"remedy\":\"reconsideration\",\"from\":\"2026-09-20\",\"body\":\"县政府\"}");
        var upheld = "{\"result\":\"upheld\",\"to\":\"2026-09-28\",%s\"text\":\"维持\"}";

        var unknown = refusal(() -> told.act("U12", penalty, "end_contest", upheld.formatted("")));
        var early = refusal(
                () -> told.act("U12", penalty, "end_contest", upheld.formatted("\"received_on\":\"2026-09-27\",")));
        told.act("U12", penalty, "end_contest", upheld.formatted("\"received_on\":\"2026-09-29\","));
        told.act("U12", penalty, "urge", URGING.formatted(told.world.now.plus(Duration.ofDays(15))));
        var locked = refusal(() -> told.head("U12", penalty, "apply_to_court", APPLICATION.formatted("true")));
        told.later(Duration.ofDays(16));
        told.head("U12", penalty, "apply_to_court", APPLICATION.formatted("true"));

        assertThat(fields(unknown)).containsExactly("received_on");
        assertThat(fields(early)).containsExactly("received_on");
        assertThat(locked.detail()).contains("2026年10月14日");
        assertThat(told.clock(penalty, "litigation.file").runs()).isFalse();
        assertThat(status(penalty)).isEqualTo("court");
    }

    @Test
    void a_decision_set_aside_leaves_the_case_waiting_for_one() {
        var kase = filed(SMALL);
        var penalty = served(kase);

        told.act("U12", penalty, "record_revocation", """
                {"body":"县人民政府","on":"2026-09-01","reason":"程序违法"}
                """);
        var anew = decided(kase);

        assertThat(status(penalty)).isEqualTo("revoked");
        assertThat(status(anew)).isEqualTo("decided");
    }

    @Test
    void what_was_paid_counts_towards_a_criminal_fine_when_the_case_turns_criminal() {
        var kase = filed(REACHED);
        var transfer = told.transferred(kase, "U08");
        told.act("U08", transfer, "sign_receipt");
        told.act("U08", transfer, "refuse_to_file", "{\"reason\":\"数额不足\"}");
        var penalty = served(kase);
        pay(penalty, "fine", "300", "2026-09-01");

        supervisedIntoFiling(transfer, "鹿公立字〔2026〕10号");

        assertThat(status(penalty)).isEqualTo("overtaken");
        assertThat(told.world.matter(penalty).state().toString()).contains("已缴罚款300.00元，折抵相应罚金");
    }

    @Test
    void an_act_that_was_fined_before_it_became_a_crime_is_not_fined_by_the_organ_it_comes_back_to() {
        var kase = filed(REACHED);
        var transfer = told.transferred(kase, "U08");
        told.act("U08", transfer, "sign_receipt");
        told.act("U08", transfer, "refuse_to_file", "{\"reason\":\"数额不足\"}");
        told.act("U12", kase, "decide_penalty", "{\"kind\":\"fine\",\"amount_yuan\":500,\"text\":\"罚款\"}");
        supervisedIntoFiling(transfer, "鹿公立字〔2026〕11号");
        told.act("U08", kase, "close", "{\"outcome\":\"not_prosecuted\",\"note\":\"情节轻微\"}");
        var reverse = told.open("U05", "reverse_transfer", """
                {"about":"%s","decided_at":"%s","summary":"情节轻微"}
                """.formatted(kase, told.world.now));
        told.act("U05", reverse, "send_opinion", "{\"unit\":\"U17\",\"text\":\"应当给予行政处罚\"}");
        told.act("U17", reverse, "accept");
        var own = told.world.matter(reverse).linked("case").orElseThrow();
        told.act("U17", own, "file");

        var shortWay = refusal(
                () -> told.act("U17", own, "decide_penalty", "{\"kind\":\"fine\",\"amount_yuan\":1,\"text\":\"罚款\"}"));
        var procedure = refusal(() ->
                told.open("U17", "penalty", fields(own, false, false, false).replace("u12", "u17")));
        told.act("U17", own, "decide_penalty", "{\"kind\":\"confiscation\",\"text\":\"没收违法所得\"}");

        assertThat(shortWay.code()).isEqualTo("second_fine");
        assertThat(shortWay.detail()).contains("第二十九条").doesNotContain("500", "县市场监管局");
        assertThat(fields(procedure)).containsExactly("proposal.sanctions");
        assertThat(status(own)).isEqualTo("penalty_decided");
    }
}
