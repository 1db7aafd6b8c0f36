package cn.daxietong.tipoff;

import cn.daxietong.shared.UnitId;
import java.util.Arrays;

/** Who receives a tip-off. What is told about the office or about officials must not reach the office (方案四（八）), so there are two desks. */
enum TipDesk {
    OFFICE(UnitId.OFFICE, "鹿打私举"),
    /** 县纪委监委, which answers to nobody that could be complained about here. */
    DISCIPLINE(UnitId.DISCIPLINE, "鹿纪举");

    private final UnitId unit;
    private final String series;

    TipDesk(UnitId unit, String series) {
        this.unit = unit;
        this.series = series;
    }

    UnitId unit() {
        return unit;
    }

    String series() {
        return series;
    }

    /** The desk that this unit keeps; the office's for every other unit. */
    static TipDesk of(UnitId unit) {
        return Arrays.stream(values())
                .filter(d -> d.unit.equals(unit))
                .findFirst()
                .orElse(OFFICE);
    }
}
