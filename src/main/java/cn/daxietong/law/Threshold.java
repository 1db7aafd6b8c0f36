package cn.daxietong.law;

import cn.daxietong.law.Applicability.Applied;
import cn.daxietong.law.Facts.Goods;
import cn.daxietong.law.Measures.Amount;
import cn.daxietong.law.ThresholdAssessment.Hit;
import cn.daxietong.law.ThresholdAssessment.Open;
import cn.daxietong.law.ThresholdAssessment.Result;
import cn.daxietong.law.ThresholdAssessment.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Holds a case's facts against the criminal thresholds of the day of the conduct (国务院令310号 第三条). */
public final class Threshold {
    /** The day up to which the tables were checked; conduct without a date is judged by this day's law and the date named as missing. */
    static final LocalDate TABLES_AS_OF = LocalDate.of(2026, 11, 23);
    /** From four fifths of a figure on a person should look twice: valuation and tax assessment vary by more than that. */
    static final BigDecimal NEAR = new BigDecimal("0.8");

    private final DecisionTables tables;
    private final Applicability applicability;
    private final Articles articles;
    private final Predicate<String> confirmed;

    Threshold(DecisionTables tables, Articles articles, Predicate<String> confirmed) {
        this.tables = tables;
        this.applicability = new Applicability(tables);
        this.articles = articles;
        this.confirmed = confirmed;
    }

    /** The bundled tables, without a database: what is only recalled stays under review. */
    public static Threshold bundled() {
        return new Threshold(new DecisionTables("threshold.dmn"), Articles.bundled(), id -> false);
    }

    void warm() {
        tables.warm();
    }

    public ThresholdAssessment assess(Facts facts) {
        if (facts.entity() != null) {
            return assess(facts, facts.entity());
        }
        // Whether a person or a unit acted changes the figures, so an unknown entity is tried both ways.
        ThresholdAssessment person = assess(facts, Facts.Entity.PERSON);
        ThresholdAssessment company = assess(facts, Facts.Entity.COMPANY);
        if (person.hits().equals(company.hits()) && person.open().equals(company.open())) {
            return person;
        }
        return both(person, company);
    }

    private static ThresholdAssessment both(ThresholdAssessment person, ThresholdAssessment company) {
        Set<Hit> hits = new LinkedHashSet<>(person.hits());
        hits.addAll(company.hits());
        Set<Open> open = new LinkedHashSet<>(person.open());
        open.addAll(company.open());
        Set<String> missing = new TreeSet<>(person.missing());
        missing.addAll(company.missing());
        missing.add("entity");
        boolean oneReached = person.reached() || company.reached();
        Result result = person.result() == company.result()
                ? person.result()
                : oneReached || person.result().compareTo(company.result()) == 0
                        ? Result.NEEDS_VALUATION
                        : person.result().compareTo(company.result()) < 0 ? person.result() : company.result();
        String reason = person.result() == company.result()
                ? person.reason()
                : "主体是个人还是单位尚未查明，两者标准不同：按个人" + person.result().title() + "，按单位"
                        + company.result().title() + "。";
        return new ThresholdAssessment(
                result,
                List.copyOf(hits),
                List.copyOf(open),
                List.copyOf(missing),
                person.needsConsultation() || company.needsConsultation(),
                reason,
                person.version());
    }

    private ThresholdAssessment assess(Facts facts, Facts.Entity entity) {
        LocalDate conduct = facts.conductDate();
        LocalDate lawOf = conduct == null ? TABLES_AS_OF : conduct;
        Outcome outcome = new Outcome();
        if (conduct == null) {
            outcome.missing.add("conduct_date");
        }
        if (facts.act() == null) {
            outcome.missing.add("act");
        }
        if (facts.commodity() == null) {
            outcome.missing.add("commodity");
        }
        Map<Limb, Lots> limbs = limbs(facts, entity, lawOf);
        Measures measures = new Measures(facts);
        limbs.forEach((limb, lots) -> decide(limb, lots, measures, outcome));
        Result result = outcome.result(limbs.isEmpty());
        List<Hit> hits = new ArrayList<>(outcome.hits);
        hits.sort((a, b) -> a.state().compareTo(b.state()));
        boolean consult = result == Result.NEEDS_CONSULTATION;
        return new ThresholdAssessment(
                result,
                hits,
                outcome.open,
                List.copyOf(outcome.missing),
                consult,
                consult && limbs.isEmpty() ? uncovered(facts, entity, lawOf) : outcome.reason(result),
                "threshold.dmn " + TABLES_AS_OF + (conduct == null ? "，行为日未填，按现行标准" : "，行为日" + lawOf));
    }

