package cn.daxietong.matter;

import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two tip-offs about the same: which is merged into which, and how that is taken back. */
class MergedTipsTest {
    private static final String INTO = "{\"about\":\"%s\"}";
    private static final String NOT_THE_SAME = "{\"reason\":\"地点不同，不是同一件事\"}";
    private static final String REWARD = """
            {"about":"%s","standard":"tobacco_loose","base":3,"payer":"U17","case_number":"鹿烟立〔2026〕第9号",
             "eligibility":{"first_teller":true,"official":false,"injured":false,"participated":false,"rewarded":false,"checked":"看过"}}
            """;

    private final Told told = new Told();

    private UUID received() {
        return told.open(
                "OFFICE",
                "tipoff",
                "{\"manner\":\"anonymous\",\"filed_on\":\"2026-09-01\",\"commitment\":\"00\",\"named\":false,\"officials\":false}");
    }

    private String status(UUID tip) {
        return told.world.matter(tip).status();
    }

    @Test
    void only_an_earlier_tip_off_that_goes_on_by_itself_takes_another_in_and_no_other_is_offered() {
        var first = received();
        var second = received();
        var third = received();

        assertThat(refusal(() -> told.act("OFFICE", first, "merge", INTO.formatted(second)))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("not_earlier");
        assertThat(refusal(() -> told.act("OFFICE", first, "merge", INTO.formatted(first)))
                        .faults())
                .isNotEmpty();
        assertThat(status(first)).isEqualTo("received");

        told.act("OFFICE", second, "merge", INTO.formatted(first));
        List<Matter<?>> all = List.of(told.world.matter(first), told.world.matter(second), told.world.matter(third));
        assertThat(Looked.at(told, told.world.matter(third), "OFFICE", Post.HANDLER)
                        .choices("merge", "about", all))
                .extracting(Matter::id)
                .containsExactly(first);
        assertThat(refusal(() -> told.act("OFFICE", third, "merge", INTO.formatted(second)))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("not_earlier");
    }

    @Test
    void the_ninth_and_the_tenth_are_compared_as_numbers() {
        UUID ninth = null;
        for (int n = 1; n <= 9; n++) {
            ninth = received();
        }
        var tenth = received();

        told.act("OFFICE", tenth, "merge", INTO.formatted(ninth));

        assertThat(status(tenth)).isEqualTo("merged");
    }

    @Test
    void a_merging_is_taken_back_with_a_reason_and_the_time_counts_from_where_it_counted() {
        var first = received();
        var second = received();
        told.act("OFFICE", second, "accept");
        var since = told.clock(second, "petition.close").startsAt();
        told.later(Duration.ofDays(2));
        told.act("OFFICE", second, "merge", INTO.formatted(first));
        assertThat(told.clock(second, "petition.close").runs()).isFalse();
        told.later(Duration.ofDays(3));

        assertThat(refusal(() -> told.act("OFFICE", second, "unmerge", "{}")).kind())
                .isEqualTo(cn.daxietong.shared.Refusal.Kind.INVALID);
        told.act("OFFICE", second, "unmerge", NOT_THE_SAME);

        assertThat(status(second)).isEqualTo("accepted");
        assertThat(told.clock(second, "petition.close").runs()).isTrue();
        assertThat(told.clock(second, "petition.close").startsAt()).isEqualTo(since);
        assertThat(told.clock(second, "petition.inform").runs()).isFalse();
        assertThat(told.todo(second, "hand_on").clock()).isEqualTo("petition.close");
        assertThat(status(first)).isEqualTo("received");
    }

    @Test
    void what_was_merged_before_it_was_accepted_waits_to_be_accepted_again() {
        var first = received();
        var second = received();
        told.act("OFFICE", second, "merge", INTO.formatted(first));

        told.act("OFFICE", second, "unmerge", NOT_THE_SAME);

        assertThat(status(second)).isEqualTo("received");
        assertThat(told.clock(second, "petition.inform").runs()).isTrue();
        told.act("OFFICE", second, "merge", INTO.formatted(first));
        assertThat(status(second)).isEqualTo("merged");
    }

    @Test
    void once_a_reward_for_the_earlier_one_was_proposed_nothing_is_taken_back() {
        var first = received();
        var second = received();
        told.act("OFFICE", second, "merge", INTO.formatted(first));
        told.act("OFFICE", first, "accept");
        told.act("OFFICE", first, "answer", "{\"outcome\":\"substantiated\",\"basis\":\"处罚决定\"}");
        told.open("OFFICE", "reward", REWARD.formatted(first));

        var refused = refusal(() -> told.act("OFFICE", second, "unmerge", NOT_THE_SAME));

        assertThat(refused.code()).isEqualTo("rewarded_meanwhile");
        assertThat(status(second)).isEqualTo("merged");
    }

    @Test
    void the_reason_why_there_is_no_reward_bars_nothing() {
        var first = received();
        var second = received();
        told.act("OFFICE", second, "merge", INTO.formatted(first));
        told.act("OFFICE", first, "accept");
        told.act("OFFICE", first, "answer", "{\"outcome\":\"substantiated\",\"basis\":\"处罚决定\"}");
        told.act("OFFICE", first, "no_reward", "{\"reason\":\"没有设暗语\"}");

        told.act("OFFICE", second, "unmerge", NOT_THE_SAME);

        assertThat(status(second)).isEqualTo("received");
        assertThat(status(first)).isEqualTo("answered");
    }
}
