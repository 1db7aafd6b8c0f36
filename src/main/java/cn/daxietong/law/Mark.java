package cn.daxietong.law;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How surely a legal fact is known; what is only recalled is shown as 待法制审核 and never decides alone. */
public enum Mark {
    VERIFIED("V", "已核原文"),
    SECONDARY("V~", "据转载核对"),
    RECALLED("R", "待法制审核");

    private final String sign;
    private final String title;

    Mark(String sign, String title) {
        this.sign = sign;
        this.title = title;
    }

    @JsonValue
    public String sign() {
        return sign;
    }

    public String title() {
        return title;
    }

    public boolean pendingReview() {
        return this == RECALLED;
    }

    @JsonCreator
    public static Mark of(String sign) {
        for (Mark mark : values()) {
            if (mark.sign.equals(sign)) {
                return mark;
            }
        }
        throw new IllegalArgumentException("no mark " + sign);
    }
}