    /** The lots of goods to which a limb applies for certain, and those for which it waits for a fact. */
    private record Lots(List<Integer> certain, Map<Integer, Set<String>> waiting) {}

    private Map<Limb, Lots> limbs(Facts facts, Facts.Entity entity, LocalDate lawOf) {
        Map<Limb, Lots> limbs = new LinkedHashMap<>();
        int lots = Math.max(1, facts.goods().size());
        for (int lot = 0; lot < lots; lot++) {
            Goods goods =
                    facts.goods().isEmpty() ? Goods.UNSPECIFIED : facts.goods().get(lot);
            for (Applied applied : applicability.limbs(facts, goods, entity, lawOf)) {
                Lots at = limbs.computeIfAbsent(
                        applied.limb(), limb -> new Lots(new ArrayList<>(), new LinkedHashMap<>()));
                if (applied.waitsFor().isEmpty()) {
                    at.certain().add(lot);
                } else {
                    at.waiting().put(lot, applied.waitsFor());
                }
            }
        }
        return limbs;
    }

    private void decide(Limb limb, Lots lots, Measures measures, Outcome outcome) {
        BigDecimal atLeast = limb.atLeast();
        if (atLeast == null) {
            if (!lots.certain().isEmpty()) {
                outcome.judgement(open(limb, List.of()), articles.get(limb.article()));
            }
            return;
        }
        if (!lots.certain().isEmpty()) {
            Amount amount = measures.of(limb.measure(), lots.certain());
            Amount also = also(limb, measures, lots.certain());
            boolean alsoReached = also == null || also.reaches(alsoAtLeast(limb));
            if (amount.reaches(atLeast) && alsoReached) {
                outcome.reached(hit(limb, amount, State.REACHED), limb, confirmed.test(limb.article()));
                return;
            }
            if (alsoReached && amount.known().compareTo(atLeast.multiply(NEAR)) >= 0) {
                outcome.hits.add(hit(limb, amount, State.NEAR));
                outcome.near = true;
            }
            waitForFigures(limb, amount, also, outcome);
        }
        if (!lots.waiting().isEmpty()) {
            waitForNature(limb, lots, measures, outcome);
        }
    }

    private void waitForFigures(Limb limb, Amount amount, @Nullable Amount also, Outcome outcome) {
        BigDecimal atLeast = limb.atLeast();
        boolean first = atLeast != null && !amount.reaches(atLeast);
        boolean second = also != null && !also.reaches(alsoAtLeast(limb));
        boolean impossible = first && amount.missing().isEmpty()
                || second && also != null && also.missing().isEmpty();
        if (impossible) {
            return;
        }
        List<String> missing = new ArrayList<>(amount.missing());
        if (second && also != null) {
            missing.addAll(also.missing());
        }
        outcome.open.add(open(limb, missing));
        outcome.missing.addAll(missing);
        outcome.figureMissing = true;
    }

    /** The limb would apply to more lots if a fact about them were known. */
    private void waitForNature(Limb limb, Lots lots, Measures measures, Outcome outcome) {
        List<Integer> all = new ArrayList<>(lots.certain());
        all.addAll(lots.waiting().keySet());
        Amount amount = measures.of(limb.measure(), all);
        Amount also = also(limb, measures, all);
        BigDecimal atLeast = limb.atLeast() == null ? BigDecimal.ZERO : limb.atLeast();
        boolean reached = amount.reaches(atLeast) && (also == null || also.reaches(alsoAtLeast(limb)));
        boolean impossible = !amount.reaches(atLeast) && amount.missing().isEmpty()
                || also != null
                        && !also.reaches(alsoAtLeast(limb))
                        && also.missing().isEmpty();
        if (impossible) {
            return;
        }
        List<String> missing = new ArrayList<>();
        lots.waiting().forEach((lot, facts) -> facts.forEach(f -> missing.add("goods[" + lot + "]." + fieldOf(f))));
        if (!reached) {
            missing.addAll(amount.missing());
            if (also != null) {
                missing.addAll(also.missing());
            }
        }
        outcome.open.add(open(limb, missing));
        outcome.missing.addAll(missing);
        if (reached) {
            outcome.natureMissing = true;
        } else {
            outcome.figureMissing = true;
        }
    }

