package cn.daxietong.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A due time as people read it: a sign, words and a colour, never the colour alone (适老化规范).
 *
 * @param at machine-readable, for the {@code time} element; null where nothing runs
 */
public record Due(
        Kind kind, String text, String exact, @Nullable String at) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);

    /** How pressing it is. */
    public enum Kind {
        OVERDUE("fault"),
        TODAY("warning"),
        SOON("warning"),
        LATER("wait"),
        PAUSED("pause"),
        MET("done"),
        NONE("note");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A clock that runs, seen now. Days are counted by the calendar, as people count them. */
    public static Due running(Instant dueAt, Clock clock) {
        var due = dueAt.atZone(clock.getZone());
        var now = ZonedDateTime.now(clock);
        var exact = "应于 " + DAY.format(due) + " 前办结";
        var days = ChronoUnit.DAYS.between(now.toLocalDate(), due.toLocalDate());
        if (dueAt.isBefore(now.toInstant())) {
            var late = Duration.between(dueAt, now.toInstant());
            return new Due(Kind.OVERDUE, "已超期 " + span(late, -days), exact, dueAt.toString());
        }
        if (days == 0) {
            return new Due(Kind.TODAY, "今日 " + HOUR.format(due) + " 到期", exact, dueAt.toString());
        }
        return new Due(days <= 2 ? Kind.SOON : Kind.LATER, "还有 " + days + " 天", exact, dueAt.toString());
    }

    public static Due met(Instant metAt, Clock clock) {
        return new Due(Kind.MET, "按期办结", "办结于 " + DAY.format(metAt.atZone(clock.getZone())), metAt.toString());
    }

    public static Due paused(String ground) {
        return new Due(Kind.PAUSED, "已中止计算", ground, null);
    }

    public static Due none() {
        return new Due(Kind.NONE, "无期限", "", null);
    }

    /** What colours a table row: the pressing ones only. */
    public String rowClass() {
        return switch (kind) {
            case OVERDUE -> "urgent";
            case TODAY, SOON -> "soon";
            default -> "";
        };
    }

    private static String span(Duration late, long days) {
        if (days > 0) {
            return days + " 天";
        }
        return late.toHours() > 0 ? late.toHours() + " 小时" : "不足 1 小时";
    }
}
