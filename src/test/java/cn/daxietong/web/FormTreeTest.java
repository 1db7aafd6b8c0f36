package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTreeTest {
    @Test
    void names_become_nested_values_and_empty_ones_are_left_out() {
        var tree = form(
                "title",
                "寨沙镇案",
                "facts.goods[0].quantity",
                "3",
                "facts.goods[0].description",
                "",
                "facts.goods[1].quantity",
                " ",
                "_csrf",
                "x",
                "day",
                "");

        assertThat(tree.values())
                .isEqualTo(Map.of("title", "寨沙镇案", "facts", Map.of("goods", List.of(Map.of("quantity", "3")))));
        assertThat(tree.count("facts.goods")).isEqualTo(2);
        assertThat(tree.text("facts.goods[0].quantity")).isEqualTo("3");
        assertThat(tree.text("facts.goods[7].quantity")).isEmpty();
    }

    @Test
    void several_values_of_one_name_are_a_list() {
        var tree = FormTree.of(Map.of("officers", new String[] {"a", "b"}));

        assertThat(tree.values()).isEqualTo(Map.of("officers", List.of("a", "b")));
    }

    @Test
    void a_row_is_added_where_there_was_none_and_removed_from_the_middle() {
        assertThat(form("row-add", "goods").count("goods")).isEqualTo(1);

        var removed = form("goods[0].n", "a", "goods[1].n", "b", "goods[2].n", "c", "row-remove", "goods[1]");
        assertThat(removed.values()).isEqualTo(Map.of("goods", List.of(Map.of("n", "a"), Map.of("n", "c"))));
    }

    @Test
    void names_that_contradict_each_other_or_go_too_far_do_no_harm() {
        assertThat(form("a", "1", "a.b", "2").values()).isEqualTo(Map.of("a", "1"));
        assertThatThrownBy(() -> form("a", "1", "a.b.c", "2")).isInstanceOf(Refusal.class);
        assertThat(form("goods[999].n", "1", "x".repeat(300), "1", "a..b", "1", "a[-1]", "1", "a[1", "1")
                        .values())
                .isEmpty();
        assertThat(form("a.b.c.d.e.f.g.h", "1").values()).isEmpty();
        assertThat(form("row-remove", "goods[3]").values()).isEmpty();
    }

    private static FormTree form(String... pairs) {
        var parameters = new LinkedHashMap<String, String[]>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return FormTree.of(parameters);
    }

    @Test
    void a_list_of_plain_values_is_a_list_and_leaves_out_what_was_not_checked() {
        var tree = FormTree.of(java.util.Map.of("officers[0]", new String[] {"a"}, "officers[2]", new String[] {"c"}));

        assertThat(tree.values()).isEqualTo(java.util.Map.of("officers", java.util.List.of("a", "c")));
    }
}
