package cn.daxietong.casework;

import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.law.ThresholdAssessment;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the tables answered on the facts as they stood, kept with the case so that a later table does not rewrite it. */
record Assessment(ThresholdAssessment threshold, JurisdictionAssessment jurisdiction) {

    boolean reached() {
        return threshold.reached();
    }

    /** Whether the tables leave it possible that it is a crime; only where every limb is known not to be reached do they deny it. */
    boolean mayBeCrime() {
        return threshold.result() != ThresholdAssessment.Result.NOT_REACHED;
    }

    /** Whether the answer still waits for 检验、鉴定 or 计核, whose result then belongs to the materials (国务院令310号 第六条第四项). */
    boolean waitsForInspection() {
        return threshold.result() == ThresholdAssessment.Result.NEEDS_VALUATION;
    }

    /** The grounds as a transfer letter states them: suspicion with its figure and article. */
    List<String> grounds() {
        return threshold.hits().stream().map(Assessment::ground).toList();
    }

    private static String ground(ThresholdAssessment.Hit hit) {
        var figure = hit.expected() == null ? "" : "，本案为" + figure(hit.actual()) + unit(hit.title());
        return "涉嫌" + hit.offence() + "：" + hit.title() + figure + "（《" + hit.law() + "》" + hit.article() + "）。";
    }

    private static String figure(BigDecimal value) {
        return new DecimalFormat("#,##0.####").format(value);
    }

    /** The table states a limb with its unit, so the case's own figure takes the same. */
    private static String unit(String limb) {
        return Stream.of("元", "支", "吨", "次", "件", "株")
                .filter(limb::contains)
                .findFirst()
                .orElse("");
    }

    String result() {
        return threshold.result().name().toLowerCase(Locale.ROOT);
    }
}
