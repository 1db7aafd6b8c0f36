package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.law.ClockReading.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ClocksTest {
    private final Clocks clocks = Clocks.bundled();

    static Instant at(String local) {
        return (local.length() == 10 ? LocalDate.parse(local).atStartOfDay() : LocalDateTime.parse(local))
                .atZone(Counting.ZONE)
                .toInstant();
    }

    @Test
    void hours_run_through_the_night_and_the_holiday() {
        ClockLedger ledger = ClockLedger.start("transfer.send", at("2026-09-30T16:30"));

        assertThat(clocks.dueAt(ledger)).isEqualTo(at("2026-10-01T16:30"));
    }

    @Test
    void seven_working_days_over_national_day_end_on_a_saturday_that_is_worked() {
        ClockLedger ledger = ClockLedger.start("penalty.preserve", at("2026-09-23"));

        assertThat(clocks.dueAt(ledger)).isEqualTo(at("2026-10-10T23:59:59"));
    }

    @Test
    void an_appraisal_of_ten_days_moves_the_decision_by_ten_days() {
        ClockLedger ledger = ClockLedger.start("penalty.decide", at("2026-07-01"))
                .suspend(new Suspension(LocalDate.parse("2026-08-01"), LocalDate.parse("2026-08-10"), "鉴定", "鉴定委托书"));

        assertThat(clocks.dueAt(ledger)).isEqualTo(at("2026-10-09T23:59:59"));
    }

    @Test
    void an_open_suspension_has_no_due_time_yet_and_reads_as_suspended() {
        ClockLedger ledger = ClockLedger.start("penalty.decide", at("2026-07-01"))
                .suspend(new Suspension(LocalDate.parse("2026-08-01"), null, "鉴定", null));

        ClockReading reading = clocks.read(ledger, at("2026-08-10T09:00"));

        assertThat(clocks.dueAt(ledger)).isNull();
        assertThat(reading.state()).isEqualTo(State.SUSPENDED);
        assertThat(reading.dueAt()).isEqualTo(at("2026-10-09T23:59:59"));
        assertThat(clocks.dueAt(ledger.resume(LocalDate.parse("2026-08-10")))).isEqualTo(reading.dueAt());
    }

    @Test
    void a_past_day_is_derived_from_what_had_happened_by_then() {
        ClockLedger ledger = ClockLedger.start("penalty.decide", at("2026-07-01"))
                .suspend(new Suspension(LocalDate.parse("2026-08-01"), LocalDate.parse("2026-08-10"), "鉴定", null))
                .stop(at("2026-10-05T10:00"));

        assertThat(clocks.read(ledger, at("2026-07-20")).dueAt()).isEqualTo(at("2026-09-29T23:59:59"));
        assertThat(clocks.read(ledger, at("2026-07-20")).state()).isEqualTo(State.RUNNING);
        assertThat(clocks.read(ledger, at("2026-10-06")).state()).isEqualTo(State.MET);
    }

    @Test
    void the_last_second_of_the_last_day_is_in_time_and_midnight_is_not() {
        ClockLedger ledger = ClockLedger.start("transfer.review", at("2026-11-02T09:00"));

        assertThat(clocks.read(ledger, at("2026-11-05T23:59:59")).state()).isEqualTo(State.RUNNING);
        assertThat(clocks.read(ledger, at("2026-11-06T00:00")).state()).isEqualTo(State.OVERDUE);
        assertThat(clocks.read(ledger.stop(at("2026-11-06T00:00")), at("2026-11-07"))
                        .state())
                .isEqualTo(State.OVERDUE);
        assertThat(clocks.read(ledger.cancel(at("2026-11-04")), at("2026-11-07"))
                        .state())
                .isEqualTo(State.CANCELLED);
    }
}
