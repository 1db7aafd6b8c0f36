package cn.daxietong.jointcase;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Ahead;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.matter.Occurred;
import cn.daxietong.matter.Subject;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to an operation. */
sealed interface OperationAction extends Action {

    @Title("拟定行动方案")
    record Plan(
            @Title(value = "所属联合办案或者案件", picks = "matter") @Nullable
            UUID about,

            @Title(value = "行动名称", example = "中渡镇冻品市场联合检查") @NotBlank @Size(max = 200)
            String title,

            @Title("行动时间") @NotNull @Ahead Instant startsAt,
            @Title("集合地点") @NotBlank @Size(max = 200) String place,
            @Title("参加单位") @NotEmpty @Size(max = 30) List<@NotNull UnitId> units,

            @Title(value = "检查对象", help = "写清场所名称和地址；不写举报人") @NotEmpty @Size(max = 100)
            List<@Valid Site> sites,

            @Title(value = "方案", multiline = true, help = "目标、分工、处置和安全要求") @NotBlank @Size(max = 20000)
            String plan,

            @Title(value = "针对的人、车、单位", help = "知道的才填，号码加密保存；别的单位也在办理同一对象时，双方都会得到提示，但看不到对方的内容") @Size(max = 100)
            List<@Valid Subject> subjects)
            implements OperationAction {}

    @Title("批准方案")
    record Approve() implements OperationAction {}

    @Title("退回修改")
    record SendBack(
            @Title(value = "修改意见", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements OperationAction {}

    @Title("修改方案")
    record Revise(
            @Title("行动时间") @NotNull @Ahead Instant startsAt,

            @Title(value = "方案", multiline = true) @NotBlank @Size(max = 20000)
            String plan)
            implements OperationAction {}

    @Title("部署")
    record Deploy(
            @Title(value = "部署要求", multiline = true) @NotBlank @Size(max = 4000)
            String instructions) implements OperationAction {}

    @Title("报到出动")
    record SetOut(
            @Title("出动人数") @Min(1) @Max(10000) int people,
            @Title("出动车辆") @Min(0) @Max(1000) int vehicles) implements OperationAction {}

    @Title("登记战果")
    record ReportResult(
            @Title("场所") @NotBlank @Size(max = 200) String site,
            @Title("检查时间") @NotNull @Occurred Instant at,

            @Title("是否发现问题") @NotNull Boolean found,

            @Title(value = "情况", multiline = true, example = "查扣无检疫证明冻品 32 箱，已先行登记保存") @NotBlank @Size(max = 4000)
            String text,

            @Title(value = "附件", help = "上传后参加单位都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements OperationAction {}

    @Title("结束行动")
    record Finish(
            @Title(value = "总结", multiline = true) @NotBlank @Size(max = 10000)
            String summary) implements OperationAction {}

    @Title("取消行动")
    record Cancel(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements OperationAction {}

    /** A place to be looked at. */
    record Site(
            @Title("名称") @NotBlank @Size(max = 200) String name,
            @Title("地址") @NotBlank @Size(max = 300) String address,

            @Title(value = "统一社会信用代码", help = "有营业执照的填写，换了名称也能认出是同一家", example = "91450223MA5N000000")
            @Nullable
            @Pattern(regexp = "[0-9A-Za-z]{18}", message = "统一社会信用代码是 18 位数字和字母")
            String code,

            @Title(value = "再次检查的理由", help = "近期检查过的场所写明为什么再去，避免重复检查扰企") @Nullable @Size(max = 500)
            String again) {}
}
