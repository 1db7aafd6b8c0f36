package cn.daxietong.law;

import cn.daxietong.shared.Title;
import java.util.Locale;

/** By which rule and in which of its classes a reward is reckoned; whoever proposes it chooses, and the table {@code reward.dmn} answers. */
public enum RewardStandard {
    @Title("市场监管：一级")
    MARKET_LEVEL_1("市场监管", "一级"),
    @Title("市场监管：二级")
    MARKET_LEVEL_2("市场监管", "二级"),
    @Title("市场监管：三级")
    MARKET_LEVEL_3("市场监管", "三级"),
    @Title("柳州烟草：走私卷烟")
    TOBACCO_SMUGGLED("柳州烟草", "走私卷烟"),
    @Title("柳州烟草：假冒伪劣卷烟")
    TOBACCO_FAKED("柳州烟草", "假冒伪劣卷烟"),
    @Title("柳州烟草：加热不燃烧卷烟")
    TOBACCO_HEATED("柳州烟草", "加热不燃烧卷烟"),
    @Title("柳州烟草：散支")
    TOBACCO_LOOSE("柳州烟草", "散支"),
    @Title("柳州烟草：国产真品卷烟")
    TOBACCO_GENUINE("柳州烟草", "国产真品卷烟"),
    @Title("海关：走私案件")
    CUSTOMS_EVASION("海关", "走私案件"),
    @Title("海关：违规案件")
    CUSTOMS_VIOLATION("海关", "违规案件"),
    @Title("其他：数额由办公室写明依据后确定")
    OTHER("其他", "其他");

    private final String schemeTitle;
    private final String levelTitle;

    RewardStandard(String schemeTitle, String levelTitle) {
        this.schemeTitle = schemeTitle;
        this.levelTitle = levelTitle;
    }

    /** Whose scheme it is: 市场监管. */
    public String schemeTitle() {
        return schemeTitle;
    }

    String levelTitle() {
        return levelTitle;
    }

    /** 市场监管二级. */
    public String title() {
        return this == OTHER ? schemeTitle : schemeTitle + levelTitle;
    }

    /** As in the table; the schemes' codes are prefixed, so that they are nobody else's in a cell. */
    String scheme() {
        return "reward_" + name().toLowerCase(Locale.ROOT).split("_", 2)[0];
    }

    String level() {
        return name().toLowerCase(Locale.ROOT);
    }
}
