package cn.daxietong.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A procedure drawn by the server: statuses one below the other, the way on to the next straight down, longer ways on in lanes to the right,
 * ways back in lanes to the left. All ways to one status share its lane, so the picture is as narrow as a phone and its lines can be followed.
 * No script, no library, prints as it is.
 */
public record Course(List<Box> boxes, List<Way> ways, int width, int height) {
    private static final int BOX_HEIGHT = 34;
    private static final int NOTED_HEIGHT = 50;
    private static final int GAP = 18;
    private static final int LANE = 13;
    private static final int MARGIN = 8;
    private static final int BEND = 6;

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

    /**
     * A status to draw; the first one given is where the procedure begins.
     *
     * @param note how one gets there from the present status; empty where one does not
     */
    public record Stage(String id, String title, State state, String note) {
        public Stage(String id, String title, State state) {
            this(id, title, state, "");
        }
    }

    /** A way from one status to another. */
    public record Step(String from, String to) {}

    /** A status that has found its place. */
    public record Box(Stage stage, int x, int y, int width, int height) {
        int middle() {
            return y + height / 2;
        }
    }

    /** A line that has found its way: SVG path data, whether it leads from where the matter stands, and whether an arrow ends it. */
    public record Way(String path, boolean open, boolean arrow) {}

    public static Course of(List<Stage> stages, List<Step> steps) {
        var order = stages.stream().map(Stage::id).toList();
        var on = new TreeMap<Integer, List<Integer>>();
        var back = new TreeMap<Integer, List<Integer>>();
        var next = new ArrayList<Integer>();
        for (var step : steps) {
            int from = order.indexOf(step.from());
            int to = order.indexOf(step.to());
            if (from < 0 || to < 0 || from == to) {
                continue;
            }
            if (to == from + 1) {
                next.add(from);
            } else {
                (to > from ? on : back)
                        .computeIfAbsent(to, t -> new ArrayList<>())
                        .add(from);
            }
        }
        var onLanes = lanes(on);
        var backLanes = lanes(back);
        int left = MARGIN + LANE * depth(backLanes) + (back.isEmpty() ? 0 : LANE);
        int width = stages.stream().mapToInt(Course::widthOf).max().orElse(0);
        var boxes = new ArrayList<Box>();
        int y = MARGIN;
        for (var stage : stages) {
            int height = stage.note().isEmpty() ? BOX_HEIGHT : NOTED_HEIGHT;
            boxes.add(new Box(stage, left, y, width, height));
            y += height + GAP;
        }
        var ways = new ArrayList<Way>();
        next.forEach(at -> ways.add(down(boxes.get(at), boxes.get(at + 1))));
        on.forEach((to, froms) -> side(boxes, to, froms, left + width, LANE * onLanes.getOrDefault(to, 0), ways));
        back.forEach((to, froms) -> side(boxes, to, froms, left, -LANE * backLanes.getOrDefault(to, 0), ways));
        // What leads on from here is drawn last, so that it lies on top.
        ways.sort((a, b) -> Boolean.compare(a.open(), b.open()));
        int right = left + width + LANE * depth(onLanes) + (on.isEmpty() ? 0 : LANE) + MARGIN;
        return new Course(List.copyOf(boxes), List.copyOf(ways), right, y - GAP + MARGIN);
    }

    /** The picture in words, for those who do not see it. */
    public String inWords() {
        var words = new StringBuilder("办理流程：");
        for (var box : boxes) {
            words.append(box.stage().title())
                    .append("（")
                    .append(box.stage().state().title());
            if (!box.stage().note().isEmpty()) {
                words.append("，").append(box.stage().note()).append("后到达");
            }
            words.append("）；");
        }
        return words.toString();
    }

    /** For each target the nearest lane that no other target uses over the same stretch; short stretches lie inside, so that few lines cross. */
    private static Map<Integer, Integer> lanes(Map<Integer, List<Integer>> ways) {
        var lanes = new HashMap<Integer, Integer>();
        var targets = new ArrayList<>(ways.keySet());
        targets.sort((a, b) -> Integer.compare(length(a, ways), length(b, ways)));
        for (int target : targets) {
            int lane = 1;
            while (taken(lane, target, lanes, ways)) {
                lane++;
            }
            lanes.put(target, lane);
        }
        return lanes;
    }

    private static boolean taken(int lane, int target, Map<Integer, Integer> lanes, Map<Integer, List<Integer>> ways) {
        return lanes.entrySet().stream()
                .filter(e -> e.getValue() == lane)
                .anyMatch(e ->
                        low(e.getKey(), ways) <= high(target, ways) && low(target, ways) <= high(e.getKey(), ways));
    }

    private static int low(int target, Map<Integer, List<Integer>> ways) {
        return ways.getOrDefault(target, List.of()).stream().reduce(target, Math::min);
    }

    private static int high(int target, Map<Integer, List<Integer>> ways) {
        return ways.getOrDefault(target, List.of()).stream().reduce(target, Math::max);
    }

    private static int length(int target, Map<Integer, List<Integer>> ways) {
        return high(target, ways) - low(target, ways);
    }

    private static int depth(Map<Integer, Integer> lanes) {
        return lanes.values().stream().reduce(0, Math::max);
    }

    /** Two pixels a Latin letter would be wasted on Chinese: fifteen for the title, twelve for the smaller note, and room for the tick. */
    private static int widthOf(Stage stage) {
        return Math.max(46 + 15 * stage.title().length(), 24 + 12 * stage.note().length());
    }

    private static Way down(Box from, Box to) {
        return new Way(
                "M%d %dV%d".formatted(from.x() + from.width() / 2, from.y() + from.height(), to.y() - 6),
                from.stage().state() == State.NOW,
                true);
    }

    /** Out of each source into the lane of the target, along it, and in; a rounded corner joins, a plain crossing does not. */
    private static void side(List<Box> boxes, int target, List<Integer> froms, int edge, int lane, List<Way> ways) {
        var to = boxes.get(target);
        int way = lane > 0 ? 1 : -1;
        int x = edge + lane + way * LANE / 2;
        for (int from : froms) {
            var box = boxes.get(from);
            // Where a box both sends and receives on one side, the two ends stand a little apart.
            int y1 = box.middle() + (from < target ? 6 : -6);
            int y2 = to.middle() + (from < target ? -6 : 6);
            int turn = y2 > y1 ? BEND : -BEND;
            ways.add(new Way(
                    "M%d %dH%dQ%d %d %d %dV%dQ%d %d %d %dH%d"
                            .formatted(
                                    edge,
                                    y1,
                                    x - way * BEND,
                                    x,
                                    y1,
                                    x,
                                    y1 + turn,
                                    y2 - turn,
                                    x,
                                    y2,
                                    x - way * BEND,
                                    y2,
                                    edge + way * 6),
                    box.stage().state() == State.NOW,
                    true));
        }
    }
}
