package cn.daxietong.matter;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the inbox are asked for.
 *
 * @param due overdue, today or week
 * @param sort newest (default) or due
 */
public record Filter(
        @Nullable String kind,
        @Nullable String status,
        @Nullable String unit,
        @Nullable String q,
        @Nullable String due,
        @Nullable String commodity,
        @Nullable String sort) {
    private static final Set<String> DUES = Set.of("overdue", "today", "week");
    private static final Set<String> SORTS = Set.of("newest", "due");

    public static final Filter NONE = new Filter(null, null, null, null, null, null, null);

    public Filter {
        kind = blankToNull(kind);
        status = blankToNull(status);
        unit = blankToNull(unit);
        q = blankToNull(q);
        due = blankToNull(due);
        commodity = blankToNull(commodity);
        sort = blankToNull(sort);
    }

    public static Filter ofKind(String kind) {
        return new Filter(kind, null, null, null, null, null, null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Refuses what no list understands, all of it at once. */
    void check(Kinds kinds) {
        var faults = new ArrayList<Fault>();
        if (kind != null && !kinds.knows(kind)) {
            faults.add(new Fault("kind", "unknown", "没有这一类事项"));
        }
        if (due != null && !DUES.contains(due)) {
            faults.add(new Fault("due", "unknown", "只能填 overdue（已超期）、today（今日到期）、week（七日内到期）"));
        }
        if (sort != null && !SORTS.contains(sort)) {
            faults.add(new Fault("sort", "unknown", "只能填 newest（最近更新）、due（到期先后）"));
        }
        if (q != null && q.length() > 100) {
            faults.add(new Fault("q", "size", "搜索词最多100个字"));
        }
        for (var text : textsOf()) {
            if (text.indexOf('\0') >= 0) {
                faults.add(new Fault("", "bad_character", "查询条件含有无法识别的字符"));
                break;
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private List<String> textsOf() {
        var texts = new ArrayList<String>();
        for (var text : new @Nullable String[] {kind, status, unit, q, due, commodity, sort}) {
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    boolean byDue() {
        return "due".equals(sort) || due != null;
    }
}
