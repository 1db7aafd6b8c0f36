package cn.daxietong.exhibit;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What can be done in a stocktaking. */
sealed interface InventoryAction extends Action {

    @Title("开始盘点")
    record Begin(
            @Title(value = "存放地点", help = "本单位现有物品登记的地点", picks = Kept.PLACE) @NotBlank @Size(max = 100)
            String place) implements InventoryAction {}

    @Title("登记一件")
    record Scan(
            @Title(value = "编号码", example = "2026-0012-5", help = "扫描标签，或者照标签输入") @NotBlank @Size(max = 300)
            String code,

            @Title(value = "实盘数量", help = "与账面一致的不填") @Nullable @PositiveOrZero @DecimalMax(ExhibitAction.MOST)
            BigDecimal quantity,

            @Title(value = "说明") @Nullable @Size(max = 500) String note)
            implements InventoryAction {}

    @Title("完成盘点")
    record Finish(
            @Title(value = "盘点说明", multiline = true) @Nullable @Size(max = 4000)
            String note) implements InventoryAction {}

    @Title("说明差异")
    record Explain(
            @Title(value = "差异的原因和处理", multiline = true, example = "未见的一件在哪里、由谁保管；丢失、损毁的怎样处理")
            @NotBlank
            @Size(max = 4000)
            String explanation)
            implements InventoryAction {}

    @Title("作废")
    record Cancel(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements InventoryAction {}
}
