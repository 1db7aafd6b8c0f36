package cn.daxietong.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A unit's code as the notice's list gives it, such as {@code U08} for 县公安局. Named here are those to whom the notice or a statute gives a part in
 * the matters of others.
 */
public record UnitId(@JsonValue String value) implements Comparable<UnitId> {
    /** 指挥部办公室, which dispatches, is told and oversees (notice 二). */
    public static final UnitId OFFICE = new UnitId("OFFICE");

    /** 指挥部 (notice 二). */
    public static final UnitId HEADQUARTERS = new UnitId("HQ");

    /** 组长, through 县人民政府办公室 (notice 二). */
    public static final UnitId GROUP_LEADER = new UnitId("GOV");

    /** 县科工贸局（县打私办） (notice 四（一）). */
    public static final UnitId ANTI_SMUGGLING_OFFICE = new UnitId("U01");

    /** 县委政法委 (notice 四（三）). */
    public static final UnitId POLITICAL_LEGAL_COMMISSION = new UnitId("U03");

    /** 县人民检察院 (notice 四（五）). */
    public static final UnitId PROCURATORATE = new UnitId("U05");

    /** 县公安局 (notice 四（八）). */
    public static final UnitId POLICE = new UnitId("U08");

    /** 县司法局 (notice 四（九）). */
    public static final UnitId JUSTICE = new UnitId("U09");

    /** 县市场监管局 (notice 四（十二）). */
    public static final UnitId MARKET_REGULATION = new UnitId("U12");

    /** 县烟草专卖局 (notice 四（十七）). */
    public static final UnitId TOBACCO = new UnitId("U17");

    /** 柳州海关 (notice 三（三）). */
    public static final UnitId CUSTOMS = new UnitId("X01");

    /** 县纪委监委, to whom clues against officials go (notice 四（八）). */
    public static final UnitId DISCIPLINE = new UnitId("X02");

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
