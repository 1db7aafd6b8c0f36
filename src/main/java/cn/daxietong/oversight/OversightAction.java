package cn.daxietong.oversight;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Ahead;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What can be done to an oversight opinion. */
sealed interface OversightAction extends Action {

    @Title("提出监督意见")
    record Issue(
            @Title(value = "监督的事项", picks = "matter") @NotNull
            UUID about,

            @Title("监督方式") @NotNull Form form,

            @Title(value = "监督意见", multiline = true, example = "该案案值已达到移送标准，请说明未移送的理由，或者依法移送")
            @NotBlank
            @Size(max = 10000)
            String text,

            @Title(value = "回复期限", help = "法律没有规定日数的，由提出监督意见的机关确定") @NotNull @Ahead
            Instant replyBy,

            @Title(value = "附件", help = "上传后双方都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements OversightAction {}

    @Title("回复监督意见")
    record Reply(
            @Title("处理情况") @NotNull Answer answer,

            @Title(value = "回复内容", multiline = true) @NotBlank @Size(max = 10000)
            String text,

            @Title(value = "附件", help = "上传后双方都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements OversightAction {}

    @Title("要求再次回复")
    record Insist(
            @Title(value = "意见", multiline = true) @NotBlank @Size(max = 10000)
            String text,

            @Title("回复期限") @NotNull @Ahead Instant replyBy)
            implements OversightAction {}

    @Title("报告上级")
    record ReportUp(
            @Title(value = "报告的机关", help = "被监督单位的上级或者本级政府") @NotNull
            UnitId superior,

            @Title(value = "报告内容", multiline = true) @NotBlank @Size(max = 10000)
            String text)
            implements OversightAction {}

    @Title("办结监督")
    record Close(
            @Title(value = "监督结果", multiline = true) @NotBlank @Size(max = 4000)
            String result) implements OversightAction {}

    @Title("撤销监督意见")
    record Revoke(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements OversightAction {}

    /** In what form it is put, each under its own article. */
    enum Form {
        @Title("检察意见（应当移送而不移送）")
        TRANSFER_OPINION,
        @Title("纠正违法通知书（逾期不立案等）")
        CORRECTION,
        @Title("立案监督案件催办函（立案后三个月未侦查终结）")
        NUDGE,
        @Title("行政执法监督意见")
        LAW_ENFORCEMENT
    }

    /** What the overseen unit says it did. */
    enum Answer {
        @Title("已按意见办理")
        DONE,
        @Title("正在办理")
        UNDERWAY,
        @Title("不同意，说明理由")
        DISAGREES
    }
}
