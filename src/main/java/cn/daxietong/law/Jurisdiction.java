package cn.daxietong.law;

import cn.daxietong.law.Facts.Goods;
import cn.daxietong.law.JurisdictionAssessment.Basis;
import cn.daxietong.law.JurisdictionAssessment.Candidate;
import cn.daxietong.law.JurisdictionAssessment.Role;
import cn.daxietong.law.ThresholdAssessment.Result;
import cn.daxietong.shared.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Routes a case by the nature of the conduct first and the kind of goods second (海关法 第五条; 方案三（三）、四). */
public final class Jurisdiction {
    private final DecisionTables tables;
    private final Threshold threshold;
    private final Articles articles;

    Jurisdiction(DecisionTables tables, Threshold threshold, Articles articles) {
        this.tables = tables;
        this.threshold = threshold;
        this.articles = articles;
    }

    public static Jurisdiction bundled() {
        return new Jurisdiction(new DecisionTables("jurisdiction.dmn"), Threshold.bundled(), Articles.bundled());
    }

    void warm() {
        tables.warm();
    }

    public JurisdictionAssessment assess(Facts facts) {
        String crime = crime(threshold.assess(facts).result());
        Set<Candidate> found = new LinkedHashSet<>();
        for (Commodity commodity : commodities(facts)) {
            Map<String, Object> inputs = new HashMap<>();
            inputs.put("act", facts.act() == null ? "unknown" : facts.act().code());
            inputs.put("commodity", commodity.code());
            inputs.put("crime", crime);
            inputs.put("conduct_date", facts.conductDate() == null ? Threshold.TABLES_AS_OF : facts.conductDate());
            tables.rows("competence", inputs).forEach(row -> found.add(candidate(row)));
        }
        // Statute before notice, who leads before who helps; within these the table's order.
        List<Candidate> candidates = new ArrayList<>(facts.act() == null ? List.of() : found);
        candidates.sort((a, b) -> {
            int role = a.role().compareTo(b.role());
            return role != 0 ? role : a.basis().compareTo(b.basis());
        });
        return answer(facts, candidates);
    }

    private static JurisdictionAssessment answer(Facts facts, List<Candidate> candidates) {
        Set<UnitId> statute = leads(candidates, Basis.STATUTE);
        Set<UnitId> notice = leads(candidates, Basis.NOTICE);
        boolean conflict = !statute.isEmpty() && !statute.containsAll(notice);
        boolean undecided = facts.act() == null || facts.act() == Act.OTHER;
        boolean consult = undecided || statute.isEmpty() && notice.isEmpty() || unassigned(candidates, statute);
        String reason;
        if (facts.act() == null || facts.commodity() == null && facts.goods().isEmpty()) {
            reason = "行为或者商品尚未确定，先查明性质再定管辖。";
        } else if (statute.isEmpty() && notice.isEmpty()) {
            reason = "法律依据库和工作方案都没有写明由谁管辖，需会商。";
        } else if (undecided) {
            reason = "行为性质未定，先按方案联系所列单位，需会商。";
        } else if (consult) {
            reason = "方案没有指定主管单位，所列单位是暂定，需会商。";
        } else if (conflict) {
            reason = "法律与工作方案指向不同单位，两种依据并列，由办案单位选择并说明理由；有争议的报指挥部办公室协调（方案三（三）），协调不是指定管辖（行政处罚法第二十五条）。";
        } else {
            reason = "法律与工作方案一致。";
        }
        return new JurisdictionAssessment(candidates, conflict, consult, reason);
    }

    /** Clause 一 lists the commodity without naming a unit, so whoever stands there stands there provisionally. */
    private static boolean unassigned(List<Candidate> candidates, Set<UnitId> statute) {
        return statute.isEmpty()
                && candidates.stream().filter(c -> c.role() == Role.LEAD).allMatch(c -> c.articleId()
                        .equals("notice.1"));
    }

    private static Set<UnitId> leads(List<Candidate> candidates, Basis basis) {
        return candidates.stream()
                .filter(c -> c.basis() == basis && c.role() == Role.LEAD)
                .map(Candidate::unit)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String crime(Result result) {
        return switch (result) {
            case REACHED -> "yes";
            case NOT_REACHED -> "no";
            default -> "unknown";
        };
    }

    private static Set<Commodity> commodities(Facts facts) {
        Set<Commodity> all = new LinkedHashSet<>();
        if (facts.commodity() != null) {
            all.add(facts.commodity());
        }
        facts.goods().stream().map(Goods::commodity).filter(c -> c != null).forEach(all::add);
        return all;
    }

    private Candidate candidate(Map<String, Object> row) {
        Article article = articles.get(String.valueOf(row.get("article")));
        return new Candidate(
                new UnitId(String.valueOf(row.get("unit"))),
                String.valueOf(row.get("step")),
                article.law(),
                article.number(),
                Basis.valueOf(upper(row, "basis")),
                Role.valueOf(upper(row, "role")),
                article.id());
    }

    private static String upper(Map<String, Object> row, String name) {
        return String.valueOf(row.get(name)).toUpperCase(Locale.ROOT);
    }
}
