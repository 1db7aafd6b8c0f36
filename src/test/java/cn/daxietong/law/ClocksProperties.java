package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClocksProperties {
    private static final Clocks CLOCKS = Clocks.bundled();
    private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of(CLOCKS.rules().stream().map(ClockRule::id).toList());
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.integers()
                .between(0, 450 * 24 * 60)
                .map(minute -> FIRST.atStartOfDay(Counting.ZONE).toInstant().plus(minute, ChronoUnit.MINUTES));
    }

    @Provide
    Arbitrary<Suspension> suspensions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(0, 40))
                .as((day, length) -> new Suspension(FIRST.plusDays(day), FIRST.plusDays(day + length), "检验", null));
    }

    @Provide
    Arbitrary<List<Suspension>> ledgers() {
        return suspensions().list().ofMaxSize(4);
    }

    private static ClockLedger ledger(String rule, Instant start, List<Suspension> spans) {
        return new ClockLedger(rule, start, spans, null, false);
    }

    private static Instant due(ClockLedger ledger) {
        return Objects.requireNonNull(CLOCKS.dueAt(ledger));
    }

    @Property(tries = 400)
    void another_suspension_never_makes_it_due_earlier(
            @ForAll("rules") String rule,
            @ForAll("starts") Instant start,
            @ForAll("ledgers") List<Suspension> spans,
            @ForAll("suspensions") Suspension more) {
        ClockLedger ledger = ledger(rule, start, spans);

        assertThat(due(ledger.suspend(more))).isAfterOrEqualTo(due(ledger));
    }

    @Property(tries = 400)
    void a_later_start_is_never_due_earlier(
            @ForAll("rules") String rule, @ForAll("starts") Instant one, @ForAll("starts") Instant other) {
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = one.isBefore(other) ? other : one;

        assertThat(due(ClockLedger.start(rule, later))).isAfterOrEqualTo(due(ClockLedger.start(rule, earlier)));
    }

    @Property(tries = 400)
    void every_day_up_to_the_due_day_either_counts_or_is_explained(
            @ForAll("rules") String rule, @ForAll("starts") Instant start, @ForAll("ledgers") List<Suspension> spans) {
        ClockLedger ledger = ledger(rule, start, spans);
        Instant due = due(ledger);
        ClockReading reading = CLOCKS.read(ledger, due.plus(Duration.ofDays(600)));
        if (reading.rule().unit() == ClockRule.Unit.HOUR) {
            return;
        }

        LocalDate from = start.atZone(Counting.ZONE).toLocalDate();
        LocalDate until = reading.dueAt().atZone(Counting.ZONE).toLocalDate();
        assertThat(ChronoUnit.DAYS.between(from, until))
                .isEqualTo(reading.countedDays() + reading.skipped().size());
    }

    @Property(tries = 400)
    void what_happens_later_does_not_change_a_past_day(
            @ForAll("rules") String rule,
            @ForAll("starts") Instant start,
            @ForAll("ledgers") List<Suspension> spans,
            @ForAll("suspensions") Suspension later) {
        ClockLedger ledger = ledger(rule, start, spans);
        Instant before = later.from().atStartOfDay(Counting.ZONE).toInstant().minusSeconds(1);

        assertThat(CLOCKS.read(ledger.suspend(later), before)).isEqualTo(CLOCKS.read(ledger, before));
    }

    @Property(tries = 200)
    void a_clock_stopped_in_time_is_met_for_ever(
            @ForAll("rules") String rule, @ForAll("starts") Instant start, @ForAll("ledgers") List<Suspension> spans) {
        ClockLedger ledger = ledger(rule, start, spans);
        ClockLedger stopped = ledger.stop(CLOCKS.read(ledger, start).dueAt());

        assertThat(CLOCKS.read(stopped, start.plus(Duration.ofDays(2000))).state())
                .isEqualTo(ClockReading.State.MET);
    }
}
