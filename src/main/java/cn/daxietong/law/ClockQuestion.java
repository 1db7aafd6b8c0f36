package cn.daxietong.law;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody asks of the calculator, as typed: times may lack their zone, which is then ours, or their hour, which is then midnight. */
record ClockQuestion(
        @Nullable String clock,
        @Nullable String startsAt,
        @Nullable List<@Nullable Span> suspensions,
        @Nullable String asOf) {
    private static final Instant EARLIEST =
            LocalDate.of(1949, 1, 1).atStartOfDay(Counting.ZONE).toInstant();
    private static final Instant LATEST =
            LocalDate.of(2100, 1, 1).atStartOfDay(Counting.ZONE).toInstant();
    private static final int MOST_SPANS = 100;

    record Span(
            @Nullable String from,
            @Nullable String to,
            @Nullable String ground,
            @Nullable String document) {}

    ClockReading answer(Clocks clocks, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (clock == null || !clocks.has(clock) || clocks.rule(clock).named()) {
            faults.add(new Fault("clock", "unknown_value", "没有这个期限，请从期限表中选择。"));
        }
        Instant start = time("starts_at", startsAt, faults);
        if (startsAt == null || startsAt.isBlank()) {
            faults.add(new Fault("starts_at", "required", "请填写起算时间。"));
        }
        List<Suspension> spans = spans(faults);
        Instant at = time("as_of", asOf, faults);
        if (!faults.isEmpty() || clock == null || start == null) {
            throw Refusal.invalid(faults);
        }
        ClockLedger ledger = new ClockLedger(clock, start, spans, null, false);
        return at == null ? clocks.readAll(ledger, now) : clocks.read(ledger, at);
    }

    private List<Suspension> spans(List<Fault> faults) {
        List<@Nullable Span> asked = suspensions == null ? List.of() : suspensions;
        List<Suspension> spans = new ArrayList<>();
        if (asked.size() > MOST_SPANS) {
            faults.add(new Fault("suspensions", "too_many", "中止期间最多" + MOST_SPANS + "段。"));
            return spans;
        }
        for (int i = 0; i < asked.size(); i++) {
            String at = "suspensions[" + i + "].";
            Span span = asked.get(i);
            if (span == null) {
                faults.add(new Fault("suspensions[" + i + "]", "required", "请填写中止期间，不能为空。"));
                continue;
            }
            Instant from = time(at + "from", span.from(), faults);
            Instant to = time(at + "to", span.to(), faults);
            String ground = span.ground();
            if (span.from() == null || span.from().isBlank()) {
                faults.add(new Fault(at + "from", "required", "请填写中止的第一天。"));
            }
            if (ground == null || ground.isBlank()) {
                faults.add(new Fault(at + "ground", "required", "请填写中止的事由，如检测、检验、检疫、鉴定、听证、公告。"));
            }
            if (from != null && to != null && day(to).isBefore(day(from))) {
                faults.add(new Fault(at + "to", "before_from", "中止的最后一天不能早于第一天。"));
            } else if (from != null && ground != null && !ground.isBlank()) {
                spans.add(new Suspension(day(from), to == null ? null : day(to), ground, span.document()));
            }
        }
        return spans;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Counting.ZONE).toLocalDate();
    }

    private static @Nullable Instant time(String field, @Nullable String text, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant at = parse(text.strip());
            if (!at.isBefore(EARLIEST) && at.isBefore(LATEST)) {
                return at;
            }
            faults.add(new Fault(field, "out_of_range", "时间应在1949年至2100年之间。"));
        } catch (DateTimeException e) {
            faults.add(new Fault(field, "not_a_time", "时间格式应为 2026-09-30 或 2026-09-30T16:30。"));
        }
        return null;
    }

    private static Instant parse(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(Counting.ZONE).toInstant();
        }
        String time = text.replace(' ', 'T');
        return time.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                ? OffsetDateTime.parse(time).toInstant()
                : LocalDateTime.parse(time).atZone(Counting.ZONE).toInstant();
    }
}
