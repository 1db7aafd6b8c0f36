package cn.daxietong.matter;

import cn.daxietong.web.Course;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Draws a kind's procedure with the matter's place in it. */
final class Courses {
    private Courses() {}

    static <S> Course of(Seen<S> seen, List<Matters.TimelineLine> history) {
        var procedure = seen.kind().procedure();
        var passed = passed(procedure, history, seen.matter().status());
        var stages = procedure.statuses().stream()
                .map(s -> new Course.Stage(
                        s.code(),
                        s.title(),
                        s.code().equals(seen.matter().status())
                                ? Course.State.NOW
                                : passed.contains(s.code()) ? Course.State.DONE : Course.State.AHEAD))
                .toList();
        return Course.of(stages, ways(procedure));
    }

    /** Every way back, and of the ways on those that no longer chain of ways already shows: the picture stays one that can be read. */
    private static <S> List<Course.Step> ways(Procedure<S> procedure) {
        var order = procedure.statuses().stream().map(Status::code).toList();
        var all = new LinkedHashSet<Course.Step>();
        for (var step : procedure.steps()) {
            for (var from : step.from()) {
                for (var to : step.targets(from)) {
                    if (!from.code().equals(to.code())) {
                        all.add(new Course.Step(from.code(), to.code()));
                    }
                }
            }
        }
        var on = all.stream()
                .filter(w -> order.indexOf(w.from()) < order.indexOf(w.to()))
                .toList();
        return all.stream()
                .filter(w -> !on.contains(w) || !roundabout(w, on, order))
                .toList();
    }

    private static boolean roundabout(Course.Step way, List<Course.Step> on, List<String> order) {
        var reached = new LinkedHashSet<String>();
        for (var first : on) {
            if (first.from().equals(way.from()) && !first.to().equals(way.to())) {
                reached.add(first.to());
            }
        }
        for (var status : order) {
            if (reached.contains(status)) {
                on.stream().filter(w -> w.from().equals(status)).forEach(w -> reached.add(w.to()));
            }
        }
        return reached.contains(way.to());
    }

    /** The statuses gone through, told by the events; where an event could lead to several, the one from which the next could follow. */
    private static <S> List<String> passed(Procedure<S> procedure, List<Matters.TimelineLine> history, String now) {
        var passed = new ArrayList<String>();
        List<Status> at = procedure.openings().stream()
                .flatMap(s -> s.targets(procedure.statuses().getFirst()).stream())
                .distinct()
                .toList();
        for (int i = 1; i < history.size(); i++) {
            var event = history.get(i).event();
            var next = new LinkedHashSet<Status>();
            for (var status : at) {
                procedure.step(status, event).ifPresent(step -> {
                    passed.add(status.code());
                    next.addAll(step.targets(status));
                });
            }
            at = next.isEmpty() ? at : List.copyOf(next);
        }
        passed.removeIf(now::equals);
        return passed;
    }
}
