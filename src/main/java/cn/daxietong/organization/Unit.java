package cn.daxietong.organization;

import cn.daxietong.shared.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit under the name it bears today.
 *
 * @param clause the notice's clause that makes it take part
 * @param validFrom null where it was there before the platform
 * @param validTo the first day on which it is no more; null while it stands
 */
public record Unit(
        UnitId id,
        String name,
        String shortName,
        UnitKind kind,
        String clause,
        String areaCode,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UnitId mergedInto) {

    public boolean standsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }
}
