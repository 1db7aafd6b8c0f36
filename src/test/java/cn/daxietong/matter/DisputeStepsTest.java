package cn.daxietong.matter;

import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a dispute when the contested lead changes hands before all have said what they think. */
class DisputeStepsTest {
    private static final String CLAIM = "{\"about\":\"%s\",\"claimed\":\"U17\",\"grounds\":\"方案三（三）\"}";
    private static final String CLOSED = "{\"outcome\":\"dismissed\",\"note\":\"不予立案\"}";
    private static final String DESIGNATION = "{\"unit\":\"U12\",\"authority\":\"鹿寨县人民政府\",\"reason\":\"由最先立案的机关管辖\"}";
    private static final String DECISION =
            "{\"unit\":\"X01\",\"authority\":\"%s\",\"number\":\"某决〔2026〕3号\",\"reason\":\"照决定\",\"attachments\":[{\"title\":\"决定\",\"attachment\":\""
                    + UUID.randomUUID() + "\"}]}";

    private final Told told = new Told();
    private final UUID lead =
            told.open("U17", "lead", "{\"title\":\"某处夜间卸运\",\"source\":\"patrol\",\"description\":\"两次\"}");

    /** 县烟草专卖局 claims for itself what 县市场监管局 holds. */
    private UUID claimedByTobacco() {
        told.act("OFFICE", lead, "dispatch", "{\"unit\":\"U12\"}");
        return told.open("U17", "dispute", """
                {"about":"%s","claimed":"U17","grounds":"方案三（三）：烟草案件移交县烟草专卖局"}
                """.formatted(lead));
    }

    private void advised(UUID dispute, String unit) {
        told.act("U17", dispute, "ask_office", "{\"text\":\"协商不成\"}");
        told.act("OFFICE", dispute, "give_opinion", "{\"unit\":\"" + unit + "\",\"text\":\"协调意见\"}");
        told.act("U17", dispute, "accept_opinion");
    }

    private void handedToTobacco() {
        told.act("U12", lead, "return", "{\"reason\":\"同意由烟草局核查\"}");
        told.act("OFFICE", lead, "dispatch", "{\"unit\":\"U17\"}");
    }

    private String status(UUID dispute) {
        return told.world.matter(dispute).status();
    }

    private String state(UUID dispute) {
        return told.world.matter(dispute).state().toString();
    }

    @Test
    void a_holder_who_hands_the_matter_to_the_party_that_accepted_the_opinion_has_settled_the_dispute() {
        var dispute = claimedByTobacco();
        advised(dispute, "U17");

        handedToTobacco();

        assertThat(status(dispute)).isEqualTo("settled");
        assertThat(state(dispute)).contains("Outcome[way=COORDINATED, unit=U17");
        assertThat(told.world.matter(dispute).documents()).hasSize(2);
    }

    @Test
    void where_the_accepted_opinion_names_another_the_new_holder_has_it_to_carry_out() {
        var dispute = claimedByTobacco();
        advised(dispute, "U12");

        handedToTobacco();

        assertThat(status(dispute)).isEqualTo("decided");
        assertThat(told.todo(dispute, "confirm_done").unit().value()).isEqualTo("U17");
    }

    @Test
    void an_agreement_that_only_the_former_holder_had_not_accepted_stands() {
        var dispute = claimedByTobacco();
        told.act("U17", dispute, "propose_agreement", "{\"unit\":\"U17\",\"text\":\"由烟草局办理\"}");

        handedToTobacco();

        assertThat(status(dispute)).isEqualTo("settled");
        assertThat(state(dispute)).contains("way=AGREED");
    }

    @Test
    void what_was_reported_up_is_still_designated_although_the_lead_changed_hands() {
        var dispute = claimedByTobacco();
        advised(dispute, "U17");
        told.act("U12", dispute, "report_up", "{\"superior\":\"GOV\",\"text\":\"不接受\"}");

        handedToTobacco();

        assertThat(status(dispute)).isEqualTo("reported_up");
        assertThat(told.todo(dispute, "designate")).isNotNull();
    }

