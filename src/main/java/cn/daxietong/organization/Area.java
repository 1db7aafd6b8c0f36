package cn.daxietong.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code of GB/T 2260 (and the national statistics' township codes below it) under one name over one span.
 *
 * @param level 1 region, 2 city, 3 county, 4 township, 5 village
 * @param validTo the first day on which this name or area is no more; null while it stands
 */
public record Area(
        String code,
        String name,
        @Nullable String parent,
        int level,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String renamedTo,
        @Nullable String mergedInto) {}
