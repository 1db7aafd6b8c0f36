package cn.daxietong.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which days are worked: the national schedules, overlaid by what the region arranges locally. Immutable. */
public final class WorkCalendar {
    private final Map<LocalDate, String> off = new HashMap<>();
    private final Map<LocalDate, String> work = new HashMap<>();
    private final TreeMap<Integer, CalendarYear> years = new TreeMap<>();

    public WorkCalendar(Collection<CalendarYear> national, Collection<LocalHoliday> local) {
        for (CalendarYear year : national) {
            years.put(year.year(), year);
            year.off().forEach(day -> off.put(day, "法定节假日及调休"));
            year.work().forEach(day -> work.put(day, "补班"));
        }
        for (LocalHoliday holiday : local) {
            (holiday.worked() ? work : off).put(holiday.day(), holiday.name());
            (holiday.worked() ? off : work).remove(holiday.day());
        }
    }

    public static WorkCalendar bundled() {
        return new WorkCalendar(java.util.List.of(bundledYear()), java.util.List.of());
    }

    static CalendarYear bundledYear() {
        return CalendarYear.parse(Bundled.text("calendar-2026.json"));
    }

    /** Why the day is not worked, or nothing where it is. */
    @Nullable
    String restReason(LocalDate day) {
        String reason = off.get(day);
        if (reason != null) {
            return reason;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend && !work.containsKey(day) ? "周末" : null;
    }

    public boolean isWorkday(LocalDate day) {
        return restReason(day) == null;
    }

    /** Whether the day's year has an official schedule; all other days are only weekends and weekdays, and so provisional. */
    public boolean known(LocalDate day) {
        CalendarYear year = years.get(day.getYear());
        return year != null && !day.isAfter(year.knownUntil());
    }

    /** The end of the unbroken run of published schedules that this day stands in; where none covers it, the last one before. */
    public LocalDate knownUntil(LocalDate day) {
        Map.Entry<Integer, CalendarYear> last = years.floorEntry(day.getYear());
        if (last == null) {
            last = years.firstEntry();
        }
        while (years.containsKey(last.getKey() + 1)) {
            last = Map.entry(last.getKey() + 1, years.get(last.getKey() + 1));
        }
        return last.getValue().knownUntil();
    }
}
