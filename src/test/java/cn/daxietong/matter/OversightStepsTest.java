package cn.daxietong.matter;

import static cn.daxietong.matter.Told.REACHED;
import static cn.daxietong.matter.Told.SMALL;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which opinion may be put to whom and when, and which case can come back from the procuratorate. */
class OversightStepsTest {
    private final Told told = new Told();

    private UUID opinion(UUID about, String form) {
        return told.open("U05", "oversight", """
                {"about":"%s","form":"%s","text":"请说明","reply_by":"2026-09-20T12:00"}
                """.formatted(about, form));
    }

    private UUID reverse(UUID about, String more) {
        return told.open("U05", "reverse_transfer", """
                {"about":"%s","decided_at":"2026-09-01T09:00","summary":"情节轻微"%s}
                """.formatted(about, more));
    }

    private UUID filedByThePolice(UUID transfer) {
        told.act("U08", transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕9号\"}");
        return told.world.matter(transfer).linked("case").orElseThrow();
    }

    private List<String> forms(String unit, UUID about) {
        var kind = told.world.bench.kind("oversight");
        return forms(kind, unit, told.world.matter(about));
    }

    private <S> List<String> forms(MatterKind<S> kind, String unit, Matter<?> about) {
        var scene =
                told.world.scene(Bench.viewer(new UnitId(unit), Post.HANDLER)).about(about);
        var step = kind.procedure().openingByHand().orElseThrow();
        var blank = Decider.blank(kind, new UUID(0, 0), scene, List.of());
        return new Choices<>(step, blank, scene)
                .fields().stream()
                        .filter(f -> f.name().equals("form"))
                        .flatMap(f -> f.options().stream())
                        .map(Field.Option::value)
                        .toList();
    }

    @Test
    void each_overseer_is_offered_only_the_forms_that_are_its_own_and_fit_the_matter() {
        var kase = told.aCase("U12", REACHED);
        told.act("U12", kase, "file");
        var filed = filedByThePolice(told.underReview());

        assertThat(forms("U09", kase)).containsExactly("law_enforcement");
        assertThat(forms("U05", kase)).containsExactly("transfer_opinion");
        assertThat(forms("U05", filed)).containsExactly("nudge");
    }

    @Test
    void a_correction_goes_to_those_who_file_crimes_and_never_to_the_tobacco_bureau() {
        var kase = told.aCase("U17", REACHED);
        var transfer = told.underReview();

        var refused = refusal(() -> opinion(kase, "correction"));
        var correction = opinion(transfer, "correction");

        assertThat(refused.faults().getFirst().field()).isEqualTo("form");
        assertThat(refused.faults().getFirst().message()).contains("公安机关、海关", "第五百六十四条");
        assertThat(told.todo(correction, "reply").unit().value()).isEqualTo("U08");
    }

    @Test
    void what_was_never_filed_as_a_crime_cannot_come_back_from_the_procuratorate() {
        var kase = told.aCase("U12", REACHED);

        var refused = refusal(() -> reverse(kase, ",\"prosecution\":\"县公安局移送\""));

        assertThat(refused.faults().getFirst().field()).isEqualTo("about");
        assertThat(refused.faults().getFirst().code()).isEqualTo("never_prosecuted");
    }

    @Test
    void where_the_platform_has_no_record_of_the_prosecution_it_is_asked_for() {
        var kase = filedByThePolice(told.underReview());

        var refused = refusal(() -> reverse(kase, ""));
        var reverse = reverse(kase, ",\"prosecution\":\"县公安局8月30日移送审查起诉\"");

        assertThat(refused.faults().getFirst().field()).isEqualTo("prosecution");
        assertThat(told.world.matter(reverse).state().toString()).contains("8月30日移送审查起诉");
    }

    @Test
    void a_decision_is_not_older_than_the_transfer_neither_registered_nor_corrected() {
        var kase = filedByThePolice(told.underReview());
        told.act("U08", kase, "close", "{\"outcome\":\"not_prosecuted\",\"note\":\"情节轻微\"}");
        var early = "{\"about\":\"" + kase + "\",\"decided_at\":\"2026-08-31T09:00\",\"summary\":\"情节轻微\"}";

        var refused = refusal(() -> told.open("U05", "reverse_transfer", early));
        var reverse = reverse(kase, "");
        var again = refusal(() -> told.act("U05", reverse, "correct", """
                {"decided_at":"2026-08-31T09:00","summary":"情节轻微","reason":"日期录错"}
                """));

        assertThat(refused.faults()).singleElement().extracting(f -> f.field()).isEqualTo("decided_at");
        assertThat(again.faults()).singleElement().extracting(f -> f.field()).isEqualTo("decided_at");
    }

    @Test
    void what_was_registered_in_error_is_withdrawn_until_it_is_taken_up_and_can_be_registered_again() {
        var kase = filedByThePolice(told.underReview());
        told.act("U08", kase, "close", "{\"outcome\":\"not_prosecuted\",\"note\":\"情节轻微\"}");
        var reverse = reverse(kase, "");
        told.act("U05", reverse, "send_opinion", "{\"unit\":\"U12\",\"text\":\"应当处罚\"}");

        assertThat(refusal(() -> reverse(kase, "")).faults().getFirst().code()).isEqualTo("already_open");
        told.act("U05", reverse, "withdraw", "{\"reason\":\"登记有误\"}");

        assertThat(told.world.matter(reverse).status()).isEqualTo("withdrawn");
        assertThat(told.world.matter(kase).state().toString()).contains("TAKEN_OVER");
        var anew = reverse(kase, "");
        told.act("U05", anew, "send_opinion", "{\"unit\":\"U12\",\"text\":\"应当处罚\"}");
        told.act("U12", anew, "accept");
        assertThat(Looked.at(told, told.world.matter(anew), "U05", Post.HANDLER)
                        .seen()
                        .offers())
                .extracting(Offer::name)
                .doesNotContain("withdraw");
    }

    @Test
    void a_small_case_is_offered_no_reverse_transfer() {
        var kase = told.aCase("U12", SMALL);
        var kind = told.world.bench.kind("reverse_transfer");

        assertThat(offered(kind, kase)).isFalse();
        assertThat(offered(kind, filedByThePolice(told.underReview()))).isTrue();
    }

    private <S> boolean offered(MatterKind<S> kind, UUID about) {
        var scene = told.world.scene(Bench.viewer(new UnitId("U05"), Post.HANDLER));
        var step = kind.procedure().openingByHand().orElseThrow();
        return new Choices<>(step, Decider.blank(kind, new UUID(0, 0), scene, List.of()), scene)
                .admits("about", told.world.matter(about));
    }
}
