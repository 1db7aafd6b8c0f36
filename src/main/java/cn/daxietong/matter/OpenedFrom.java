package cn.daxietong.matter;

/** The action with which a linked matter begins, or which it is told. */
@FunctionalInterface
public interface OpenedFrom<S, A> {
    Action apply(Matter<S> matter, A action, Scene scene);
}
