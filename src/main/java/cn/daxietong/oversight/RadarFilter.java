package cn.daxietong.oversight;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.web.Option;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which lines of the radar are asked for, and in which order. */
record RadarFilter(@Nullable Ground ground, @Nullable String unit, Sort sort) {
    static final List<Option> GROUNDS = Arrays.stream(Ground.values())
            .map(g -> new Option(g.code(), g.title()))
            .toList();
    static final List<Option> SORTS = List.of(new Option("oldest", "开始最早的在前"), new Option("due", "期限先后"));

    /** In which order. */
    enum Sort {
        NEWEST("since", false),
        OLDEST("since", true),
        DUE("due_key", true);

        private final String column;
        private final boolean ascending;

        Sort(String column, boolean ascending) {
            this.column = column;
            this.ascending = ascending;
        }

        String column() {
            return column;
        }

        boolean ascending() {
            return ascending;
        }
    }

    /** @throws Refusal {@code invalid_fields}, all faults at once */
    static RadarFilter of(@Nullable String ground, @Nullable String unit, @Nullable String sort) {
        var faults = new ArrayList<Fault>();
        Ground wanted = null;
        try {
            wanted = Ground.of(ground);
        } catch (Refusal refusal) {
            faults.addAll(refusal.faults());
        }
        if (unit != null && unit.indexOf('\0') >= 0) {
            faults.add(new Fault("unit", "bad_character", "单位代码含有无法识别的字符"));
        }
        var order = sort(sort, faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new RadarFilter(wanted, unit == null || unit.isBlank() ? null : unit.strip(), order);
    }

    private static Sort sort(@Nullable String code, List<Fault> faults) {
        if (code == null || code.isBlank()) {
            return Sort.NEWEST;
        }
        return switch (code.strip()) {
            case "newest" -> Sort.NEWEST;
            case "oldest" -> Sort.OLDEST;
            case "due" -> Sort.DUE;
            default -> {
                faults.add(new Fault("sort", "unknown", "只能填 newest（最近开始）、oldest（最早开始）、due（期限先后）"));
                yield Sort.NEWEST;
            }
        };
    }

    RadarFilter on(@Nullable Ground other) {
        return new RadarFilter(other, unit, sort);
    }

    int conditions() {
        return (ground == null ? 0 : 1) + (unit == null ? 0 : 1) + (sort == Sort.NEWEST ? 0 : 1);
    }

    String sortCode() {
        return sort == Sort.NEWEST ? "" : sort.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As it stands in an address, without the question mark. */
    String query() {
        var parts = new ArrayList<String>();
        if (ground != null) {
            parts.add("ground=" + ground.code());
        }
        if (unit != null) {
            parts.add("unit=" + URLEncoder.encode(unit, StandardCharsets.UTF_8));
        }
        if (sort != Sort.NEWEST) {
            parts.add("sort=" + sortCode());
        }
        return String.join("&", parts);
    }

    String at(String path) {
        return query().isEmpty() ? path : path + "?" + query();
    }

    String at(String path, String cursor) {
        return path + "?" + (query().isEmpty() ? "" : query() + "&") + "cursor=" + cursor;
    }
}
