package cn.daxietong.casebook;

import cn.daxietong.casebook.Content.Bound;
import cn.daxietong.matter.Seen;
import java.util.List;

/** A matter in a book: the one that the book is of stands first, what is linked to it follows with its own documents. */
record Chapter(Seen<?> seen, List<Bound> bound) {
    Chapter {
        bound = List.copyOf(bound);
    }

    /** How contents, bookmarks and annexes call it. */
    static String title(Seen<?> seen) {
        return seen.kind().title() + "　" + seen.matter().number() + "　"
                + seen.matter().title();
    }

    String title() {
        return title(seen);
    }

    List<Content> contents() {
        return bound.stream().map(Bound::content).toList();
    }

    int pages() {
        return bound.stream().mapToInt(Bound::pages).sum();
    }
}
