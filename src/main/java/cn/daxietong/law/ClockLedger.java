package cn.daxietong.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one running clock: from when it runs, what did not count, when it stopped. The due time is derived from this and never stored
 * as the truth.
 *
 * @param rule the id of a {@link ClockRule}
 * @param stoppedAt when the duty was done, or the clock fell away
 * @param cancelled whether it fell away without being met or missed
 * @param named the end that was named for it, where the rule leaves that to an authority; absent where it is counted
 */
public record ClockLedger(
        String rule,
        Instant startsAt,
        List<Suspension> suspensions,
        @Nullable Instant stoppedAt,
        boolean cancelled,
        @Nullable Instant named) {
    public ClockLedger {
        suspensions = List.copyOf(suspensions);
    }

    public ClockLedger(
            String rule,
            Instant startsAt,
            List<Suspension> suspensions,
            @Nullable Instant stoppedAt,
            boolean cancelled) {
        this(rule, startsAt, suspensions, stoppedAt, cancelled, null);
    }

    public static ClockLedger start(String rule, Instant startsAt) {
        return new ClockLedger(rule, startsAt, List.of(), null, false);
    }

    public ClockLedger suspend(Suspension suspension) {
        List<Suspension> all = new ArrayList<>(suspensions);
        all.add(suspension);
        return new ClockLedger(rule, startsAt, all, stoppedAt, cancelled, named);
    }

    /** Ends every open suspension; that last day is still left out. */
    public ClockLedger resume(LocalDate lastSuspendedDay) {
        List<Suspension> all = suspensions.stream()
                .map(s -> s.open() ? s.until(lastSuspendedDay) : s)
                .toList();
        return new ClockLedger(rule, startsAt, all, stoppedAt, cancelled, named);
    }

    public ClockLedger stop(Instant at) {
        return new ClockLedger(rule, startsAt, suspensions, at, false, named);
    }

    public ClockLedger cancel(Instant at) {
        return new ClockLedger(rule, startsAt, suspensions, at, true, named);
    }

    public boolean stopped() {
        return stoppedAt != null;
    }

    public boolean suspended() {
        return !stopped() && suspensions.stream().anyMatch(Suspension::open);
    }
}
