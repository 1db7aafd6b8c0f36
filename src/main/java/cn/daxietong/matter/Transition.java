package cn.daxietong.matter;

/** From a state and an action to the next state: pure, so that it is tested with plain values and replayed without deciding again. */
@FunctionalInterface
public interface Transition<S, A extends Action> {
    S apply(S state, A action, Scene scene);
}
