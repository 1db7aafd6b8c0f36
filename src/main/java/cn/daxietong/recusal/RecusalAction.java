package cn.daxietong.recusal;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a recusal. */
sealed interface RecusalAction extends Action {

    @Title("申请回避")
    record Apply(
            @Title(value = "事项", picks = "matter") @NotNull UUID about,

            @Title(value = "应当回避的人员", picks = "officers", help = "本单位人员（含本人自行回避），或者参与该事项的其他单位的人员") @NotNull
            AccountId officer,

            @Title("由谁提出") @NotNull Source source,

            @Title(value = "理由", multiline = true, help = "与案件有直接利害关系，或者有其他关系可能影响公正的，写明是什么关系", example = "当事人是本人的表弟")
            @NotBlank
            @Size(max = 2000)
            String reason,

            @Title(value = "依据", help = "行政执法人员回避的依据是《行政处罚法》第四十三条，不用填写；公安、检察、法院、监察等其他人员，请写明所依据的法律和条款（待法制审核）")
            @Nullable
            @Size(max = 200)
            String basis)
            implements RecusalAction {}

    @Title("决定回避")
    record Grant(
            @Title(value = "接替人", picks = "officers", help = "同一单位、担任同样岗位、没有回避本事项的人员；负责人回避的，由主持工作的负责人接替") @NotNull
            AccountId successor,

            @Title(value = "决定的理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason)
            implements RecusalAction {}

    @Title("不予回避")
    record Refuse(
            @Title(value = "决定的理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements RecusalAction {}

    @Title("撤回申请")
    record Withdraw(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements RecusalAction {}

    @Title("解除回避")
    record Lift(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements RecusalAction {}

    /** Who asks for it; a party has no account, so that somebody of the platform enters what they asked. */
    enum Source {
        @Title("本人自行回避")
        ONESELF,
        @Title("当事人申请")
        PARTY,
        @Title("其他单位或者人员提出")
        OTHERS
    }
}
