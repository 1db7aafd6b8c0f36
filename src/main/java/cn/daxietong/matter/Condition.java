package cn.daxietong.matter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What must hold before an action, in one sentence a person can act on.
 *
 * @param code stable, for machines
 * @param law the article it comes from
 * @param sentence what is wrong when it does not hold and what to do, in Chinese
 * @param field the field to mend; absent where the matter itself is not ready, whatever is typed
 * @param hides where it fails the action is simply beside the point and not shown, not even as locked
 * @param personal whether it is about whoever acts, so that what one may not do stays the duty of the others
 * @param choosing what it says of one choice alone, so that what it refuses is not offered; absent where it looks at more than that
 */
public record Condition<S, A extends Action>(
        String code,
        String law,
        Sentence<S, ? super A> sentence,
        @Nullable String field,
        boolean hides,
        Test<S, ? super A> test,
        boolean personal,
        @Nullable Choosing<S, Object> choosing) {

    public Condition(
            String code,
            String law,
            Sentence<S, ? super A> sentence,
            @Nullable String field,
            boolean hides,
            Test<S, ? super A> test) {
        this(code, law, sentence, field, hides, test, false, null);
    }

    @FunctionalInterface
    public interface Test<S, A> {
        boolean holds(Matter<S> matter, A action, Scene scene);
    }

    /** Says what is wrong; most sentences are the same for every matter. */
    @FunctionalInterface
    public interface Sentence<S, A> {
        String of(Matter<S> matter, A action);
    }

    /** A condition on the matter alone: while it fails the action is shown locked, with the reason. */
    @FunctionalInterface
    public interface MatterTest<S> {
        boolean holds(Matter<S> matter, Scene scene);
    }

    /** Whether one thing may be chosen, whatever else is filled in. */
    @FunctionalInterface
    public interface Choosing<S, V> {
        boolean admits(Matter<S> matter, V chosen, Scene scene);
    }

    public static <S> Condition<S, Action> matter(String code, String law, String sentence, MatterTest<S> test) {
        return new Condition<>(code, law, (m, a) -> sentence, null, false, (m, a, s) -> test.holds(m, s));
    }

    /** A condition without which the action is beside the point: releasing where nothing is held, resuming what was never suspended. */
    public static <S> Condition<S, Action> pointless(String code, String law, String sentence, MatterTest<S> test) {
        return new Condition<>(code, law, (m, a) -> sentence, null, true, (m, a, s) -> test.holds(m, s));
    }

    /** The same, said of whoever acts and not of the matter. */
    public Condition<S, A> ofThePerson() {
        return new Condition<>(code, law, sentence, field, hides, test, true, choosing);
    }

    public static <S, A extends Action> Condition<S, A> field(
            String field, String code, String law, String sentence, Test<S, A> test) {
        return new Condition<>(code, law, (m, a) -> sentence, field, false, test);
    }

    /** On what one field chooses, a unit or one of an enum's values: what it refuses is not offered there, and not taken either. */
    @SuppressWarnings("unchecked") // the field offers nothing but values of its own type
    public static <S, A extends Action, V> Condition<S, A> choice(
            String field, String code, String law, String sentence, Function<A, V> chosen, Choosing<S, V> test) {
        return new Condition<>(
                code,
                law,
                (m, a) -> sentence,
                field,
                false,
                (m, a, s) -> test.admits(m, chosen.apply(a), s),
                false,
                (Choosing<S, Object>) test);
    }

    /** As {@link #choice}, of the matter that the action is about. */
    @SuppressWarnings("unchecked") // the field offers nothing but matters
    public static <S, A extends Action> Condition<S, A> about(
            String field, String code, String law, String sentence, Choosing<S, Matter<?>> test) {
        return new Condition<>(
                code,
                law,
                (m, a) -> sentence,
                field,
                false,
                (m, a, s) -> s.about().filter(other -> test.admits(m, other, s)).isPresent(),
                false,
                (Choosing<S, Object>) (Choosing<S, ?>) test);
    }

    /**
     * A moment that presupposes another: what is served has been decided. The fault names the field and both times; as forms tell time, to the
     * minute.
     *
     * @param presupposed what must have come first, in words: 作出处罚决定
     * @param earliest when that was, where it is known
     */
    public static <S, A extends Action> Condition<S, A> notBefore(
            String field,
            String law,
            Function<A, Optional<Instant>> moment,
            String presupposed,
            Function<Matter<S>, Optional<Instant>> earliest) {
        return new Condition<>(
                "too_early",
                law,
                (m, a) -> Fields.titleAt(field, Fields.of(a.getClass())) + "（"
                        + moment.apply(a).map(Wording::minute).orElse("") + "）早于" + presupposed + "的时间（"
                        + earliest.apply(m).map(Wording::minute).orElse("") + "），请核对",
                field,
                false,
                (m, a, s) -> moment.apply(a)
                        .flatMap(at ->
                                earliest.apply(m).map(first -> !at.isBefore(first.truncatedTo(ChronoUnit.MINUTES))))
                        .orElse(true));
    }
}
