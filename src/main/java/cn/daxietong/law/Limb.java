package cn.daxietong.law;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alternative of a criminal threshold, a row of {@code law/threshold.dmn}; any one of them is enough (每项择一).
 *
 * @param atLeast reached at this figure, the figure itself included (刑法 第九十九条); absent where no figure decides
 * @param graver from which figures on the penalty is graver, in words; absent where the law names none or none was read
 * @param alsoMeasure a second figure that must be reached together with the first
 */
record Limb(
        String id,
        String offence,
        String title,
        String measure,
        @Nullable BigDecimal atLeast,
        @Nullable String alsoMeasure,
        @Nullable BigDecimal alsoAtLeast,
        @Nullable String graver,
        String article,
        Mark mark) {

    static Limb of(Map<String, Object> row) {
        return new Limb(
                text(row, "limb"),
                text(row, "offence"),
                text(row, "title"),
                text(row, "measure"),
                (BigDecimal) row.get("at_least"),
                (String) row.get("also_measure"),
                (BigDecimal) row.get("also_at_least"),
                (String) row.get("graver"),
                text(row, "article"),
                Mark.of(text(row, "mark")));
    }

    private static String text(Map<String, Object> row, String name) {
        if (row.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a threshold row has no " + name + ": " + row);
    }
}
