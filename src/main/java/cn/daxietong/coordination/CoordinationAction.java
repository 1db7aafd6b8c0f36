package cn.daxietong.coordination;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Ahead;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.matter.Occurred;
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

/** What can be done to a coordination. */
sealed interface CoordinationAction extends Action {

    @Title("提请政法委协调")
    record Request(
            @Title(value = "有争议的重大疑难案件", help = "各单位只看得到案件的编号、名称和这里写的内容，看不到案件本身", picks = "matter") @NotNull
            UUID about,

            @Title(value = "各办案单位的意见", help = "逐个写明有分歧的单位和它的意见；本单位是办案单位的也要写。政法委受理后，所列单位都能看到") @NotEmpty @Size(max = 20)
            List<@Valid View> views,

            @Title(value = "需要协调的问题", multiline = true, example = "涉案卷烟数量以清点数还是账本数认定，两家意见不一致")
            @NotBlank
            @Size(max = 10000)
            String questions,

            @Title(value = "附件", help = "政法委受理后，所列单位都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements CoordinationAction {}

    @Title("受理协调")
    record Accept() implements CoordinationAction {}

    @Title("不予协调")
    record Decline(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements CoordinationAction {}

    @Title("撤回提请")
    record Withdraw(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements CoordinationAction {}

    @Title("召集协调会议")
    record Convene(
            @Title("会议时间") @NotNull @Ahead Instant at,
            @Title("地点") @NotBlank @Size(max = 200) String place,

            @Title(value = "另请参加的单位", help = "所列办案单位和提请单位都会接到通知，不必重复选择") @Size(max = 30)
            List<@NotNull UnitId> others)
            implements CoordinationAction {}

    @Title("登记协调会议纪要")
    record RecordMeeting(
            @Title("开会时间") @NotNull @Occurred Instant at,

            @Title("到会单位") @NotEmpty @Size(max = 30) List<@NotNull UnitId> units,

            @Title(value = "纪要", multiline = true, help = "各单位的意见、一致的和仍不一致的地方") @NotBlank @Size(max = 20000)
            String minutes,

            @Title(value = "附件", help = "上传后参加单位都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements CoordinationAction {}

    @Title("出具协调意见")
    record Advise(
            @Title(value = "协调意见", multiline = true, help = Coordination.ADVICE) @NotBlank @Size(max = 20000)
            String text,

            @Title("请各单位回复的时间") @NotNull @Ahead Instant replyBy)
            implements CoordinationAction {}

    @Title("回复采纳情况")
    record Reply(
            @Title("采纳情况") @NotNull Taken taken,

            @Title(value = "说明", multiline = true, help = "本单位依法怎样办理；没有采纳的，写明理由") @NotBlank @Size(max = 4000)
            String text)
            implements CoordinationAction {}

    @Title("催办")
    record Urge(
            @Title(value = "内容", multiline = true) @NotBlank @Size(max = 2000)
            String note) implements CoordinationAction {}

    @Title("办结协调")
    record Close(
            @Title(value = "结果", multiline = true) @NotBlank @Size(max = 4000)
            String result) implements CoordinationAction {}

    @Title("终止协调")
    record End(
            @Title(value = "理由", multiline = true, example = "案件已由两家单位协商一致，不再需要协调") @NotBlank @Size(max = 2000)
            String reason)
            implements CoordinationAction {}

    /** A unit that handles the case and what it holds. */
    record View(
            @Title("单位") @NotNull UnitId unit,

            @Title(value = "意见", multiline = true) @NotBlank @Size(max = 2000)
            String view) {}

    /** What a unit made of the advice; the decision stays its own. */
    enum Taken {
        @Title("采纳")
        ADOPTED,
        @Title("部分采纳")
        PARTLY,
        @Title("未采纳")
        NOT_ADOPTED
    }
}
