package cn.daxietong.matter;

import static cn.daxietong.matter.Told.REACHED;
import static cn.daxietong.matter.Told.SMALL;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 回避 on the table alone: who asks, who decides, who goes on. */
class RecusalStepsTest {
    private final Told told = new Told();

    private UUID applied(String unit, UUID about, String officer) {
        return told.open(unit, "recusal", """
                {"about":"%s","officer":"%s","source":"others","reason":"与当事人是亲属"}
                """.formatted(about, officer));
    }

    private List<Decision<?>> granted(String unit, UUID recusal, String successor) {
        return told.head(unit, recusal, "grant", """
                {"successor":"%s","reason":"属实"}
                """.formatted(successor));
    }

    private static List<String> faults(Refusal refusal) {
        return refusal.faults().stream().map(Fault::code).toList();
    }

    private String status(UUID id) {
        return told.world.matter(id).status();
    }

    @Test
    void an_officer_of_any_kind_of_matter_stands_aside_and_another_goes_on() {
        var kase = told.aCase("U12", SMALL);
        var recusal = applied("U12", kase, "u12-handler");

        var issued = granted("U12", recusal, "u12-handler-2");
        var refused = refusal(() -> told.act("U12", kase, "file"));

        assertThat(status(recusal)).isEqualTo("recused");
        assertThat(issued.getFirst().issued())
                .extracting(i -> i.document().title())
                .containsExactly("回避决定书");
        assertThat(refused.code()).isEqualTo("barred");
        assertThat(refused.detail()).contains("鹿打私避〔2026〕1号").contains("解除回避");
    }

    @Test
    void nothing_stops_while_nobody_has_decided() {
        var kase = told.aCase("U12", SMALL);
        applied("U12", kase, "u12-handler");

        told.act("U12", kase, "file");

        assertThat(status(kase)).isEqualTo("filed");
    }

    @Test
    void an_officer_who_asks_it_of_himself_leaves_the_head_to_decide() {
        var kase = told.aCase("U12", SMALL);

        var recusal = told.open("U12", "recusal", """
                {"about":"%s","officer":"u12-handler","source":"oneself","reason":"当事人是本人的表弟"}
                """.formatted(kase));

        assertThat(told.todo(recusal, "grant").title()).isEqualTo("决定是否回避");
    }

    @Test
    void whoever_stands_aside_already_is_not_applied_for_again() {
        var kase = told.aCase("U12", SMALL);
        granted("U12", applied("U12", kase, "u12-handler-3"), "u12-handler-2");

        var again = refusal(() -> applied("U12", kase, "u12-handler-3"));

        assertThat(faults(again)).containsExactly("barred");
    }

    @Test
    void what_is_granted_is_taken_back_by_nobody_but_lifted_by_the_head() {
        var kase = told.aCase("U12", SMALL);
        var recusal = applied("U12", kase, "u12-handler-3");
        granted("U12", recusal, "u12-handler-2");
        var procedure = told.world.bench.kind("recusal").procedure();

        var possible = procedure.from(procedure.status(status(recusal))).stream()
                .filter(step -> !step.isConsequence())
                .map(Step::name);

        assertThat(possible).containsExactly("lift");
    }

    @Test
    void whoever_takes_over_is_another_of_the_same_unit_and_post() {
        var kase = told.aCase("U12", SMALL);
        var recusal = applied("U12", kase, "u12-handler");

        var same = refusal(() -> granted("U12", recusal, "u12-handler"));
        var foreign = refusal(() -> granted("U12", recusal, "u17-handler"));
        var head = refusal(() -> granted("U12", recusal, "u12-head"));

        assertThat(List.of(faults(same), faults(foreign), faults(head))).containsOnly(List.of("no_successor"));
        assertThat(head.faults().getFirst().message()).contains("配备经办人").contains("主持工作的负责人");
    }

