package cn.daxietong.matter;

import static cn.daxietong.matter.Told.at;
import static cn.daxietong.matter.Told.box;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a lead's unit, its head and the office may do beyond the plain way. */
class LeadStepsTest {
    private final Told told = new Told();

    private UUID lead(String more) {
        return told.open(
                "U18A",
                "lead",
                "{\"title\":\"夜间卸运\",\"source\":\"station_report\",\"description\":\"两次\"" + more + "}");
    }

    private UUID dispatched(String unit) {
        var lead = lead("");
        told.act("OFFICE", lead, "dispatch", "{\"unit\":\"" + unit + "\",\"note\":\"请核查\"}");
        return lead;
    }

    @Test
    void the_head_of_the_market_regulator_extends_a_verification_once_to_thirty_working_days() {
        var lead = dispatched("U12");
        var from = told.clock(lead, "market.verify").startsAt();
        told.act("U12", lead, "accept");
        told.later(Duration.ofDays(10));

        assertThat(refusal(() -> told.act("U12", lead, "extend_verification", "{\"reason\":\"待外地协查\"}"))
                        .code())
                .isEqualTo("forbidden");
        told.head("U12", lead, "extend_verification", "{\"reason\":\"待外地协查\"}");

        assertThat(told.clock(lead, "market.verify").runs()).isFalse();
        assertThat(told.clock(lead, "market.verify.extended").startsAt()).isEqualTo(from);
        assertThat(told.clock(lead, "market.verify.extended").dueAt()).isEqualTo(at("2026-10-19T23:59:59"));
        assertThat(told.todo(lead, "verify").clock()).isEqualTo("market.verify.extended");
        assertThat(refusal(() -> told.head("U12", lead, "extend_verification", "{\"reason\":\"再延\"}"))
                        .code())
                .isEqualTo("not_extendable");
        told.act("U12", lead, "verify", "{\"finding\":\"属实\",\"substantiated\":true}");
        assertThat(told.clock(lead, "market.verify.extended").runs()).isFalse();
    }

    @Test
    void a_verification_that_is_late_or_has_no_such_clock_is_not_extended() {
        var late = dispatched("U12");
        var others = dispatched("U14");
        told.later(Duration.ofDays(40));

        assertThat(refusal(() -> told.head("U12", late, "extend_verification", "{\"reason\":\"待查\"}"))
                        .code())
                .isEqualTo("not_extendable");
        assertThat(refusal(() -> told.head("U14", others, "extend_verification", "{\"reason\":\"待查\"}"))
                        .code())
                .isEqualTo("not_extendable");
    }

    /** 核查不是管辖: anybody near may look, and the office says why where it wants to. */
    @Test
    void a_unit_that_the_tables_do_not_name_may_verify_and_the_reason_stays_on_record() {
        var lead = lead(",\"commodity\":\"alcohol\",\"act\":\"no_lawful_source\"");
        var plain = lead(",\"commodity\":\"alcohol\",\"act\":\"no_lawful_source\"");

        told.act("OFFICE", lead, "dispatch", "{\"unit\":\"U14\",\"deviation_reason\":\"驻点就近核实\"}");
        told.act("OFFICE", plain, "dispatch", "{\"unit\":\"U14\"}");

        assertThat(MatterView.data(told.world.matter(lead).state(), true)
                        .path("deviation_reason")
                        .asString())
                .isEqualTo("驻点就近核实");
        assertThat(told.world.matter(plain).status()).isEqualTo("dispatched");
    }

    @Test
    void the_people_and_vehicles_of_a_lead_are_those_of_its_case() {
        var lead = lead(",\"subjects\":[{\"type\":\"vehicle\",\"value\":\"桂B12345\",\"name\":\"货车\"}]");
        told.act("OFFICE", lead, "dispatch", "{\"unit\":\"U12\"}");
        told.act("U12", lead, "accept");
        told.act("U12", lead, "verify", "{\"finding\":\"属实\",\"substantiated\":true}");
        told.act("U12", lead, "open_case");

        var kase = told.world.matter(told.world.matter(lead).linked("case").orElseThrow());

        var subject = MatterView.data(kase.state(), true).path("subjects").get(0);
        assertThat(subject.path("type").asString()).isEqualTo("vehicle");
        assertThat(subject.path("value").asString()).isEqualTo("桂B12345");
        assertThat(MatterView.data(kase.state(), false).path("subjects").toString())
                .doesNotContain("12345");
    }

    @Test
    void the_form_fills_its_boxes_as_opinions_are_given_and_leaves_the_others_to_the_pen() {
        var lead = lead("");
        var registered = told.world.matter(lead).documents();
        var dispatch = told.act("OFFICE", lead, "dispatch", "{\"unit\":\"U12\",\"note\":\"请核查许可\"}");
        told.act("U12", lead, "accept");
        told.later(Duration.ofDays(2));
        var verify = told.act("U12", lead, "verify", "{\"finding\":\"现场无许可\",\"substantiated\":true}");

        assertThat(registered).hasSize(1);
        assertThat(box(dispatch, "登记单位意见").signer()).contains("经办人");
        assertThat(box(dispatch, "指挥部办公室分派意见").opinion()).contains("请核查许可");
        assertThat(box(dispatch, "核查单位核查结果"))
                .satisfies(box -> assertThat(box.signer()).isNull())
                .satisfies(box -> assertThat(box.on()).isNull());
        assertThat(box(verify, "核查单位核查结果"))
                .satisfies(box -> assertThat(box.opinion()).isEqualTo("查实。现场无许可"))
                .satisfies(box -> assertThat(box.signer()).isEqualTo("县市场监管局经办人"))
                .satisfies(box -> assertThat(box.on()).isEqualTo("2026-09-03"));
    }
}
