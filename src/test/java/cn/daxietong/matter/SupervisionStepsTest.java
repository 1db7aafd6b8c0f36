package cn.daxietong.matter;

import static cn.daxietong.matter.Told.SMALL;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 督办: what is demanded when it is urged, one at a time, and how its list names it. */
class SupervisionStepsTest {
    private final Told told = new Told();
    private final UUID kase = told.aCase("U12", SMALL);

    private UUID applied(String unit) {
        return told.open(
                unit,
                "supervision",
                "{\"about\":\"" + kase + "\",\"grounds\":[\"public_concern\"],\"reason\":\"社会关注\"}");
    }

    private void enlist(UUID supervision) {
        told.act("OFFICE", supervision, "enlist", "{\"demand\":\"查清来源\",\"due_at\":\"2026-09-10T12:00\"}");
    }

    @Test
    void the_letter_that_urges_says_what_was_demanded() {
        var supervision = applied("U12");
        enlist(supervision);

        var urged = told.act("OFFICE", supervision, "urge", "{\"note\":\"三日内报送进货台账\"}");

        assertThat(urged.getFirst().issued().getFirst().content().toString()).contains("三日内报送进货台账", "第1次催办");
    }

    @Test
    void a_matter_under_supervision_is_not_put_under_it_again_and_the_open_one_is_named() {
        var first = applied("U12");
        var number = told.world.matter(first).number();

        var again = refusal(() -> applied("U12"));

        assertThat(again.faults().getFirst().field()).isEqualTo("about");
        assertThat(again.faults().getFirst().message()).contains(number, "三（四）");
    }

    @Test
    void who_does_not_see_the_open_one_is_told_nothing_of_it_and_the_office_enlists_only_one() {
        told.act("U12", kase, "file");
        var first = applied("U12");
        var second = applied("U09");
        enlist(first);

        var refused = refusal(() -> enlist(second));

        assertThat(refused.code()).isEqualTo("already_open");
        assertThat(refused.detail()).contains(told.world.matter(first).number());
    }

    @Test
    void its_list_names_the_supervised_unit_and_the_goods() {
        assertThat(listed(told.world.matter(applied("U12")))).isEqualTo("U12 tobacco");
    }

    @SuppressWarnings("unchecked")
    private <S> String listed(Matter<S> matter) {
        var kind = (MatterKind<S>) told.world.bench.kind(matter.kind());
        return kind.answering(matter.state()).orElseThrow().value() + " "
                + kind.commodity(matter.state()).orElseThrow();
    }
}
