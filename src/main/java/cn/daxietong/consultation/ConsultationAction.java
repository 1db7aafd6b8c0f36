package cn.daxietong.consultation;

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
import org.jspecify.annotations.Nullable;

/** What can be done to a consultation. */
sealed interface ConsultationAction extends Action {

    @Title("提出会商咨询")
    record Ask(
            @Title(value = "所涉案件", help = "一般性问题可以不选", picks = "matter") @Nullable
            UUID about,

            @Title("咨询类别") @NotNull Subject subject,

            @Title(value = "咨询单位", help = "法院：法律适用、证据标准；检察院：法律适用、证据标准、提前介入。几家单位意见不一致的重大疑难案件，请用“案件协调”提请县委政法委协调") @NotNull
            UnitId unit,

            @Title(value = "问题", multiline = true, example = "涉案冻品没有检疫证明，证明来自疫区需要哪些证据") @NotBlank @Size(max = 10000)
            String question,

            @Title("希望答复的时间") @NotNull @Ahead Instant replyBy,

            @Title(value = "附件", help = "上传后咨询双方都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements ConsultationAction {}

    @Title("接受咨询")
    record Accept() implements ConsultationAction {}

    @Title("不予答复")
    record Decline(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements ConsultationAction {}

    @Title("安排提前介入")
    record Join(
            @Title("介入时间") @NotNull @Ahead Instant at,
            @Title("地点") @NotBlank @Size(max = 200) String place,

            @Title(value = "方式和内容", multiline = true, example = "参加案件讨论，查阅材料，提出调查取证建议") @NotBlank @Size(max = 2000)
            String manner)
            implements ConsultationAction {}

    @Title("商定新的答复时间")
    record Postpone(
            @Title("新的答复时间") @NotNull @Ahead Instant replyBy,

            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason)
            implements ConsultationAction {}

    @Title("答复")
    record Answer(
            @Title(value = "答复意见", multiline = true, help = "供办案参考，不代替办案单位的决定，也不是裁判、决定") @NotBlank @Size(max = 20000)
            String opinion,

            @Title(value = "证据清单", help = "同类案件都应当收集的证据，会显示给以后办理同类案件的单位；不要写本案的人名、单位名") @Size(max = 50)
            List<@Valid Item> items,

            @Title(value = "附件", help = "上传后咨询双方都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements ConsultationAction {}

    @Title("追问")
    record AskAgain(
            @Title(value = "问题", multiline = true) @NotBlank @Size(max = 10000)
            String question,

            @Title("希望答复的时间") @NotNull @Ahead Instant replyBy)
            implements ConsultationAction {}

    @Title("办结咨询")
    record Close(
            @Title("采纳情况") @NotNull Taken taken,

            @Title(value = "说明", multiline = true, help = "没有采纳的，写明理由") @NotBlank @Size(max = 4000)
            String note)
            implements ConsultationAction {}

    @Title("撤回咨询")
    record Withdraw(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements ConsultationAction {}

    /** What is asked about. */
    enum Subject {
        @Title("法律适用")
        APPLICATION,
        @Title("证据标准")
        EVIDENCE,
        @Title("商请提前介入")
        EARLY_INTERVENTION,
        @Title("有争议的重大疑难案件")
        CONTESTED
    }

    /** What the asker made of it; the decision stays the asker's own. */
    enum Taken {
        @Title("采纳")
        ADOPTED,
        @Title("部分采纳")
        PARTLY,
        @Title("未采纳")
        NOT_ADOPTED
    }

    /** A piece of evidence that every case of the kind needs. */
    record Item(
            @Title(value = "应当收集的证据", example = "冻品外包装的产地、批次标识照片及来源国疫情公告") @NotBlank @Size(max = 500)
            String requirement,

            @Title(value = "理由", example = "证明来自境外疫区") @Nullable @Size(max = 500)
            String why) {}
}
