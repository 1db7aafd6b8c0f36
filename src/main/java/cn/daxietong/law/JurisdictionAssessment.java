package cn.daxietong.law;

import cn.daxietong.shared.UnitId;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Who may be competent and why. Where statute and notice name different units both stand here, and a person chooses with a reason; the office's
 * coordination is no 指定管辖 (行政处罚法 第二十五条).
 *
 * @param conflict whether statute and notice disagree on who leads
 * @param needsConsultation whether no unit can be named without conferring
 */
public record JurisdictionAssessment(
        List<Candidate> candidates, boolean conflict, boolean needsConsultation, String reason) {
    public JurisdictionAssessment {
        candidates = List.copyOf(candidates);
    }

    /** Every unit named, whoever leads before whoever helps. */
    public List<UnitId> units() {
        return candidates.stream().map(Candidate::unit).distinct().toList();
    }

    /**
     * Whether a choice needs no reason of its own: whoever leads; any that is named where the sources conflict or the tables call for conferring;
     * anyone where they name nobody.
     */
    public boolean agreesWith(UnitId unit) {
        return candidates.isEmpty()
                || candidates.stream()
                        .filter(c -> c.role() == Role.LEAD || conflict || needsConsultation)
                        .anyMatch(c -> c.unit().equals(unit));
    }

    /**
     * One unit and what it would do.
     *
     * @param law the statute or the notice
     * @param clause the article or clause in it
     */
    public record Candidate(
            UnitId unit, String act, String law, String clause, Basis basis, Role role, String articleId) {}

    /** Where a competence comes from. */
    public enum Basis {
        STATUTE("法律法规"),
        NOTICE("工作方案");

        private final String title;

        Basis(String title) {
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

    /** Whether the unit handles the case or helps another to. */
    public enum Role {
        LEAD("主办"),
        ASSIST("协助");

        private final String title;

        Role(String title) {
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
}
