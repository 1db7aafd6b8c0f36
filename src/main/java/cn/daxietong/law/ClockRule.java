package cn.daxietong.law;

import java.util.Locale;

/**
 * One time limit: a statute's, a row of {@code law/clocks.csv}, or one whose end an authority names in each case, a row of {@code law/limits.csv}.
 *
 * @param amount 0 where the end is named
 * @param startsWhen the fact from which the limit runs
 * @param actor whose duty or right it is
 * @param rolls whether a period that ends on a rest day moves to the next working day
 * @param onExpiry what happens when nobody acted
 */
public record ClockRule(
        String id,
        String law,
        String article,
        String startsWhen,
        String actor,
        int amount,
        Unit unit,
        DayKind dayKind,
        boolean rolls,
        String onExpiry,
        Mark mark) {

    /** What the amount counts. */
    public enum Unit {
        DAY("日"),
        HOUR("小时"),
        MONTH("个月"),
        /** The end is named by whoever sets the limit, under the article that lets them. */
        NAMED("");

        private final String title;

        Unit(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Which days count; where a rule is silent the file already took the stricter reading. */
    public enum DayKind {
        CALENDAR("自然日"),
        WORKING("工作日"),
        HOUR("连续计时"),
        NAMED("由有权单位确定");

        private final String title;

        DayKind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Whether its end is named in each case instead of counted. */
    public boolean named() {
        return unit == Unit.NAMED;
    }

    /** The limit as a person says it: 7个工作日, 24小时, 3个月. */
    public String span() {
        if (named()) {
            return "限定时间内";
        }
        return dayKind == DayKind.WORKING ? amount + "个工作日" : amount + unit.title();
    }

    /** The limit with which days count, where the limit itself does not say so: 7个工作日, 24小时（连续计时）, 30日（自然日）. */
    public String spanAndDays() {
        return dayKind == DayKind.WORKING ? span() : span() + "（" + dayKind.title() + "）";
    }

    static ClockRule of(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 11) {
            throw new IllegalArgumentException("a clock rule has 11 columns: " + line);
        }
        return new ClockRule(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                Integer.parseInt(cells[5]),
                Unit.valueOf(cells[6].toUpperCase(Locale.ROOT)),
                DayKind.valueOf(cells[7].toUpperCase(Locale.ROOT)),
                "yes".equals(cells[8]),
                cells[9],
                Mark.of(cells[10]));
    }
}
