package cn.daxietong.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a clock shows at one moment, with everything needed to check it by hand.
 *
 * @param dueAt the last moment in time; while a suspension is open, the earliest that can still come
 * @param countedDays the days from the start to the due time that counted
 * @param skipped the days in between that did not, each with its reason
 * @param provisional whether the result leans on days whose holiday schedule is not published yet (暂定)
 */
public record ClockReading(
        ClockRule rule,
        Instant startsAt,
        Instant dueAt,
        int countedDays,
        List<Skipped> skipped,
        State state,
        boolean provisional) {
    public ClockReading {
        skipped = List.copyOf(skipped);
    }

    /** A day left out. */
    public record Skipped(LocalDate date, String reason) {}

    /** Where the clock stands; one stopped too late stays overdue. */
    public enum State {
        RUNNING("计时中"),
        SUSPENDED("中止"),
        MET("按期完成"),
        OVERDUE("逾期"),
        CANCELLED("已撤销");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public String law() {
        return rule.law();
    }

    public String article() {
        return rule.article();
    }
}
