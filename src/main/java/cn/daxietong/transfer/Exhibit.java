package cn.daxietong.transfer;

import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * 涉案物品: one item under some measure, in the custody of exactly one unit at every moment.
 *
 * @param id unique within its case
 * @param quantity in {@code unit}
 * @param location where it is kept
 */
public record Exhibit(
        String id,
        @Title("名称") String description,
        @Title("数量") BigDecimal quantity,
        @Title("单位") String unit,
        @Title("价值") @Nullable BigDecimal valueYuan,
        @Title("存放地点") @Nullable String location,
        @Title("措施") Measure measure,
        @Title("保管单位") UnitId custodian) {

    /** Under which measure it is held. */
    public enum Measure {
        @Title("先行登记保存")
        PRESERVED,
        @Title("查封扣押")
        SEIZED,
        @Title("已解除")
        RELEASED,
        @Title("已处置")
        DISPOSED
    }

    public boolean held() {
        return measure == Measure.PRESERVED || measure == Measure.SEIZED;
    }

    public Exhibit under(Measure next) {
        return new Exhibit(id, description, quantity, unit, valueYuan, location, next, custodian);
    }

    public Exhibit in(UnitId custody) {
        return new Exhibit(id, description, quantity, unit, valueYuan, location, measure, custody);
    }

    /** As one line of a list: 冻鸡爪 947 件. */
    public String line() {
        return description + " " + quantity.stripTrailingZeros().toPlainString() + unit;
    }
}
