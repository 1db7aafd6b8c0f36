package cn.daxietong.matter;

import java.util.List;

/** The actions with which linked matters begin, in their order. */
@FunctionalInterface
public interface EachFrom<S, A> {
    List<? extends Action> apply(Matter<S> matter, A action, Scene scene);
}
