package cn.daxietong.identity;

import java.util.List;

/** One kind of things that hang on a person, with its items. */
public record BelongingPile(String title, List<Belonging> items) {
    public BelongingPile {
        items = List.copyOf(items);
    }
}
