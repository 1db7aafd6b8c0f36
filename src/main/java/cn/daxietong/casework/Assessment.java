package cn.daxietong.casework;

import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.law.ThresholdAssessment;
import java.util.List;
import java.util.Locale;

/** What the tables answered on the facts as they stood, kept with the case so that a later table does not rewrite it. */
record Assessment(ThresholdAssessment threshold, JurisdictionAssessment jurisdiction) {

    boolean reached() {
        return threshold.reached();
    }

    /** Whether the answer still waits for 检验、鉴定 or 计核, whose result then belongs to the materials (国务院令310号 第六条第四项). */
    boolean waitsForInspection() {
        return threshold.result() == ThresholdAssessment.Result.NEEDS_VALUATION;
    }

    /** The grounds as a transfer letter states them: suspicion with its figure and article. */
    List<String> grounds() {
        return threshold.hits().stream()
                .map(h -> "涉嫌" + h.offence() + "：" + h.title() + "，本案为"
                        + h.actual().stripTrailingZeros().toPlainString() + "（《" + h.law() + "》" + h.article() + "）。")
                .toList();
    }

    String result() {
        return threshold.result().name().toLowerCase(Locale.ROOT);
    }
}
