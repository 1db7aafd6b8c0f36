package cn.daxietong.law;

import cn.daxietong.law.Facts.Goods;
import cn.daxietong.law.Facts.PriorPenalty;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Figure;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads facts as they were sent and names every fault at once, so that nobody mends them one refusal after another. */
public final class FactsReading {
    private static final LocalDate EARLIEST = LocalDate.of(1949, 1, 1);
    /** More than any county case; beyond it a figure is a slip of the keyboard. */
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    private static final int MOST_GOODS = 500;
    private static final int LONGEST_TEXT = 2000;
    private static final Set<String> FACTS = Set.of(
            "commodity",
            "act",
            "conduct_date",
            "entity",
            "place",
            "goods",
            "business_amount_yuan",
            "illegal_gain_yuan",
            "tax_evaded_yuan",
            "prior_penalties",
            "circumstances");
    private static final Set<String> GOODS = Set.of(
            "commodity",
            "description",
            "quantity",
            "unit",
            "weight_tonnes",
            "cigarette_sticks",
            "value_yuan",
            "lawful_source",
            "from_epidemic_area",
            "quarantine_permit",
            "counterfeit",
            "substandard",
            "sold",
            "species_level",
            "nature",
            "trademarks",
            "for_food");

    private final LocalDate today;
    private final String prefix;
    private final List<Fault> faults = new ArrayList<>();

    private FactsReading(LocalDate today, String prefix) {
        this.today = today;
        this.prefix = prefix;
    }

    /** The facts, or a refusal with all faults; {@code prefix} leads their field names where the facts stand inside a form. */
    public static Facts read(@Nullable JsonNode json, LocalDate today, String prefix) {
        FactsReading reading = new FactsReading(today, prefix);
        Facts facts = reading.facts(json);
        if (!reading.faults.isEmpty()) {
            throw Refusal.invalid(reading.faults);
        }
        return facts;
    }

