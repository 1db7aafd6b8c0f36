package cn.daxietong.integrity;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What can be done to a clue. */
sealed interface IntegrityAction extends Action {

    @Title("报送线索")
    record Report(
            @Title("线索类别") @NotNull Nature nature,

            @Title(value = "涉及人员", multiline = true, help = "姓名、单位、职务；只有报送人本人和县纪委监委能看到") @NotBlank @Size(max = 4000)
            String persons,

            @Title(value = "线索内容", multiline = true, help = "材料原件由专人递送，不在平台上传") @NotBlank @Size(max = 20000)
            String text,

            @Title(value = "线索来源", multiline = true, help = "不写举报人") @Nullable @Size(max = 2000)
            String origin)
            implements IntegrityAction {}

    @Title("接收")
    record Receive() implements IntegrityAction {}

    @Title("受理")
    record Accept() implements IntegrityAction {}

    @Title("不予受理")
    record Decline(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 4000)
            String reason) implements IntegrityAction {}

    @Title("退回补充")
    record SendBack(
            @Title(value = "需要补充的内容", multiline = true) @NotBlank @Size(max = 4000)
            String wanted) implements IntegrityAction {}

    @Title("补充")
    record Supplement(
            @Title(value = "补充内容", multiline = true) @NotBlank @Size(max = 20000)
            String text) implements IntegrityAction {}

    @Title("移送其他机关")
    record PassOn(
            @Title("移送的机关") @NotBlank @Size(max = 200) String organ,

            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 4000)
            String reason)
            implements IntegrityAction {}

    @Title("答复报送人并办结")
    record Answer(
            @Title(value = "答复", multiline = true, help = "只写依法可以告知报送人的内容") @NotBlank @Size(max = 4000)
            String text) implements IntegrityAction {}

    /** What it is about (notice 四（八）). */
    enum Nature {
        @Title("党员干部参与走私等违法犯罪")
        TAKING_PART,
        @Title("充当后台、“保护伞”")
        SHELTERING,
        @Title("其他职务违法、职务犯罪")
        OTHER_MISCONDUCT
    }
}
