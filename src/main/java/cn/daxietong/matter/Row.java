package cn.daxietong.matter;

import cn.daxietong.shared.Title;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a row of a procedure table says, as the spine reads it; {@link Step} has the words in which it is written. */
abstract sealed class Row<S, A extends Action> permits Step {
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
    Who<S> by = Who.owner();

    @Nullable
    Status target;

    @Nullable
    Function<S, Status> chooser;

    List<Status> choices = List.of();
    Transition<S, A> transition = (state, a, scene) -> state;
    boolean hidden;

    @Nullable
    String page;

    @Nullable
    About<A> about;

    @Nullable
    String surveyed;

    BiPredicate<Matter<S>, A> heeded = (m, a) -> true;

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
