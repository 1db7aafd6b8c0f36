package cn.daxietong.dispute;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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
            @Title(value = "共同的上一级行政机关", help = "争议各方都是县直单位的，为县人民政府") @NotNull
            UnitId superior,

            @Title(value = "报请内容", multiline = true) @NotBlank @Size(max = 4000)
            String text)
            implements DisputeAction {}

    @Title("登记已向县外报请指定管辖")
    record ReportOutside(
            @Title(value = "共同的上一级行政机关", example = "按报请公文的主送机关填写", help = "有不属县里管理的单位参加争议时，共同的上一级机关不在平台上，报请用公文办理，在这里登记")
            @NotBlank
            @Size(max = 200)
            String authority,

            @Title(value = "报请公文文号", example = "鹿打私办〔2026〕12号") @NotBlank @Size(max = 100)
            String number,

            @Title(value = "答复单位和联系方式", help = "由哪个处室答复、怎样联系，便于跟进") @NotBlank @Size(max = 200)
            String answeredBy,

            @Title(value = "报请内容", multiline = true) @NotBlank @Size(max = 4000)
            String text)
            implements DisputeAction {}

    @Title("撤回报请")
    record TakeBack(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements DisputeAction {}

    @Title("作出指定管辖决定")
    record Designate(
            @Title("指定管辖的单位") @NotNull UnitId unit,

            @Title(value = "作出指定的机关", example = "鹿寨县人民政府") @NotBlank @Size(max = 200)
            String authority,

            @Title(value = "决定文号", help = "尚无文号的可以不填") @Nullable @Size(max = 100)
            String number,

            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 4000)
            String reason)
            implements DisputeAction {}

    @Title("登记县外作出的指定管辖决定")
    record RegisterDesignation(
            @Title("指定管辖的单位") @NotNull UnitId unit,

            @Title(value = "作出指定的机关", help = "按决定上的名称填写") @NotBlank @Size(max = 200)
            String authority,

            @Title(value = "决定文号", help = "没有收到有文号的决定，不能登记") @NotBlank @Size(max = 100)
            String number,

            @Title(value = "决定内容和理由", multiline = true) @NotBlank @Size(max = 4000)
            String reason,

            @Title(value = "决定的扫描件", help = "上传后能看到本异议的单位都能看到") @NotEmpty @Size(max = 100)
            List<@Valid Enclosure> attachments)
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
