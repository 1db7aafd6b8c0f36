package cn.daxietong.law;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The calendar in force, kept in memory because every clock reads it, and its editing by those who may. */
public final class Calendars implements Supplier<WorkCalendar> {
    static final UnitId JUSTICE_BUREAU = UnitId.JUSTICE;
    private static final Set<UnitId> EDITORS = Set.of(UnitId.OFFICE, JUSTICE_BUREAU);
    private static final int WARNING_DAYS = 60;
    /** How long another process's edit may stay unseen here. */
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

    private static final Logger LOG = LoggerFactory.getLogger(Calendars.class);

    private final CalendarStore store;
    private final AtomicLong readAt = new AtomicLong();
    private volatile WorkCalendar current;

    Calendars(CalendarStore store) {
        this.store = store;
        this.current = read();
        this.readAt.set(System.nanoTime());
    }

    @Override
    public WorkCalendar get() {
        long last = readAt.get();
        long now = System.nanoTime();
        if (now - last > FRESH_NANOS && readAt.compareAndSet(last, now)) {
            try {
                current = read();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("日历暂时不能重新读取，沿用上次的日历");
            }
        }
        return current;
    }

    private WorkCalendar read() {
        return new WorkCalendar(
                years().values(),
                store.holidays().stream()
                        .filter(HolidayRow::inForce)
                        .map(HolidayRow::holiday)
                        .toList());
    }

    /** The schedules by year: what came with the platform, overridden by what was imported. */
    TreeMap<Integer, CalendarYear> years() {
        TreeMap<Integer, CalendarYear> years = new TreeMap<>();
        CalendarYear bundled = WorkCalendar.bundledYear();
        years.put(bundled.year(), bundled);
        store.years().forEach(year -> years.put(year.year(), year));
        return years;
    }

    List<HolidayRow> holidays(int year) {
        return store.holidays().stream()
                .filter(row -> row.day().getYear() == year)
                .toList();
    }

    /** What to tell people from 60 days before the published schedules end. */
    public Optional<String> warning(LocalDate today) {
        LocalDate until = get().knownUntil(today);
        long left = ChronoUnit.DAYS.between(today, until);
        if (left > WARNING_DAYS) {
            return Optional.empty();
        }
        return Optional.of(
                left < 0
                        ? "节假日安排只到" + until + "，此后按周末推算，期限均为暂定。请导入国务院办公厅新的放假通知。"
                        : "节假日安排只到" + until + "，还有" + left + "天。请在新的放假通知公布后及时导入；跨过该日的工作日期限为暂定。");
    }

    static boolean mayEdit(Viewer viewer) {
        return EDITORS.contains(viewer.unit()) && (viewer.post() == Post.HEAD || viewer.post() == Post.UNIT_ADMIN);
    }

    private static void requireEditor(Viewer viewer) {
        if (!mayEdit(viewer)) {
            throw Refusal.forbidden("日历由指挥部办公室或者县司法局的正职负责人、单位管理员维护。");
        }
    }

    void add(LocalHoliday holiday, Viewer viewer) {
        requireEditor(viewer);
        List<Fault> faults = new ArrayList<>();
        if (holiday.name().isBlank() || holiday.name().length() > 40) {
            faults.add(new Fault("name", "bad_text", "请填写假日名称，不超过40字。"));
        }
        if (holiday.source().isBlank() || holiday.source().length() > 200) {
            faults.add(new Fault("source", "bad_text", "请填写依据的通知，不超过200字。"));
        }
        if (holiday.day().getYear() < 1949 || holiday.day().getYear() > 2100) {
            faults.add(new Fault("day", "out_of_range", "日期应在1949年至2100年之间。"));
        }
        if (faults.isEmpty() && !store.add(holiday, viewer)) {
            faults.add(new Fault("day", "taken", "这一天已有地方安排，请先撤回原来的。"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        current = read();
    }

    void withdraw(UUID id, String reason, Viewer viewer) {
        requireEditor(viewer);
        if (reason.isBlank() || reason.length() > 200) {
            throw Refusal.invalid(List.of(new Fault("reason", "required", "请填写撤回理由，不超过200字。")));
        }
        if (!store.withdraw(id, reason, viewer)) {
            throw Refusal.notFound();
        }
        current = read();
    }

    void importYear(CalendarYear year, Viewer viewer) {
        requireEditor(viewer);
        List<Fault> faults = new ArrayList<>();
        if (year.year() < 1949 || year.year() > 2100) {
            faults.add(new Fault("year", "out_of_range", "年份应在1949年至2100年之间。"));
        }
        if (year.source().isBlank() || year.source().length() > 200) {
            faults.add(new Fault("notice", "bad_text", "请填写通知名称和文号，不超过200字。"));
        }
        if (year.off().stream().anyMatch(day -> day.getYear() != year.year())) {
            faults.add(new Fault("off", "other_year", "放假日期须在本年之内。"));
        }
        if (year.work().stream()
                .anyMatch(day -> day.getYear() != year.year() || year.off().contains(day))) {
            faults.add(new Fault("work", "contradicts", "补班日期须在本年之内，且不能与放假日期相同。"));
        }
        if (year.off().isEmpty()) {
            faults.add(new Fault("off", "required", "请填写放假日期。"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        store.add(year, viewer);
        current = read();
    }
}
