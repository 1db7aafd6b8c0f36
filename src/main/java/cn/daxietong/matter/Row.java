package cn.daxietong.matter;

import cn.daxietong.shared.Title;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a row of a procedure table says, as the spine reads it; {@link Step} has the words in which it is written. */
abstract sealed class Row<S, A extends Action> permits TimedRow {
    final List<Status> from;
    final Class<A> action;
    final List<String> laws = new ArrayList<>();
    final List<Condition<S, ? super A>> conditions = new ArrayList<>();
    final List<Effect<S, A>> effects = new ArrayList<>();
    final Set<String> started = new LinkedHashSet<>();
    final Set<String> stopped = new LinkedHashSet<>();
    final List<DocumentTemplate<S>> documents = new ArrayList<>();
    final List<Duty<S>> duties = new ArrayList<>();
    final Set<String> timing = new LinkedHashSet<>();
    final List<Condition<S, ? super A>> cautions = new ArrayList<>();
    final List<String> ways = new ArrayList<>();
    Who<S> by = Who.owner();

    @Nullable
    Status target;

    @Nullable
    Function<S, Status> chooser;

    List<Status> choices = List.of();
    Transition<S, A> transition = (state, a, scene) -> state;
    boolean hidden;
    boolean outsider;
    boolean leaving;
    boolean undoing;

    @Nullable
    String page;

    @Nullable
    About<A> about;

    @Nullable
    String surveyed;

    BiPredicate<Matter<S>, A> heeded = (m, a) -> true;
    Predicate<Matter<S>> yielding = m -> false;

    @Nullable
    Only<S> only;

    /**
     * That no second open matter of the kind is to be about the same.
     *
     * @param law the article
     * @param counts which of the others stand in the way
     */
    record Only<S>(String law, Predicate<Matter<S>> counts) {}

    Row(List<Status> from, Class<A> action) {
        this.from = from;
        this.action = action;
    }

    public List<Status> from() {
        return from;
    }

    public Class<A> action() {
        return action;
    }

    public Optional<About<A>> about() {
        return Optional.ofNullable(about);
    }

    /** The kind whose open matters of the acting unit the rules look over. */
    Optional<String> surveyed() {
        return Optional.ofNullable(surveyed);
    }

    Optional<Only<S>> only() {
        return Optional.ofNullable(only);
    }

    /** What does not bar the step but is said before it is taken. */
    List<Condition<S, ? super A>> cautions() {
        return cautions;
    }

    /** Whether something else is to stand out before it: it ends the matter, lifts a measure, or is a short way. */
    boolean yields(Matter<S> matter, Predicate<Status> closed) {
        var from =
                this.from.stream().filter(s -> s.code().equals(matter.status())).toList();
        return yielding.test(matter)
                || from.stream().flatMap(s -> targets(s).stream()).allMatch(closed) && !from.isEmpty();
    }

    /** The names of the actions, or the kinds begun about the matter, that are the proper way instead. */
    List<String> waysInstead(Matter<S> matter) {
        return yielding.test(matter) ? ways : List.of();
    }

    boolean heeds(Matter<S> matter, A signal) {
        return heeded.test(matter, signal);
    }

    public String name() {
        return Action.nameOf(action);
    }

    public String title() {
        var title = action.getAnnotation(Title.class);
        return title == null ? name() : title.value();
    }

    public Who<S> by() {
        return by;
    }

    public List<String> laws() {
        return List.copyOf(laws);
    }

    /** Every status this row can lead to from {@code status}. */
    public List<Status> targets(Status status) {
        return target != null ? List.of(target) : chooser != null ? choices : List.of(status);
    }

    Status next(S state, Status current) {
        return target != null ? target : chooser != null ? chooser.apply(state) : current;
    }

    List<Condition<S, ? super A>> conditions() {
        return conditions;
    }

    Transition<S, A> transition() {
        return transition;
    }

    List<Effect<S, A>> effects() {
        return effects;
    }

    public Set<String> startedClocks() {
        return started;
    }

    public Set<String> stoppedClocks() {
        return stopped;
    }

    public List<DocumentTemplate<S>> issuedDocuments() {
        return List.copyOf(documents);
    }

    public boolean isConsequence() {
        return hidden;
    }

    /** Whether the unit that takes it loses sight of the matter. */
    boolean isLeaving() {
        return leaving;
    }

    /** Whether it is taken by somebody who has no account, and so is offered to nobody who has one. */
    boolean isOutsiders() {
        return outsider;
    }

    /** Whether it takes back an ending, and so may lead out of a closed status. */
    boolean isUndoing() {
        return undoing;
    }

    /** The page on which alone the step is taken, {@code {id}} standing for the matter; empty for the form that the spine draws. */
    public Optional<String> page() {
        return Optional.ofNullable(page);
    }

    public boolean isDuty() {
        return !duties.isEmpty();
    }

    /** The duty that this row is for the matter as it stands. */
    Optional<Duty<S>> duty(Matter<S> matter) {
        return duties.stream().filter(d -> d.holds().test(matter)).findFirst();
    }

    /** The running clock that times the duty: the one named, else the first this step would stop. */
    Optional<RunningClock> timing(Matter<S> matter) {
        return matter.clocks().stream()
                .filter(RunningClock::runs)
                .filter(c -> (timing.isEmpty() ? stopped : timing).contains(c.clock()))
                .findFirst();
    }
}
