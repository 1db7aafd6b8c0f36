package cn.daxietong.law;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The commodities that the notice names (方案一、四（六）). */
public enum Commodity {
    TOBACCO("烟草"),
    REFINED_OIL("成品油"),
    CHEMICAL_FEEDSTOCK("化工原料"),
    FROZEN_GOODS("冻品"),
    LIVESTOCK("畜禽活体"),
    WILDLIFE("野生动物及产品"),
    ENDANGERED_SPECIES("濒危物种及制品"),
    FOREIGN_WASTE("“洋垃圾”"),
    VEHICLES_AND_PARTS("汽车及其零配件"),
    ELECTRONICS("电子产品"),
    SUGAR("食糖"),
    ALCOHOL("酒类"),
    GRAIN("粮食");

    private final String title;

    Commodity(String title) {
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
