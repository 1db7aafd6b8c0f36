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

    private UUID reported() {
        var supervision = applied("OFFICE");
        enlist(supervision);
        told.act("U12", supervision, "name_officer", "{\"officer\":\"u12-handler\"}");
        told.act("U12", supervision, "report_result", "{\"text\":\"已办结\"}");
        return supervision;
    }

    private void failed(UUID supervision, String verifier) {
        told.act("OFFICE", supervision, "assign_verifier", "{\"unit\":\"" + verifier + "\"}");
        told.act(verifier, supervision, "verify", "{\"finding\":\"没有到位\",\"satisfied\":false}");
    }

    private void recused(UUID supervision) {
        var recusal = told.open("U12", "recusal", """
                {"about":"%s","officer":"u12-handler","source":"others","reason":"与当事人是亲属"}
                """.formatted(supervision));
        told.head("U12", recusal, "grant", "{\"successor\":\"u12-handler-2\",\"reason\":\"属实\"}");
    }

    private String officer(UUID supervision) {
        return MatterView.data(told.world.matter(supervision).state(), true)
                .path("officer")
                .asString();
    }

    private void takenOverByTobacco() {
        told.act("U17", told.transferred(kase, "U17"), "sign_receipt");
        assertThat(told.world.matter(kase).owner().value()).isEqualTo("U17");
    }

    @Test
    void an_officer_who_stands_aside_after_the_report_does_not_come_back_when_the_second_look_fails() {
        var supervision = reported();

        recused(supervision);
        failed(supervision, "U17");

        assertThat(officer(supervision)).isEqualTo("u12-handler-2");
    }

    @Test
    void an_officer_is_replaced_while_another_unit_looks() {
        var supervision = reported();
        told.act("OFFICE", supervision, "assign_verifier", "{\"unit\":\"U17\"}");

        recused(supervision);

        assertThat(officer(supervision)).isEqualTo("u12-handler-2");
    }

    @Test
    void a_case_taken_over_after_the_report_is_supervised_with_whoever_has_it_now() {
        var supervision = reported();

        takenOverByTobacco();
        var byItself = refusal(() -> told.act("OFFICE", supervision, "assign_verifier", "{\"unit\":\"U17\"}"));
        failed(supervision, "U09");

        assertThat(byItself.faults().getFirst().code()).isEqualTo("not_independent");
        assertThat(told.world.matter(supervision).unitsWithRole("supervised"))
                .extracting(u -> u.value())
                .containsExactly("U17");
        assertThat(told.todo(supervision, "name_officer").unit().value()).isEqualTo("U17");
        assertThat(told.clock(supervision, "supervision.finish").actorUnit().value())
                .isEqualTo("U17");
    }

    @Test
    void a_unit_that_takes_over_what_it_looks_into_looks_no_more() {
        var supervision = reported();
        told.act("OFFICE", supervision, "assign_verifier", "{\"unit\":\"U17\"}");

        takenOverByTobacco();

        assertThat(told.world.matter(supervision).status()).isEqualTo("reported");
        assertThat(told.world.matter(supervision).unitsWithRole("verifier")).isEmpty();
        assertThat(told.todo(supervision, "assign_verifier").unit().value()).isEqualTo("OFFICE");
        failed(supervision, "U09");
        assertThat(told.todo(supervision, "name_officer").unit().value()).isEqualTo("U17");
    }

    @Test
    void a_third_unit_goes_on_looking_when_the_case_changes_hands() {
        var supervision = reported();
        told.act("OFFICE", supervision, "assign_verifier", "{\"unit\":\"U09\"}");

        takenOverByTobacco();

        assertThat(told.todo(supervision, "verify").unit().value()).isEqualTo("U09");
        assertThat(told.world.matter(supervision).unitsWithRole("supervised"))
                .extracting(u -> u.value())
                .containsExactly("U17");
    }

    @SuppressWarnings("unchecked")
    private <S> String listed(Matter<S> matter) {
        var kind = (MatterKind<S>) told.world.bench.kind(matter.kind());
        return kind.answering(matter.state()).orElseThrow().value() + " "
                + kind.commodity(matter.state()).orElseThrow();
    }
}