    private java.util.List<String> offered(UUID dispute, String action) {
        var matter = told.world.matter(dispute);
        return Looked.at(told, matter, "U12", Post.HANDLER)
                .choices(action, "superior", told.world.bench.units())
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void only_the_government_is_offered_and_taken_as_the_common_superior_of_two_units_of_the_county() {
        var dispute = claimedByTobacco();

        var refused =
                Told.refusal(() -> told.act("U12", dispute, "report_up", "{\"superior\":\"T01\",\"text\":\"协商不成\"}"));

        assertThat(refused.faults().getFirst().code()).isEqualTo("not_the_common_superior");
        assertThat(offered(dispute, "report_up")).hasSize(1).first().asString().contains("GOV");
        assertThat(told.world.matter(dispute).unitsWithRole("superior")).isEmpty();
    }

    @Test
    void where_the_customs_takes_part_it_is_reported_by_letter_and_whoever_reported_registers_the_answer() {
        told.act("OFFICE", lead, "dispatch", "{\"unit\":\"U12\"}");
        var dispute =
                told.open("U12", "dispute", "{\"about\":\"" + lead + "\",\"claimed\":\"X01\",\"grounds\":\"海关法第五条\"}");

        var refused =
                Told.refusal(() -> told.act("U12", dispute, "report_up", "{\"superior\":\"GOV\",\"text\":\"协商不成\"}"));
        told.act("U12", dispute, "report_outside", """
                {"authority":"上一级行政机关","number":"鹿市场监管〔2026〕12号","answered_by":"法规处","text":"请指定"}
                """);

        assertThat(refused.code()).isEqualTo("beyond_the_county");
        assertThat(state(dispute)).contains("鹿市场监管〔2026〕12号", "法规处");
        assertThat(told.world.matter(dispute).todos())
                .filteredOn(t -> t.action().contains("designat"))
                .extracting(t -> t.action() + " " + t.unit().value())
                .containsExactlyInAnyOrder("register_designation U12", "register_designation OFFICE");
    }

    @Test
    void what_was_decided_outside_is_registered_with_its_number_and_its_copy_and_the_letter_says_who_did_what() {
        told.act("OFFICE", lead, "dispatch", "{\"unit\":\"U12\"}");
        var dispute =
                told.open("U12", "dispute", "{\"about\":\"" + lead + "\",\"claimed\":\"X01\",\"grounds\":\"海关法第五条\"}");
        told.act("U12", dispute, "report_outside", """
                {"authority":"上一级行政机关","number":"鹿市场监管〔2026〕12号","answered_by":"法规处","text":"请指定"}
                """);

        var bare = Told.refusal(() -> told.act(
                "U12", dispute, "register_designation", "{\"unit\":\"X01\",\"authority\":\"某机关\",\"reason\":\"照决定\"}"));
        var byTheOther =
                Told.refusal(() -> told.act("X01", dispute, "register_designation", DECISION.formatted("某机关")));
        var onPlatform = Told.refusal(() -> told.head("U12", dispute, "designate", DESIGNATION));
        var letter = letter(told.act("U12", dispute, "register_designation", DECISION.formatted("某机关")));

        assertThat(bare.faults()).extracting(f -> f.field()).contains("number", "attachments");
        assertThat(List.of(byTheOther.code(), onPlatform.code())).containsOnly("forbidden");
        assertThat(status(dispute)).isEqualTo("decided");
        assertThat(letter.masthead().issuer()).isEqualTo(told.world.bench.directory.fullName(new UnitId("U12")));
        assertThat(letter.toString()).contains("作出指定的机关：某机关", "某决〔2026〕3号", "登记单位没有作出指定");
    }

    @Test
    void where_the_superior_is_on_the_platform_only_its_head_designates_and_the_letter_is_its_own() {
        var dispute = claimedByTobacco();
        told.act("U12", dispute, "report_up", "{\"superior\":\"GOV\",\"text\":\"协商不成\"}");

        for (var unit : List.of("U12", "U17", "OFFICE", "GOV")) {
            assertThat(Told.refusal(() -> told.act(unit, dispute, "designate", DESIGNATION))
                            .code())
                    .as(unit)
                    .isEqualTo("forbidden");
        }
        assertThat(Told.refusal(() -> told.act("U12", dispute, "register_designation", DECISION.formatted("鹿寨县人民政府")))
                        .code())
                .isEqualTo("forbidden");
        assertThat(told.world.matter(dispute).todos())
                .filteredOn(t -> t.action().contains("designat"))
                .extracting(t -> t.action() + " " + t.unit().value())
                .containsExactly("designate GOV");
        var letter = letter(told.head("GOV", dispute, "designate", DESIGNATION));

        assertThat(letter.masthead().issuer()).isEqualTo(told.world.bench.directory.fullName(new UnitId("GOV")));
        assertThat(letter.toString()).contains("作出指定的机关：鹿寨县人民政府", "正职负责人在平台上作出").doesNotContain("登记单位");
    }

    @Test
    void a_dispute_over_what_is_closed_meanwhile_ends_by_itself_and_all_are_told() {
        var kase = told.aCase("U12", Told.SMALL);
        var dispute = told.open("U12", "dispute", CLAIM.formatted(kase));
        var coordinated = told.aCase("U12", Told.SMALL);
        var other = told.open("U12", "dispute", CLAIM.formatted(coordinated));
        told.act("U12", other, "ask_office", "{\"text\":\"协商不成\"}");

        var decisions = told.act("U12", kase, "close", CLOSED);
        told.act("U12", coordinated, "close", CLOSED);

        assertThat(List.of(status(dispute), status(other))).containsOnly("ended");
        assertThat(told.world.matter(dispute).todos()).isEmpty();
        assertThat(state(dispute)).contains("有异议的事项已经办结，管辖异议随之终止");
        assertThat(decisions.stream().flatMap(d -> d.notices().stream()))
                .filteredOn(n -> n.text().contains("管辖异议随之终止"))
                .extracting(n -> n.unit().value())
                .containsExactlyInAnyOrder("U12", "U17", "OFFICE");
    }

    private static OfficialDocument letter(List<Decision<?>> decisions) {
        return decisions.getFirst().issued().getFirst().content();
    }

    @Test
    void a_report_is_taken_back_with_a_reason_by_whoever_made_it_until_it_is_decided() {
        var dispute = claimedByTobacco();
        told.act("U17", dispute, "ask_office", "{\"text\":\"协商不成\"}");
        told.act("U12", dispute, "report_up", "{\"superior\":\"GOV\",\"text\":\"协商不成\"}");

        var byAnother = Told.refusal(() -> told.act("U17", dispute, "take_back", "{\"reason\":\"误报\"}"));
        told.act("U12", dispute, "take_back", "{\"reason\":\"继续协调\"}");

        assertThat(byAnother.code()).isEqualTo("forbidden");
        assertThat(status(dispute)).isEqualTo("coordinating");
        assertThat(told.world.matter(dispute).unitsWithRole("superior")).isEmpty();
        assertThat(state(dispute)).contains("撤回报请：继续协调");
    }

    @Test
    void nobody_is_advised_to_give_a_matter_to_a_unit_that_cannot_handle_it() {
        var dispute = claimedByTobacco();

        var agreed =
                refusal(() -> told.act("U17", dispute, "propose_agreement", "{\"unit\":\"U18B\",\"text\":\"协商\"}"));
        told.act("U17", dispute, "ask_office", "{\"text\":\"协商不成\"}");
        var advised =
                refusal(() -> told.act("OFFICE", dispute, "give_opinion", "{\"unit\":\"U18B\",\"text\":\"由加油站管辖\"}"));

        assertThat(List.of(
                        agreed.faults().getFirst().code(),
                        advised.faults().getFirst().code()))
                .containsOnly("not_a_competent_unit");
    }
}
