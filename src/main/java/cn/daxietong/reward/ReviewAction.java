package cn.daxietong.reward;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the reviewing unit says of its half. */
sealed interface ReviewAction extends Action {
    @Title("同意")
    record Agree() implements ReviewAction {}

    @Title("不同意")
    record Refuse(
            @Title(value = "理由", multiline = true) @NotBlank @Size(max = 2000)
            String reason) implements ReviewAction {}
}
