package cn.daxietong.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The procedure table of one kind: the only place where a matter's next step is decided. */
public final class Procedure<S> {
    private final Class<S> stateType;
    private final List<Status> statuses;
    private final List<Step<S, ?>> steps;
    private final Step<S, Enclose> enclosing;

    private Procedure(Class<S> stateType, List<Status> statuses, List<Step<S, ?>> steps, Step<S, Enclose> enclosing) {
        this.stateType = stateType;
        this.statuses = statuses;
        this.steps = steps;
        this.enclosing = enclosing;
    }

    public static <S, E extends Enum<E> & Status> Builder<S> of(Class<S> stateType, Class<E> statuses) {
        return new Builder<>(stateType, List.of(statuses.getEnumConstants()));
    }

    public Class<S> stateType() {
        return stateType;
    }

    public List<Status> statuses() {
        return statuses;
    }

    public List<Step<S, ?>> steps() {
        return steps;
    }

    public Status status(String code) {
        return statuses.stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown status " + code));
    }

    /** The rows that begin a matter: they come from no status. */
    public List<Step<S, ?>> openings() {
        return steps.stream().filter(s -> s.from().isEmpty()).toList();
    }

    /** The row with which a unit begins one by page or API; none where matters of the kind only follow from others. */
    public Optional<Step<S, ?>> openingByHand() {
        return openings().stream()
                .filter(s -> !s.isConsequence() && s.page().isEmpty())
                .findFirst();
    }

    /** The rows that lead on from a status, in the table's order. */
    public List<Step<S, ?>> from(Status status) {
        return steps.stream().filter(s -> s.from().contains(status)).toList();
    }

    /** As {@link #from}, and what can be done with a matter of any kind while it is open; that leads nowhere, so no table draws it. */
    List<Step<S, ?>> offered(Status status) {
        return all().filter(s -> s.from().contains(status)).toList();
    }

    @SuppressWarnings("unchecked")
    <A extends Action> Optional<Step<S, A>> opening(Class<A> action) {
        return openings().stream()
                .filter(s -> s.action().equals(action))
                .map(s -> (Step<S, A>) s)
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    <A extends Action> Optional<Step<S, A>> step(Status status, Class<A> action) {
        return offered(status).stream()
                .filter(s -> s.action().equals(action))
                .map(s -> (Step<S, A>) s)
                .findFirst();
    }

    public Optional<Step<S, ?>> step(Status status, String action) {
        return offered(status).stream().filter(s -> s.name().equals(action)).findFirst();
    }

    /** Any row of that name, for telling a wrong moment from an unknown action. */
    Optional<Step<S, ?>> anyStep(String action) {
        return all().filter(s -> !s.from().isEmpty() && s.name().equals(action)).findFirst();
    }

    /** The row that an entry of the ledger tells of. */
    Optional<Step<S, ?>> named(String event) {
        return all().filter(s -> s.name().equals(event)).findFirst();
    }

    private Stream<Step<S, ?>> all() {
        return Stream.concat(steps.stream(), Stream.of(enclosing));
    }

    /** Writes the table row by row. */
    public static final class Builder<S> {
        private final Class<S> stateType;
        private final List<Status> statuses;
        private final List<Step<S, ?>> steps = new ArrayList<>();
        private List<Status> current = List.of();

        Builder(Class<S> stateType, List<Status> statuses) {
            this.stateType = stateType;
            this.statuses = statuses;
        }

        /** The row with which a matter begins. */
        public <A extends Action> Step<S, A> opening(Class<A> action) {
            return row(List.of(), action);
        }

        public Builder<S> from(Status... from) {
            current = List.of(from);
            return this;
        }

        public <A extends Action> Step<S, A> on(Class<A> action) {
            return row(current, action);
        }

        <A extends Action> Step<S, A> row(List<Status> from, Class<A> action) {
            for (var status : from) {
                if (steps.stream()
                        .anyMatch(s -> s.from().contains(status) && s.action().equals(action))) {
                    throw new IllegalStateException("two rows for " + status + " on " + action.getSimpleName());
                }
            }
            var step = new Step<S, A>(this, from, action);
            steps.add(step);
            return step;
        }

        Procedure<S> build() {
            var open = statuses.stream().filter(s -> !s.closed()).toList();
            var enclosing = new Step<S, Enclose>(this, open, Enclose.class)
                    .by(Who.atWork())
                    .law("notice.3.1");
            return new Procedure<>(stateType, statuses, List.copyOf(steps), enclosing);
        }
    }
}
