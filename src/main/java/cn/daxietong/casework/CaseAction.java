package cn.daxietong.casework;

import cn.daxietong.law.Facts;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.matter.Occurred;
import cn.daxietong.matter.Personal;
import cn.daxietong.matter.Subject;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a case. */
sealed interface CaseAction extends Action {
    String ITEMS = "每件物品单独编号、贴标签。不得重复查封扣押（行政强制法第二十三条）：平台只在填了识别号时才能发现重复，没有填的请自行核实；识别号加密保存";

    @Title("登记案件")
    record Open(
            @Title(value = "案件名称", example = "寨沙镇某冷库涉嫌走私冻品案") @NotBlank @Size(max = 200)
            String title,

            @Title(value = "案件事实", help = "不清楚的不填，平台会列出还需要查明的事实") @NotNull
            Facts facts,

            @Title(value = "案情摘要", multiline = true) @NotBlank @Size(max = 20000)
            String summary,

            @Title(value = "来源线索", help = "线索在平台中的标识，可以不填", picks = "matter") @Nullable
            UUID lead,

            @Title(value = "涉及的人、车、单位", help = "号码加密保存，只有办理单位能看到全文") @Size(max = 100)
            List<@Valid Subject> subjects)
            implements CaseAction {}

    @Title("立案")
    record File() implements CaseAction {}

    @Title("签批立案")
    record CountersignFiling() implements CaseAction {}

    @Title("登记案件事实")
    record RecordFacts(
            @Title("案件事实") @NotNull Facts facts,

            @Title(value = "附件", help = "照片、视频、书证等；上传后办理本事项的单位都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements CaseAction {}

    @Title("先行登记保存")
    record PreserveEvidence(
            @Title(value = "物品", help = ITEMS) @NotEmpty @Size(max = 1000)
            List<@Valid Item> items,

            @Title("保存时间") @NotNull @Occurred Instant preservedAt)
            implements CaseAction {}

    @Title("查封扣押")
    record Seize(
            @Title(value = "物品", help = ITEMS) @NotEmpty @Size(max = 1000)
            List<@Valid Item> items,

            @Title("查封扣押时间") @NotNull @Occurred Instant seizedAt,

            @Title(value = "是否当场紧急实施", help = "情况紧急当场实施的，二十四小时内向负责人报告并补办批准手续") @Nullable
            Boolean urgent)
            implements CaseAction {}

    @Title("签批查封扣押")
    record ApproveSeizure() implements CaseAction {}

    @Title("签批先行登记保存")
    record ApprovePreservation() implements CaseAction {}

    @Title("不批准所采取的措施")
    record RefuseMeasure(
            @Title("措施") @NotNull Taking.Kind measure,

            @Title(value = "理由", multiline = true, help = "不批准的，所涉物品立即解除措施，由保管单位返还") @NotBlank @Size(max = 2000)
            String reason)
            implements CaseAction {}

    @Title("补办查封扣押批准")
    record ApproveUrgentSeizure() implements CaseAction {}

    @Title("批准延长查封扣押")
    record ExtendSeizure(
            @Title(value = "延长理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements CaseAction {}

    @Title("解除措施")
    record ReleaseItems(
            @Title(value = "物品", picks = "items") @NotEmpty @Size(max = 1000)
            List<String> items,

            @Title(value = "解除理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason)
            implements CaseAction {}

    @Title("中止计时")
    record SuspendClock(
            @Title(value = "时限", picks = "clock") @NotBlank @Size(max = 60)
            String clock,

            @Title(value = "中止事由", example = "送柳州市产品质量检验所鉴定") @NotBlank @Size(max = 500)
            String ground,

            @Title(value = "依据文书", help = "如鉴定委托书的文号；检测检验检疫鉴定的期间应当明确并书面告知当事人") @Nullable @Size(max = 200)
            String document)
            implements CaseAction {}

    @Title("恢复计时")
    record ResumeClock(
            @Title(value = "时限", picks = "clock") @NotBlank @Size(max = 60)
            String clock) implements CaseAction {}

    @Title("刑事立案")
    record FileCriminalCase(
            @Title(value = "立案文号", example = "柳关缉立字〔2026〕12号") @NotBlank @Size(max = 100)
            String number) implements CaseAction {}

    @Title("提出移送")
    record ProposeTransfer(
            @Title("受移送单位") @NotNull UnitId targetUnit,

            @Title(value = "选择其他单位的理由", multiline = true, help = "移送给管辖研判没有列为主办的单位时写明，供负责人审批；与研判一致的不填")
            @Nullable
            @Size(max = 2000)
            String deviationReason,

            @Title(value = "专案组成员", picks = "accounts", help = "本单位两名以上执法人员") @NotEmpty @Size(max = 20)
            List<AccountId> officers,

            @Title(value = "移送书面报告", multiline = true) @NotBlank @Size(max = 20000)
            String report)
            implements CaseAction {}

    @Title("批准移送")
    record ApproveTransfer() implements CaseAction {}

    @Title("不批准移送")
    record RejectTransfer(
            @Title(value = "不予批准的理由", multiline = true, help = "记录在案，检察院可以查阅") @NotBlank @Size(max = 5000)
            String reason)
            implements CaseAction {}

    @Title("作出行政处罚决定")
    record DecidePenalty(
            @Title("处罚种类") @NotNull Sanction kind,

            @Title("金额（元）") @Nullable @PositiveOrZero @DecimalMax("1000000000000")
            BigDecimal amountYuan,

            @Title(value = "决定内容", multiline = true) @NotBlank @Size(max = 20000)
            String text)
            implements CaseAction {}

    @Title("送达处罚决定书")
    record ServeDecision(@Title("送达时间") @NotNull @Occurred Instant servedAt) implements CaseAction {}

    @Title("结案")
    record Close(
            @Title("案件结果") @NotNull Outcome outcome,

            @Title(value = "说明", multiline = true) @NotBlank @Size(max = 5000)
            String note)
            implements CaseAction {}

    @Title("催办")
    record Urge(
            @Title(value = "催办内容", multiline = true) @NotBlank @Size(max = 2000)
            String note) implements CaseAction {}

    /** One item put under a measure. */
    record Item(
            @Title(value = "名称", example = "冻鸡爪") @NotBlank @Size(max = 200)
            String description,

            @Title("数量") @NotNull @Positive @DecimalMax("1000000000000")
            BigDecimal quantity,

            @Title(value = "计量单位", example = "件") @NotBlank @Size(max = 20)
            String unit,

            @Title("价值（元）") @Nullable @PositiveOrZero @DecimalMax("1000000000000")
            BigDecimal valueYuan,

            @Title("存放地点") @Nullable @Size(max = 200) String location,

            @Title(value = "识别号", example = "箱号、车架号、车牌") @Nullable
            Personal identifier) {}

    /** How a case ended. */
    enum Outcome {
        @Title("已作行政处罚并执行")
        PENALISED,
        @Title("不予行政处罚")
        NOT_PENALISED,
        @Title("违法事实不成立")
        NOT_ESTABLISHED,
        @Title("移送审查起诉")
        SENT_FOR_PROSECUTION,
        @Title("不起诉")
        NOT_PROSECUTED,
        @Title("法院已判决")
        JUDGED,
        @Title("撤销案件")
        DISMISSED,
        @Title("移送其他机关")
        TRANSFERRED
    }
}
