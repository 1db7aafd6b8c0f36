package cn.daxietong.reward;

import cn.daxietong.law.RewardStandard;
import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a reward. */
sealed interface RewardAction extends Action {

    @Title("提出举报奖励")
    record Propose(
            @Title(value = "举报", picks = "matter", help = "已经答复“查实”的举报") @NotNull
            UUID about,

            @Title("奖励标准") @NotNull RewardStandard standard,

            @Title(value = "计算基数", help = "市场监管填罚没款（元，没有罚没款的填0），烟草填数量（万支），国产真品填货值（元），海关填变价收入或者补税和罚款（元）；选“其他”的不填")
            @Nullable
            @PositiveOrZero
            @Digits(integer = 12, fraction = 4, message = "整数部分最多十二位，小数最多四位")
            BigDecimal base,

            @Title(value = "奖励金额（元）", help = "标准只规定最高额的（海关）和选“其他”的填写；其余不填，由平台按标准计算")
            @Nullable
            @Positive
            @Digits(integer = 12, fraction = 2, message = "金额最多写到分（两位小数）")
            BigDecimal amount,

            @Title(value = "金额的依据", help = "自己填写金额的，写明依据的文件和理由") @Nullable @Size(max = 500)
            String basis,

            @Title(value = "出资或者办案的单位", help = "由这个单位复核金额；它看不到举报编号和资格情况") @NotNull
            UnitId payer,

            @Title(value = "查办的案件编号", help = "没有立案的写处理决定的文号", example = "鹿打私案〔2026〕3号") @NotBlank @Size(max = 100)
            String caseNumber,

            @Title("奖励资格") @NotNull @Valid Eligibility eligibility)
            implements RewardAction {}

    /** What the desk answers from what it knows of the tip-off; 县司法局 looks at it again without amount and case. */
    record Eligibility(
            @Title("是否第一举报人") @NotNull Boolean firstTeller,

            @Title(value = "是否国家工作人员等", help = "国家机关工作人员，或者有法定监督、报告义务的人") @NotNull
            Boolean official,

            @Title(value = "是否被侵权方等", help = "被侵权方及其代理人、利害关系人") @NotNull
            Boolean injured,

            @Title("是否参与违法行为") @NotNull Boolean participated,

            @Title(value = "是否已获奖励或报酬", help = "因同一事项已经获得的奖励，或者其他市场主体给的报酬") @NotNull
            Boolean rewarded,

            @Title(value = "怎样核对的", help = "写明看了什么、问了什么；不写金额、案件编号和举报人的信息", multiline = true) @NotBlank @Size(max = 2000)
            String checked) {}

    @Title("撤回")
    record Withdraw(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements RewardAction {}

    @Title("批准奖励")
    record Grant(
            @Title(value = "财政部门意见", help = "金额达到须商财政部门的数额的，写明意见的文号和内容") @Nullable @Size(max = 500)
            String financeOpinion)
            implements RewardAction {}

    @Title("不予批准")
    record Decline(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements RewardAction {}

    @Title("举报人领取凭证")
    record Claim() implements RewardAction {}

    @Title("登记逾期放弃")
    record Lapse() implements RewardAction {}
}
