package cn.daxietong.penalty;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Ahead;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.matter.Occurred;
import cn.daxietong.penalty.PenaltyAction.Way;
import cn.daxietong.shared.Title;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done once it is decided: service, payment, review and suit, urging, the court. */
sealed interface ExecutionAction extends Action {

    @Title("送达处罚决定书")
    record Serve(
            @Title(value = "送达时间", help = "缴款、复议、诉讼的期限由此起算") @NotNull @Occurred
            Instant servedAt,

            @Title("送达方式") @NotNull Way way,
            @Title("收件人和见证情况") @NotBlank @Size(max = 500) String receipt)
            implements ExecutionAction {}

    @Title("登记缴款")
    record RecordPayment(
            @Title("款项") @NotNull Purpose purpose,

            @Title("金额（元）")
            @NotNull
            @Positive
            @DecimalMax(PenaltyAction.MOST_YUAN)
            @Digits(integer = 13, fraction = 2, message = PenaltyAction.TO_THE_FEN)
            BigDecimal amountYuan,

            @Title("缴款日期") @NotNull @Occurred LocalDate paidOn,

            @Title(value = "收缴方式", help = "当场收缴只限法定情形，收缴之日起二日内交至本机关") @NotNull
            Channel channel,

            @Title("票据号") @NotBlank @Size(max = 100) String receipt)
            implements ExecutionAction {}

    @Title("登记当场收缴罚款交回")
    record HandInCash(
            @Title("交至本机关的时间") @NotNull @Occurred Instant handedInAt,

            @Title("交接凭据号") @NotBlank @Size(max = 100) String receipt)
            implements ExecutionAction {}

    @Title("批准暂缓或者分期缴纳")
    record Postpone(
            @Title("最后缴清期限") @NotNull @Ahead Instant until,

            @Title(value = "当事人的申请和分期安排", multiline = true) @NotBlank @Size(max = 4000)
            String plan)
            implements ExecutionAction {}

    @Title("登记复议或者诉讼")
    record Contest(
            @Title("途径") @NotNull Remedy remedy,
            @Title("受理日期") @NotNull @Occurred LocalDate from,
            @Title("受理机关") @NotBlank @Size(max = 100) String body)
            implements ExecutionAction {}

    @Title("登记复议或者诉讼结果")
    record EndContest(
            @Title("结果") @NotNull Result result,
            @Title("作出日期") @NotNull @Occurred LocalDate to,

            @Title(value = "当事人收到复议决定书的日期", help = "复议维持或者变更的填写，十五日起诉期限由此起算（行政诉讼法第四十五条）") @Nullable @Occurred
            LocalDate receivedOn,

            @Title(value = "变更后的罚款数额（元）", help = "决定被变更的填写；改为不罚款的填0")
            @Nullable
            @PositiveOrZero
            @DecimalMax(PenaltyAction.MOST_YUAN)
            @Digits(integer = 13, fraction = 2, message = PenaltyAction.TO_THE_FEN)
            BigDecimal fineYuan,

            @Title(value = "结果摘要", multiline = true) @NotBlank @Size(max = 10000)
            String text)
            implements ExecutionAction {}

    @Title("登记处罚决定被撤销")
    record RecordRevocation(
            @Title("撤销的机关") @NotBlank @Size(max = 100) String body,
            @Title("撤销日期") @NotNull @Occurred LocalDate on,

            @Title(value = "理由和退款情况", multiline = true) @NotBlank @Size(max = 10000)
            String reason)
            implements ExecutionAction {}

    @Title("制作罚款缴纳情况表")
    record DrawUpAccount(
            @Title(value = "计算到哪一天", help = "不填的计算到今天") @Nullable
            LocalDate asOf) implements ExecutionAction {}

    @Title("催告履行")
    record Urge(
            @Title("履行期限") @NotNull @Ahead Instant until,

            @Title(value = "催告内容", multiline = true, help = "履行方式、金额和当事人的陈述申辩权") @NotBlank @Size(max = 4000)
            String text)
            implements ExecutionAction {}

    @Title("申请人民法院强制执行")
    record ApplyToCourt(
            @Title(value = "申请理由", multiline = true) @NotBlank @Size(max = 10000)
            String reason,

            @Title(
                    value = "复议、诉讼和催告的核对情况",
                    multiline = true,
                    help = "写明复议、诉讼期限是否届满，催告书何时送达、是否仍未履行（行政强制法第五十三条、第五十四条，条文待法制审核）")
            @NotBlank
            @Size(max = 4000)
            String checked,

            @Title(value = "催告书送达已满十日，当事人仍未履行", help = "行政强制法第五十四条，条文待法制审核；选“否”不影响提交，请在核对情况中写明") @NotNull
            Boolean tenDaysPassed,

            @Title(value = "附件", help = "决定书、催告书、送达回证和执行标的情况") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements ExecutionAction {}

    @Title("执行完毕")
    record Finish(
            @Title(value = "执行情况", multiline = true, help = "没收、停业等非罚款处罚的执行情况也写明") @NotBlank @Size(max = 4000)
            String note,

            @Title(value = "加处罚款的处理", multiline = true, help = "产生加处罚款而没有全部缴纳的，写明处理情况和依据") @Nullable @Size(max = 2000)
            String surchargeNote)
            implements ExecutionAction {}

    /** What a payment is for. */
    enum Purpose {
        @Title("罚款")
        FINE,
        @Title("加处罚款")
        SURCHARGE,
        @Title("没收款")
        CONFISCATION
    }

    /** How it was paid: decision and collection are kept apart (行政处罚法 第六十七条), but for the cases of 第六十八条. */
    enum Channel {
        @Title("缴至指定银行")
        BANK,
        @Title("电子支付")
        ELECTRONIC,
        @Title("当场收缴")
        ON_THE_SPOT
    }

    /** Where a decision is contested. */
    enum Remedy {
        @Title("行政复议")
        RECONSIDERATION,
        @Title("行政诉讼")
        LITIGATION
    }

    /** What became of it, short of its being set aside. */
    enum Result {
        @Title("维持处罚决定，或者驳回")
        UPHELD,
        @Title("变更处罚决定")
        CHANGED,
        @Title("当事人撤回")
        WITHDRAWN
    }
}