    @Test
    void whoever_stands_aside_takes_over_from_nobody() {
        var kase = told.aCase("U12", SMALL);
        granted("U12", applied("U12", kase, "u12-handler-2"), "u12-handler-3");
        var second = applied("U12", kase, "u12-handler");

        var refused = refusal(() -> granted("U12", second, "u12-handler-2"));

        assertThat(faults(refused)).containsExactly("barred");
    }

    @Test
    void over_a_head_the_office_decides_and_over_the_offices_the_group_leader() {
        var kase = told.aCase("U12", SMALL);
        var ofHead = applied("U12", kase, "u12-head");
        var lead = told.open("OFFICE", "lead", "{\"title\":\"某线索\",\"source\":\"internet\",\"description\":\"某事\"}");
        var ofOffice = told.open("OFFICE", "recusal", """
                {"about":"%s","officer":"office-head","source":"others","reason":"亲属","basis":"某法第一条"}
                """.formatted(lead));

        var oneself = refusal(() -> granted("U12", ofHead, "u12-head-2"));
        granted("OFFICE", ofHead, "u12-head-2");
        granted("GOV", ofOffice, "office-head-2");

        assertThat(oneself.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(List.of(status(ofHead), status(ofOffice))).containsOnly("recused");
        assertThat(refusal(() -> told.head("U12", kase, "file", "{}")).code()).isEqualTo("barred");
    }

    @Test
    void where_our_facts_have_no_article_the_applicant_names_one_and_it_is_marked() {
        var transfer = told.underReview();
        var without = refusal(() -> applied("U08", transfer, "u08-handler"));
        var recusal = told.open("U08", "recusal", """
                {"about":"%s","officer":"u08-handler","source":"oneself","reason":"亲属","basis":"某法第一条"}
                """.formatted(transfer));

        var shown = MatterView.data(told.world.matter(recusal).state(), true);

        assertThat(faults(without)).containsExactly("basis_needed");
        assertThat(shown.path("basis").asString()).isEqualTo("某法第一条（待法制审核）");
    }

    @Test
    void a_participant_may_ask_it_of_an_officer_of_the_unit_in_charge_and_of_no_other() {
        var transfer = told.underReview();

        var recusal = told.open("U12", "recusal", """
                {"about":"%s","officer":"u08-handler","source":"others","reason":"亲属","basis":"某法第一条"}
                """.formatted(transfer));
        var other = refusal(() -> applied("U12", transfer, "u17-handler"));
        var oneself = refusal(() -> told.open("U12", "recusal", """
                {"about":"%s","officer":"u12-handler-2","source":"oneself","reason":"亲属"}
                """.formatted(transfer)));

        assertThat(told.world.matter(recusal).owner().value()).isEqualTo("U08");
        assertThat(told.todo(recusal, "grant").unit().value()).isEqualTo("U08");
        assertThat(faults(other)).containsExactly("not_an_officer");
        assertThat(faults(oneself)).containsExactly("not_oneself");
    }

    @Test
    void the_applicant_takes_it_back_and_the_head_lifts_it() {
        var kase = told.aCase("U12", SMALL);
        var first = applied("U12", kase, "u12-handler-2");
        var second = applied("U12", kase, "u12-handler");
        told.act("U12", first, "withdraw", "{\"reason\":\"弄错了人\"}");
        granted("U12", second, "u12-handler-2");

        told.head("U12", second, "lift", "{\"reason\":\"经查不是亲属\"}");
        told.act("U12", kase, "file");

        assertThat(List.of(status(first), status(second), status(kase)))
                .containsExactly("withdrawn", "lifted", "filed");
    }

    @Test
    void whoever_stands_aside_from_a_case_stands_aside_from_what_came_of_it() {
        var kase = told.aCase("U12", SMALL);
        told.act("U12", kase, "seize", """
                {"items":[{"description":"卷烟","quantity":1,"unit":"条"}],"seized_at":"%s"}
                """.formatted(told.world.now));
        granted("U12", applied("U12", kase, "u12-handler"), "u12-handler-2");
        var exhibit = told.world.matter(kase).linked("exhibit").orElseThrow();

        var refused = refusal(() -> told.act(
                "U12", exhibit, "enclose", "{\"attachments\":[{\"attachment\":\"" + UUID.randomUUID() + "\"}]}"));

        assertThat(refused.code()).isEqualTo("barred");
    }

    @Test
    void a_supervision_is_answered_for_by_whoever_takes_over() {
        var kase = told.aCase("U12", SMALL);
        var supervision = told.open("OFFICE", "supervision", """
                {"about":"%s","grounds":["overdue"],"reason":"已经超期"}
                """.formatted(kase));
        told.act(
                "OFFICE",
                supervision,
                "enlist",
                "{\"demand\":\"查清\",\"due_at\":\"" + told.world.now.plusSeconds(900_000) + "\"}");
        told.act("U12", supervision, "name_officer", "{\"officer\":\"u12-handler\"}");

        granted("U12", applied("U12", supervision, "u12-handler"), "u12-handler-2");

        assertThat(MatterView.data(told.world.matter(supervision).state(), true)
                        .path("officer")
                        .asString())
                .isEqualTo("u12-handler-2");
    }

    @Test
    void the_group_of_a_proposed_transfer_goes_on_with_the_successor_and_never_with_one_alone() {
        var kase = told.aCase("U12", REACHED);
        told.act("U12", kase, "propose_transfer", """
                {"target_unit":"U08","officers":["u12-handler","u12-handler-2"],"report":"建议移送","deviation_reason":"已会商"}
                """);
        var recusal = applied("U12", kase, "u12-handler-2");

        var alone = refusal(() -> granted("U12", recusal, "u12-handler"));
        granted("U12", recusal, "u12-handler-3");

        assertThat(faults(alone)).containsExactly("two_officers_needed");
        assertThat(MatterView.data(told.world.matter(kase).state(), true)
                        .path("proposal")
                        .path("officers")
                        .toString())
                .isEqualTo("[\"u12-handler\",\"u12-handler-3\"]");
    }

    @Test
    void an_assistance_that_is_asked_more_after_its_report_goes_on_in_the_hands_of_whoever_took_over() {
        var kase = told.aCase("U12", SMALL);
        var assistance = told.open("U12", "assistance", """
                {"about":"%s","unit":"U17","text":"协查进货台账","due_at":"%s"}
                """.formatted(kase, told.world.now.plusSeconds(900_000)));
        told.act("U17", assistance, "accept", "{\"officer\":\"u17-handler\"}");
        told.act("U17", assistance, "report", "{\"text\":\"已查\"}");

        granted("U17", applied("U17", assistance, "u17-handler"), "u17-handler-2");
        told.act(
                "U12",
                assistance,
                "ask_more",
                "{\"text\":\"再查去向\",\"due_at\":\"" + told.world.now.plusSeconds(900_000) + "\"}");

        assertThat(MatterView.data(told.world.matter(assistance).state(), true)
                        .path("officer")
                        .asString())
                .isEqualTo("u17-handler-2");
    }

    @Test
    void an_assistance_goes_on_in_the_hands_of_whoever_takes_over() {
        var kase = told.aCase("U12", SMALL);
        var assistance = told.open("U12", "assistance", """
                {"about":"%s","unit":"U17","text":"协查进货台账","due_at":"%s"}
                """.formatted(kase, told.world.now.plusSeconds(900_000)));
        told.act("U17", assistance, "accept", "{\"officer\":\"u17-handler\"}");

        granted("U17", applied("U17", assistance, "u17-handler"), "u17-handler-2");

        assertThat(MatterView.data(told.world.matter(assistance).state(), true)
                        .path("officer")
                        .asString())
                .isEqualTo("u17-handler-2");
    }
}
