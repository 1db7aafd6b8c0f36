package cn.daxietong.transfer;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Occurred;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a transfer. */
sealed interface TransferAction extends Action {

    @Title("移送")
    record Send(
            @Title(value = "移送材料", help = "移送书和涉案物品清单由平台制作；调查报告必附，需要检验鉴定的附检验报告或者鉴定结论") @Size(max = 500)
            List<@Valid Material> materials)
            implements TransferAction {}

    @Title("撤回")
    record Withdraw(
            @Title(value = "撤回理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements TransferAction {}

    @Title("签收")
    record SignReceipt() implements TransferAction {}

    @Title("退回")
    record Return(
            @Title(value = "退回理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements TransferAction {}

    @Title("转送有管辖权的机关")
    record Forward(
            @Title("转送单位") @NotNull UnitId targetUnit,

            @Title(value = "转送理由", multiline = true, help = "转送给管辖研判没有列出的单位的，一并说明为何选择它") @NotBlank @Size(max = 2000)
            String reason,

            @Title(value = "发现无管辖权的时间", help = "自此24小时内转送；不填按现在计") @Nullable @Occurred
            Instant discoveredAt)
            implements TransferAction {}

    @Title("要求补充材料")
    record RequestSupplement(
            @Title("需补充的材料") @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 200) String> items)
            implements TransferAction {}

    @Title("延长立案审查（需要查证）")
    record ExtendReview(
            @Title(value = "延长理由", multiline = true, help = "写明需要查证什么。第八条的三日期限不因此停止或者改变，两个期限并列显示")
            @NotBlank
            @Size(max = 2000)
            String reason)
            implements TransferAction {}

    @Title("批准延长立案审查（重大疑难复杂）")
    record ExtendComplexReview(
            @Title(value = "批准理由", multiline = true, help = "写明重大、疑难、复杂在何处。第八条的三日期限不因此停止或者改变，两个期限并列显示")
            @NotBlank
            @Size(max = 2000)
            String reason)
            implements TransferAction {}

    @Title("补充材料")
    record Supplement(
            @Title("补充的材料") @NotEmpty @Size(max = 500) List<@Valid Material> materials) implements TransferAction {}

    @Title("决定立案")
    record FileCriminalCase(
            @Title(value = "立案文号", example = "鹿公立字〔2026〕12号") @NotBlank @Size(max = 100)
            String number) implements TransferAction {}

    @Title("不予立案")
    record RefuseToFile(
            @Title(value = "不予立案理由", multiline = true) @NotBlank @Size(max = 5000)
            String reason) implements TransferAction {}

    @Title("提请复议")
    record RequestReconsideration(
            @Title(value = "复议理由", multiline = true) @NotBlank @Size(max = 5000)
            String grounds) implements TransferAction {}

    @Title("作出复议决定")
    record DecideReconsideration(
            @Title(value = "是否维持不予立案", help = "维持，移送单位仍可建议检察机关立案监督；不维持，公安机关应当立案") @NotNull
            Boolean upheld,

            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 5000)
            String reason)
            implements TransferAction {}

    @Title("建议立案监督")
    record SuggestSupervision(
            @Title(value = "建议理由", multiline = true) @NotBlank @Size(max = 5000)
            String grounds) implements TransferAction {}

    @Title("要求说明不立案理由")
    record RequireExplanation(
            @Title(value = "要求", multiline = true) @NotBlank @Size(max = 5000)
            String text) implements TransferAction {}

    @Title("说明不立案理由")
    record ExplainRefusal(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 5000)
            String reason) implements TransferAction {}

    @Title("认定不立案理由成立")
    record AcceptExplanation(
            @Title(value = "答复移送单位", multiline = true) @NotBlank @Size(max = 5000)
            String text) implements TransferAction {}

    @Title("通知立案")
    record NotifyFiling(
            @Title(value = "通知内容", multiline = true) @NotBlank @Size(max = 5000)
            String text) implements TransferAction {}

    @Title("发出立案监督案件催办函")
    record Nudge(
            @Title(value = "催办内容", multiline = true) @NotBlank @Size(max = 5000)
            String text) implements TransferAction {}

    @Title("移交涉案物品")
    record HandOverItems(
            @Title(value = "物品", picks = "items", help = "不选即移交全部") @Size(max = 2000)
            List<String> items) implements TransferAction {}

    @Title("确认接收物品")
    record ConfirmItems() implements TransferAction {}

    @Title("办结")
    record Close(
            @Title(value = "办理结果", multiline = true) @NotBlank @Size(max = 2000)
            String outcome) implements TransferAction {}

    @Title("催办")
    record Urge(
            @Title(value = "催办内容", multiline = true) @NotBlank @Size(max = 2000)
            String note) implements TransferAction {}

    /** One of the materials of 国务院令310号 第六条. */
    record Material(
            @Title("种类") @NotNull MaterialKind kind,
            @Title("名称") @Nullable @Size(max = 200) String title,

            @Title(value = "附件", picks = "attachments") @Nullable
            UUID attachment,

            @Title("份数") @Nullable @Min(1) @Max(999) Integer copies) {

        /** From a bare name, as a unit's own system may send it: what kind it is shows in the name. */
        public static Material named(String name) {
            for (var kind : MaterialKind.values()) {
                if (kind.isCalled(name)) {
                    return new Material(kind, name.equalsIgnoreCase(kind.name()) ? null : name, null, null);
                }
            }
            return new Material(MaterialKind.OTHER, name, null, null);
        }
    }

    /** The five kinds of 国务院令310号 第六条. */
    enum MaterialKind {
        @Title("涉嫌犯罪案件移送书")
        TRANSFER_LETTER("移送书"),
        @Title("涉嫌犯罪案件情况的调查报告")
        INVESTIGATION_REPORT("调查报告"),
        @Title("涉案物品清单")
        ITEM_LIST("物品清单"),
        @Title("有关检验报告或者鉴定结论")
        INSPECTION_REPORT("检验|鉴定|认定|计核"),
        @Title("其他有关涉嫌犯罪的材料")
        OTHER("");

        private final String word;

        MaterialKind(String word) {
            this.word = word;
        }

        boolean isCalled(String name) {
            return name.equalsIgnoreCase(name())
                    || !word.isEmpty() && Arrays.stream(word.split("\\|")).anyMatch(name::contains);
        }
    }
}
