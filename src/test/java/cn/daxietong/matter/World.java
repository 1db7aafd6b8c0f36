package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Matters in memory with what {@link Proceedings} does between them: openings and signals in the same step, all of it or none. */
final class World {
    final Bench bench = Bench.INSTANCE;
    final Map<UUID, Matter<?>> matters = new LinkedHashMap<>();
    final List<String> story = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    final Decider decider = new Decider(bench.clocks, bench.articles, s -> numbers.merge(s, 1, Integer::sum));
    Instant now = Instant.parse("2026-09-01T01:00:00Z");

    Matter<?> matter(UUID id) {
        return Objects.requireNonNull(matters.get(id));
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    UUID open(String kind, Action action, Viewer viewer) {
        var id = UUID.randomUUID();
        allOrNothing(kind + " " + Action.nameOf(action.getClass()) + " by " + viewer.unit(), decisions -> {
            open(
                    bench.kind(kind),
                    id,
                    action,
                    beside(
                            kind,
                            id,
                            scene(bench.kind(kind), viewer, opening(bench.kind(kind), action), action),
                            List.of()),
                    List.of(),
                    decisions);
        });
        return id;
    }

    /** Takes the step and returns everything that was decided, or throws the refusal and leaves all as it was. */
    List<Decision<?>> act(UUID id, Action action, Viewer viewer) {
        barred(viewer, action, Bars.around(matter(id), scene(viewer)));
        var name = matter(id).kind() + " " + Action.nameOf(action.getClass()) + " by " + viewer.unit() + " "
                + viewer.post().code();
        return allOrNothing(
                name,
                decisions -> act(
                        id,
                        action,
                        beside(
                                matter(id).kind(),
                                id,
                                scene(bench.kind(matter(id).kind()), viewer, row(matter(id), action), action),
                                matter(id).links().stream().map(Link::matter).toList()),
                        decisions));
    }

    /** Tells of the clocks that have run out by now. */
    List<Decision<?>> announce(UUID id) {
        return allOrNothing("clocks run out", decisions -> announce(id, decisions));
    }

    Scene scene(Viewer viewer) {
        return new Scene(viewer, now, bench.directory);
    }

    @SuppressWarnings("unchecked")
    private static <S> Optional<Step<S, Action>> opening(MatterKind<S> kind, Action action) {
        return kind.procedure().opening((Class<Action>) action.getClass());
    }

    @SuppressWarnings("unchecked")
    private <S> Optional<Step<S, Action>> row(Matter<S> matter, Action action) {
        var procedure = ((MatterKind<S>) bench.kind(matter.kind())).procedure();
        return procedure.step(procedure.status(matter.status()), (Class<Action>) action.getClass());
    }

    /** The scene with the matter that the action names, which the actor must see. */
    private Scene scene(MatterKind<?> kind, Viewer viewer, Optional<? extends Step<?, Action>> step, Action action) {
        var scene = step.flatMap(Step::surveyed)
                .map(surveyed -> scene(viewer).surveying(own(surveyed, viewer)))
                .orElseGet(() -> scene(viewer));
        var about = step.flatMap(Step::about).orElse(null);
        var id = about == null ? null : about.which().apply(action);
        if (about == null || id == null) {
            return scene;
        }
        var other = matters.get(id);
        if (other == null || !other.seenBy(viewer.unit()) || !bench.all.suits(kind, about, other)) {
            throw Refusal.notFound();
        }
        barred(viewer, action, List.of(other.id()));
        return scene.about(other, bench.all.commodity(other));
    }

    /** The other open ones of the kind about the same, as {@link Alike} finds them. */
    private Scene beside(String kind, UUID id, Scene scene, List<UUID> links) {
        var about = scene.about().map(Matter::id).map(List::of).orElse(links);
        return scene.beside(matters.values().stream()
                .filter(m -> m.kind().equals(kind) && !m.id().equals(id) && !closed(m))
                .filter(m -> m.seenBy(scene.unit()))
                .filter(m -> m.links().stream().anyMatch(l -> about.contains(l.matter())))
                .<Matter<?>>map(m -> m)
                .toList());
    }

    /** As the database does (matter.kept_from): what somebody is kept from, and what came of it or is about it since. */
    Map<UUID, String> keptFrom(AccountId person) {
        var away = new LinkedHashMap<UUID, String>();
        var barring = new HashSet<UUID>();
        for (var matter : matters.values()) {
            bench.all.bars(matter).filter(bar -> bar.account().equals(person)).ifPresent(bar -> {
                barring.add(matter.id());
                matter.links().forEach(link -> away.put(link.matter(), bar.why()));
            });
        }
        var spreads = !away.isEmpty();
        while (spreads) {
            spreads = false;
            for (var later : matters.values()) {
                for (var link : later.links()) {
                    var why = away.get(link.matter());
                    if (why != null
                            && !barring.contains(later.id())
                            && !later.createdAt().isBefore(matter(link.matter()).createdAt())) {
                        spreads |= away.putIfAbsent(later.id(), why) == null;
                    }
                }
            }
        }
        return away;
    }

    private void barred(Viewer viewer, Action action, List<UUID> ids) {
        var away = keptFrom(viewer.account());
        if (away.containsKey(ids.getFirst())) {
            throw Barred.refusal(away.get(ids.getFirst()));
        }
        var faults = Fields.accounts((Record) action).entrySet().stream()
                .filter(named -> ids.stream().anyMatch(keptFrom(named.getValue())::containsKey))
                .map(named -> Bars.fault(named.getKey()))
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private List<Matter<?>> own(String kind, Viewer viewer) {
        return matters.values().stream()
                .filter(m -> m.kind().equals(kind) && m.owner().equals(viewer.unit()))
                .filter(m -> !closed(m))
                .<Matter<?>>map(m -> m)
                .toList();
    }

    boolean closed(Matter<?> matter) {
        return bench.kind(matter.kind()).procedure().status(matter.status()).closed();
    }

    /** As the database does: what one open matter holds alone, no second one holds. */
    private <S> void heldAlone(Matter<S> matter) {
        @SuppressWarnings("unchecked")
        var kind = (MatterKind<S>) bench.kind(matter.kind());
        for (var thing : held(kind, matter)) {
            for (var other : matters.values()) {
                if (!other.id().equals(matter.id()) && held(other).contains(thing)) {
                    throw kind.alreadyHeld(matter.state());
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private <S> List<Personal> held(Matter<S> matter) {
        return held((MatterKind<S>) bench.kind(matter.kind()), matter);
    }

    private <S> List<Personal> held(MatterKind<S> kind, Matter<S> matter) {
        return closed(matter) || !kind.holdsAlone(matter.state()) ? List.of() : kind.heldAlone(matter.state());
    }

    @FunctionalInterface
    private interface Work {
        void run(List<Decision<?>> decisions);
    }

    private List<Decision<?>> allOrNothing(String what, Work work) {
        var before = new LinkedHashMap<>(matters);
        var decisions = new ArrayList<Decision<?>>();
        try {
            work.run(decisions);
        } catch (Refusal refusal) {
            matters.clear();
            matters.putAll(before);
            throw refusal;
        }
        story.add(what);
        return decisions;
    }

    private <S> void open(
            MatterKind<S> kind, UUID id, Action action, Scene scene, List<Link> links, List<Decision<?>> decisions) {
        decided(decider.open(kind, id, action, scene, links), Action.nameOf(action.getClass()), scene, decisions);
        catchUp(matter(id), scene, decisions);
    }

    private void catchUp(Matter<?> begun, Scene scene, List<Decision<?>> decisions) {
        var about = begun.links().stream().map(Link::matter).toList();
        for (var asking : List.copyOf(matters.values())) {
            var officer = asking.links().stream().anyMatch(l -> about.contains(l.matter()))
                    ? bench.all.challenges(asking).orElse(null)
                    : null;
            var news = officer == null ? null : new OfficerChanged(officer, OfficerChanged.Turn.CHALLENGED, null);
            if (news != null && heeds(matter(begun.id()), news)) {
                act(begun.id(), news, scene.because(asking), decisions);
            }
        }
    }

    private void act(UUID id, Action action, Scene scene, List<Decision<?>> decisions) {
        act(matter(id), action, scene, decisions);
    }

    @SuppressWarnings("unchecked")
    private <S> void act(Matter<S> matter, Action action, Scene scene, List<Decision<?>> decisions) {
        var kind = (MatterKind<S>) bench.kind(matter.kind());
        decided(decider.act(kind, matter, action, scene), Action.nameOf(action.getClass()), scene, decisions);
    }

    @SuppressWarnings("unchecked")
    private <S> void announce(UUID id, List<Decision<?>> decisions) {
        var matter = (Matter<S>) matter(id);
        for (var clock : matter.clocks()) {
            var due = clock.dueAt();
            if (clock.runs() && !clock.announced() && due != null && due.isBefore(now)) {
                var current = (Matter<S>) matter(id);
                var scene = scene(Bench.viewer(current.owner(), cn.daxietong.shared.Post.HANDLER));
                var kind = (MatterKind<S>) bench.kind(current.kind());
                decided(decider.clockRanOut(kind, current, clock, scene), "clock_ran_out", scene, decisions);
            }
        }
    }

    private void decided(Decision<?> decision, String event, Scene scene, List<Decision<?>> decisions) {
        heldAlone(decision.after());
        matters.put(decision.after().id(), decision.after());
        decisions.add(decision);
        var consequence = scene.because(decision.after());
        for (var opening : decision.openings()) {
            open(
                    bench.kind(opening.kind()),
                    opening.id(),
                    opening.action(),
                    consequence,
                    List.of(opening.back()),
                    decisions);
        }
        for (var signal : decision.signals()) {
            var other = matters.get(signal.matter());
            if (other != null
                    && !scene.causedBy(signal.matter())
                    && (signal.demanded() || heeds(other, signal.action()))) {
                act(other, signal.action(), consequence, decisions);
            }
            if (signal.beyond()) {
                letFollowers(signal.matter(), signal.action(), consequence, decisions);
            }
        }
        tellFollowers(decision.after(), event, scene, consequence, decisions);
    }

    private void tellFollowers(
            Matter<?> after, String event, Scene scene, Scene consequence, List<Decision<?>> decisions) {
        var closed = bench.kind(after.kind()).procedure().status(after.status()).closed();
        var news = new Followed(after.id(), after.kind(), event, after.status(), closed, after.owner());
        for (var other : List.copyOf(matters.values())) {
            if (other.links().stream().anyMatch(l -> l.matter().equals(after.id()))
                    && !scene.causedBy(other.id())
                    && heeds(other, news)) {
                act(other, news, consequence, decisions);
            }
        }
    }

    private void letFollowers(UUID of, Action news, Scene consequence, List<Decision<?>> decisions) {
        for (var other : List.copyOf(matters.values())) {
            if (bench.all.following().contains(other.kind())
                    && other.links().stream().anyMatch(l -> l.matter().equals(of))
                    && !consequence.causedBy(other.id())
                    && heeds(other, news)) {
                act(other, news, consequence, decisions);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private <S> boolean heeds(Matter<S> matter, Action action) {
        return decider.heeds((MatterKind<S>) bench.kind(matter.kind()), matter, action);
    }
}
