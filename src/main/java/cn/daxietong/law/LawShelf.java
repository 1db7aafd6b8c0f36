package cn.daxietong.law;

import java.util.List;

/** One statute on the index page with those of its articles that the platform cites. */
public record LawShelf(String law, List<Entry> entries) {
    /** An article, and whether it still waits for legal review. */
    public record Entry(Article article, boolean pending) {}
}
