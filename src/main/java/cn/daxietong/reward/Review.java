package cn.daxietong.reward;

import cn.daxietong.reward.RewardAction.Eligibility;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import org.jspecify.annotations.Nullable;

/** One half of a reward, before one unit's eyes: either what it comes to and for which case, or whose tip-off it is and why the teller may have it. */
record Review(
        @Title("复核单位") UnitId unit,
        @Title("金额复核") @Nullable Figures figures,
        @Title("资格复核") @Nullable Answers answers,

        @Title(value = "不同意的理由", multiline = true) @Nullable String reason) {

    /** Without tip-off and teller. */
    record Figures(
            @Title("查办的案件编号") String caseNumber,
            @Title("金额") Reckoning reckoning) {}

    /** Without amount and case. */
    record Answers(
            @Title("举报编号") String tipNumber, @Title("奖励资格") Eligibility eligibility) {}

    static Review begun(ReviewOpening opening) {
        return new Review(opening.unit(), opening.figures(), opening.answers(), null);
    }

    Review refused(String why) {
        return new Review(unit, figures, answers, why);
    }

    String title() {
        return figures != null
                ? "奖励金额复核：" + figures.reckoning().standard().title()
                : "奖励资格复核：" + (answers == null ? "" : answers.tipNumber());
    }
}
