package cn.daxietong.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.law.ClockLedger;
import cn.daxietong.law.Clocks;
import cn.daxietong.penalty.Surcharge.Paid;
import cn.daxietong.penalty.Surcharge.Pause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dated vectors of the surcharge: 行政处罚法 第六十七条, 第七十二条, 第七十三条. */
class SurchargeTest {
    private static final LocalDate PAY_BY = LocalDate.parse("2026-10-08");

    private static Surcharge owed(String fine, List<Paid> payments, List<Pause> pauses, String asOf) {
        return Surcharge.of(new BigDecimal(fine), PAY_BY, payments, pauses, LocalDate.parse(asOf));
    }

    private static Paid paid(String on, String yuan) {
        return new Paid(LocalDate.parse(on), new BigDecimal(yuan));
    }

    /** 1000元，每日30元，第34日达到罚款本数. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-07, 0,    0.00, false",
        "2026-10-08, 0,    0.00, false",
        "2026-10-09, 1,   30.00, false",
        "2026-10-31, 23, 690.00, false",
        "2026-11-01, 24, 720.00, false",
        "2026-11-10, 33, 990.00, false",
        "2026-11-11, 34, 1000.00, true",
        "2026-11-12, 34, 1000.00, true",
        "2027-10-08, 34, 1000.00, true"
    })
    void it_grows_by_three_percent_a_day_and_never_above_the_fine(
            String asOf, int days, BigDecimal amount, boolean capped) {
        assertThat(owed("1000.00", List.of(), List.of(), asOf)).isEqualTo(new Surcharge(days, amount, capped));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-08, 0, 0.00", "2026-10-09, 1, 30.00", "2026-10-18, 10, 300.00"})
    void a_payment_bears_the_day_on_which_it_is_made_and_none_after_it(String paidOn, int days, BigDecimal amount) {
        var owed = owed("1000.00", List.of(paid(paidOn, "1000.00")), List.of(), "2026-12-31");

        assertThat(owed).isEqualTo(new Surcharge(days, amount, false));
    }

    @Test
    void after_a_part_is_paid_only_the_rest_bears_it() {
        var parts = List.of(paid("2026-10-10", "400.00"), paid("2026-10-20", "600.00"));

        var owed = owed("1000.00", parts, List.of(), "2026-12-31");

        // 2 days on 1000, 10 days on 600.
        assertThat(owed).isEqualTo(new Surcharge(12, new BigDecimal("240.00"), false));
    }

    @Test
    void what_is_below_a_fen_is_dropped() {
        assertThat(owed("33.33", List.of(), List.of(), "2026-10-09").amount()).isEqualTo(new BigDecimal("0.99"));
        assertThat(owed("0.01", List.of(), List.of(), "2026-10-09").amount()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void the_days_of_review_and_suit_are_not_counted() {
        var pause = List.of(new Pause(LocalDate.parse("2026-10-11"), LocalDate.parse("2026-10-20")));
        var open = List.of(new Pause(LocalDate.parse("2026-10-11"), null));

        assertThat(owed("1000.00", List.of(), pause, "2026-10-20").amount()).isEqualTo(new BigDecimal("60.00"));
        assertThat(owed("1000.00", List.of(), pause, "2026-10-21").amount()).isEqualTo(new BigDecimal("90.00"));
        assertThat(owed("1000.00", List.of(), open, "2027-06-30").amount()).isEqualTo(new BigDecimal("60.00"));
    }

    /** Fifteen days from the day after service; a last day that is a rest day moves to the next working day. */
    @ParameterizedTest
    @CsvSource({
        "2026-09-15, 2026-09-30",
        "2026-09-16, 2026-10-08",
        "2026-09-22, 2026-10-08",
        "2026-09-25, 2026-10-10",
        "2026-10-16, 2026-11-02",
        "2026-08-14, 2026-08-31"
    })
    void the_last_day_to_pay_is_the_fifteenth_and_moves_over_the_national_day(String served, String payBy) {
        var servedAt = Instant.parse(served + "T02:00:00Z");

        var due = Clocks.bundled().dueAt(ClockLedger.start("penalty.pay", servedAt));

        assertThat(Objects.requireNonNull(due)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toLocalDate())
                .isEqualTo(LocalDate.parse(payBy));
    }
}
