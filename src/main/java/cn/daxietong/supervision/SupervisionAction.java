package cn.daxietong.supervision;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Ahead;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a supervision. */
sealed interface SupervisionAction extends Action {

    @Title("申请督办")
    record Apply(
            @Title(value = "督办的事项", picks = "matter") @NotNull
            UUID about,

            @Title("申请理由类别") @NotEmpty @Size(max = 4) List<@NotNull Ground> grounds,

            @Title(value = "申请理由", multiline = true, example = "涉及三个乡镇、两家冷库，社会关注度高，需要指挥部加大协调力度")
            @NotBlank
            @Size(max = 4000)
            String reason,

            @Title(value = "是否联合挂牌督办", help = "案情重大、情况复杂的，由县公安局和指挥部办公室联合挂牌（方案四（八））") @Nullable
            Boolean joint)
            implements SupervisionAction {}

    @Title("列入督办")
    record Enlist(
            @Title(value = "督办要求", multiline = true, example = "查清货物来源和去向，依法决定是否移送") @NotBlank @Size(max = 4000)
            String demand,

            @Title(value = "办结期限", help = "到期前后平台按黄、红提醒，并逐级报告") @NotNull @Ahead
            Instant dueAt)
            implements SupervisionAction {}

    @Title("不予督办")
    record Decline(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements SupervisionAction {}

    @Title("撤回申请")
    record Withdraw(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements SupervisionAction {}

    @Title("会签挂牌督办")
    record Countersign() implements SupervisionAction {}

    @Title("不同意联合挂牌")
    record RefuseCountersign(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements SupervisionAction {}

    @Title("确定责任人")
    record NameOfficer(@Title("责任人") @NotNull AccountId officer) implements SupervisionAction {}

    @Title("报告进展")
    record ReportProgress(
            @Title(value = "进展情况", multiline = true) @NotBlank @Size(max = 4000)
            String text,

            @Title(value = "附件", help = "上传后能看到本督办的单位都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements SupervisionAction {}

    @Title("催办")
    record Urge(
            @Title(value = "催办要求", multiline = true) @NotBlank @Size(max = 2000)
            String note) implements SupervisionAction {}

    @Title("调整期限")
    record Reschedule(
            @Title("新的办结期限") @NotNull @Ahead Instant dueAt,

            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason)
            implements SupervisionAction {}

    @Title("报告办理结果")
    record ReportResult(
            @Title(value = "办理结果", multiline = true) @NotBlank @Size(max = 10000)
            String text,

            @Title(value = "附件", help = "上传后能看到本督办的单位都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements SupervisionAction {}

    @Title("指定回头看单位")
    record AssignVerifier(
            @Title(value = "核验单位", help = "不能是被督办单位，也不能是企业") @NotNull
            UnitId unit) implements SupervisionAction {}

    @Title("登记回头看结果")
    record Verify(
            @Title(value = "核验情况", multiline = true) @NotBlank @Size(max = 10000)
            String finding,

            @Title(value = "是否整改到位", help = "否的，退回继续督办") @NotNull
            Boolean satisfied,

            @Title(value = "附件", help = "上传后能看到本督办的单位都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements SupervisionAction {}

    @Title("解除督办")
    record Release(
            @Title(value = "解除说明", multiline = true) @NotBlank @Size(max = 2000)
            String note) implements SupervisionAction {}

    /** Why somebody asks for it (notice 三（四）, 二). */
    enum Ground {
        @Title("涉案价值巨大")
        VALUE,
        @Title("社会关注的重大案件")
        PUBLIC_CONCERN,
        @Title("已经超期")
        OVERDUE,
        @Title("跨区域、跨部门")
        CROSS_AREA
    }
}
