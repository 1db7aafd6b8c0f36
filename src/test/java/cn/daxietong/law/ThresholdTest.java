package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.law.ThresholdAssessment.Hit;
import cn.daxietong.law.ThresholdAssessment.Result;
import cn.daxietong.law.ThresholdAssessment.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
    private static final Threshold THRESHOLD = Threshold.bundled();

    private static ThresholdAssessment assess(String facts) {
        return THRESHOLD.assess(TestFacts.facts(facts));
    }

    private static String phones(String... penalties) {
        StringBuilder prior = new StringBuilder();
        for (String date : penalties) {
            prior.append(prior.isEmpty() ? "" : ",").append("{\"date\":\"%s\",\"kind\":\"smuggling\"}".formatted(date));
        }
        return """
            {"commodity":"electronics","act":"smuggling","conduct_date":"2026-03-16","entity":"person","tax_evaded_yuan":100,
             "goods":[{"nature":"ordinary"}],"prior_penalties":[%s]}""".formatted(prior);
    }

    @Test
    void two_penalties_within_the_year_reach_and_one_or_an_older_one_does_not() {
        assertThat(assess(phones("2025-03-16", "2025-11-14")).result()).isEqualTo(Result.REACHED);
        assertThat(assess(phones("2025-03-15", "2025-11-14")).result()).isEqualTo(Result.NOT_REACHED);
        assertThat(assess(phones("2025-11-14")).result()).isEqualTo(Result.NOT_REACHED);
        assertThat(assess(phones("2025-06-01", "2025-08-01", "2025-11-14")).result())
                .isEqualTo(Result.REACHED);
    }

    @Test
    void penalties_of_another_kind_do_not_count() {
        String facts = phones("2025-06-01", "2025-11-14").replace("\"kind\":\"smuggling\"", "\"kind\":\"tobacco\"");

        assertThat(assess(facts).result()).isEqualTo(Result.NOT_REACHED);
    }

    @Test
    void repeated_smuggling_of_admitted_frozen_goods_counts_too() {
        assertThat(assess("""
            {"commodity":"frozen_goods","act":"smuggling","conduct_date":"2026-03-16","entity":"person",
             "goods":[{"quarantine_permit":true,"from_epidemic_area":false}],
             "prior_penalties":[{"date":"2025-06-01","kind":"smuggling"},{"date":"2025-11-14","kind":"smuggling"}]}""").hits()).extracting(Hit::limb).containsExactly("smuggling.repeated.frozen");
    }

    @Test
    void a_special_vehicle_reaches_whatever_the_weight() {
        String facts = """
            {"commodity":"frozen_goods","act":"smuggling","conduct_date":"2026-03-16","entity":"person",
             "goods":[{"weight_tonnes":0.1,"value_yuan":1000,"quarantine_permit":false,"from_epidemic_area":false}]%s}""";

        assertThat(assess(facts.formatted(",\"circumstances\":[\"special_vehicle\"]"))
                        .result())
                .isEqualTo(Result.REACHED);
        assertThat(assess(facts.formatted("")).result()).isEqualTo(Result.NOT_REACHED);
    }

    @ParameterizedTest
    @CsvSource({
        "vehicles_and_parts, '\"nature\":\"used_machinery\"', REACHED",
        "vehicles_and_parts, '\"nature\":\"ordinary\"', NOT_REACHED",
        "electronics, '\"nature\":\"ordinary\"', NOT_REACHED",
        "chemical_feedstock, '\"nature\":\"toxic\"', REACHED",
        "chemical_feedstock, '\"nature\":\"ordinary\"', NOT_REACHED",
        "frozen_goods, '\"quarantine_permit\":true,\"from_epidemic_area\":false', NOT_REACHED",
        "frozen_goods, '\"quarantine_permit\":true,\"from_epidemic_area\":true', REACHED",
        "livestock, '\"quarantine_permit\":true,\"from_epidemic_area\":false', NOT_REACHED",
        "endangered_species, '\"nature\":\"rare_plant\",\"species_level\":\"second\",\"quantity\":1', REACHED"
    })
    void a_grave_circumstance_stands_in_for_the_amount_of_prohibited_goods_only(
            String commodity, String goods, Result result) {
        var facts = """
            {"commodity":"%s","act":"smuggling","conduct_date":"2026-03-16","entity":"person","tax_evaded_yuan":100,"prior_penalties":[],
             "goods":[{"weight_tonnes":0.1,"value_yuan":100,%s}],"circumstances":["special_vehicle"]}""";

        assertThat(assess(facts.formatted(commodity, goods)).result()).isEqualTo(result);
    }

    @Test
    void the_figures_of_a_graver_penalty_stand_beside_the_limb_and_grade_nothing() {
        var hit = assess("""
            {"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"2026-03-01","entity":"person","business_amount_yuan":250000}""").hits().getFirst();

        assertThat(hit.graver()).isEqualTo("25万元以上");
        assertThat(hit.state()).isEqualTo(State.REACHED);
    }

    @ParameterizedTest
    @CsvSource({
        "gain, 30000, '\"illegal_gain_yuan\":$,\"goods\":[{\"counterfeit\":true,\"substandard\":false,\"value_yuan\":0,\"sold\":false}]'",
        "sold, 50000, '\"illegal_gain_yuan\":0,\"goods\":[{\"counterfeit\":true,\"substandard\":false,\"value_yuan\":$,\"sold\":true}]'",
        "unsold, 150000, '\"illegal_gain_yuan\":0,\"goods\":[{\"counterfeit\":true,\"substandard\":false,\"value_yuan\":$,\"sold\":false}]'"
    })
    void selling_fakes_before_the_interpretation_of_2025_is_not_held_against_it(String limb, int at, String facts) {
        var fakes = "{\"commodity\":\"alcohol\",\"act\":\"counterfeit\",\"conduct_date\":\"%s\",\"entity\":\"person\","
                + "\"prior_penalties\":[]," + facts + "}";

        assertThat(reviewed(fakes.formatted("2025-04-25"), at - 1)).isEmpty();
        assertThat(reviewed(fakes.formatted("2025-04-25"), at))
                .containsExactly("trademark.sale." + limb + ".before criminal.214");
        assertThat(reviewed(fakes.formatted("2025-04-26"), at)).contains("trademark.sale." + limb + " ip_2025");
    }

    private static List<String> reviewed(String facts, int figure) {
        return assess(facts.replace("$", String.valueOf(figure))).hits().stream()
                .filter(h -> h.state() == State.PENDING_REVIEW && h.limb().startsWith("trademark.sale"))
                .map(h -> h.limb() + " " + h.articleId())
                .toList();
    }

    @Test
    void meat_that_failed_quarantine_reaches_without_an_amount_and_suspicion_alone_waits() {
        String facts = """
            {"commodity":"frozen_goods","act":"substandard","conduct_date":"%s","entity":"person",
             "goods":[{"value_yuan":100,"sold":true%s}],"business_amount_yuan":100}""";

        assertThat(assess(facts.formatted("2022-01-01", ",\"substandard\":true"))
                        .result())
                .isEqualTo(Result.REACHED);
        assertThat(assess(facts.formatted("2021-12-31", ",\"substandard\":true"))
                        .result())
                .isNotEqualTo(Result.REACHED);
        ThresholdAssessment suspected = assess(facts.formatted("2022-01-01", ""));
        assertThat(suspected.result()).isEqualTo(Result.NEEDS_VALUATION);
        assertThat(suspected.missing()).contains("goods[0].substandard");
    }

    @Test
    void dumping_foreign_waste_is_a_crime_of_conduct() {
        assertThat(assess("""
            {"commodity":"foreign_waste","act":"other","conduct_date":"2026-09-01","goods":[{"nature":"solid_waste"}],
             "circumstances":["dumping"]}""").result()).isEqualTo(Result.REACHED);
    }

    @Test
    void concealment_and_epidemic_danger_have_no_figure_and_call_for_consultation() {
        assertThat(assess("""
            {"commodity":"sugar","act":"no_lawful_source","conduct_date":"2026-03-01","goods":[{"value_yuan":1000000}]}""").result()).isEqualTo(Result.NEEDS_CONSULTATION);
        ThresholdAssessment livestock = assess("""
            {"commodity":"livestock","act":"unlicensed_transport","conduct_date":"2026-03-01",
             "goods":[{"quarantine_permit":false,"substandard":false,"value_yuan":1000}]}""");
        assertThat(livestock.result()).isEqualTo(Result.NEEDS_CONSULTATION);
        assertThat(livestock.open()).extracting(ThresholdAssessment.Open::limb).contains("epidemic");
    }

    @Test
    void an_unknown_fact_is_named_and_never_taken_for_zero() {
        ThresholdAssessment answer = assess(
                "{\"commodity\":\"refined_oil\",\"act\":\"smuggling\",\"conduct_date\":\"2026-03-01\",\"entity\":\"person\"}");

        assertThat(answer.result()).isEqualTo(Result.NEEDS_VALUATION);
        assertThat(answer.missing()).contains("tax_evaded_yuan", "prior_penalties");
    }

    @Test
    void an_unknown_entity_is_tried_both_ways() {
        String facts = "{\"commodity\":\"refined_oil\",\"act\":\"smuggling\",\"conduct_date\":\"2026-03-01\","
                + "\"tax_evaded_yuan\":%d,\"prior_penalties\":[],\"goods\":[{\"nature\":\"ordinary\"}]}";

        assertThat(assess(facts.formatted(200_000)).result()).isEqualTo(Result.REACHED);
        assertThat(assess(facts.formatted(150_000)).result()).isEqualTo(Result.NEEDS_VALUATION);
        assertThat(assess(facts.formatted(150_000)).missing()).contains("entity");
        assertThat(assess(facts.formatted(10_000)).result()).isEqualTo(Result.NOT_REACHED);
    }

    @Test
    void a_recalled_figure_never_decides_until_the_justice_bureau_has_confirmed_it() {
        String facts = """
            {"commodity":"refined_oil","act":"unlicensed_operation","conduct_date":"2026-03-01","entity":"person",
             "business_amount_yuan":60000,"illegal_gain_yuan":0}""";
        Threshold confirmed =
                new Threshold(new DecisionTables("threshold.dmn"), Articles.bundled(), "prosecution_2022.71"::equals);

        assertThat(assess(facts).result()).isEqualTo(Result.NEEDS_VALUATION);
        assertThat(assess(facts).reason()).contains("待法制审核");
        assertThat(confirmed.assess(TestFacts.facts(facts)).result()).isEqualTo(Result.REACHED);
    }

    @Test
    void the_law_of_the_day_of_the_conduct_applies() {
        String ivory = """
            {"commodity":"wildlife","act":"smuggling","conduct_date":"%s","goods":[{"species_level":"first","value_yuan":20000}]}""";

        assertThat(assess(ivory.formatted("2022-04-09")).result()).isEqualTo(Result.REACHED);
        assertThat(assess(ivory.formatted("2022-04-08")).result()).isEqualTo(Result.NEEDS_CONSULTATION);
    }

    @Test
    void limbs_stand_alone_and_lots_add_up() {
        ThresholdAssessment answer = assess("""
            {"commodity":"frozen_goods","act":"smuggling","conduct_date":"2026-03-01",
             "goods":[{"weight_tonnes":3,"from_epidemic_area":true},{"weight_tonnes":2,"from_epidemic_area":true},
                      {"weight_tonnes":1,"from_epidemic_area":false,"quarantine_permit":true}]}""");

        assertThat(answer.result()).isEqualTo(Result.REACHED);
        assertThat(answer.hits().getFirst().actual()).isEqualByComparingTo("5");
    }
}
