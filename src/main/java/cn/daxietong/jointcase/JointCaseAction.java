package cn.daxietong.jointcase;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.matter.Occurred;
import cn.daxietong.matter.Subject;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to a joint case. */
sealed interface JointCaseAction extends Action {

    @Title("发起联合办案")
    record Convene(
            @Title(value = "主要案件", help = "没有立案的可以不选；成员单位看不到所选案件，只看到联合办案里的内容", picks = "matter") @Nullable
            UUID about,

            @Title(value = "名称", example = "寨沙、中渡冻品走私系列案联合办案") @NotBlank @Size(max = 200)
            String title,

            @Title(value = "要解决的问题", multiline = true) @NotBlank @Size(max = 10000)
            String purpose,

            @Title("邀请的单位") @NotEmpty @Size(max = 30) List<@NotNull UnitId> units)
            implements JointCaseAction {}

    @Title("参加联合办案")
    record Join() implements JointCaseAction {}

    @Title("说明不参加")
    record StayOut(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements JointCaseAction {}

    @Title("邀请单位")
    record Invite(@Title("单位") @NotNull UnitId unit) implements JointCaseAction {}

    @Title("退出联合办案")
    record Leave(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements JointCaseAction {}

    @Title("记入办案经过")
    record Record(
            @Title("发生时间") @NotNull @Occurred Instant at,

            @Title(value = "内容", multiline = true) @NotBlank @Size(max = 4000)
            String text,

            @Title(value = "附件", help = "上传后参加单位都能看到") @Size(max = 100)
            List<@Valid Enclosure> attachments)
            implements JointCaseAction {}

    @Title("登记涉案对象")
    record AddSubjects(
            @Title(value = "涉及的人、车、单位", help = "号码加密保存；别的单位也在办理同一对象时，双方都会得到提示，但看不到对方的内容") @NotEmpty @Size(max = 100)
            List<@Valid Subject> subjects)
            implements JointCaseAction {}

    @Title("关联案件")
    record Relate(
            @Title(value = "案件", picks = "matter") @NotNull UUID about,

            @Title("关系") @NotNull Relation relation,

            @Title(value = "理由", multiline = true, help = "并案、串案只是关联，原来的案件都保留") @NotBlank @Size(max = 2000)
            String reason)
            implements JointCaseAction {}

    @Title("共享涉案物品")
    record ShareGoods(
            @Title(
                    value = "案件",
                    picks = "matter",
                    help = "本单位承办的案件。该案件现有和以后登记的全部涉案物品，参加单位和指挥部办公室都能看到名称、数量、状态和保管单位；识别号、存放地点、案件内容不共享")
            @NotNull
            UUID about)
            implements JointCaseAction {}

    @Title("停止共享涉案物品")
    record WithdrawGoods(
            @Title(value = "案件", picks = "items") @NotBlank @Size(max = 100)
            String caseNumber,

            @Title(value = "理由", multiline = true, help = "记入办案经过，参加单位都能看到") @NotBlank @Size(max = 2000)
            String reason)
            implements JointCaseAction {}

    @Title("登记会商纪要")
    record HoldMeeting(
            @Title("会商时间") @NotNull @Occurred Instant at,

            @Title("参加单位") @NotEmpty @Size(max = 30) List<@NotNull UnitId> units,

            @Title(value = "纪要", multiline = true) @NotBlank @Size(max = 20000)
            String minutes,

            @Title("议定事项") @Size(max = 50) List<@NotBlank @Size(max = 500) String> resolutions)
            implements JointCaseAction {}

    @Title("转入专题研究")
    record Study(
            @Title(value = "长期得不到解决的问题", multiline = true) @NotBlank @Size(max = 10000)
            String problem) implements JointCaseAction {}

    @Title("形成研究结论")
    record Conclude(
            @Title(value = "对策和解决方案", multiline = true) @NotBlank @Size(max = 20000)
            String measures) implements JointCaseAction {}

    @Title("办结联合办案")
    record Close(
            @Title(value = "结果", multiline = true) @NotBlank @Size(max = 10000)
            String result) implements JointCaseAction {}

    @Title("解散联合办案")
    record Dissolve(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements JointCaseAction {}

    /** How a case belongs to the joint one. */
    enum Relation {
        @Title("并案")
        MERGED,
        @Title("串案")
        SERIES,
        @Title("相关")
        RELATED
    }
}
