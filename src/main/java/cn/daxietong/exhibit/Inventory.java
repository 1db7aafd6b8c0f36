package cn.daxietong.exhibit;

import cn.daxietong.exhibit.InventoryAction.Explain;
import cn.daxietong.exhibit.InventoryAction.Scan;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stocktaking: what the books say stands in the place, and what was found there.
 *
 * @param lines one a label: first what should be there, then what was found beside it
 */
record Inventory(
        @Title("存放地点") String place,
        @Title("物品") List<Line> lines,

        @Title(value = "盘点说明", multiline = true) @Nullable String note,

        @Title(value = "差异的原因和处理", multiline = true) @Nullable
        String explanation) {
    Inventory {
        lines = List.copyOf(lines);
    }

    /** One label. */
    record Line(
            @Title("编号码") String code,
            @Title("物品") String description,
            @Title("账面数量") @Nullable BigDecimal booked,
            @Title("计量单位") String unit,
            @Title("结果") Result result,
            @Title("实盘数量") @Nullable BigDecimal counted,
            @Title("时间") @Nullable Instant at,
            @Title("盘点人") @Nullable AccountId by,
            @Title("说明") @Nullable String note) {
        Line now(Result next) {
            return new Line(code, description, booked, unit, next, counted, at, by, note);
        }

        Line found(Scan s, Scene scene) {
            var seen = s.quantity() == null ? booked : s.quantity();
            var fits = booked == null
                    ? Result.UNEXPECTED
                    : seen != null && seen.compareTo(booked) == 0 ? Result.FOUND : Result.DIFFERS;
            return new Line(
                    code,
                    description,
                    booked,
                    unit,
                    fits,
                    seen,
                    scene.now(),
                    scene.viewer().account(),
                    s.note());
        }

        /** As one line of a list: 冻鸡爪 947件. */
        String words() {
            return description
                    + (booked == null ? "" : " " + booked.stripTrailingZeros().toPlainString() + unit);
        }
    }

    /** What came of it. */
    enum Result {
        @Title("未盘")
        PENDING,
        @Title("相符")
        FOUND,
        @Title("数量不符")
        DIFFERS,
        @Title("账上不在此处")
        UNEXPECTED,
        @Title("未见")
        MISSING,
        @Title("盘点期间已移出")
        MOVED
    }

    static Inventory begun(String place, List<Matter<?>> own) {
        var lines = new ArrayList<Line>();
        standingIn(place, own)
                .forEach((code, m) -> lines.add(new Line(
                        code,
                        m.state().thing().description(),
                        m.state().quantityNow(),
                        m.state().thing().unit(),
                        Result.PENDING,
                        null,
                        null,
                        null,
                        null)));
        return new Inventory(place, lines, null, null);
    }

    /** A second scan of the same label takes the place of the first, so that nobody has to know whether the first arrived. */
    Inventory scanned(Scan s, Scene scene) {
        var code = ExhibitCode.read(s.code()).map(ExhibitCode::text).orElseThrow();
        if (line(code).isPresent()) {
            return with(l -> l.code().equals(code) ? l.found(s, scene) : l);
        }
        var all = new ArrayList<>(lines);
        all.add(new Line(code, "不在本处账上", null, "", Result.UNEXPECTED, null, null, null, null).found(s, scene));
        return new Inventory(place, all, note, explanation);
    }

    /** Compares with the books once more: what left the place meanwhile is not missing, and what was found beside it may stand elsewhere in them. */
    Inventory finished(@Nullable String words, List<Matter<?>> own) {
        var here = standingIn(place, own);
        var everywhere = books(own);
        return new Inventory(place, lines, words, null).with(l -> switch (l.result()) {
            case PENDING -> l.now(here.containsKey(l.code()) ? Result.MISSING : Result.MOVED);
            case UNEXPECTED -> located(l, everywhere);
            default -> l;
        });
    }

    private Line located(Line l, Map<String, Matter<Kept>> everywhere) {
        var m = everywhere.get(l.code());
        if (m == null) {
            return l;
        }
        var where = m.state().custody().current().place();
        return new Line(
                l.code(),
                m.state().thing().description(),
                null,
                m.state().thing().unit(),
                Result.UNEXPECTED,
                l.counted(),
                l.at(),
                l.by(),
                where == null ? "本单位物品，尚未入库" : "账上在" + where);
    }

    /** 妥善保管: what is missing or differs is answered for by the head (行政强制法 第二十六条). */
    Inventory explained(Explain e) {
        return new Inventory(place, lines, note, e.explanation());
    }

    InventoryStatus outcome() {
        return differences().isEmpty() ? InventoryStatus.FINISHED : InventoryStatus.DIFFERENT;
    }

    Inventory ended(String why) {
        return new Inventory(place, lines, why, explanation);
    }

    private Inventory with(UnaryOperator<Line> change) {
        return new Inventory(place, lines.stream().map(change).toList(), note, explanation);
    }

    Optional<Line> line(String code) {
        return lines.stream().filter(l -> l.code().equals(code)).findFirst();
    }

    List<Line> differences() {
        return lines.stream()
                .filter(l -> l.result() != Result.FOUND && l.result() != Result.MOVED)
                .toList();
    }

    long counted() {
        return lines.stream()
                .filter(l -> l.result() == Result.FOUND || l.result() == Result.DIFFERS)
                .count();
    }

    long expected() {
        return lines.stream().filter(l -> l.booked() != null).count();
    }

    /** The places where this unit keeps anything, for whoever misspelt one. */
    static List<String> places(List<Matter<?>> own) {
        return books(own).values().stream()
                .flatMap(m -> Optional.ofNullable(m.state().custody().current().place()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    static Map<String, Matter<Kept>> standingIn(String place, List<Matter<?>> own) {
        var there = new LinkedHashMap<>(books(own));
        there.values().removeIf(m -> !place.equals(m.state().custody().current().place()));
        return there;
    }

    private static Map<String, Matter<Kept>> books(List<Matter<?>> own) {
        var books = new LinkedHashMap<String, Matter<Kept>>();
        for (var m : own) {
            if (m.state() instanceof Kept) {
                @SuppressWarnings("unchecked")
                var kept = (Matter<Kept>) m;
                ExhibitCode.ofNumber(m.number()).ifPresent(code -> books.put(code.text(), kept));
            }
        }
        return books;
    }
}
