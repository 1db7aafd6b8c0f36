package cn.daxietong.matter;

import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the office may do with a tip-off's time, and what it must still think of when one proved true. */
class TipStepsTest {
    private static final String REASON = "{\"reason\":\"待外地协查\"}";
    private static final String REWARD = """
            {"about":"%s","standard":"tobacco_loose","base":3,"payer":"U17","case_number":"鹿烟立〔2026〕第9号",
             "eligibility":{"first_teller":true,"official":false,"injured":false,"participated":false,"rewarded":false,"checked":"看过"}}
            """;

    private final Told told = new Told();

    private UUID accepted() {
        var tip = told.open(
                "OFFICE",
                "tipoff",
                "{\"manner\":\"anonymous\",\"filed_on\":\"2026-09-01\",\"commitment\":\"00\",\"named\":false,\"officials\":false}");
        told.act("OFFICE", tip, "accept");
        return tip;
    }

    @Test
    void the_head_of_the_office_lengthens_the_sixty_days_once_by_thirty_and_the_teller_is_written_to() {
        var tip = accepted();
        var from = told.clock(tip, "petition.close").startsAt();
        var due = told.clock(tip, "petition.close").dueAt();
        told.later(Duration.ofDays(50));

        assertThat(refusal(() -> told.act("OFFICE", tip, "extend_time", REASON)).code())
                .isEqualTo("forbidden");
        told.head("OFFICE", tip, "extend_time", REASON);

        assertThat(told.clock(tip, "petition.close").runs()).isFalse();
        var lengthened = told.clock(tip, "petition.close.extended");
        assertThat(lengthened.startsAt()).isEqualTo(from);
        assertThat(Duration.between(due, lengthened.dueAt())).isEqualTo(Duration.ofDays(30));
        assertThat(told.todo(tip, "hand_on").clock()).isEqualTo("petition.close.extended");
        assertThat(told.world.matter(tip).documents())
                .extracting(IssuedDocument::title)
                .containsExactly("延长办理期限告知书");
        assertThat(refusal(() -> told.head("OFFICE", tip, "extend_time", REASON))
                        .code())
                .isEqualTo("not_extendable");
        told.act("OFFICE", tip, "answer", "{\"outcome\":\"unsubstantiated\"}");
        assertThat(told.clock(tip, "petition.close.extended").runs()).isFalse();
        assertThat(told.world.matter(tip).status()).isEqualTo("answered");
    }

    @Test
    void what_is_late_already_is_not_lengthened() {
        var tip = accepted();
        told.later(Duration.ofDays(70));

        assertThat(refusal(() -> told.head("OFFICE", tip, "extend_time", REASON))
                        .code())
                .isEqualTo("not_extendable");
    }

    @Test
    void a_tip_off_that_proved_true_is_on_the_office_s_list_until_its_reward_is_proposed() {
        var tip = accepted();

        told.act("OFFICE", tip, "answer", "{\"outcome\":\"substantiated\",\"basis\":\"处罚决定\"}");

        assertThat(told.world.matter(tip).status()).isEqualTo("to_reward");
        assertThat(told.todo(tip, "no_reward").clock()).isEqualTo("reward.inform");
        var since = told.clock(tip, "reward.inform").startsAt();
        told.later(Duration.ofDays(3));
        var reward = told.open("OFFICE", "reward", REWARD.formatted(tip));
        assertThat(told.world.matter(tip).status()).isEqualTo("answered");
        assertThat(told.world.matter(tip).todos()).isEmpty();
        assertThat(told.clock(reward, "reward.inform").startsAt()).isEqualTo(since);
    }

    @Test
    void whoever_proposes_no_reward_says_why() {
        var tip = accepted();
        told.act("OFFICE", tip, "answer", "{\"outcome\":\"substantiated\",\"basis\":\"处罚决定\"}");

        assertThat(refusal(() -> told.act("OFFICE", tip, "no_reward", "{}")).kind())
                .isEqualTo(cn.daxietong.shared.Refusal.Kind.INVALID);
        told.act("OFFICE", tip, "no_reward", "{\"reason\":\"举报人没有设暗语，无法领取\"}");

        assertThat(told.world.matter(tip).status()).isEqualTo("answered");
        assertThat(told.clock(tip, "reward.inform").runs()).isFalse();
    }

