package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whoever knows the total and every cell shown still cannot tell a hidden one. */
class SmallCellsProperties {
    @Property
    void no_hidden_cell_can_be_got_by_subtracting(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 40) Integer> counts) {
        var shown = SmallCells.parts(counts);
        var hidden = new ArrayList<Integer>();
        for (int i = 0; i < counts.size(); i++) {
            if (shown.get(i) == null) {
                hidden.add(counts.get(i));
            } else {
                assertThat(shown.get(i)).isEqualTo(counts.get(i)).isGreaterThanOrEqualTo(SmallCells.SMALLEST);
            }
        }
        if (!hidden.isEmpty() && shown.stream().anyMatch(Objects::nonNull)) {
            int rest = hidden.stream().mapToInt(Integer::intValue).sum();
            assertThat(hidden).hasSizeGreaterThan(1);
            assertThat(rest)
                    .as("what is left by subtracting is no small count")
                    .isGreaterThanOrEqualTo(SmallCells.SMALLEST);
        }
    }

    /** One who knows the rule, too: every hidden cell could be any of at least five numbers for which the rule would have shown the same. */
    @Property
    void not_even_by_whoever_knows_the_rule(
            @ForAll @IntRange(max = 14) int first, @ForAll @IntRange(max = 14) int second) {
        int third = 17;
        var shown = SmallCells.parts(List.of(first, second, third));
        if (shown.stream().noneMatch(Objects::isNull) || shown.stream().allMatch(Objects::isNull)) {
            return;
        }
        int rest = first + second;
        var possible = new ArrayList<Integer>();
        for (int one = 0; one <= rest; one++) {
            if (SmallCells.parts(List.of(one, rest - one, third)).equals(shown)) {
                possible.add(one);
            }
        }
        assertThat(possible).hasSizeGreaterThanOrEqualTo(SmallCells.SMALLEST);
    }

    @Example
    void a_table_of_small_counts_shows_nothing() {
        assertThat(SmallCells.parts(List.of(1, 2, 0))).isEqualTo(Collections.nCopies(3, null));
    }

    @Example
    void one_small_count_takes_the_next_with_it_and_both_read_alike() {
        var shown = SmallCells.parts(List.of(2, 9, 6, 30));

        assertThat(shown).containsExactly(null, 9, null, 30);
        assertThat(shown.stream().map(SmallCells::band)).containsExactly("少于 5", "5 至 9", "少于 5", "30 至 34");
    }
}
