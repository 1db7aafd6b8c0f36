package cn.daxietong.law;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is suspected to have been done; competence follows the nature of the conduct before the kind of goods (海关法 第五条). */
public enum Act {
    SMUGGLING("走私"),
    UNLICENSED_OPERATION("无证无照经营"),
    UNLICENSED_TRANSPORT("无证运输"),
    COUNTERFEIT("假冒注册商标"),
    SUBSTANDARD("伪劣、不合格"),
    NO_LAWFUL_SOURCE("无合法来源"),
    ILLEGAL_TRADE("非法收购、出售"),
    DELIVERY_CHANNEL("寄递渠道"),
    OTHER("其他");

    private final String title;

    Act(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
