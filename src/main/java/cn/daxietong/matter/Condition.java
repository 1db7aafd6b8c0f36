package cn.daxietong.matter;

import org.jspecify.annotations.Nullable;

/**
 * What must hold before an action, in one sentence a person can act on.
 *
 * @param code stable, for machines
 * @param law the article it comes from
 * @param sentence what is wrong when it does not hold and what to do, in Chinese
 * @param field the field to mend; absent where the matter itself is not ready, whatever is typed
 * @param hides where it fails the action is simply beside the point and not shown, not even as locked
 */
public record Condition<S, A extends Action>(
        String code, String law, String sentence, @Nullable String field, boolean hides, Test<S, ? super A> test) {

    @FunctionalInterface
    public interface Test<S, A> {
        boolean holds(Matter<S> matter, A action, Scene scene);
    }

    /** A condition on the matter alone: while it fails the action is shown locked, with the reason. */
    @FunctionalInterface
    public interface MatterTest<S> {
        boolean holds(Matter<S> matter, Scene scene);
    }

    public static <S> Condition<S, Action> matter(String code, String law, String sentence, MatterTest<S> test) {
        return new Condition<>(code, law, sentence, null, false, (m, a, s) -> test.holds(m, s));
    }

    /** A condition without which the action is beside the point: releasing where nothing is held, resuming what was never suspended. */
    public static <S> Condition<S, Action> pointless(String code, String law, String sentence, MatterTest<S> test) {
        return new Condition<>(code, law, sentence, null, true, (m, a, s) -> test.holds(m, s));
    }

    public static <S, A extends Action> Condition<S, A> field(
            String field, String code, String law, String sentence, Test<S, A> test) {
        return new Condition<>(code, law, sentence, field, false, test);
    }
}
