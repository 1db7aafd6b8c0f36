package cn.daxietong.law;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the table of criteria for supervision (notice 三（四）); it helps the office examine and decides nothing. */
public final class SupervisionCriteria {
    private final DecisionTables tables;
    private final Articles articles;
    private final @Nullable BigDecimal line;

    /** @param line from which value on the office takes a case for 涉案价值巨大; the notice names none, so that without one a person judges */
    SupervisionCriteria(DecisionTables tables, Articles articles, @Nullable BigDecimal line) {
        this.tables = tables;
        this.articles = articles;
        this.line = line;
    }

    public static SupervisionCriteria bundled() {
        return new SupervisionCriteria(new DecisionTables("supervision.dmn"), Articles.bundled(), null);
    }

    /**
     * What is known of the matter for which supervision is asked.
     *
     * @param valueYuan of the goods; absent where unknown
     * @param overdue whether one of its statutory clocks has run out
     */
    public record Asked(@Nullable BigDecimal valueYuan, boolean publicConcern, boolean overdue, boolean crossArea) {}

    /** One criterion, answered in a sentence, with the clause it comes from. */
    public record Answer(String condition, String answer, String law) {}

    public List<Answer> answer(Asked asked) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("value", value(asked.valueYuan()));
        inputs.put("public_concern", asked.publicConcern());
        inputs.put("overdue", asked.overdue());
        inputs.put("cross_area", asked.crossArea());
        return tables.rows("criteria", inputs).stream().map(this::answer).toList();
    }

    private String value(@Nullable BigDecimal yuan) {
        if (yuan == null) {
            return "unknown";
        }
        if (line == null) {
            return "no_line";
        }
        return yuan.compareTo(line) >= 0 ? "reached" : "below";
    }

    private Answer answer(Map<String, Object> row) {
        String article = String.valueOf(row.get("article"));
        return new Answer(
                String.valueOf(row.get("condition")),
                String.valueOf(row.get("answer")),
                articles.find(article).map(a -> a.citation()).orElse(article));
    }
}