    @Test
    void what_proved_wrong_leaves_nothing_to_think_of() {
        var tip = accepted();

        told.act("OFFICE", tip, "answer", "{\"outcome\":\"unverifiable\"}");

        assertThat(told.world.matter(tip).status()).isEqualTo("answered");
        assertThat(told.world.matter(tip).todos()).isEmpty();
    }

    @Test
    void what_is_said_to_be_true_rests_on_a_case_or_on_a_ground_that_is_written_down() {
        var tip = accepted();

        assertThat(refusal(() -> told.act("OFFICE", tip, "answer", "{\"outcome\":\"substantiated\"}"))
                        .faults())
                .extracting(cn.daxietong.shared.Fault::field)
                .containsExactly("basis");
        assertThat(told.world.matter(tip).status()).isEqualTo("accepted");

        told.act("OFFICE", tip, "answer", "{\"outcome\":\"substantiated\",\"basis\":\"县市场监管局的处罚决定\"}");
        assertThat(told.world.matter(tip).status()).isEqualTo("to_reward");
    }

    @Test
    void a_case_that_came_of_the_lead_is_ground_enough_and_a_lead_that_came_to_nothing_is_none() {
        var proved = led();
        told.act("U12", lead(proved), "verify", "{\"finding\":\"属实\",\"substantiated\":true}");
        told.act("U12", lead(proved), "open_case");
        var disproved = led();
        told.act("U12", lead(disproved), "verify", "{\"finding\":\"查无此事\",\"substantiated\":false}");
        told.act("U12", lead(disproved), "close", "{\"reason\":\"unsubstantiated\",\"note\":\"查否\"}");

        told.act("OFFICE", proved, "answer", "{\"outcome\":\"substantiated\"}");
        assertThat(told.world.matter(proved).status()).isEqualTo("to_reward");
        assertThat(told.world.matter(disproved).status()).isEqualTo("checked");
        assertThat(refusal(() -> told.act("OFFICE", disproved, "answer", "{\"outcome\":\"substantiated\"}"))
                        .faults())
                .extracting(cn.daxietong.shared.Fault::code)
                .containsExactly("basis_required");
    }

    private UUID led() {
        var tip = accepted();
        told.act("OFFICE", tip, "hand_on", "{\"title\":\"冷库冻品\",\"description\":\"请核查\",\"copies\":[]}");
        told.act("OFFICE", lead(tip), "dispatch", "{\"unit\":\"U12\",\"note\":\"请核查\"}");
        told.act("U12", lead(tip), "accept");
        return tip;
    }

    private UUID lead(UUID tip) {
        return told.world.matter(tip).linked("lead").orElseThrow();
    }

    @Test
    void proposing_a_reward_stands_out_and_giving_a_reason_for_none_where_none_can_be_proposed() {
        var tip = accepted();
        told.act("OFFICE", tip, "answer", "{\"outcome\":\"substantiated\",\"basis\":\"处罚决定\"}");
        var looked = Looked.at(told, told.world.matter(tip), "OFFICE", cn.daxietong.shared.Post.HANDLER);

        assertThat(looked.standingOut("reward", "supervision")).containsExactly("reward");
        assertThat(looked.standingOut()).containsExactly("no_reward");
    }

    @Test
    void nobody_at_the_desk_is_offered_what_the_teller_does_and_only_who_has_keys_what_keys_open() {
        var tip = accepted();

        var handler = Looked.at(told, told.world.matter(tip), "OFFICE", cn.daxietong.shared.Post.HANDLER);
        var head = Looked.at(told, told.world.matter(tip), "OFFICE", cn.daxietong.shared.Post.HEAD);

        assertThat(handler.seen().offers())
                .extracting(Offer::name)
                .contains("write", "hand_on")
                .doesNotContain("hear");
        assertThat(head.seen().offers())
                .extracting(Offer::name)
                .contains("extend_time", "answer")
                .doesNotContain("hear", "write", "hand_on");
    }
}
