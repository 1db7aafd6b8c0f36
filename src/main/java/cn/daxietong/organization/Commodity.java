package cn.daxietong.organization;

import cn.daxietong.shared.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A kind of goods that the notice names.
 *
 * @param leadUnit who leads on it; null where nobody does yet
 * @param transferTo to whom cases about it go under the notice, where it says so (三（三）)
 * @param clause where the notice names it
 * @param assumed true where the notice gives the lead to nobody, so that the office may choose another
 */
public record Commodity(
        String id,
        String name,
        @Nullable UnitId leadUnit,
        @Nullable UnitId transferTo,
        String clause,
        boolean assumed) {}
