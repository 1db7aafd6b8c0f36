package cn.daxietong.dispute;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a jurisdiction dispute. */
sealed interface DisputeAction extends Action {

    @Title("提出管辖异议")
    record Raise(
            @Title(value = "有异议的事项", picks = "matter") @NotNull
            UUID about,

            @Title(value = "认为应当管辖的单位", help = "可以是本单位，也可以是其他单位") @NotNull
            UnitId claimed,

            @Title(value = "理由和依据", multiline = true, example = "涉案烟草系走私进口，依据海关法第五条应由海关处理") @NotBlank @Size(max = 4000)
            String grounds)
            implements DisputeAction {}

    @Title("陈述意见")
    record State(
            @Title(value = "意见和依据", multiline = true) @NotBlank @Size(max = 4000)
            String view) implements DisputeAction {}

    @Title("提出协商方案")
    record ProposeAgreement(
            @Title("由哪个单位管辖") @NotNull UnitId unit,

            @Title(value = "协商内容", multiline = true) @NotBlank @Size(max = 4000)
            String text)
            implements DisputeAction {}

    @Title("同意协商方案")
    record AcceptAgreement() implements DisputeAction {}

    @Title("请办公室协调")
    record AskOffice(
            @Title(value = "协商情况", multiline = true) @NotBlank @Size(max = 4000)
            String text) implements DisputeAction {}

    @Title("出具协调意见")
    record GiveOpinion(
            @Title("建议由哪个单位管辖") @NotNull UnitId unit,

            @Title(value = "协调意见", multiline = true, help = "协调意见不是指定管辖；不接受的，报请共同的上一级行政机关指定")
            @NotBlank
            @Size(max = 4000)
            String text)
            implements DisputeAction {}

    @Title("接受协调意见")
    record AcceptOpinion() implements DisputeAction {}

    @Title("报请指定管辖")
    record ReportUp(
            @Title(value = "共同的上一级行政机关", help = "两个单位共同的上一级行政机关；不在平台上的，填写指挥部办公室代为报请") @NotNull
            UnitId superior,

            @Title(value = "报请内容", multiline = true) @NotBlank @Size(max = 4000)
            String text)
            implements DisputeAction {}

    @Title("登记指定管辖决定")
    record Designate(
            @Title("指定管辖的单位") @NotNull UnitId unit,

            @Title(value = "作出指定的机关", example = "鹿寨县人民政府") @NotBlank @Size(max = 200)
            String authority,

            @Title(value = "决定文号", help = "尚无文号的可以不填") @Nullable @Size(max = 100)
            String number,

            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 4000)
            String reason)
            implements DisputeAction {}

    @Title("指定临时负责单位")
    record SetInterim(
            @Title(value = "临时负责单位", help = "争议期间由它保管物品、固定证据，直到有结果") @NotNull
            UnitId unit,

            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason)
            implements DisputeAction {}

    @Title("说明已按结果办理")
    record ConfirmDone(
            @Title(value = "说明", multiline = true) @NotBlank @Size(max = 2000)
            String note) implements DisputeAction {}

    @Title("撤回异议")
    record Withdraw(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements DisputeAction {}
}
