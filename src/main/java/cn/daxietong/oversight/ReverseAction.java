package cn.daxietong.oversight;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.matter.Occurred;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a reverse transfer. */
sealed interface ReverseAction extends Action {

    @Title("登记反向移送")
    record Register(
            @Title(value = "不起诉的案件", picks = "matter") @NotNull
            UUID about,

            @Title("不起诉决定作出时间") @NotNull @Occurred Instant decidedAt,

            @Title(value = "不起诉决定文号") @Nullable @Size(max = 100)
            String decisionNumber,

            @Title(value = "审查起诉情况", multiline = true, help = "平台没有该案移送审查起诉的记录时必须写明：由哪个机关、何时移送本院审查起诉")
            @Nullable
            @Size(max = 2000)
            String prosecution,

            @Title(value = "案情和不起诉理由", multiline = true) @NotBlank @Size(max = 10000)
            String summary)
            implements ReverseAction {}

    @Title("更正登记")
    record Correct(
            @Title("不起诉决定作出时间") @NotNull @Occurred Instant decidedAt,

            @Title(value = "不起诉决定文号") @Nullable @Size(max = 100)
            String decisionNumber,

            @Title(value = "案情和不起诉理由", multiline = true) @NotBlank @Size(max = 10000)
            String summary,

            @Title(value = "更正的理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason)
            implements ReverseAction {}

    @Title("撤回反向移送")
    record Withdraw(
            @Title(value = "理由", multiline = true, help = "主管机关接收办理之前可以撤回") @NotBlank @Size(max = 2000)
            String reason) implements ReverseAction {}

    @Title("提出检察意见")
    record SendOpinion(
            @Title("有关主管机关") @NotNull UnitId unit,

            @Title(value = "检察意见", multiline = true, help = "写明应当给予行政处罚的事实和依据") @NotBlank @Size(max = 10000)
            String text,

            @Title(value = "附件", help = "不起诉决定书等；上传后双方都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements ReverseAction {}

    @Title("终结审查，不提检察意见")
    record EndReview(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 4000)
            String reason) implements ReverseAction {}

    @Title("接收并立为案件办理")
    record Accept() implements ReverseAction {}

    @Title("退回检察院")
    record Return(
            @Title(value = "理由", multiline = true, help = "不属于本单位职权的，写明应由哪个机关处理") @NotBlank @Size(max = 4000)
            String reason)
            implements ReverseAction {}

    @Title("回复不予处罚")
    record ReportNoPenalty(
            @Title(value = "不予处罚的理由和依据", multiline = true) @NotBlank @Size(max = 10000)
            String reason) implements ReverseAction {}

    @Title("移送其他机关")
    record TransferOn(
            @Title("接收机关") @NotNull UnitId unit,

            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 4000)
            String reason)
            implements ReverseAction {}

    @Title("催促回复")
    record Urge(
            @Title(value = "内容", multiline = true) @NotBlank @Size(max = 2000)
            String note) implements ReverseAction {}
}
