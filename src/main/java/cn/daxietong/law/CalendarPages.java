package cn.daxietong.law;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Faults;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Views;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The work calendar of a year, its local arrangements, and the import of the next year's notice. */
@Controller
@RequestMapping("/law/calendar")
class CalendarPages {
    private static final int LONGEST_SPAN_DAYS = 31;

    private final Calendars calendars;
    private final Clock clock;

    CalendarPages(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView thisYear() {
        return Views.redirect("/law/calendar/" + LocalDate.now(clock).getYear());
    }

    @GetMapping("/{year}")
    ModelAndView year(@PathVariable int year, Viewer viewer) {
        return page(year, viewer, Map.of(), null);
    }

    private ModelAndView page(int year, Viewer viewer, Map<String, String> typed, @Nullable Refusal refusal) {
        if (year < 1949 || year > 2100) {
            throw Refusal.notFound();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("year", year);
        model.put("known", calendars.years().get(year));
        model.put("holidays", calendars.holidays(year));
        model.put("months", CalendarMonth.of(year, calendars.get()));
        model.put("mayEdit", Calendars.mayEdit(viewer));
        model.put("typed", typed);
        model.put("warning", calendars.warning(LocalDate.now(clock)).orElse(""));
        model.put("faults", refusal == null ? Faults.NONE : new Faults(refusal.faults()));
        return refusal == null
                ? Views.page("law/calendar", year + "年工作日历", model, "law")
                : Views.faulty("law/calendar", year + "年工作日历", model, refusal);
    }

    @PostMapping("/{year}/holidays")
    ModelAndView add(@PathVariable int year, @RequestParam Map<String, String> form, Viewer viewer) {
        try {
            LocalDate day = day("day", text(form, "day"));
            calendars.add(
                    new LocalHoliday(
                            day, text(form, "name"), "true".equals(text(form, "worked")), text(form, "source")),
                    viewer);
            return Views.redirect("/law/calendar/" + day.getYear(), Flash.done("已登记，相关期限随即按新日历计算。"));
        } catch (Refusal refusal) {
            return again(year, viewer, form, refusal);
        }
    }

    @PostMapping("/{year}/holidays/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable int year,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        try {
            calendars.withdraw(id, reason.strip(), viewer);
            return Views.redirect("/law/calendar/" + year, Flash.done("已撤回，相关期限随即重新计算。"));
        } catch (Refusal refusal) {
            return again(year, viewer, Map.of(), refusal);
        }
    }

    @PostMapping("/{year}/import")
    ModelAndView importYear(@PathVariable int year, @RequestParam Map<String, String> form, Viewer viewer) {
        try {
            List<Fault> faults = new ArrayList<>();
            Set<LocalDate> off = days("off", text(form, "off"), faults);
            Set<LocalDate> work = days("work", text(form, "work"), faults);
            if (!faults.isEmpty()) {
                throw Refusal.invalid(faults);
            }
            calendars.importYear(
                    new CalendarYear(year, text(form, "notice"), LocalDate.of(year, 12, 31), off, work), viewer);
            return Views.redirect("/law/calendar/" + year, Flash.done("已导入" + year + "年放假安排。"));
        } catch (Refusal refusal) {
            return again(year, viewer, form, refusal);
        }
    }

    private ModelAndView again(int year, Viewer viewer, Map<String, String> form, Refusal refusal) {
        if (refusal.faults().isEmpty()) {
            throw refusal;
        }
        return page(year, viewer, form, refusal);
    }

    private static String text(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").strip();
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(List.of(new Fault(field, "not_a_date", "请填写日期，如 2026-04-20。")));
        }
    }

    /** One day or one span a line, as the notice lists them: {@code 2027-02-05/2027-02-11}. */
    private static Set<LocalDate> days(String field, String text, List<Fault> faults) {
        Set<LocalDate> days = new TreeSet<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            try {
                String[] ends = line.split("/", 2);
                LocalDate first = LocalDate.parse(ends[0].strip());
                LocalDate last = LocalDate.parse(ends[ends.length - 1].strip());
                if (last.isBefore(first) || first.plusDays(LONGEST_SPAN_DAYS).isBefore(last)) {
                    faults.add(new Fault(field, "bad_span", "起止日期不对：" + line));
                    return;
                }
                first.datesUntil(last.plusDays(1)).forEach(days::add);
            } catch (DateTimeException e) {
                faults.add(new Fault(
                        field, "not_a_date", "这一行不是日期：" + (line.length() > 40 ? line.substring(0, 40) : line)));
            }
        });
        return days;
    }
}
