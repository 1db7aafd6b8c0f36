package cn.daxietong.law;

import static java.lang.Boolean.TRUE;

import cn.daxietong.law.Facts.Goods;
import cn.daxietong.law.Facts.Nature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which limbs apply to one lot of goods. Where an answer depends on a fact nobody knows, every possible value is tried: a limb that applies
 * whatever the value is certain, one that applies for some values waits for that fact.
 */
final class Applicability {
    private static final List<String> DECISIONS = List.of("smuggling", "business", "fakes", "wildlife");
    private static final String UNKNOWN = "unknown";

    private final DecisionTables tables;

    Applicability(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * A limb for a lot.
     *
     * @param waitsFor the unknown facts it hangs on; empty where it applies for certain
     */
    record Applied(Limb limb, Set<String> waitsFor) {}

    List<Applied> limbs(Facts facts, Goods goods, Facts.@Nullable Entity entity, LocalDate lawOf) {
        Map<String, Object> inputs = new HashMap<>();
        Commodity commodity = goods.commodity() != null ? goods.commodity() : facts.commodity();
        Act act = facts.act();
        inputs.put("commodity", commodity == null ? UNKNOWN : commodity.code());
        inputs.put("act", act == null ? UNKNOWN : act.code());
        inputs.put("entity", entity == null ? UNKNOWN : entity.code());
        inputs.put("conduct_date", lawOf);
        Map<String, List<String>> open = new LinkedHashMap<>();
        put(inputs, open, "nature", nature(goods, commodity));
        put(inputs, open, "epidemic", flag(goods.fromEpidemicArea(), perishable(commodity)));
        put(inputs, open, "permit", flag(goods.quarantinePermit(), perishable(commodity)));
        put(
                inputs,
                open,
                "counterfeit",
                flag(goods.counterfeit() == null && act == Act.COUNTERFEIT ? TRUE : goods.counterfeit(), false));
        put(inputs, open, "substandard", substandard(goods, act, commodity));
        put(inputs, open, "species", species(goods, commodity));
        put(inputs, open, "for_food", flag(goods.forFood(), commodity == Commodity.WILDLIFE));
        return decide(inputs, open);
    }

    private List<Applied> decide(Map<String, Object> inputs, Map<String, List<String>> open) {
        Map<String, Limb> limbs = new LinkedHashMap<>();
        Set<String> certain = new LinkedHashSet<>();
        for (Limb limb : rows(inputs)) {
            limbs.put(limb.id(), limb);
            certain.add(limb.id());
        }
        Map<String, Set<Map<String, Object>>> under = new LinkedHashMap<>();
        List<Map<String, Object>> completions = completions(inputs, open);
        for (Map<String, Object> completion : completions) {
            for (Limb limb : rows(completion)) {
                limbs.put(limb.id(), limb);
                under.computeIfAbsent(limb.id(), id -> new LinkedHashSet<>()).add(completion);
            }
        }
        List<Applied> applied = new ArrayList<>();
        limbs.forEach((id, limb) -> {
            Set<Map<String, Object>> where = under.getOrDefault(id, Set.of());
            boolean always = certain.contains(id) || where.size() == completions.size();
            applied.add(new Applied(limb, always ? Set.of() : decisive(open, where)));
        });
        return applied;
    }

    /** The open facts of which not every value leads to the limb. */
    private static Set<String> decisive(Map<String, List<String>> open, Set<Map<String, Object>> where) {
        Set<String> facts = new LinkedHashSet<>();
        open.forEach((fact, values) -> {
            long leading = where.stream().map(c -> c.get(fact)).distinct().count();
            if (leading < values.size()) {
                facts.add(fact);
            }
        });
        return facts.isEmpty() ? open.keySet() : facts;
    }

    private static List<Map<String, Object>> completions(Map<String, Object> inputs, Map<String, List<String>> open) {
        List<Map<String, Object>> all = List.of(inputs);
        for (Map.Entry<String, List<String>> fact : open.entrySet()) {
            List<Map<String, Object>> next = new ArrayList<>();
            for (Map<String, Object> one : all) {
                for (String value : fact.getValue()) {
                    Map<String, Object> completed = new HashMap<>(one);
                    completed.put(fact.getKey(), value);
                    next.add(completed);
                }
            }
            all = next;
        }
        return all;
    }

    private List<Limb> rows(Map<String, Object> inputs) {
        return DECISIONS.stream()
                .flatMap(decision -> tables.rows(decision, inputs).stream())
                .map(Limb::of)
                .toList();
    }

    private static void put(
            Map<String, Object> inputs, Map<String, List<String>> open, String name, List<String> values) {
        inputs.put(name, values.size() == 1 ? values.getFirst() : UNKNOWN);
        if (values.size() > 1) {
            open.put(name, values);
        }
    }

    private static List<String> flag(@Nullable Boolean value, boolean matters) {
        if (value != null) {
            return List.of(value ? "yes" : "no");
        }
        return matters ? List.of("yes", "no") : List.of("no");
    }

    private static boolean perishable(@Nullable Commodity commodity) {
        return commodity == Commodity.FROZEN_GOODS || commodity == Commodity.LIVESTOCK || commodity == Commodity.GRAIN;
    }

    /** Whether cigarettes, spirits or meat are substandard only an appraisal can say; meat needs no amount, so suspicion alone must not decide it. */
    private static List<String> substandard(Goods goods, @Nullable Act act, @Nullable Commodity commodity) {
        boolean meat = commodity == Commodity.FROZEN_GOODS || commodity == Commodity.LIVESTOCK;
        if (act == Act.SUBSTANDARD && !meat && goods.substandard() == null) {
            return List.of("yes");
        }
        boolean matters = (act == Act.COUNTERFEIT || TRUE.equals(goods.counterfeit()))
                        && (commodity == Commodity.TOBACCO || commodity == Commodity.ALCOHOL)
                || act != Act.SMUGGLING && meat;
        return flag(goods.substandard(), matters);
    }

    private static List<String> species(Goods goods, @Nullable Commodity commodity) {
        if (goods.speciesLevel() != null) {
            return List.of(goods.speciesLevel().code());
        }
        if (commodity == Commodity.ENDANGERED_SPECIES) {
            return List.of("first", "second");
        }
        return commodity == Commodity.WILDLIFE ? List.of("first", "three_values", "other") : List.of("none");
    }

    /** Read from what the goods are called where that is plain, else left open for the commodities of which it decides. */
    private static List<String> nature(Goods goods, @Nullable Commodity commodity) {
        Nature nature = goods.nature();
        if (nature != null) {
            return List.of(nature.code());
        }
        String words = goods.description() == null ? "" : goods.description();
        if (contains(words, "商标标识", "标识")) {
            return List.of("trademark_labels");
        }
        return switch (commodity) {
            case CHEMICAL_FEEDSTOCK ->
                contains(words, "木炭", "硅砂")
                        ? List.of("resource")
                        : List.of("toxic", "resource", "prohibited", "ordinary");
            case VEHICLES_AND_PARTS, ELECTRONICS ->
                contains(words, "旧", "切割", "二手") ? List.of("used_machinery") : List.of("used_machinery", "ordinary");
            case FOREIGN_WASTE ->
                contains(words, "危险废物") ? List.of("hazardous_waste") : List.of("hazardous_waste", "solid_waste");
            case ENDANGERED_SPECIES ->
                "株".equals(goods.unit())
                        ? List.of("rare_plant")
                        : words.isBlank() ? List.of("rare_plant", "ordinary") : List.of(plantOrNot(words));
            case null, default -> List.of("ordinary");
        };
    }

    private static String plantOrNot(String words) {
        return contains(words, "植物", "苗", "兰", "木", "树") ? "rare_plant" : "ordinary";
    }

    private static boolean contains(String words, String... any) {
        for (String word : any) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
