package cn.daxietong.worklist;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How near the due time is, counted by the calendar as people count. */
public enum Span {
    OVERDUE("已超期", "fault"),
    TODAY("今日到期", "warning"),
    SOON("七日内到期", "wait"),
    LATER("其他待办", "todo"),
    WEEK("今日至七日内到期", "wait"),
    ANY("全部", "todo");

    private static final int SOON_DAYS = 7;

    private final String title;
    private final String icon;

    Span(String title, String icon) {
        this.title = title;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    public String icon() {
        return icon;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The groups of the home page, most pressing first. */
    static List<Span> groups() {
        return List.of(OVERDUE, TODAY, SOON, LATER);
    }

    /** @throws Refusal where the word is none of ours */
    static Span of(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return ANY;
        }
        for (var span : values()) {
            if (span.code().equals(code)) {
                return span;
            }
        }
        throw Refusal.invalid(List.of(new Fault("due", "unknown", "只能填 overdue（已超期）、today（今日到期）、week（七日内到期）")));
    }

    /** Due at or after this; absent: since ever. */
    @Nullable
    Instant from(ZonedDateTime now) {
        return switch (this) {
            case TODAY, WEEK -> now.toInstant();
            case SOON -> tomorrow(now).toInstant();
            case LATER -> tomorrow(now).plusDays(SOON_DAYS).toInstant();
            case OVERDUE, ANY -> null;
        };
    }

    /** Due before this; absent: whenever, and what has no due time too. */
    @Nullable
    Instant until(ZonedDateTime now) {
        return switch (this) {
            case OVERDUE -> now.toInstant();
            case TODAY -> tomorrow(now).toInstant();
            case SOON, WEEK -> tomorrow(now).plusDays(SOON_DAYS).toInstant();
            case LATER, ANY -> null;
        };
    }

    private static ZonedDateTime tomorrow(ZonedDateTime now) {
        return now.toLocalDate().plusDays(1).atTime(LocalTime.MIN).atZone(now.getZone());
    }
}
