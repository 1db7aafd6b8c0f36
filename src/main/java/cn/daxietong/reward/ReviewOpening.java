package cn.daxietong.reward;

import cn.daxietong.matter.Action;
import cn.daxietong.reward.Review.Answers;
import cn.daxietong.reward.Review.Figures;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import org.jspecify.annotations.Nullable;

/** Begins one half of a review with what that half may know, and nothing of the other. */
@Title("送复核")
record ReviewOpening(
        UnitId unit, @Nullable Figures figures, @Nullable Answers answers) implements Action {

    static ReviewOpening ofAmount(Reward r) {
        return new ReviewOpening(r.payer(), new Figures(r.caseNumber(), r.reckoning()), null);
    }

    static ReviewOpening ofEligibility(Reward r, UnitId examiner) {
        return new ReviewOpening(examiner, null, new Answers(r.tipNumber(), r.eligibility()));
    }
}
