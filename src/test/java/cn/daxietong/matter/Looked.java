package cn.daxietong.matter;

import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A matter in memory as its page shows it to somebody: what is offered, what stands out and what may be chosen. */
record Looked<S>(Seen<S> seen, Set<String> due, Decider decider, Scene scene) {

    @SuppressWarnings("unchecked")
    static <S> Looked<S> at(Told told, Matter<S> matter, String unit, Post post) {
        var kind = (MatterKind<S>) told.world.bench.kind(matter.kind());
        var viewer = Bench.viewer(new UnitId(unit), post);
        var decider = told.world.decider;
        var scene = told.world.scene(viewer);
        var offers = new ArrayList<Offer>();
        for (var step : kind.procedure().from(kind.procedure().status(matter.status()))) {
            if (!step.isConsequence() && !step.isOutsiders() && step.by().admits(matter, viewer)) {
                offers.add(new Offer(
                        step.name(),
                        step.title(),
                        null,
                        null,
                        null,
                        null,
                        reasons(decider.locks(step, matter, scene)),
                        reasons(decider.cautions(step, matter, scene)),
                        List.of()));
            }
        }
        var due = matter.todos().stream()
                .filter(t -> t.unit().equals(viewer.unit()) && (t.post() == null || t.post() == post))
                .map(Todo::action)
                .collect(Collectors.toSet());
        return new Looked<>(new Seen<>(kind, matter, List.copyOf(offers), List.of(), false), due, decider, scene);
    }

    private static List<Offer.Lock> reasons(List<Decider.Lock> locks) {
        return locks.stream()
                .map(l -> new Offer.Lock(l.code(), l.sentence(), l.law()))
                .toList();
    }

    Set<String> standingOut(String... beginnings) {
        return StandingOut.of(seen, due, List.of(beginnings));
    }

    List<String> cautions(String action) {
        return seen.offers().stream()
                .filter(o -> o.name().equals(action))
                .flatMap(o -> o.cautions().stream())
                .map(Offer.Lock::code)
                .toList();
    }

    /** Which of these the field of the action's form offers. */
    <V> List<V> choices(String action, String field, List<V> all) {
        var matter = seen.matter();
        var procedure = seen.kind().procedure();
        var step = procedure.step(procedure.status(matter.status()), action).orElseThrow();
        return narrowed(step, matter, field, all);
    }

    private <V> List<V> narrowed(Step<S, ?> step, Matter<S> matter, String field, List<V> all) {
        var choices = new Choices<>(step, matter, scene);
        return all.stream().filter(v -> choices.admits(field, v)).toList();
    }
}
