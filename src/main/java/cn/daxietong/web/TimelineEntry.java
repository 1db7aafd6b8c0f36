package cn.daxietong.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step in a matter's time: what was done or is awaited, with the article it rests on.
 *
 * @param note article and what it demands, or the remark that was left
 * @param at as people read it; empty while nothing is fixed
 */
public record TimelineEntry(
        State state,
        String title,
        String note,
        String at,
        @Nullable Due due) {
    /** Where the step stands. */
    public enum State {
        DONE("已办"),
        NOW("待办"),
        OVERDUE("超期"),
        AHEAD("未到");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
