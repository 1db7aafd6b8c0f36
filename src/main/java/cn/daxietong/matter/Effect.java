package cn.daxietong.matter;

/** One thing that an accepted step changes beside status and state; drawn from the closed list of verbs in {@link Step}. */
@FunctionalInterface
interface Effect<S, A extends Action> {
    void apply(Draft<S> draft, A action, Scene scene);
}
