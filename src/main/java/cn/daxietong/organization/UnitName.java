package cn.daxietong.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A name over the span in which it is borne; documents of that time keep it. */
record UnitName(
        String name,
        String shortName,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean borneOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }
}
