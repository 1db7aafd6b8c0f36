package cn.daxietong.law;

import cn.daxietong.law.ClockReading.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads clocks: from a ledger of facts to the due time, as of any moment. */
public final class Clocks {
    private final Supplier<WorkCalendar> calendar;
    private final Map<String, ClockRule> rules;

    public Clocks(WorkCalendar calendar, Collection<ClockRule> rules) {
        this(() -> calendar, rules);
    }

    /** For the running platform, whose local holidays are edited while clocks run. */
    Clocks(Supplier<WorkCalendar> calendar, Collection<ClockRule> rules) {
        this.calendar = calendar;
        Map<String, ClockRule> byId = new LinkedHashMap<>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        this.rules = Collections.unmodifiableMap(byId);
    }

    /** The bundled rules on the bundled calendar, without a database. */
    public static Clocks bundled() {
        return new Clocks(WorkCalendar.bundled(), bundledRules());
    }

    static List<ClockRule> bundledRules() {
        return Stream.of("clocks.csv", "limits.csv").flatMap(Clocks::rules).toList();
    }

    private static Stream<ClockRule> rules(String file) {
        return Bundled.text(file)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(ClockRule::of);
    }

    /** The limits that a statute counts; those whose end is named in each case are known by {@link #rule} alone. */
    public Collection<ClockRule> rules() {
        return rules.values().stream().filter(rule -> !rule.named()).toList();
    }

    public boolean has(String id) {
        return rules.containsKey(id);
    }

    public ClockRule rule(String id) {
        ClockRule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no clock " + id);
        }
        return rule;
    }

    /** The clock as it stood at {@code asOf}: what had not happened by then is left aside. */
    public ClockReading read(ClockLedger ledger, Instant asOf) {
        ClockRule rule = rule(ledger.rule());
        Instant stoppedAt = ledger.stoppedAt();
        boolean stopped = stoppedAt != null && !stoppedAt.isAfter(asOf);
        Instant reached = stopped && stoppedAt != null ? stoppedAt : asOf;
        LocalDate today = reached.atZone(Counting.ZONE).toLocalDate();
        List<Suspension> begun = ledger.suspensions().stream()
                .filter(s -> !s.from().isAfter(today))
                .toList();
        List<Suspension> closed =
                begun.stream().map(s -> s.open() ? s.until(today) : s).toList();
        Counting.Result result = Counting.count(calendar.get(), rule, ledger, closed);
        State state =
                state(ledger, stopped, begun.stream().anyMatch(s -> s.covers(today)), late(rule, result, reached));
        return new ClockReading(
                rule,
                ledger.startsAt(),
                result.dueAt(),
                result.countedDays(),
                result.skipped(),
                state,
                result.provisional());
    }

    private static State state(ClockLedger ledger, boolean stopped, boolean suspended, boolean late) {
        if (stopped && ledger.cancelled()) {
            return State.CANCELLED;
        }
        if (late) {
            return State.OVERDUE;
        }
        if (stopped) {
            return State.MET;
        }
        return suspended ? State.SUSPENDED : State.RUNNING;
    }

    /** A day ends at 24:00 though it is written 23:59:59, so its last second is still in time. */
    private static boolean late(ClockRule rule, Counting.Result result, Instant at) {
        return rule.unit() == ClockRule.Unit.HOUR || rule.named()
                ? at.isAfter(result.dueAt())
                : !at.isBefore(result.dueAt().plusSeconds(1));
    }

    /** The due time from everything in the ledger, or nothing while a suspension is open and the end is not yet knowable. */
    public @Nullable Instant dueAt(ClockLedger ledger) {
        if (ledger.suspended()) {
            return null;
        }
        return read(ledger, lastFact(ledger)).dueAt();
    }

    /** The clock with all its suspensions, also those that begin later, as it stands at {@code now}. */
    ClockReading readAll(ClockLedger ledger, Instant now) {
        Instant last = lastFact(ledger);
        if (last.isBefore(now)) {
            return read(ledger, now);
        }
        ClockReading full = read(ledger, last);
        return new ClockReading(
                full.rule(),
                full.startsAt(),
                full.dueAt(),
                full.countedDays(),
                full.skipped(),
                read(ledger, now).state(),
                full.provisional());
    }

    private static Instant lastFact(ClockLedger ledger) {
        Instant stoppedAt = ledger.stoppedAt();
        if (stoppedAt != null) {
            return stoppedAt;
        }
        return ledger.suspensions().stream()
                .map(s -> s.from().atStartOfDay(Counting.ZONE).toInstant())
                .max(Instant::compareTo)
                .map(at -> at.isAfter(ledger.startsAt()) ? at : ledger.startsAt())
                .orElse(ledger.startsAt());
    }
}
