package cn.daxietong.worklist;

import cn.daxietong.matter.Filter;
import cn.daxietong.web.Option;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as it stands in the address of a page; the same filter always has the same address, so that a saved view knows itself again. */
public record Asked(Filter filter) {
    static final List<Option> DUES =
            List.of(new Option("overdue", "已超期"), new Option("today", "今日到期"), new Option("week", "七日内到期"));
    static final List<Option> SORTS = List.of(new Option("newest", "最近更新"), new Option("due", "期限先后（只列有期限的）"));

    static Asked ofKind(@Nullable String kind) {
        return new Asked(new Filter(kind, null, null, null, null, null, null));
    }

    Asked due(String due) {
        return new Asked(
                new Filter(filter.kind(), filter.status(), filter.unit(), filter.q(), due, filter.commodity(), null));
    }

    /** Without the question mark; empty where nothing is asked for. */
    public String query() {
        var parts = new ArrayList<String>();
        add(parts, "kind", filter.kind());
        add(parts, "q", filter.q());
        add(parts, "status", filter.status());
        add(parts, "commodity", filter.commodity());
        add(parts, "unit", filter.unit());
        add(parts, "due", filter.due());
        add(parts, "sort", filter.sort());
        return String.join("&", parts);
    }

    public String at(String path) {
        var query = query();
        return query.isEmpty() ? path : path + "?" + query;
    }

    String at(String path, String cursor) {
        var address = at(path);
        return address + (address.contains("?") ? "&" : "?") + "cursor=" + cursor;
    }

    /** How many conditions are set beside the kind. */
    public int conditions() {
        var count = 0;
        for (var value : new @Nullable String[] {
            filter.q(), filter.status(), filter.commodity(), filter.unit(), filter.due(), filter.sort()
        }) {
            count += value == null ? 0 : 1;
        }
        return count;
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
