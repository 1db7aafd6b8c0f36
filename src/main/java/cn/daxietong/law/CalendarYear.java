package cn.daxietong.law;

import cn.daxietong.shared.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One year's official holiday schedule (国务院办公厅通知).
 *
 * @param source the notice that published it
 * @param knownUntil the last day it speaks of
 * @param off days off, weekends among them included
 * @param work weekend days that are worked (补班)
 */
public record CalendarYear(int year, String source, LocalDate knownUntil, Set<LocalDate> off, Set<LocalDate> work) {
    public CalendarYear {
        off = Set.copyOf(off);
        work = Set.copyOf(work);
    }

    /** Reads the form of {@code law/calendar-2026.json}, where a span is written {@code from/to}. */
    static CalendarYear parse(String json) {
        JsonNode root = Json.MAPPER.readTree(json);
        int year = root.required("year").asInt();
        return new CalendarYear(
                year,
                root.required("source").asString(),
                LocalDate.parse(root.required("known_until").asString()),
                days(root.required("off")),
                days(root.required("work")));
    }

    private static Set<LocalDate> days(JsonNode spans) {
        Set<LocalDate> days = new TreeSet<>();
        for (JsonNode span : spans) {
            List<LocalDate> ends = List.of(span.asString().split("/")).stream()
                    .map(LocalDate::parse)
                    .toList();
            ends.getFirst().datesUntil(ends.getLast().plusDays(1)).forEach(days::add);
        }
        return days;
    }
}
