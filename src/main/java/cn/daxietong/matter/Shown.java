package cn.daxietong.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a matter's state as people read it. */
public sealed interface Shown {
    String title();

    /** One short value. */
    record Line(String title, String text, @Nullable String href) implements Shown {}

    /** Several sentences, as somebody wrote them. */
    record Prose(String title, String text) implements Shown {}

    /** Values that belong together. */
    record Group(String title, List<Shown> parts) implements Shown {
        public List<Line> lines() {
            return parts.stream()
                    .filter(Line.class::isInstance)
                    .map(Line.class::cast)
                    .toList();
        }

        public List<Shown> others() {
            return parts.stream().filter(p -> !(p instanceof Line)).toList();
        }
    }

    /** Rows of the same form; columns in which nothing stands are left out. */
    record Grid(String title, List<Head> heads, List<List<Cell>> rows) implements Shown {}

    /** What stands in a row under one head, and where it leads. */
    record Cell(String text, @Nullable String href) {
        public static Cell of(String text) {
            return new Cell(text, null);
        }
    }

    /** What a column holds, whether it is figures, and whether it is too short to be broken into lines, such as a number or a status. */
    record Head(String title, boolean figures, boolean whole) {}
}
