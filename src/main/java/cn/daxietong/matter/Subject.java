package cn.daxietong.matter;

import cn.daxietong.shared.Title;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody or something that a matter is about, told by what identifies it; kept encrypted and found again by keyed digest only. */
public record Subject(
        @Title("类别") @NotNull Type type,

        @Title(value = "号码", example = "桂B·****8") @NotNull Personal value,

        @Title("称呼") @Nullable Personal name) {

    /** What a subject is. */
    public enum Type {
        @Title("人员（证件号码）")
        PERSON,
        @Title("单位（统一社会信用代码）")
        COMPANY,
        @Title("车辆（车牌）")
        VEHICLE,
        @Title("电话")
        PHONE,
        @Title("场所")
        PREMISES
    }

    /** As a document lists them, none in full: 车辆（车牌）：桂B****8（白***卡）；… */
    public static String masked(List<Subject> subjects) {
        return subjects.stream().map(Subject::masked).collect(Collectors.joining("；"));
    }

    private String masked() {
        return Fields.titleOf(type) + "：" + value.masked() + (name == null ? "" : "（" + name.masked() + "）");
    }
}
