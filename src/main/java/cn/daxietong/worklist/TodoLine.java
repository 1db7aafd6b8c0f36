package cn.daxietong.worklist;

import cn.daxietong.web.Due;
import org.jspecify.annotations.Nullable;

/**
 * One to-do as a page shows it.
 *
 * @param path of the matter
 * @param act where it is done
 * @param hand in whose hand it is, or that it is in nobody's
 * @param note what the viewer has arranged about it; empty where nothing
 */
public record TodoLine(
        String key,
        String path,
        String act,
        String number,
        String kind,
        String matterTitle,
        String duty,
        Basis basis,
        Due due,
        String owner,
        Hand hand,
        boolean starred,
        String note) {
    /** The article, and where its text stands. */
    public record Basis(String law, @Nullable String path) {}

    /** In whose hand it is. */
    public record Hand(String name, boolean mine, boolean nobody) {}
}
