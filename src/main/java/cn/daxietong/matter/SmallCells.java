package cn.daxietong.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps counts from pointing at a person. A count below {@link #SMALLEST}, none included, is hidden. Where a table's total is known, hiding one cell
 * would be no use: so many more are hidden, the smallest first, that at least two are, and that together they are no small count either. No law
 * names a figure; five is ours.
 */
public final class SmallCells {
    public static final int SMALLEST = 5;

    /** What stands for a hidden count; the same for each, or the two reasons could be told apart and the counts reckoned. */
    public static final String HIDDEN = "少于 " + SMALLEST;

    private SmallCells() {}

    /** A count alone; absent where it is hidden. */
    @Nullable
    public static Integer shown(int count) {
        return count < SMALLEST ? null : count;
    }

    /** The cells of a table whose total is known or can be had elsewhere; absent where hidden. */
    public static List<@Nullable Integer> parts(List<Integer> counts) {
        var shown = new ArrayList<@Nullable Integer>();
        counts.forEach(count -> shown.add(shown(count)));
        var more = IntStream.range(0, counts.size())
                .boxed()
                .filter(i -> shown.get(i) != null)
                .sorted(Comparator.comparing(counts::get))
                .toList();
        for (int i : more) {
            if (isSafe(counts, shown)) {
                break;
            }
            shown.set(i, null);
        }
        return shown;
    }

    private static boolean isSafe(List<Integer> counts, List<@Nullable Integer> shown) {
        var hidden = IntStream.range(0, counts.size())
                .filter(i -> shown.get(i) == null)
                .map(counts::get)
                .toArray();
        return hidden.length == 0 || hidden.length > 1 && IntStream.of(hidden).sum() >= SMALLEST;
    }

    /** As pages and files show it. */
    public static String text(@Nullable Integer count) {
        return count == null ? HIDDEN : count.toString();
    }

    /**
     * A count by fives: 5 至 9. Of the tables over the same people only one may show its counts as they are; two would be two equations, and where they
     * share a part, what the one hides could be reckoned from the other.
     */
    public static String band(@Nullable Integer count) {
        return count == null
                ? HIDDEN
                : count / SMALLEST * SMALLEST + " 至 " + (count / SMALLEST * SMALLEST + SMALLEST - 1);
    }
}
