package cn.daxietong.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A unit's code as the notice's list gives it, such as {@code U08} for 县公安局. */
public record UnitId(@JsonValue String value) implements Comparable<UnitId> {
    /** 指挥部办公室, which dispatches, is told and oversees (notice 二). */
    public static final UnitId OFFICE = new UnitId("OFFICE");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitId {
        if (value.isBlank() || value.length() > 40) {
            throw new IllegalArgumentException("a unit id has 1 to 40 characters");
        }
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
