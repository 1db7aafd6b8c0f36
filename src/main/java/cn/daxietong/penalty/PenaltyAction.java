package cn.daxietong.penalty;

import cn.daxietong.casework.Sanction;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Ahead;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.matter.Occurred;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
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

/** What can be done in the procedure before the decision, and the decision; {@link ExecutionAction} has what follows it. */
sealed interface PenaltyAction extends Action {
    String TO_THE_FEN = "金额最多写到分（两位小数）";
    String MOST_YUAN = "1000000000000";

    @Title("调查终结，提出处理意见")
    record Conclude(
            @Title(value = "案件", picks = "matter", help = "本单位已经立案的案件") @NotNull
            UUID about,

            @Title(value = "当事人", multiline = true, help = "姓名或者名称、地址，按决定书的写法填写", example = "某某商行，住所：鹿寨镇建中路某号")
            @NotBlank
            @Size(max = 1000)
            String party,

            @Title(value = "办案人员", picks = "accounts", help = "本单位两名以上执法人员") @NotEmpty @Size(max = 20)
            List<AccountId> officers,

            @Title("处理意见") @NotNull @Valid Proposed proposal,
            @Title("程序要求") @NotNull @Valid Required required,

            @Title(value = "附件", help = "调查终结报告、证据等；上传后能看到本事项的单位都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements PenaltyAction {}

    @Title("修改处理意见")
    record Revise(
            @Title("处理意见") @NotNull @Valid Proposed proposal,
            @Title("程序要求") @NotNull @Valid Required required,

            @Title(value = "修改理由", multiline = true) @NotBlank @Size(max = 4000)
            String reason,

            @Title(value = "是否因查明新的事实或者证据", help = "当事人陈述、申辩后，只有这种情形才可以加重") @Nullable
            Boolean newFacts)
            implements PenaltyAction {}

    @Title("法制审核")
    record LegalReview(
            @Title("审核结论") @NotNull Verdict verdict,

            @Title(value = "审核意见", multiline = true) @NotBlank @Size(max = 10000)
            String opinion,

            @Title(value = "审核人员是否通过国家统一法律职业资格考试取得资格", help = "初次从事法制审核的人员应当取得（行政处罚法第五十八条）；选“否”的，作出决定之前会提示负责人核实")
            @NotNull
            Boolean qualified)
            implements PenaltyAction {}

    @Title("制发处罚告知书")
    record IssueNotice() implements PenaltyAction {}

    @Title("登记告知书送达")
    record ConfirmNotified(
            @Title(value = "告知时间", help = "当事人收到告知书的时间；要求听证的期限由此起算") @NotNull @Occurred
            Instant notifiedAt,

            @Title("送达方式") @NotNull Way way)
            implements PenaltyAction {}

    @Title("记录陈述申辩")
    record HearStatement(
            @Title("陈述申辩时间") @NotNull @Occurred Instant statedAt,

            @Title(value = "陈述申辩内容", multiline = true, help = "当事人明确表示放弃的，如实写明") @NotBlank @Size(max = 10000)
            String text,

            @Title(value = "复核意见", multiline = true) @NotBlank @Size(max = 10000)
            String response,

            @Title("是否采纳") @NotNull Adopted adopted)
            implements PenaltyAction {}

    @Title("登记当事人要求听证")
    record RequestHearing(@Title("提出时间") @NotNull @Occurred Instant requestedAt) implements PenaltyAction {}

    @Title("决定举行听证并通知")
    record ScheduleHearing(
            @Title(value = "听证时间", help = "在七个工作日之后") @NotNull @Ahead
            Instant at,

            @Title("听证地点") @NotBlank @Size(max = 200) String place,

            @Title(value = "主持人", picks = "officers", help = "本单位指定的非本案调查人员；经办人都是本案调查人员的，由负责人或者法制人员主持") @NotNull
            AccountId presider,

            @Title(value = "不公开举行的理由", help = "涉及国家秘密、商业秘密或者个人隐私的填写；公开举行的不填") @Nullable @Size(max = 500)
            String closedFor)
            implements PenaltyAction {}

    @Title("登记听证情况")
    record HoldHearing(
            @Title("举行时间") @NotNull @Occurred Instant heldAt,

            @Title(value = "听证笔录摘要", multiline = true) @NotBlank @Size(max = 20000)
            String minutes,

            @Title(value = "主持人意见", multiline = true) @NotBlank @Size(max = 10000)
            String opinion,

            @Title(value = "附件", help = "经当事人核对签字的听证笔录") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements PenaltyAction {}

    @Title("进入审查决定")
    record Deliberate(
            @Title(value = "当事人是否书面放弃听证", help = "有权要求听证而期限未满的，放弃后才能进入审查决定") @Nullable
            Boolean waived) implements PenaltyAction {}

    @Title("集体讨论")
    record Discuss(
            @Title("讨论时间") @NotNull @Occurred Instant discussedAt,
            @Title("参加的负责人") @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 40) String> attendees,

            @Title(value = "讨论意见", multiline = true) @NotBlank @Size(max = 20000)
            String opinions,

            @Title(value = "结论", multiline = true) @NotBlank @Size(max = 4000)
            String conclusion)
            implements PenaltyAction {}

    @Title("作出行政处罚决定")
    record Decide(
            @Title(value = "决定理由", multiline = true, help = "对陈述申辩、听证意见和裁量情节的回应") @NotBlank @Size(max = 10000)
            String reason,

            @Title(value = "已核实同一违法行为没有被罚款", help = "平台只看得到平台内的案件，其他机关是否罚过由办案单位核实") @Nullable
            Boolean singleFine)
            implements PenaltyAction {}

    @Title("决定不予行政处罚")
    record NotPenalise(
            @Title("不予处罚的情形") @NotNull Ground ground,

            @Title(value = "理由和依据", multiline = true) @NotBlank @Size(max = 10000)
            String reason)
            implements PenaltyAction {}

    @Title("撤回处理意见")
    record Withdraw(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements PenaltyAction {}

    /** What is proposed; what is later told to the party and decided. */
    record Proposed(
            @Title(value = "违法事实", multiline = true) @NotBlank @Size(max = 20000)
            String facts,

            @Title(value = "证据", multiline = true) @NotBlank @Size(max = 20000)
            String evidence,

            @Title(value = "处罚依据", multiline = true, help = "违反的条款和处罚的条款，写明法律、法规、规章的名称和条、款、项")
            @NotBlank
            @Size(max = 10000)
            String grounds,

            @Title(value = "拟不予行政处罚的情形", help = "拟给予处罚的不填；填写的，不选处罚种类，也不填罚款和没收数额") @Nullable
            Ground noPenalty,

            @Title(value = "处罚种类", without = "no_penalty") @Size(max = 6)
            List<Sanction> sanctions,

            @Title("罚款数额（元）")
            @Nullable
            @Positive
            @DecimalMax(MOST_YUAN)
            @Digits(integer = 13, fraction = 2, message = TO_THE_FEN)
            BigDecimal fineYuan,

            @Title(value = "没收数额（元）", help = "没收违法所得和非法财物的价值；没有的不填")
            @Nullable
            @PositiveOrZero
            @DecimalMax(MOST_YUAN)
            @Digits(integer = 13, fraction = 2, message = TO_THE_FEN)
            BigDecimal confiscatedYuan,

            @Title(value = "拟处罚内容", multiline = true, help = "拟不予处罚的，写明不予处罚的理由") @NotBlank @Size(max = 10000)
            String text) {}

    /** Which safeguards the law asks for in this case; where the figure is local, the person who knows it answers and says from where. */
    record Required(
            @Title(
                    value = "当事人是否有权要求听证",
                    help = "较大数额罚款、没收较大数额违法所得或者较大价值财物、降低资质、吊销许可、责令停产停业等；较大数额按本行业、本地的规定，平台没有核对过的数字")
            @NotNull
            Boolean hearing,

            @Title(value = "是否应当法制审核", help = "行政处罚法第五十八条所列四种情形") @NotNull
            Boolean review,

            @Title(value = "是否情节复杂或者重大，应当集体讨论", help = "行政处罚法第五十七条第二款") @NotNull
            Boolean discussion,

            @Title(value = "判断的依据", multiline = true, example = "拟罚款数额未达到《……听证办法》规定的较大数额") @NotBlank @Size(max = 4000)
            String basis) {}

    /** What 法制审核 came to (行政处罚法 第五十八条). */
    enum Verdict {
        @Title("审核通过")
        PASSED,
        @Title("审核未通过，退回补充或者改正")
        FAILED
    }

    /** Whether the party's statement was taken up (行政处罚法 第四十五条). */
    enum Adopted {
        @Title("采纳")
        YES,
        @Title("部分采纳")
        PARTLY,
        @Title("不采纳")
        NO,
        @Title("当事人放弃陈述申辩")
        WAIVED
    }

    /** How a paper reached the party. */
    enum Way {
        @Title("当场交付")
        ON_THE_SPOT,
        @Title("直接送达")
        DIRECT,
        @Title("留置送达")
        LEFT,
        @Title("邮寄送达")
        POST,
        @Title("电子送达（当事人已签确认书）")
        ELECTRONIC,
        @Title("委托送达")
        ENTRUSTED,
        @Title("公告送达")
        PUBLIC_NOTICE
    }

    /** Why nobody is penalised (行政处罚法 第三十三条、第三十六条、第五十七条). */
    enum Ground {
        @Title("初次违法，可以不予处罚")
        FIRST_TIME,
        @Title("没有主观过错")
        NO_FAULT,
        @Title("违法行为轻微")
        MINOR,
        @Title("超过追责时效")
        TIME_BARRED,
        @Title("违法事实不能成立")
        NOT_ESTABLISHED,
        @Title("其他依法不予处罚的情形")
        OTHER
    }
}
