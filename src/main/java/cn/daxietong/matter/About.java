package cn.daxietong.matter;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * That an action names another matter which it is about: a supervision the case, a dispute the transfer.
 *
 * @param field the action's field, for faults
 * @param which the matter it names; nothing where the field may be left out and is
 * @param kinds the codes of the kinds it may be, the likeliest first; none where it may be of any kind but the action's own
 * @param open whether it must not be over yet
 * @param offered whether the other's page offers to begin one
 */
public record About<A extends Action>(
        String field, Function<A, @Nullable UUID> which, List<String> kinds, boolean open, boolean offered) {}
