package cn.daxietong.law;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One month as the calendar page draws it: whole weeks from Monday, with the days of other months left blank. */
public record CalendarMonth(int month, List<List<Day>> weeks, int workdays) {

    /**
     * A day's cell.
     *
     * @param number empty for a day of another month
     * @param rest why it is not worked; null where it is
     * @param made whether a weekend day is worked (补班)
     */
    public record Day(String number, @Nullable String rest, boolean made) {
        static final Day BLANK = new Day("", null, false);
    }

    static List<CalendarMonth> of(int year, WorkCalendar calendar) {
        List<CalendarMonth> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(of(YearMonth.of(year, month), calendar));
        }
        return months;
    }

    private static CalendarMonth of(YearMonth month, WorkCalendar calendar) {
        List<Day> days = new ArrayList<>();
        LocalDate first = month.atDay(1);
        for (int blank = 1; blank < first.getDayOfWeek().getValue(); blank++) {
            days.add(Day.BLANK);
        }
        int workdays = 0;
        for (int i = 1; i <= month.lengthOfMonth(); i++) {
            LocalDate day = month.atDay(i);
            String rest = calendar.restReason(day);
            workdays += rest == null ? 1 : 0;
            days.add(new Day(
                    String.valueOf(i), rest, rest == null && day.getDayOfWeek().getValue() > 5));
        }
        while (days.size() % 7 != 0) {
            days.add(Day.BLANK);
        }
        List<List<Day>> weeks = new ArrayList<>();
        for (int i = 0; i < days.size(); i += 7) {
            weeks.add(List.copyOf(days.subList(i, i + 7)));
        }
        return new CalendarMonth(month.getMonthValue(), weeks, workdays);
    }
}
