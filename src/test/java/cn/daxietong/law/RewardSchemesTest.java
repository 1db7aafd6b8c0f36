package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Vectors on both sides of every floor, cap and day in the table. */
class RewardSchemesTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 26);

    private final RewardSchemes schemes = RewardSchemes.bundled();

    private RewardSchemes.Rate rate(RewardStandard standard) {
        return schemes.rate(standard, NOW).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "MARKET_LEVEL_1, 0, 5000.00",
        "MARKET_LEVEL_1, 99999.99, 5000.00",
        "MARKET_LEVEL_1, 100000, 5000.00",
        "MARKET_LEVEL_1, 100000.20, 5000.01",
        "MARKET_LEVEL_1, 19999999.80, 999999.99",
        "MARKET_LEVEL_1, 20000000, 1000000.00",
        "MARKET_LEVEL_1, 20000000.20, 1000000.00",
        "MARKET_LEVEL_2, 100000, 3000.00",
        "MARKET_LEVEL_2, 123456.78, 3703.70",
        "MARKET_LEVEL_3, 99999.99, 1000.00",
        "MARKET_LEVEL_3, 100001, 1000.01",
        "TOBACCO_SMUGGLED, 12.34, 7404.00",
        "TOBACCO_FAKED, 0.02, 12.00",
        "TOBACCO_HEATED, 1, 450.00",
        "TOBACCO_LOOSE, 3.5, 1050.00",
        "TOBACCO_GENUINE, 8888.88, 444.44",
        "CUSTOMS_EVASION, 999999.90, 99999.99",
        "CUSTOMS_EVASION, 1000001, 100000.00",
        "CUSTOMS_VIOLATION, 5000, 150.00"
    })
    void the_amount_is_exact_to_the_fen(RewardStandard standard, BigDecimal base, BigDecimal amount) {
        assertThat(rate(standard).amount(base)).contains(amount);
    }

    @ParameterizedTest
    @EnumSource(RewardStandard.class)
    void every_standard_has_one_row_with_an_article_and_a_fund(RewardStandard standard) {
        var rate = rate(standard);

        assertThat(rate.article().citation()).isNotBlank();
        assertThat(rate.fund()).isNotBlank();
    }

    @Test
    void what_the_law_leaves_to_people_is_not_reckoned() {
        assertThat(rate(RewardStandard.CUSTOMS_EVASION).how()).isEqualTo(RewardSchemes.How.AT_MOST);
        assertThat(rate(RewardStandard.OTHER).how()).isEqualTo(RewardSchemes.How.OFFICE);
        assertThat(rate(RewardStandard.OTHER).amount(BigDecimal.TEN)).isEmpty();
    }

    @Test
    void from_half_a_million_on_the_finance_office_is_asked() {
        var rate = rate(RewardStandard.MARKET_LEVEL_1);

        assertThat(rate.consults(new BigDecimal("499999.99"))).isFalse();
        assertThat(rate.consults(new BigDecimal("500000.00"))).isTrue();
        assertThat(rate(RewardStandard.TOBACCO_SMUGGLED).consults(new BigDecimal("500000")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"MARKET_LEVEL_1, 2021-11-30, 2021-12-01", "TOBACCO_LOOSE, 2025-01-23, 2025-01-24"})
    void a_rule_holds_from_its_first_day(RewardStandard standard, LocalDate before, LocalDate first) {
        assertThat(schemes.rate(standard, before)).isEmpty();
        assertThat(schemes.rate(standard, first)).isPresent();
    }

    @Test
    void what_is_only_recalled_says_so() {
        assertThat(rate(RewardStandard.CUSTOMS_EVASION).article().pendingReview())
                .isTrue();
        assertThat(rate(RewardStandard.MARKET_LEVEL_1).article().pendingReview())
                .isFalse();
    }

    @Test
    void the_table_is_shown_with_its_words() {
        var table = DecisionTableText.find("reward_rates").orElseThrow();

        assertThat(table.rows()).hasSize(RewardStandard.values().length);
        assertThat(table.rows().getFirst().conditions()).containsExactly("市场监管", "一级", "2021-12-01起");
        assertThat(table.rows())
                .filteredOn(DecisionTableText.Row::recalled)
                .allSatisfy(row -> assertThat(row.conditions().getFirst()).isEqualTo("海关"))
                .hasSize(2);
    }
}
