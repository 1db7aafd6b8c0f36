package cn.daxietong.law;

import cn.daxietong.law.Facts.Goods;
import cn.daxietong.law.Facts.PriorPenalty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the thresholds compare, added up from the facts: as much as is known, and the names of what is missing. */
final class Measures {
    private final Facts facts;

    Measures(Facts facts) {
        this.facts = facts;
    }

    /**
     * A sum as far as it is known.
     *
     * @param missing the facts that could still raise it
     */
    record Amount(BigDecimal known, List<String> missing) {
        static Amount of(BigDecimal known) {
            return new Amount(known, List.of());
        }

        static Amount unknown(String fact) {
            return new Amount(BigDecimal.ZERO, List.of(fact));
        }

        boolean reaches(BigDecimal threshold) {
            return known.compareTo(threshold) >= 0;
        }
    }

    /** The measure over these lots of goods (indexes into the facts' goods). */
    Amount of(String measure, List<Integer> lots) {
        return switch (measure) {
            case "tax_evaded_yuan" -> given(facts.taxEvadedYuan(), measure);
            case "business_amount_yuan" -> business(lots);
            case "illegal_gain_yuan" -> gain(lots);
            case "value_yuan" -> value(lots);
            case "sales_yuan" -> sales(lots);
            case "unsold_yuan" ->
                sum(lots, "value_yuan", Goods::valueYuan, goods -> Boolean.FALSE.equals(goods.sold()));
            case "sold_and_unsold_yuan" -> together(sales(lots), of("unsold_yuan", lots));
            case "weight_tonnes" -> sum(lots, measure, Measures::tonnes, goods -> true);
            case "cigarette_sticks" -> sum(lots, measure, Measures::sticks, goods -> true);
            case "plants" -> sum(lots, "quantity", Goods::quantity, goods -> true);
            case "trademark_labels" -> sum(lots, "quantity", Goods::quantity, goods -> true);
            case "trademarks" -> sum(lots, measure, Goods::trademarks, goods -> true);
            case "grave_circumstances" ->
                Amount.of(BigDecimal.valueOf(facts.circumstances().stream()
                        .filter(c -> c != Facts.Circumstance.DUMPING)
                        .count()));
            case "dumping" ->
                Amount.of(BigDecimal.valueOf(facts.circumstances().stream()
                        .filter(c -> c == Facts.Circumstance.DUMPING)
                        .count()));
            case "smuggling_penalties_one_year" -> penalties(Set.of("smuggling"), 1);
            case "tobacco_penalties_three_years" -> penalties(Set.of("tobacco"), 3);
            case "trademark_penalties_two_years" -> penalties(Set.of("trademark", "counterfeit"), 2);
            case "conduct" -> Amount.of(BigDecimal.ONE);
            default -> throw new IllegalArgumentException("no measure " + measure);
        };
    }

    private static Amount given(@Nullable BigDecimal value, String fact) {
        return value == null ? Amount.unknown(fact) : Amount.of(value);
    }

    /** 经营数额 takes in what was seized and not yet sold, so the goods' value stands in for it or raises it. */
    private Amount business(List<Integer> lots) {
        Amount goods = value(lots);
        BigDecimal stated = facts.businessAmountYuan();
        if (stated != null) {
            return Amount.of(stated.max(goods.known()));
        }
        return goods.missing().isEmpty() ? goods : new Amount(goods.known(), List.of("business_amount_yuan"));
    }

    /** A gain is part of the business, so a known small business leaves no gain to ask for. */
    private Amount gain(List<Integer> lots) {
        BigDecimal stated = facts.illegalGainYuan();
        if (stated != null) {
            return Amount.of(stated);
        }
        Amount business = business(lots);
        return business.missing().isEmpty() && business.known().compareTo(SMALLEST_GAIN) < 0
                ? Amount.of(BigDecimal.ZERO)
                : Amount.unknown("illegal_gain_yuan");
    }

    /** The lowest gain that any limb asks for (公通字〔2022〕12号 第七十一条). */
    private static final BigDecimal SMALLEST_GAIN = BigDecimal.valueOf(10_000);

    private Amount value(List<Integer> lots) {
        return sum(lots, "value_yuan", Goods::valueYuan, goods -> true);
    }

    /** What was sold: the lots known to be sold, or what the business amount leaves after the unsold ones. */
    private Amount sales(List<Integer> lots) {
        Amount sold = sum(lots, "value_yuan", Goods::valueYuan, goods -> Boolean.TRUE.equals(goods.sold()));
        BigDecimal stated = facts.businessAmountYuan();
        if (stated == null) {
            return sold;
        }
        BigDecimal unsold = of("unsold_yuan", lots).known();
        return new Amount(sold.known().max(stated.subtract(unsold)), List.of());
    }

    private static Amount together(Amount sold, Amount unsold) {
        List<String> missing = new ArrayList<>(sold.missing());
        unsold.missing().stream().filter(fact -> !missing.contains(fact)).forEach(missing::add);
        return new Amount(sold.known().add(unsold.known()), missing);
    }

    private Amount sum(
            List<Integer> lots, String fact, Function<Goods, @Nullable BigDecimal> part, Predicate<Goods> counts) {
        BigDecimal known = BigDecimal.ZERO;
        List<String> missing = new ArrayList<>();
        if (facts.goods().isEmpty()) {
            return Amount.unknown("goods[0]." + fact);
        }
        boolean bySale = fact.equals("value_yuan") && !counts.test(Goods.UNSPECIFIED);
        for (int lot : lots) {
            Goods goods = facts.goods().get(lot);
            if (bySale && goods.sold() == null) {
                missing.add("goods[" + lot + "].sold");
                continue;
            }
            if (!counts.test(goods)) {
                continue;
            }
            BigDecimal value = part.apply(goods);
            if (value == null) {
                missing.add("goods[" + lot + "]." + fact);
            } else {
                known = known.add(value);
            }
        }
        return new Amount(known, missing);
    }

    private static @Nullable BigDecimal tonnes(Goods goods) {
        BigDecimal quantity = goods.quantity();
        if (goods.weightTonnes() != null || quantity == null || goods.unit() == null) {
            return goods.weightTonnes();
        }
        return switch (goods.unit()) {
            case "吨", "t" -> quantity;
            case "千克", "公斤", "kg" -> quantity.movePointLeft(3);
            default -> null;
        };
    }

    /** A case holds ten thousand sticks (烟草专卖法实施条例 第五十二条). */
    private static @Nullable BigDecimal sticks(Goods goods) {
        BigDecimal quantity = goods.quantity();
        if (goods.cigaretteSticks() != null || quantity == null || goods.unit() == null) {
            return goods.cigaretteSticks();
        }
        return switch (goods.unit()) {
            case "支" -> quantity;
            case "万支", "件" -> quantity.movePointRight(4);
            default -> null;
        };
    }

    private Amount penalties(Set<String> kinds, int years) {
        List<PriorPenalty> penalties = facts.priorPenalties();
        LocalDate conduct = facts.conductDate();
        if (penalties == null) {
            return Amount.unknown("prior_penalties");
        }
        if (conduct == null) {
            return penalties.isEmpty() ? Amount.of(BigDecimal.ZERO) : Amount.unknown("conduct_date");
        }
        LocalDate from = conduct.minus(Period.ofYears(years));
        return Amount.of(BigDecimal.valueOf(penalties.stream()
                .filter(p -> kinds.contains(p.kind()))
                .filter(p -> !p.date().isBefore(from) && !p.date().isAfter(conduct))
                .count()));
    }
}
