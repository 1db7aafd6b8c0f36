package cn.daxietong.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the table of rewards for tip-offs and reckons with it, exactly and to the fen; where the rule names only a maximum a person decides below it. */
public final class RewardSchemes {
    private static final int FEN = 2;

    private final DecisionTables tables;
    private final Articles articles;

    RewardSchemes(DecisionTables tables, Articles articles) {
        this.tables = tables;
        this.articles = articles;
    }

    public static RewardSchemes bundled() {
        return new RewardSchemes(new DecisionTables("reward.dmn"), Articles.bundled());
    }

    void warm() {
        tables.warm();
    }

    /** How the rule arrives at an amount. */
    public enum How {
        /** The rule says how much. */
        RECKONED("按标准"),
        /** The rule says how much at most. */
        AT_MOST("最高额"),
        /** No rule says how much: the office enters the amount and what it rests on. */
        OFFICE("由办公室确定");

        private final String title;

        How(String title) {
            this.title = title;
        }

        static How of(String title) {
            return Stream.of(values())
                    .filter(h -> h.title.equals(title))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no way to reckon " + title));
        }
    }

    /**
     * One row of the table.
     *
     * @param counts what is multiplied: 罚没款 in yuan, or 数量 in ten thousand cigarettes
     * @param rate of the base, or yuan for ten thousand cigarettes
     * @param consult from which amount on the finance office is asked, where the rule says so
     */
    public record Rate(
            How how,
            String counts,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal cap,
            @Nullable BigDecimal consult,
            String fund,
            Article article) {

        /** The amount for a base, or the most it may be; nothing where no rule says. Halves of a fen are rounded up. */
        public Optional<BigDecimal> amount(BigDecimal base) {
            if (rate == null) {
                return Optional.empty();
            }
            var amount = base.multiply(rate);
            if (floor != null) {
                amount = amount.max(floor);
            }
            if (cap != null) {
                amount = amount.min(cap);
            }
            return Optional.of(amount.setScale(FEN, RoundingMode.HALF_UP));
        }

        /** Whether the finance office is to be asked before so much is granted. */
        public boolean consults(BigDecimal amount) {
            return consult != null && amount.compareTo(consult) >= 0;
        }

        /** How it is reckoned, in words: 罚没款×0.05，不低于5000元，不超过1000000元. */
        public String words() {
            if (rate == null) {
                return how.title;
            }
            return Stream.of(
                            counts + "×" + rate.toPlainString(),
                            floor == null ? "" : "不低于" + floor.toPlainString() + "元",
                            cap == null ? "" : "不超过" + cap.toPlainString() + "元",
                            how == How.AT_MOST ? "这是最高额，具体数额由办公室确定" : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("，"));
        }
    }

    /** The row that held on the day of telling; nothing where the rule was not yet in force. */
    public Optional<Rate> rate(RewardStandard standard, LocalDate toldOn) {
        var rows = tables.rows(
                "reward_rates", Map.of("scheme", standard.scheme(), "level", standard.level(), "told_on", toldOn));
        return rows.stream().findFirst().map(this::rate);
    }

    private Rate rate(Map<String, Object> row) {
        return new Rate(
                How.of(text(row, "how")),
                text(row, "counts"),
                figure(row, "rate"),
                figure(row, "floor"),
                figure(row, "cap"),
                figure(row, "consult"),
                text(row, "fund"),
                articles.get(text(row, "article")));
    }

    private static String text(Map<String, Object> row, String name) {
        return String.valueOf(row.get(name));
    }

    private static @Nullable BigDecimal figure(Map<String, Object> row, String name) {
        var text = text(row, name);
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
