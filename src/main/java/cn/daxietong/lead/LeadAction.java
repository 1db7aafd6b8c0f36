package cn.daxietong.lead;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.matter.Occurred;
import cn.daxietong.matter.Subject;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done to a lead. */
sealed interface LeadAction extends Action {

    @Title("登记线索")
    record Register(
            @Title(value = "线索标题", example = "寨沙镇某冷库夜间卸运无标识冻品") @NotBlank @Size(max = 200)
            String title,

            @Title("来源") @NotNull Source source,

            @Title(value = "涉及货物", picks = "commodity") @Nullable @Size(max = 40)
            String commodity,

            @Title("涉嫌行为") @Nullable SuspectedAct act,

            @Title(value = "地点", example = "寨沙镇创业路冷库") @Nullable @Size(max = 300)
            String place,

            @Title(value = "发生时间", help = "不清楚可以不填") @Nullable @Occurred
            Instant occurredAt,

            @Title(value = "情况说明", multiline = true, help = "写清看到了什么、有多少、在哪里；不要写举报人的姓名和电话") @NotBlank @Size(max = 20000)
            String description,

            @Title(value = "涉及的人、车、单位", help = "号码加密保存，只有办理单位能看到全文") @Size(max = 100)
            List<@Valid Subject> subjects,

            @Title(value = "附件", help = "照片、视频、书证等；上传后办理本事项的单位都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements LeadAction {}

    @Title("分派")
    record Dispatch(
            @Title("核查单位") @NotNull UnitId unit,

            @Title(value = "分派意见", multiline = true) @Nullable @Size(max = 2000)
            String note,

            @Title(value = "选择其他单位的理由", multiline = true, help = "分派给管辖研判没有列为主办的单位时可以写明；核查不是管辖，不写也可以分派")
            @Nullable
            @Size(max = 2000)
            String deviationReason)
            implements LeadAction {}

    @Title("受理")
    record Accept() implements LeadAction {}

    @Title("退回")
    record Return(
            @Title(value = "退回理由", multiline = true, example = "该地点不在本单位职责范围，建议分派县市场监管局") @NotBlank @Size(max = 2000)
            String reason)
            implements LeadAction {}

    @Title("批准延长核查")
    record ExtendVerification(
            @Title(value = "延长理由", multiline = true, help = "自收到之日起共三十个工作日，只能延长一次") @NotBlank @Size(max = 2000)
            String reason)
            implements LeadAction {}

    @Title("登记核查结果")
    record Verify(
            @Title(value = "核查情况", multiline = true) @NotBlank @Size(max = 20000)
            String finding,

            @Title(value = "是否查实", help = "查实只说明线索所述情况存在，不是对违法的认定") @NotNull
            Boolean substantiated,

            @Title(value = "附件", help = "照片、视频、书证等；上传后办理本事项的单位都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements LeadAction {}

    @Title("转为案件")
    record OpenCase(
            @Title(value = "案件名称", help = "不填则沿用线索标题") @Nullable @Size(max = 200)
            String title) implements LeadAction {}

    @Title("办结")
    record Close(
            @Title("办结类型") @NotNull Reason reason,

            @Title(value = "办结说明", multiline = true) @NotBlank @Size(max = 2000)
            String note)
            implements LeadAction {}

    @Title("作废")
    record Void(
            @Title(value = "作废理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements LeadAction {}

    @Title("催办")
    record Urge(
            @Title(value = "催办内容", multiline = true) @NotBlank @Size(max = 2000)
            String note) implements LeadAction {}

    /** Where a lead came from. */
    enum Source {
        @Title("群众举报")
        TIPOFF,
        @Title("单位报送")
        UNIT_REPORT,
        @Title("巡查发现")
        PATROL,
        @Title("加油站报送")
        STATION_REPORT,
        @Title("寄递渠道发现")
        PARCEL,
        @Title("互联网发现")
        INTERNET,
        @Title("预警")
        WARNING,
        @Title("外部门移送")
        TRANSFER_IN,
        @Title("上级交办")
        SUPERIOR
    }

    /** What seems to have been done; suspicion, never a finding. */
    enum SuspectedAct {
        @Title("涉嫌走私")
        SMUGGLING,
        @Title("涉嫌无证经营")
        UNLICENSED_OPERATION,
        @Title("涉嫌无证运输")
        UNLICENSED_TRANSPORT,
        @Title("涉嫌假冒")
        COUNTERFEIT,
        @Title("涉嫌伪劣")
        SUBSTANDARD,
        @Title("无合法来源证明")
        NO_LAWFUL_SOURCE,
        @Title("涉嫌非法交易")
        ILLEGAL_TRADE,
        @Title("寄递渠道夹带")
        DELIVERY_CHANNEL,
        @Title("其他")
        OTHER
    }

    /** Why a lead ends; only 查实 counts as substantiated, never a mere closing. */
    enum Reason {
        @Title("查实")
        SUBSTANTIATED,
        @Title("查否")
        UNSUBSTANTIATED,
        @Title("无法核实")
        UNVERIFIABLE,
        @Title("已移送其他单位")
        TRANSFERRED,
        @Title("重复线索")
        DUPLICATE
    }
}
