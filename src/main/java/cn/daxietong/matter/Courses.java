package cn.daxietong.matter;

import cn.daxietong.web.Course;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Draws a kind's procedure with the matter's place in it. */
final class Courses {
    /** In letters; the picture must fit a phone. */
    private static final int LONGEST = 10;

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
                                : passed.contains(s.code()) ? Course.State.DONE : Course.State.AHEAD,
                        note(procedure, procedure.status(seen.matter().status()), s)))
                .toList();
        return Course.of(stages, ways(procedure, seen.matter().status()));
    }

    /** By which steps one gets from the present status to another. */
    private static <S> String note(Procedure<S> procedure, Status now, Status then) {
        var titles = procedure.from(now).stream()
                .filter(step -> !step.isConsequence()
                        && !now.equals(then)
                        && step.targets(now).contains(then))
                .map(Step::title)
                .distinct()
                .toList();
        if (titles.isEmpty()) {
            return "";
        }
        var first = titles.getFirst();
        var told = first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first;
        return titles.size() > 1 ? told + "等" : told;
    }

    /** Every way back or from here, and of the ways on those that no longer chain of ways already shows: the picture stays one that can be read. */
    private static <S> List<Course.Step> ways(Procedure<S> procedure, String now) {
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
                .filter(w -> w.from().equals(now) || !on.contains(w) || !roundabout(w, on, order))
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
