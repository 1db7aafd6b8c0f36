package cn.daxietong.matter;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a row does to the clocks of a matter: starts, ends, suspends and resumes them. */
abstract sealed class TimedRow<S, A extends Action> extends Row<S, A> permits Step {
    TimedRow(List<Status> from, Class<A> action) {
        super(from, action);
    }

    abstract Step<S, A> effect(Effect<S, A> effect);

    public Step<S, A> starts(String clock, Who<S> whose, String startFact) {
        return starts(clock, whose, startFact, (m, a) -> true);
    }

    public Step<S, A> starts(String clock, Who<S> whose, String startFact, BiPredicate<Matter<S>, A> when) {
        return startsAt(clock, whose, startFact, when, (a, scene) -> scene.now());
    }

    /** For a clock that runs from a moment the action names, such as the hour of a seizure. */
    public Step<S, A> startsAt(
            String clock,
            Who<S> whose,
            String startFact,
            BiPredicate<Matter<S>, A> when,
            BiFunction<A, Scene, Instant> moment) {
        started.add(clock);
        return effect((draft, a, scene) -> {
            var matter = draft.asMatter();
            if (when.test(matter, a)) {
                var unit = whose.unitsOf(matter).stream().findFirst().orElse(matter.owner());
                draft.start(clock, unit, startFact, moment.apply(a, scene));
            }
        });
    }

    /** For a limit whose end an authority named ({@code law/limits.csv}); it takes the place of one that still runs. */
    public Step<S, A> limits(
            String clock, Who<S> whose, String startFact, Function<Matter<S>, @Nullable Instant> until) {
        started.add(clock);
        return effect((draft, a, scene) -> {
            var matter = draft.asMatter();
            var end = until.apply(matter);
            if (end != null) {
                draft.end(clock, scene.now(), true);
                whose.unitsOf(matter).forEach(unit -> draft.limit(clock, unit, startFact, end));
            }
        });
    }

    /** For a clock that counts from the same moment as one that already runs, and so never promises more than its own span; one moment starts it once. */
    public Step<S, A> startsBeside(String clock, Who<S> whose, String startFact, String other) {
        started.add(clock);
        return effect((draft, a, scene) -> {
            var matter = draft.asMatter();
            var unit = whose.unitsOf(matter).stream().findFirst().orElse(matter.owner());
            matter.clocks().stream()
                    .filter(c -> c.clock().equals(other) && c.runs())
                    .findFirst()
                    .filter(c -> matter.clocks().stream()
                            .noneMatch(
                                    k -> k.clock().equals(clock) && k.startsAt().equals(c.startsAt())))
                    .ifPresent(c -> draft.start(clock, unit, startFact, c.startsAt()));
        });
    }

    /** Whichever of the clocks ended last runs again, from the moment that it counted from: what ended it is undone, and the time went on meanwhile. */
    public Step<S, A> restarts(String... clocks) {
        return effect((draft, a, scene) -> draft.asMatter().clocks().stream()
                .filter(c -> List.of(clocks).contains(c.clock()) && !c.runs())
                .reduce((one, next) -> ended(next).isBefore(ended(one)) ? one : next)
                .ifPresent(c -> draft.start(c.clock(), c.actorUnit(), c.startFact(), c.startsAt())));
    }

    private static Instant ended(RunningClock clock) {
        return Objects.requireNonNull(clock.endedAt());
    }

    /** The clocks are met: what they timed has been done. */
    public Step<S, A> stops(String... clocks) {
        return stopsWhen(m -> true, clocks);
    }

    public Step<S, A> stopsWhen(Predicate<Matter<S>> when, String... clocks) {
        stopped.addAll(List.of(clocks));
        return effect((draft, a, scene) -> {
            if (when.test(draft.asMatter())) {
                for (var clock : clocks) {
                    draft.end(clock, scene.now(), false);
                }
            }
        });
    }

    /** The clocks end unmet, because their ground fell away. */
    public Step<S, A> cancels(String... clocks) {
        stopped.addAll(List.of(clocks));
        return effect((draft, a, scene) -> {
            for (var clock : clocks) {
                draft.end(clock, scene.now(), true);
            }
        });
    }

    public Step<S, A> suspends(
            Function<A, String> clock, Function<A, String> ground, Function<A, Optional<String>> document) {
        return effect((draft, a, scene) -> draft.suspend(
                clock.apply(a), scene.now(), ground.apply(a), document.apply(a).orElse(null)));
    }

    public Step<S, A> resumes(Function<A, String> clock) {
        return effect((draft, a, scene) -> draft.resume(clock.apply(a), scene.now()));
    }
}
