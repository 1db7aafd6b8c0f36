package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.law.JurisdictionAssessment.Candidate;
import cn.daxietong.law.ThresholdAssessment.Hit;
import cn.daxietong.law.ThresholdAssessment.Result;
import org.junit.jupiter.api.Test;

/** The six prosecuted cases of {@code cases/real-cases.json}, each from its own figures; none may be answered 未达. */
class RealCasesTest {
    private static final Threshold THRESHOLD = Threshold.bundled();
    private static final Jurisdiction JURISDICTION = Jurisdiction.bundled();

    private static final String R01 = """
            {"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"2013-09-29","entity":"person",
             "goods":[{"commodity":"tobacco","description":"烟丝、烟梗、假冒卷烟","value_yuan":109468,"counterfeit":true,"sold":false}]}""";
    private static final String R02 = """
            {"commodity":"electronics","act":"smuggling","conduct_date":"2013-03-16","entity":"person","place":"罗湖口岸",
             "goods":[{"commodity":"electronics","description":"手机","quantity":10,"unit":"部"}],
             "prior_penalties":[{"date":"2012-06-02","kind":"smuggling"},{"date":"2012-11-14","kind":"smuggling"}]}""";
    private static final String R03 = """
            {"commodity":"frozen_goods","act":"smuggling","conduct_date":"2016-02-12","entity":"person","place":"靖西市",
             "goods":[{"commodity":"frozen_goods","description":"冻鸡爪","quantity":947,"unit":"件","weight_tonnes":18.94},
                      {"commodity":"frozen_goods","description":"冻猪耳","quantity":1320,"unit":"件","weight_tonnes":13.2}]}""";
    private static final String R04 = """
            {"commodity":"tobacco","act":"counterfeit","conduct_date":"2015-08-25","entity":"person",
             "goods":[{"commodity":"tobacco","description":"假冒卷烟","quantity":774,"unit":"件","counterfeit":true,"sold":false}]}""";
    private static final String R05 = """
            {"commodity":"endangered_species","act":"illegal_trade","conduct_date":"2014-06-25","entity":"person",
             "goods":[{"description":"象牙制品","weight_tonnes":0.00033,"value_yuan":13750,"species_level":"first"},
                      {"description":"盔犀鸟制品观音牌","quantity":1,"unit":"个","species_level":"second"}]}""";
    private static final String R06 = """
            {"commodity":"wildlife","act":"other","conduct_date":"2014-05-01","entity":"person",
             "goods":[{"description":"黑水鸡","quantity":80,"unit":"只","species_level":"three_values"}]}""";

    private static ThresholdAssessment threshold(String facts) {
        return THRESHOLD.assess(TestFacts.facts(facts));
    }

    private static JurisdictionAssessment jurisdiction(String facts) {
        return JURISDICTION.assess(TestFacts.facts(facts));
    }

    @Test
    void r01_tobacco_worth_109468_yuan_reaches_the_amount_limb() {
        ThresholdAssessment answer = threshold(R01);

        assertThat(answer.result()).isEqualTo(Result.REACHED);
        assertThat(answer.hits().getFirst().limb()).isEqualTo("business.tobacco.amount");
        assertThat(answer.hits().getFirst().articleId()).isEqualTo("tobacco_2010.3");
        assertThat(answer.hits().getFirst().actual()).isEqualByComparingTo("109468");
        assertThat(threshold(R01.replace("2013-09-29", "2026-09-29")).result()).isEqualTo(Result.REACHED);
        assertThat(jurisdiction(R01).candidates())
                .extracting(c -> c.unit().value())
                .contains("U08", "U12", "U17");
    }

    @Test
    void r02_repeated_carriage_is_reached_by_two_penalties_within_a_year_and_not_by_an_amount() {
        ThresholdAssessment answer = threshold(R02);

        assertThat(answer.result()).isEqualTo(Result.REACHED);
        assertThat(answer.hits()).extracting(Hit::limb).containsExactly("smuggling.repeated");
        assertThat(answer.hits().getFirst().articleId()).isEqualTo("criminal.153");
        assertThat(answer.missing()).doesNotContain("prior_penalties");
    }

    @Test
    void r03_frozen_goods_go_to_liuzhou_customs_by_the_notice_and_to_customs_police_by_statute() {
        JurisdictionAssessment answer = jurisdiction(R03);

        assertThat(answer.candidates())
                .anySatisfy(c -> assertCandidate(c, "customs.5", "缉私"))
                .anySatisfy(c -> assertCandidate(c, "notice.3.3", "柳州海关"));
        assertThat(answer.conflict()).isFalse();
        assertThat(threshold(R03).result()).isEqualTo(Result.REACHED);
        assertThat(threshold(R03).hits().getFirst().actual()).isEqualByComparingTo("32.14");
    }

    private static void assertCandidate(Candidate candidate, String article, String words) {
        assertThat(candidate.unit().value()).isEqualTo("X01");
        assertThat(candidate.articleId()).isEqualTo(article);
        assertThat(candidate.act()).contains(words);
    }

    @Test
    void r04_774_cases_of_cigarettes_are_7_740_000_sticks() {
        ThresholdAssessment answer = threshold(R04);

        assertThat(answer.result()).isEqualTo(Result.REACHED);
        assertThat(answer.hits())
                .anySatisfy(hit -> assertThat(hit.limb()).isEqualTo("business.tobacco.sticks"))
                .anySatisfy(hit -> assertThat(hit.actual()).isEqualByComparingTo("7740000"));
        assertThat(answer.missing()).contains("goods[0].value_yuan", "goods[0].substandard");
        assertThat(answer.open()).extracting(ThresholdAssessment.Open::offence).contains("生产、销售伪劣产品罪");
    }

    @Test
    void r05_ivory_of_2014_is_not_judged_by_the_figures_of_2022() {
        ThresholdAssessment answer = threshold(R05);

        assertThat(answer.result()).isEqualTo(Result.NEEDS_CONSULTATION);
        assertThat(answer.needsConsultation()).isTrue();
        assertThat(answer.reason()).contains("2014-06-25", "法释〔2022〕12号", "第六条", "2万元");
        assertThat(threshold(R05.replace("2014-06-25", "2026-06-25")).result()).isEqualTo(Result.NEEDS_VALUATION);
        assertThat(threshold(R05.replace("2014-06-25", "2026-06-25")).missing()).contains("goods[1].value_yuan");
    }

    @Test
    void r06_illegal_hunting_has_no_rule_here_and_calls_for_consultation() {
        ThresholdAssessment answer = threshold(R06);

        assertThat(answer.result()).isEqualTo(Result.NEEDS_CONSULTATION);
        assertThat(answer.reason()).contains("非法狩猎", "需会商");
        assertThat(threshold(R06.replace("\"other\"", "\"illegal_trade\"")).result())
                .isEqualTo(Result.NEEDS_CONSULTATION);
        assertThat(jurisdiction(R06).needsConsultation()).isTrue();
    }
}
