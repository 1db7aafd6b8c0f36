package cn.daxietong.law;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the facts call for a transfer (应移送); it never says that anybody is guilty.
 *
 * @param hits the limbs that the facts reach, reach on a figure still under review, or come near
 * @param open the limbs that one more fact would decide
 * @param missing the names of those facts
 * @param needsConsultation whether people must confer because no rule decides (需会商)
 * @param reason the answer in one sentence for a person
 * @param version which tables, and the law of which day
 */
public record ThresholdAssessment(
        Result result,
        List<Hit> hits,
        List<Open> open,
        List<String> missing,
        boolean needsConsultation,
        String reason,
        String version) {
    public ThresholdAssessment {
        hits = List.copyOf(hits);
        open = List.copyOf(open);
        missing = List.copyOf(missing);
    }

    /** The answer; only {@link #NOT_REACHED} lets an administrative penalty run alone. */
    public enum Result {
        REACHED("达到，应移送"),
        NEEDS_VALUATION("待查明、鉴定或者计核"),
        NEAR("接近"),
        NEEDS_CONSULTATION("需会商"),
        NOT_REACHED("未达");

        private final String title;

        Result(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** How a limb in {@link #hits} stands. */
    public enum State {
        REACHED("达到"),
        PENDING_REVIEW("达到，标准待法制审核"),
        NEAR("接近");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * A limb with what it asks for and what the facts show.
     *
     * @param graver from which figures on the penalty is graver, for people to see; the platform does not grade
     */
    public record Hit(
            String offence,
            String limb,
            String title,
            String law,
            String article,
            String articleId,
            @Nullable BigDecimal expected,
            BigDecimal actual,
            @Nullable String graver,
            State state) {
        /** Beside a figure that is only recalled, until it has been confirmed. */
        Hit pendingReview() {
            return new Hit(
                    offence, limb, title, law, article, articleId, expected, actual, graver, State.PENDING_REVIEW);
        }
    }

    /** A limb that cannot be decided yet, and the facts it waits for. */
    public record Open(
            String offence,
            String limb,
            String title,
            String law,
            String article,
            String articleId,
            @Nullable BigDecimal expected,
            List<String> missing) {}

    public boolean reached() {
        return result == Result.REACHED;
    }
}