    private Facts facts(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            fault("", "malformed", "案件事实应为一个JSON对象");
            return new Facts(null, null, null, null, null, List.of(), null, null, null, null, List.of());
        }
        unknown(json, FACTS, "");
        return new Facts(
                choice(json, "commodity", "", Commodity.values()),
                choice(json, "act", "", Act.values()),
                date(json, "conduct_date", ""),
                choice(json, "entity", "", Facts.Entity.values()),
                text(json, "place", ""),
                list(json, "goods", this::goods),
                amount(json, "business_amount_yuan", ""),
                amount(json, "illegal_gain_yuan", ""),
                amount(json, "tax_evaded_yuan", ""),
                present(json, "prior_penalties") == null ? null : list(json, "prior_penalties", this::penalty),
                list(json, "circumstances", (node, at) -> choice(node, at, Facts.Circumstance.values())));
    }

    private @Nullable Goods goods(JsonNode json, String at) {
        if (!json.isObject()) {
            fault(at, "malformed", "每项涉案物品应为一个JSON对象");
            return null;
        }
        String in = at + ".";
        unknown(json, GOODS, in);
        return new Goods(
                choice(json, "commodity", in, Commodity.values()),
                text(json, "description", in),
                amount(json, "quantity", in),
                text(json, "unit", in),
                amount(json, "weight_tonnes", in),
                amount(json, "cigarette_sticks", in),
                amount(json, "value_yuan", in),
                flag(json, "lawful_source", in),
                flag(json, "from_epidemic_area", in),
                flag(json, "quarantine_permit", in),
                flag(json, "counterfeit", in),
                flag(json, "substandard", in),
                flag(json, "sold", in),
                choice(json, "species_level", in, Facts.SpeciesLevel.values()),
                choice(json, "nature", in, Facts.Nature.values()),
                amount(json, "trademarks", in),
                flag(json, "for_food", in));
    }

    private @Nullable PriorPenalty penalty(JsonNode json, String at) {
        if (!json.isObject()) {
            fault(at, "malformed", "每次处罚应写明日期和种类");
            return null;
        }
        unknown(json, Set.of("date", "kind"), at + ".");
        LocalDate date = date(json, "date", at + ".");
        String kind = text(json, "kind", at + ".");
        if (date == null || kind == null || kind.isBlank()) {
            if (present(json, "date") == null) {
                fault(at + ".date", "required", "请填写处罚日期");
            }
            if (kind == null || kind.isBlank()) {
                fault(at + ".kind", "required", "请填写处罚种类，如 smuggling、tobacco");
            }
            return null;
        }
        return new PriorPenalty(date, kind.toLowerCase(Locale.ROOT));
    }

    private <T> List<T> list(JsonNode json, String name, BiFunction<JsonNode, String, @Nullable T> each) {
        JsonNode node = present(json, name);
        List<T> all = new ArrayList<>();
        if (node == null) {
            return all;
        }
        if (!node.isArray() || node.size() > MOST_GOODS) {
            fault(name, "malformed", "应为列表，最多" + MOST_GOODS + "项");
            return all;
        }
        for (int i = 0; i < node.size(); i++) {
            T value = each.apply(node.get(i), name + "[" + i + "]");
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    private @Nullable BigDecimal amount(JsonNode json, String name, String in) {
        JsonNode node = present(json, name);
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            fault(in + name, "not_a_number", "应填写数字");
            return null;
        }
        BigDecimal value = node.decimalValue();
        if (!Figure.isPlain(value)) {
            fault(in + name, "bad_number", "数字太长，整数不超过13位，小数不超过6位");
            return null;
        }
        if (value.signum() < 0) {
            fault(in + name, "negative", "不能是负数");
            return null;
        }
        if (value.compareTo(LARGEST) > 0) {
            fault(in + name, "too_large", "数值过大，请核对单位");
            return null;
        }
        return value;
    }

    private @Nullable LocalDate date(JsonNode json, String name, String in) {
        JsonNode node = present(json, name);
        if (node == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(node.isString() ? node.asString() : "");
            if (date.isAfter(today)) {
                fault(in + name, "in_the_future", "日期不能晚于今天");
            } else if (date.isBefore(EARLIEST)) {
                fault(in + name, "too_early", "日期不能早于1949年");
            } else {
                return date;
            }
        } catch (DateTimeParseException e) {
            fault(in + name, "not_a_date", "日期格式应为 2026-01-31");
        }
        return null;
    }

    private @Nullable Boolean flag(JsonNode json, String name, String in) {
        JsonNode node = present(json, name);
        if (node == null) {
            return null;
        }
        if (!node.isBoolean()) {
            fault(in + name, "not_a_boolean", "应填写 true 或 false；不清楚的不填");
            return null;
        }
        return node.asBoolean();
    }

    private @Nullable String text(JsonNode json, String name, String in) {
        JsonNode node = present(json, name);
        if (node == null) {
            return null;
        }
        if (!node.isString() || node.asString().length() > LONGEST_TEXT) {
            fault(in + name, "bad_text", "应为文字，不超过" + LONGEST_TEXT + "字");
            return null;
        }
        if (Text.hasBadCharacters(node.asString())) {
            fault(in + name, "bad_character", "含有无法保存的控制字符，请删去后重填");
            return null;
        }
        return node.asString();
    }

    private <E extends Enum<E>> @Nullable E choice(JsonNode json, String name, String in, E[] values) {
        JsonNode node = present(json, name);
        return node == null ? null : choice(node, in + name, values);
    }

    private <E extends Enum<E>> @Nullable E choice(JsonNode node, String field, E[] values) {
        List<String> codes = new ArrayList<>();
        for (E value : values) {
            String code = value.name().toLowerCase(Locale.ROOT);
            if (node.isString() && code.equals(node.asString())) {
                return value;
            }
            codes.add(code);
        }
        fault(field, "unknown_value", "只能是：" + String.join("、", codes));
        return null;
    }

    private void unknown(JsonNode json, Set<String> known, String in) {
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                fault(in + name, "unknown_field", "没有这个字段");
            }
        }
    }

    private static @Nullable JsonNode present(JsonNode json, String name) {
        JsonNode node = json.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private void fault(String field, String code, String message) {
        String whole = field.isEmpty() ? prefix : prefix.isEmpty() ? field : prefix + "." + field;
        faults.add(new Fault(whole, code, message));
    }
}
