package cn.daxietong.law;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

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

    /** Which facts about a lot of such goods the tables ask besides quantity and value, by their API names; the others are rarely needed. */
    public static Set<String> questions(String code) {
        return switch (code) {
            case "tobacco" -> Set.of("cigarette_sticks", "lawful_source", "counterfeit");
            case "refined_oil" -> Set.of("weight_tonnes", "lawful_source");
            case "chemical_feedstock" -> Set.of("weight_tonnes", "lawful_source", "nature");
            case "frozen_goods", "livestock" ->
                Set.of("weight_tonnes", "lawful_source", "from_epidemic_area", "quarantine_permit", "for_food");
            case "wildlife", "endangered_species" -> Set.of("species_level", "lawful_source", "sold");
            case "foreign_waste" -> Set.of("weight_tonnes", "nature");
            case "vehicles_and_parts" -> Set.of("nature", "lawful_source");
            case "electronics", "alcohol" -> Set.of("counterfeit", "substandard", "trademarks", "sold");
            default -> Set.of("weight_tonnes", "lawful_source");
        };
    }

    public String title() {
        return title;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