    private static String fieldOf(String input) {
        return switch (input) {
            case "epidemic" -> "from_epidemic_area";
            case "permit" -> "quarantine_permit";
            case "species" -> "species_level";
            default -> input;
        };
    }

    private static @Nullable Amount also(Limb limb, Measures measures, List<Integer> lots) {
        String measure = limb.alsoMeasure();
        return measure == null ? null : measures.of(measure, lots);
    }

    private static BigDecimal alsoAtLeast(Limb limb) {
        BigDecimal atLeast = limb.alsoAtLeast();
        return atLeast == null ? BigDecimal.ZERO : atLeast;
    }

    private Hit hit(Limb limb, Amount amount, State state) {
        Article article = articles.get(limb.article());
        return new Hit(
                limb.offence(),
                limb.id(),
                limb.title(),
                article.law(),
                article.number(),
                article.id(),
                limb.atLeast(),
                amount.known(),
                limb.graver(),
                state);
    }

    private Open open(Limb limb, List<String> missing) {
        Article article = articles.get(limb.article());
        return new Open(
                limb.offence(),
                limb.id(),
                limb.title(),
                article.law(),
                article.number(),
                article.id(),
                limb.atLeast(),
                missing.stream().distinct().toList());
    }

    private String uncovered(Facts facts, Facts.Entity entity, LocalDate lawOf) {
        if (facts.act() == null || facts.commodity() == null) {
            return "行为或者商品尚未确定，无法对照标准，需会商。";
        }
        String what = facts.commodity().title() + "“" + facts.act().title() + "”";
        Set<String> today = new LinkedHashSet<>();
        limbs(facts, entity, TABLES_AS_OF)
                .keySet()
                .forEach(limb -> today.add(articles.get(limb.article()).citation() + "：" + limb.title()));
        if (lawOf.isBefore(TABLES_AS_OF) && !today.isEmpty()) {
            return "行为发生在" + lawOf + "，规则库没有收录当时适用于" + what + "的标准，不能据此认定未达，需会商。现行标准供参考：" + String.join("；", today)
                    + "。";
        }
        return "规则库没有收录" + what + "所涉罪名（例如非法狩猎）的标准，不能据此认定未达，请商县公安局、县检察院，需会商。";
    }

    /** What has been found while going through the limbs. */
    private static final class Outcome {
        private final List<Hit> hits = new ArrayList<>();
        private final List<Open> open = new ArrayList<>();
        private final Set<String> missing = new TreeSet<>();
        private boolean reached;
        private boolean pending;
        private boolean near;
        private boolean natureMissing;
        private boolean figureMissing;
        private @Nullable Article judgement;

        void reached(Hit hit, Limb limb, boolean nowConfirmed) {
            // A figure that is only recalled never decides alone until 县司法局 has confirmed it.
            if (limb.mark().pendingReview() && !nowConfirmed) {
                hits.add(hit.pendingReview());
                pending = true;
            } else {
                hits.add(hit);
                reached = true;
            }
        }

        void judgement(Open limb, Article article) {
            open.add(limb);
            judgement = article;
        }

        Result result(boolean uncovered) {
            if (reached) {
                return Result.REACHED;
            }
            if (pending || natureMissing) {
                return Result.NEEDS_VALUATION;
            }
            if (near) {
                return Result.NEAR;
            }
            if (judgement != null || uncovered) {
                return Result.NEEDS_CONSULTATION;
            }
            return figureMissing || !missing.isEmpty() ? Result.NEEDS_VALUATION : Result.NOT_REACHED;
        }

        String reason(Result result) {
            return switch (result) {
                case REACHED ->
                    "涉嫌" + hits.getFirst().offence() + "，" + hits.getFirst().title() + "，应移送。";
                case NEEDS_VALUATION ->
                    pending ? "事实已到所列数额，但该标准待法制审核，不能单独据此移送，请商县司法局、县公安局。" : "关键事实尚未查明，查明、鉴定或者计核后再作判断。";
                case NEAR -> "接近标准（达到八成以上），请复核计价和数量，必要时会商。";
                case NEEDS_CONSULTATION ->
                    judgement == null ? "没有可以直接适用的标准，需会商。" : "《" + judgement.law() + "》没有固定数额，按数额与情节综合判断，需会商。";
                case NOT_REACHED -> "所列各项标准均未达到。";
            };
        }
    }
}
