package cn.daxietong.law;

import cn.daxietong.law.ClockReading.Skipped;
import cn.daxietong.law.ClockRule.DayKind;
import cn.daxietong.law.ClockRule.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Walks from the start fact to the due time, day by day, noting what it left out; pure, so that any past day can be derived again. */
final class Counting {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    /** Far beyond any statutory period, so that an absurd suspension ends the walk instead of the server. */
    private static final int LONGEST_WALK_DAYS = 40_000;

    private final WorkCalendar calendar;
    private final ClockRule rule;
    private final List<Suspension> suspensions;
    private final List<Skipped> skipped = new ArrayList<>();
    private boolean provisional;

    private Counting(WorkCalendar calendar, ClockRule rule, List<Suspension> suspensions) {
        this.calendar = calendar;
        this.rule = rule;
        this.suspensions = suspensions;
    }

    /** How a count came out. */
    record Result(Instant dueAt, int countedDays, List<Skipped> skipped, boolean provisional) {}

    static Result count(WorkCalendar calendar, ClockRule rule, ClockLedger ledger, List<Suspension> closed) {
        if (rule.named()) {
            return named(ledger.startsAt(), Objects.requireNonNull(ledger.named(), "no end was named"));
        }
        Counting counting = new Counting(calendar, rule, closed);
        return rule.unit() == Unit.HOUR ? counting.hours(ledger.startsAt()) : counting.days(ledger.startsAt());
    }

    private static Result named(Instant startsAt, Instant end) {
        long days = ChronoUnit.DAYS.between(
                startsAt.atZone(ZONE).toLocalDate(), end.atZone(ZONE).toLocalDate());
        return new Result(end, (int) days, List.of(), false);
    }

    private Result days(Instant startsAt) {
        LocalDate start = startsAt.atZone(ZONE).toLocalDate();
        int budget = rule.unit() == Unit.MONTH
                ? (int) ChronoUnit.DAYS.between(start, start.plusMonths(rule.amount()))
                : rule.amount();
        LocalDate day = start;
        for (int counted = 0; counted < budget; ) {
            day = next(start, day);
            String reason = leftOut(day);
            if (reason == null) {
                counted++;
            } else {
                skipped.add(new Skipped(day, reason));
            }
        }
        if (rule.rolls() && rule.dayKind() == DayKind.CALENDAR) {
            day = roll(start, day);
        }
        return new Result(day.atTime(LAST_SECOND).atZone(ZONE).toInstant(), budget, skipped, provisional);
    }

    /** The period has not ended while its last day is a rest day, so a suspension that begins meanwhile still holds it. */
    private LocalDate roll(LocalDate start, LocalDate last) {
        LocalDate day = last;
        while (true) {
            String ground = ground(day);
            String reason = ground != null ? ground : rest(day);
            if (reason == null) {
                return day;
            }
            skipped.add(new Skipped(day, ground != null ? ground : "期满日逢" + reason + "，顺延"));
            day = next(start, day);
        }
    }

    private Result hours(Instant startsAt) {
        Duration left = Duration.ofHours(rule.amount());
        ZonedDateTime at = startsAt.atZone(ZONE);
        LocalDate start = at.toLocalDate();
        while (true) {
            ZonedDateTime midnight = next(start, at.toLocalDate()).atStartOfDay(ZONE);
            String ground = ground(at.toLocalDate());
            if (ground != null) {
                skipped.add(new Skipped(at.toLocalDate(), ground));
                at = midnight;
                continue;
            }
            Duration today = Duration.between(at, midnight);
            if (left.compareTo(today) <= 0) {
                return new Result(at.plus(left).toInstant(), rule.amount() / 24, skipped, false);
            }
            left = left.minus(today);
            at = midnight;
        }
    }

    private static LocalDate next(LocalDate start, LocalDate day) {
        if (ChronoUnit.DAYS.between(start, day) > LONGEST_WALK_DAYS) {
            throw new IllegalArgumentException("the suspensions leave no end to the period");
        }
        return day.plusDays(1);
    }

    private @Nullable String leftOut(LocalDate day) {
        String ground = ground(day);
        if (ground != null || rule.dayKind() != DayKind.WORKING) {
            return ground;
        }
        return rest(day);
    }

    private @Nullable String ground(LocalDate day) {
        for (Suspension suspension : suspensions) {
            if (suspension.covers(day)) {
                return "中止：" + suspension.ground();
            }
        }
        return null;
    }

    private @Nullable String rest(LocalDate day) {
        provisional |= !calendar.known(day);
        return calendar.restReason(day);
    }
}
