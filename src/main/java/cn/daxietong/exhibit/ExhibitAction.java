package cn.daxietong.exhibit;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Ahead;
import cn.daxietong.matter.Personal;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be done to an exhibit. */
sealed interface ExhibitAction extends Action {
    String MOST = "1000000000000";

    @Title("入库、移位")
    record Store(
            @Title(value = "存放地点", example = "城南冷库2号间", help = "从用过的地点中选，新的地点直接填写；盘点按地点进行", picks = Kept.PLACE_OR_NEW)
            @NotBlank
            @Size(max = 100)
            String place,

            @Title("保管类别") @NotNull Category category,

            @Title(value = "保质期限", help = "冷冻、油品、活体和其他会变质的物品必须填写：能够保质到什么时候") @Nullable @Ahead
            Instant goodUntil,

            @Title(value = "每天的保管费（元）", help = "费用由行政机关承担，平台按天累计") @Nullable @PositiveOrZero @DecimalMax(MOST)
            BigDecimal dailyCostYuan,

            @Title(value = "识别号", example = "箱号、车架号、车牌、批号", help = "登记时没有填的，在这里补填；加密保存") @Nullable
            Personal identifier)
            implements ExhibitAction {}

    @Title("移交")
    record HandOver(
            @Title("接收单位") @NotNull UnitId unit,

            @Title(value = "请在此前接收", help = "对方没有接收之前，仍由本单位保管，随时可以收回") @NotNull @Ahead
            Instant answerBy,

            @Title(value = "移交数量", help = "不填为在册数量；一件物品整体移交") @Nullable @PositiveOrZero @DecimalMax(MOST)
            BigDecimal quantity,

            @Title(value = "交接说明", multiline = true) @Nullable @Size(max = 2000)
            String note)
            implements ExhibitAction {}

    @Title("接收")
    record TakeOver(
            @Title("实收数量") @NotNull @PositiveOrZero @DecimalMax(MOST)
            BigDecimal quantity,

            @Title(value = "存放地点", example = "城南冷库2号间", help = "从用过的地点中选，新的地点直接填写", picks = Kept.PLACE_OR_NEW)
            @NotBlank
            @Size(max = 100)
            String place,

            @Title("每天的保管费（元）") @Nullable @PositiveOrZero @DecimalMax(MOST)
            BigDecimal dailyCostYuan,

            @Title(value = "物品状况", multiline = true, help = "与移交数量不符的，必须写明") @Nullable @Size(max = 2000)
            String note)
            implements ExhibitAction {}

    @Title("不予接收")
    record DeclineHandover(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements ExhibitAction {}

    @Title("收回移交")
    record CallBack(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements ExhibitAction {}

    @Title("检查")
    record Check(
            @Title(value = "实测数量", help = "称重、计量、清点的结果") @NotNull @PositiveOrZero @DecimalMax(MOST)
            BigDecimal quantity,

            @Title(value = "物品状况", multiline = true, help = "数量有变化的，必须写明原因") @Nullable @Size(max = 2000)
            String note,

            @Title(value = "重新确定的保质期限", help = "没有变化的不填") @Nullable @Ahead
            Instant goodUntil)
            implements ExhibitAction {}

    @Title("提出先行处置")
    record ProposeDisposal(
            @Title("依据") @NotNull Basis basis,

            @Title(value = "其他依据的法条", example = "法律法规名称、条款项", help = "依据选“其他”的必须填写，待法制审核") @Nullable @Size(max = 500)
            String legalBasis,

            @Title("处置方式") @NotNull Way way,

            @Title(value = "理由", multiline = true, example = "冷库停电，货物开始化冻，检测剩余保质时间不足三天") @NotBlank @Size(max = 4000)
            String reason,

            @Title(value = "怎样留取证据", multiline = true, example = "抽样封存六份，全程录像，称重记录") @NotBlank @Size(max = 2000)
            String evidence)
            implements ExhibitAction {}

    @Title("批准先行处置")
    record ApproveDisposal(
            @Title(value = "上级批准文号", help = "依据海关法第九十二条的，填写直属海关关长的批准文号") @Nullable @Size(max = 100)
            String approval) implements ExhibitAction {}

    @Title("不批准先行处置")
    record RejectDisposal(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements ExhibitAction {}

    @Title("登记先行处置结果")
    record Dispose(
            @Title(value = "所得价款（元）", help = "没有价款的填零") @NotNull @PositiveOrZero @DecimalMax(MOST)
            BigDecimal proceedsYuan,

            @Title(value = "处置经过", multiline = true, example = "委托谁、何时何地、数量、监督人员，价款存在哪里") @NotBlank @Size(max = 4000)
            String note)
            implements ExhibitAction {}

    @Title("返还")
    record ReturnItem(
            @Title("返还方式") @NotNull Returned how,

            @Title(value = "返还情况", multiline = true, example = "何时何地、由谁清点签收") @NotBlank @Size(max = 2000)
            String note)
            implements ExhibitAction {}

    @Title("按处理结果处置")
    record Settle(
            @Title("处置方式") @NotNull Settlement how,

            @Title(value = "法律依据和文书", example = "法律条款，以及处罚决定书、判决书文号", help = "由办理单位填写，待法制审核") @NotBlank @Size(max = 500)
            String legalBasis,

            @Title(value = "处置经过", multiline = true, example = "去向、接收单位、监督人员") @NotBlank @Size(max = 4000)
            String note)
            implements ExhibitAction {}

    /** How it keeps. */
    enum Category {
        @Title("冷冻、冷藏")
        FROZEN,
        @Title("油品和其他易挥发、易燃")
        FUEL,
        @Title("活体")
        LIVE,
        @Title("其他易腐、有保质期")
        PERISHABLE,
        @Title("不会变质")
        LASTING;

        boolean decays() {
            return this != LASTING;
        }
    }

    /** Under which law an item is disposed of before the case is decided; no article is offered that the law library does not have. */
    enum Basis {
        @Title("鲜活物品拍卖、变卖，退还时退价款（行政强制法第二十七条、第二十八条）")
        FRESH,
        @Title("鲜活、易腐货物经直属海关关长批准先行变卖（海关法第九十二条）")
        CUSTOMS,
        @Title("其他依据（请填写法条，待法制审核）")
        OTHER
    }

    /** How it is disposed of early. */
    enum Way {
        @Title("拍卖")
        AUCTION,
        @Title("变卖")
        SALE,
        @Title("无害化处理")
        HARMLESS,
        @Title("交有条件的单位饲养、收容")
        SHELTER
    }

    /** How it goes back. */
    enum Returned {
        @Title("返还当事人")
        TO_OWNER,
        @Title("返还被侵害人或者合法所有人")
        TO_VICTIM,
        @Title("同一案件改用其他措施，另行登记")
        OTHER_MEASURE
    }

    /** How it ends by the decision on the case. */
    enum Settlement {
        @Title("没收，上缴")
        CONFISCATED(ExhibitStatus.CONFISCATED),
        @Title("没收，销毁")
        DESTROYED(ExhibitStatus.DESTROYED),
        @Title("随案移送平台以外的机关")
        SENT_ON(ExhibitStatus.SENT_ON),
        @Title("解除措施，返还")
        RETURNED(ExhibitStatus.RETURNED);

        private final ExhibitStatus status;

        Settlement(ExhibitStatus status) {
            this.status = status;
        }

        ExhibitStatus status() {
            return status;
        }
    }
}
