package cn.daxietong.law;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Viewer;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;

/** The rows behind the calendar. */
final class CalendarStore {
    private final Reading reading;
    private final Writing writing;
    private final Clock clock;

    CalendarStore(Reading reading, Writing writing, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
    }

    List<CalendarYear> years() {
        return reading.open(db -> db.sql("""
                        select distinct on (year) year, source, known_until, off_days, work_days
                        from law.calendar_year
                        order by year, id desc
                        """).query((row, n) -> year(row)).list());
    }

    private static CalendarYear year(ResultSet row) throws SQLException {
        return new CalendarYear(
                row.getInt("year"),
                row.getString("source"),
                row.getObject("known_until", LocalDate.class),
                days(row.getArray("off_days")),
                days(row.getArray("work_days")));
    }

    private static Set<LocalDate> days(Array array) throws SQLException {
        return Arrays.stream((Date[]) array.getArray()).map(Date::toLocalDate).collect(Collectors.toSet());
    }

    void add(CalendarYear year, Viewer viewer) {
        writing.run(db -> db.sql("""
                        insert into law.calendar_year
                            (year, source, known_until, off_days, work_days, imported_by, imported_unit, imported_at)
                        values (:year, :source, :until, cast(:off as date[]), cast(:work as date[]), :by, :unit, :at)
                        """)
                .param("year", year.year())
                .param("source", year.source())
                .param("until", year.knownUntil())
                .param("off", literal(year.off()))
                .param("work", literal(year.work()))
                .param("by", viewer.account().value())
                .param("unit", viewer.unit().value())
                .param("at", OffsetDateTime.now(clock))
                .update());
    }

    private static String literal(Collection<LocalDate> days) {
        return days.stream().sorted().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}"));
    }

    List<HolidayRow> holidays() {
        return reading.open(db -> db.sql("""
                        select id, day, name, worked, source, entered_by, entered_at, withdrawn_reason
                        from law.local_holiday
                        order by day, entered_at
                        """)
                .query((row, n) -> new HolidayRow(
                        row.getObject("id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getString("name"),
                        row.getBoolean("worked"),
                        row.getString("source"),
                        row.getString("entered_by"),
                        row.getObject("entered_at", OffsetDateTime.class),
                        row.getString("withdrawn_reason")))
                .list());
    }

    /** False where the day already has a local arrangement in force. */
    boolean add(LocalHoliday holiday, Viewer viewer) {
        try {
            writing.run(db -> db.sql("""
                            insert into law.local_holiday (id, day, name, worked, source, entered_by, entered_unit, entered_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            UUID.randomUUID(),
                            holiday.day(),
                            holiday.name(),
                            holiday.worked(),
                            holiday.source(),
                            viewer.account().value(),
                            viewer.unit().value(),
                            OffsetDateTime.now(clock))
                    .update());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    boolean withdraw(UUID id, String reason, Viewer viewer) {
        return writing.inTransaction(db -> db.sql("""
                                update law.local_holiday
                                set withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ?
                                where id = ? and withdrawn_at is null
                                """)
                        .params(viewer.account().value(), OffsetDateTime.now(clock), reason, id)
                        .update()
                == 1);
    }
}
