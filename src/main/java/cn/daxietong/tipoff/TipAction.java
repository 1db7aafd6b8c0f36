package cn.daxietong.tipoff;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a tip-off. None of these fields holds a word of what was told: all that lies sealed beside the matter. */
sealed interface TipAction extends Action {

    /**
     * A tip-off was told on the public page.
     *
     * @param commitment a hash of the receipt code, by which the teller shows the desk which tip-off is his
     * @param named whether a sealed envelope with the teller's identity lies beside it
     * @param via absent where the teller wrote it
     * @param officials whether it is about the office or an official, so that 县纪委监委 alone receives it
     */
    @Title("收到举报")
    record File(
            @Title("举报方式") Manner manner,
            @Title("举报日期") LocalDate filedOn,
            @Title("收到的凭证") String commitment,
            @Title("留有身份信封") boolean named,
            @Title("代填的热线") @Nullable Hotline via,
            @Title("由县纪委监委受理") boolean officials)
            implements TipAction {}

    /** An operator who fills in the form for a caller. */
    enum Hotline {
        @Title("12345 政务服务热线")
        CITIZENS("12345"),
        @Title("12315 市场监管热线")
        CONSUMERS("12315"),
        @Title("12313 烟草专卖热线")
        TOBACCO("12313");

        private final String number;

        Hotline(String number) {
            this.number = number;
        }

        String number() {
            return number;
        }
    }

    @Title("受理")
    record Accept(
            @Title(value = "涉及货物", picks = "commodity") @Nullable @Size(max = 40)
            String commodity) implements TipAction {}

    @Title("不予受理")
    record Decline(@Title("理由") @NotNull Ground ground) implements TipAction {}

    @Title("并入先前的举报")
    record Merge(
            @Title(value = "先前的举报", picks = "matter") @NotNull
            UUID about) implements TipAction {}

    @Title("撤销并入")
    record Unmerge(
            @Title(value = "理由", multiline = true, help = "只写为什么不是同一件事，不要写可能暴露举报人的内容") @NotBlank @Size(max = 2000)
            String reason)
            implements TipAction {}

    /** What the earlier one learns of it. */
    @Title("撤销并入本件的举报")
    record PartedFrom() implements TipAction {}

    /**
     * The words of the lead are the duty officer's own; they are checked against what only the teller can know before they leave.
     *
     * @param copies attachments that go with the lead; they become part of it, not of the tip-off
     */
    @Title("转为线索")
    record HandOn(
            @Title("线索标题") @NotBlank @Size(max = 200) String title,

            @Title(value = "涉及货物", picks = "commodity") @Nullable @Size(max = 40)
            String commodity,

            @Title("地点") @Nullable @Size(max = 300) String place,

            @Title(value = "情况说明", multiline = true) @NotBlank @Size(max = 20000)
            String description,

            @Title("随附的净化副本") @Size(max = 50) List<UUID> copies)
            implements TipAction {}

    @Title("打开内容、给举报人留言")
    record Write() implements TipAction {}

    @Title("举报人补充")
    record Hear() implements TipAction {}

    @Title("申请查看举报人身份")
    record AskIdentity(
            @Title(value = "理由", multiline = true, help = "写明非查看不可的原因。县司法局的保管人同意后，由申请人本人用密码打开，每次都写入账本")
            @NotBlank
            @Size(max = 2000)
            String reason)
            implements TipAction {}

    @Title("同意查看身份")
    record AllowIdentity() implements TipAction {}

    @Title("不同意查看身份")
    record DenyIdentity(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements TipAction {}

    @Title("撤销查看身份的申请")
    record DropRequest(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements TipAction {}

    @Title("打开身份信封")
    record OpenIdentity() implements TipAction {}

    @Title("批准延长办理期限")
    record ExtendTime(
            @Title(value = "延长理由", multiline = true, help = "自受理之日起共九十日，只能延长一次。理由会告知举报人，不要写可能暴露举报人的内容")
            @NotBlank
            @Size(max = 2000)
            String reason)
            implements TipAction {}

    @Title("不提出奖励")
    record NoReward(
            @Title(value = "理由", multiline = true, help = "例如：举报人没有设暗语，无法领取；属于有法定监督、报告义务的人员")
            @NotBlank
            @Size(max = 2000)
            String reason)
            implements TipAction {}

    /** @param basis what else shows that it is true, where no case came of a lead; the teller does not read it */
    @Title("答复举报人并办结")
    record Answer(
            @Title("核查结果") @NotNull Outcome outcome,

            @Title(
                    value = "查实的依据",
                    multiline = true,
                    help = "答复“查实”而线索没有转为案件的，写明依据哪一份核查结果、处理决定或者案件编号；不写举报人说的话，举报人看不到这一栏")
            @Nullable
            @Size(max = 2000)
            String basis)
            implements TipAction {}

    /** How it was told. */
    enum Manner {
        @Title("实名")
        NAMED,
        @Title("匿名")
        ANONYMOUS,
        @Title("内部知情人")
        INSIDER
    }

    /** Why it is not looked into; what concerns only the teller's own purchase is a complaint (市场监督管理投诉举报处理暂行办法 第七条). */
    enum Ground {
        @Title("属于消费投诉，请拨打12315")
        COMPLAINT,
        @Title("不属于走私和本平台受理的事项")
        NOT_OURS,
        @Title("应由另一单位受理（县纪委监委或者指挥部办公室），请在表里改选后再举报一次")
        OTHER_DESK,
        @Title("没有具体的人、物、地点，无法核查")
        NOT_CONCRETE
    }

    /** What came of it, in a word that says nothing of how it was found. */
    enum Outcome {
        @Title("查实，已依法处理")
        SUBSTANTIATED,
        @Title("未查实")
        UNSUBSTANTIATED,
        @Title("现有线索无法核实")
        UNVERIFIABLE
    }
}
