package cn.daxietong.worklist;

import org.jspecify.annotations.Nullable;

/**
 * Which to-dos are asked for.
 *
 * @param whose everything of the unit, what is not in a colleague's hand, or what was given to the viewer
 * @param asleep those that the viewer has put off, instead of the others
 * @param kind of matter; absent: all
 */
record Wanted(
        Span span, Whose whose, boolean asleep, @Nullable String kind) {
    /** In whose hand. */
    enum Whose {
        UNIT,
        MINE,
        GIVEN
    }

    static Wanted mine(Span span) {
        return new Wanted(span, Whose.MINE, false, null);
    }

    static Wanted unit(Span span) {
        return new Wanted(span, Whose.UNIT, false, null);
    }

    Wanted with(Span other) {
        return new Wanted(other, whose, asleep, kind);
    }
}
