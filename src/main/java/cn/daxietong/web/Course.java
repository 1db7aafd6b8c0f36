package cn.daxietong.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A procedure drawn by the server: statuses as boxes from left to right, ways between them as arrows, the present one filled. No script, no
 * library, prints as it is.
 */
public record Course(List<Box> boxes, List<Way> ways, int width, int height) {
    private static final int BOX_HEIGHT = 40;
    private static final int GAP_ACROSS = 48;
    private static final int GAP_DOWN = 22;
    private static final int MARGIN = 14;

    /** Where the matter stands towards a status. */
    public enum State {
        DONE("已过"),
        NOW("当前"),
        AHEAD("未到");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A status to draw; the first one given is where the procedure begins. */
    public record Stage(String id, String title, State state) {}

    /** A way from one status to another. */
    public record Step(String from, String to) {}

    /** A status that has found its place. */
    public record Box(Stage stage, int x, int y, int width, int height) {}

    /** An arrow that has found its way: SVG path data, and whether it leads back. */
    public record Way(String path, boolean back) {}

    public static Course of(List<Stage> stages, List<Step> steps) {
        var column = columns(stages, steps);
        int last = column.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var boxes = new ArrayList<Box>();
        var placed = new HashMap<String, Box>();
        int x = MARGIN;
        int deepest = MARGIN;
        for (int c = 0; c <= last; c++) {
            int at = c;
            var here = stages.stream()
                    .filter(stage -> column.getOrDefault(stage.id(), last) == at)
                    .toList();
            int width = here.stream()
                    .mapToInt(stage -> widthOf(stage.title()))
                    .max()
                    .orElse(0);
            int y = MARGIN;
            for (var stage : here) {
                var box = new Box(stage, x, y, width, BOX_HEIGHT);
                boxes.add(box);
                placed.put(stage.id(), box);
                y += BOX_HEIGHT + GAP_DOWN;
            }
            deepest = Math.max(deepest, y - GAP_DOWN);
            x += width + GAP_ACROSS;
        }
        var ways = new ArrayList<Way>();
        int lane = 0;
        for (var step : steps) {
            var from = placed.get(step.from());
            var to = placed.get(step.to());
            if (from == null || to == null || from == to) {
                continue;
            }
            boolean back = to.x() <= from.x();
            if (back) {
                lane++;
            }
            ways.add(back ? backward(from, to, deepest + 12 * lane) : forward(from, to));
        }
        return new Course(List.copyOf(boxes), List.copyOf(ways), x - GAP_ACROSS + MARGIN, deepest + 12 * lane + MARGIN);
    }

    /** The picture in words, for those who do not see it. */
    public String inWords() {
        var words = new StringBuilder("办理流程：");
        for (var box : boxes) {
            words.append(box.stage().title())
                    .append("（")
                    .append(box.stage().state().title())
                    .append("）；");
        }
        return words.toString();
    }

    /** As far right as the longest way on to a status, in the order in which they are given; ways back push nothing on. */
    private static Map<String, Integer> columns(List<Stage> stages, List<Step> steps) {
        var column = new HashMap<String, Integer>();
        var order = stages.stream().map(Stage::id).toList();
        for (var stage : stages) {
            int at = column.computeIfAbsent(stage.id(), id -> 0);
            for (var step : steps) {
                if (step.from().equals(stage.id()) && order.indexOf(step.to()) > order.indexOf(stage.id())) {
                    column.merge(step.to(), at + 1, Math::max);
                }
            }
        }
        return column;
    }

    private static int widthOf(String title) {
        return 28 + 15 * title.length();
    }

    private static Way forward(Box from, Box to) {
        int x1 = from.x() + from.width();
        int y1 = from.y() + from.height() / 2;
        int x2 = to.x() - 2;
        int y2 = to.y() + to.height() / 2;
        int bend = x2 - GAP_ACROSS / 2;
        return new Way("M%d %dH%dV%dH%d".formatted(x1, y1, bend, y2, x2 - 6), false);
    }

    private static Way backward(Box from, Box to, int lane) {
        int x1 = from.x() + from.width() / 2;
        int x2 = to.x() + to.width() / 2;
        int bottom = to.y() + to.height();
        return new Way("M%d %dV%dH%dV%d".formatted(x1, from.y() + from.height(), lane, x2 - 8, bottom + 8), true);
    }
}
