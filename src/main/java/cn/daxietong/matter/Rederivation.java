package cn.daxietong.matter;

import cn.daxietong.database.Writing;
import cn.daxietong.law.ClockLedger;
import cn.daxietong.law.ClockRule;
import cn.daxietong.law.Clocks;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Derives due times anew when the calendar was edited (放假办法 第四条: 三月三 is announced year by year), so that what lists show is what the law
 * says today. A due time is never the truth, only its last derivation.
 */
final class Rederivation {
    private static final Logger log = LoggerFactory.getLogger(Rederivation.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 500;
    private static final int PROBED_DAYS = 400;

    private static final Rederived CALENDAR = new Rederived("日历调整");

    private final Writing writing;
    private final Proceedings proceedings;
    private final Clocks clocks;
    private final Clock clock;
    private final Set<UUID> failed = new LinkedHashSet<>();
    private String known = "";

    Rederivation(Writing writing, Proceedings proceedings, Clocks clocks, Clock clock) {
        this.writing = writing;
        this.proceedings = proceedings;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** What the entry of a new derivation says. */
    record Rederived(String ground) {}

    /** Does nothing while the calendar answers as before, but for what failed. Returns how many matters changed. */
    synchronized int run() {
        var calendar = fingerprint();
        if (calendar.equals(known)) {
            return rederive(List.copyOf(failed));
        }
        failed.clear();
        var rules = clocks.rules().stream()
                .filter(Rederivation::leansOnTheCalendar)
                .map(ClockRule::id)
                .toArray(String[]::new);
        int changed = 0;
        var last = FIRST;
        while (true) {
            var after = last;
            var ids = writing.inTransaction(db ->
                    db.sql("""
                            select distinct matter_id from matter.clock
                             where ended_at is null and not suspended and clock = any(?::text[]) and matter_id > ?
                             order by matter_id limit ?
                            """).params(rules, after, BATCH).query(UUID.class).list());
            changed += rederive(ids);
            if (ids.size() < BATCH) {
                break;
            }
            last = ids.getLast();
        }
        known = calendar;
        return changed;
    }

    private int rederive(List<UUID> ids) {
        int changed = 0;
        for (var id : ids) {
            try {
                changed += proceedings.unattended(id, "due_rederived", CALENDAR, Decider::rederived) ? 1 : 0;
                failed.remove(id);
            } catch (RuntimeException e) {
                // One matter that cannot be read must not leave all others at yesterday's due times.
                failed.add(id);
                log.warn("事项 {} 的期限未能按新日历重算，下次再试", id, e);
            }
        }
        return changed;
    }

    private static boolean leansOnTheCalendar(ClockRule rule) {
        return rule.rolls() || rule.dayKind() == ClockRule.DayKind.WORKING;
    }

    /** What the calendar answers for the days that running clocks can reach. */
    private String fingerprint() {
        var from = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(PROBED_DAYS / 2));
        var answers = new StringBuilder();
        for (int day = 0; day < PROBED_DAYS; day++) {
            answers.append(clocks.dueAt(ClockLedger.start("penalty.preserve", from.plus(Duration.ofDays(day)))))
                    .append('|');
        }
        return answers.toString();
    }
}
