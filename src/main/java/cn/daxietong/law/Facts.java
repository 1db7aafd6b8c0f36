package cn.daxietong.law;

import cn.daxietong.shared.Title;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case's conduct, as the HTTP API's <b>Facts</b>. An unknown fact is absent, never zero, so that the tables can name it.
 *
 * @param priorPenalties absent where nobody has looked; empty where it is known that there were none
 * @param circumstances the grave circumstances that count whatever the amount (法释〔2014〕10号 第十一条第一款第七项, 刑法 第三百三十九条)
 */
public record Facts(
        @Title("货物种类") @Nullable Commodity commodity,
        @Title("涉嫌行为") @Nullable Act act,

        @Title(value = "行为日期", help = "按行为时的法律研判；不清楚的不填") @Nullable
        LocalDate conductDate,

        @Title("当事人类型") @Nullable Entity entity,
        @Title(value = "地点", example = "寨沙镇创业路") @Nullable String place,
        @Title("涉案货物") List<Goods> goods,

        @Title(value = "非法经营数额（元）", help = "经营、销售及待售货物的总额") @Nullable
        BigDecimal businessAmountYuan,

        @Title("违法所得（元）") @Nullable BigDecimal illegalGainYuan,

        @Title(value = "偷逃应缴税额（元）", help = "以海关计核为准") @Nullable
        BigDecimal taxEvadedYuan,

        @Title("以前受过的行政处罚") @Nullable List<PriorPenalty> priorPenalties,
        @Title("其他情节") List<Circumstance> circumstances) {
    @SuppressWarnings("NullAway") // lists left out of stored JSON arrive as null
    public Facts {
        goods = goods == null ? List.of() : List.copyOf(goods);
        priorPenalties = priorPenalties == null ? null : List.copyOf(priorPenalties);
        circumstances = circumstances == null ? List.of() : List.copyOf(circumstances);
    }

    /** Whether a natural person or a unit acted; the thresholds differ (法释〔2014〕10号 第二十四条). */
    public enum Entity {
        PERSON("个人"),
        COMPANY("单位");

        private final String title;

        Entity(String title) {
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

    /** How a species is protected. */
    public enum SpeciesLevel {
        FIRST("国家一级"),
        SECOND("国家二级"),
        CITES("公约附录"),
        PROVINCIAL("地方重点"),
        THREE_VALUES("三有"),
        OTHER("其他陆生野生动物");

        private final String title;

        SpeciesLevel(String title) {
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

    /** What the goods are in the terms of 法释〔2014〕10号, where the commodity alone does not say it. */
    public enum Nature {
        ORDINARY("一般货物"),
        TOXIC("有毒物质"),
        RESOURCE("木炭、硅砂等"),
        USED_MACHINERY("旧机动车、旧机电产品"),
        PROHIBITED("其他禁止进出口货物"),
        HAZARDOUS_WASTE("危险废物"),
        SOLID_WASTE("非危险废物"),
        RESTRICTED_WASTE("限制进口可用作原料的废物"),
        RARE_PLANT("珍稀植物及其制品"),
        TRADEMARK_LABELS("商标标识");

        private final String title;

        Nature(String title) {
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

    /** A circumstance that counts whatever the amount. */
    public enum Circumstance {
        RINGLEADER("犯罪集团首要分子"),
        SPECIAL_VEHICLE("使用特种车辆"),
        POLLUTION("严重污染环境"),
        EPIDEMIC("引起传染病或者重大疫情"),
        DUMPING("进境倾倒、堆放、处置固体废物");

        private final String title;

        Circumstance(String title) {
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

    /** An administrative penalty already received, and for what kind of conduct ({@code smuggling}, {@code tobacco}, {@code trademark} …). */
    public record PriorPenalty(
            @Title("处罚日期") LocalDate date,
            @Title(value = "种类", picks = "penalty_kind") String kind) {}

    /** One lot of goods. */
    public record Goods(
            @Title("货物种类") @Nullable Commodity commodity,
            @Title(value = "品名", example = "冻鸡爪") @Nullable String description,
            @Title("数量") @Nullable BigDecimal quantity,

            @Title(value = "计量单位", example = "件、箱、支、升") @Nullable
            String unit,

            @Title("重量（吨）") @Nullable BigDecimal weightTonnes,
            @Title("卷烟支数") @Nullable BigDecimal cigaretteSticks,
            @Title("货值（元）") @Nullable BigDecimal valueYuan,

            @Title(value = "有无合法来源证明", unknown = true) @Nullable
            Boolean lawfulSource,

            @Title(value = "是否来自疫区", unknown = true) @Nullable
            Boolean fromEpidemicArea,

            @Title(value = "有无检疫审批手续", unknown = true) @Nullable
            Boolean quarantinePermit,

            @Title(value = "是否假冒", unknown = true) @Nullable Boolean counterfeit,

            @Title(value = "是否伪劣、不合格", unknown = true) @Nullable
            Boolean substandard,

            @Title(value = "是否已售出", unknown = true) @Nullable
            Boolean sold,

            @Title("物种保护级别") @Nullable SpeciesLevel speciesLevel,
            @Title("货物性质") @Nullable Nature nature,
            @Title("商标标识件数") @Nullable BigDecimal trademarks,

            @Title(value = "是否供食用", unknown = true) @Nullable
            Boolean forFood) {
        static final Goods UNSPECIFIED = new Goods(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
