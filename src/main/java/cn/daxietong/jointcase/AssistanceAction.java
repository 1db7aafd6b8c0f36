package cn.daxietong.jointcase;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Ahead;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.shared.AccountId;
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

/** What can be done to a request for assistance. */
sealed interface AssistanceAction extends Action {

    @Title("请求协查")
    record Request(
            @Title(value = "所涉事项", help = "联合办案、专项行动中的任务请选择该事项；协查单位只看得到本协查，看不到所选事项", picks = "matter") @Nullable
            UUID about,

            @Title("协查单位") @NotNull UnitId unit,

            @Title(value = "对方承办人", help = "可以不填。填写的应当是协查单位的在岗经办人，待办直接交到本人；离岗后由该单位其他经办人办理", picks = "their_officers")
            @Nullable
            AccountId officer,

            @Title(value = "协查内容", multiline = true, example = "请核查该批冻品的检疫证明是否由贵单位出具") @NotBlank @Size(max = 10000)
            String text,

            @Title("希望完成的时间") @NotNull @Ahead Instant dueAt,

            @Title(value = "附件", help = "上传后双方都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements AssistanceAction {}

    @Title("接受协查")
    record Accept(
            @Title(value = "承办人", help = "不填的，对方指明了人的由其办理，没有指明的由本单位经办人共同办理") @Nullable
            AccountId officer) implements AssistanceAction {}

    @Title("指定承办人")
    record Assign(
            @Title(value = "承办人", help = "待办交到本人，本单位其他人仍能在“全单位”中看到") @NotNull
            AccountId officer) implements AssistanceAction {}

    @Title("说明不能协助")
    record Decline(
            @Title(value = "理由", multiline = true, help = "属于本单位职权范围的，应当依法予以协助") @NotBlank @Size(max = 2000)
            String reason)
            implements AssistanceAction {}

    @Title("报告协查结果")
    record Report(
            @Title(value = "协查结果", multiline = true) @NotBlank @Size(max = 10000)
            String text,

            @Title(value = "附件", help = "上传后双方都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements AssistanceAction {}

    @Title("确认完成")
    record Confirm() implements AssistanceAction {}

    @Title("请补充")
    record AskMore(
            @Title(value = "需要补充的内容", multiline = true) @NotBlank @Size(max = 4000)
            String text,

            @Title("希望完成的时间") @NotNull @Ahead Instant dueAt)
            implements AssistanceAction {}

    @Title("催办")
    record Urge(
            @Title(value = "内容", multiline = true) @NotBlank @Size(max = 2000)
            String note) implements AssistanceAction {}

    @Title("撤回请求")
    record Withdraw(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements AssistanceAction {}
}
