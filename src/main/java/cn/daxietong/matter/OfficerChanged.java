package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import org.jspecify.annotations.Nullable;

/**
 * News for a matter of one of those who handle it; a kind that names its officers has a row for it, all others need none.
 *
 * @param successor who goes on instead; there where the officer was replaced
 */
@Title("办案人员变动")
public record OfficerChanged(
        @Title("人员") AccountId officer,
        @Title("变动") Turn turn,
        @Title("接替人") @Nullable AccountId successor) implements Action {
    /** What became of the officer. */
    public enum Turn {
        @Title("被申请回避")
        CHALLENGED,
        @Title("继续办理")
        KEPT,
        @Title("由他人接替")
        REPLACED
    }

    public boolean is(Turn one) {
        return turn == one;
    }
}
