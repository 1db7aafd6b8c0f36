package cn.daxietong.reward;

import cn.daxietong.matter.Followed;
import cn.daxietong.matter.Matter;
import cn.daxietong.reward.RewardAction.Eligibility;
import cn.daxietong.reward.RewardAction.Propose;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a reward. Nothing in it is of the person: whoever told is known to nobody but the tip-off's own sealed envelope.
 *
 * @param led what the tip-off led to, its lead or itself: rewarded once
 * @param amountAgreed what the first half came to; absent while it is under review
 */
record Reward(
        String led,
        @Title("举报") String tipNumber,
        @Title("金额") Reckoning reckoning,
        @Title("出资或者办案的单位") UnitId payer,
        @Title("查办的案件编号") String caseNumber,
        @Title("奖励资格") Eligibility eligibility,
        @Title("金额复核是否同意") @Nullable Boolean amountAgreed,
        @Title("资格复核是否同意") @Nullable Boolean eligibilityAgreed,
        @Title("财政部门意见") @Nullable String financeOpinion,

        @Title(value = "理由", multiline = true) @Nullable String reason) {

    static Reward proposed(Propose p, Matter<?> tipoff, Reckoning reckoning) {
        return new Reward(
                tipoff.linked("lead").orElse(tipoff.id()).toString(),
                tipoff.number(),
                reckoning,
                p.payer(),
                p.caseNumber().strip(),
                p.eligibility(),
                null,
                null,
                null,
                null);
    }

    /** The halves are told apart by who answers for them. */
    Reward reviewed(Followed half) {
        var agreed = half.status().equals(ReviewStatus.AGREED.code());
        return half.owner().equals(payer)
                ? with(agreed, eligibilityAgreed, financeOpinion, reason)
                : with(amountAgreed, agreed, financeOpinion, reason);
    }

    RewardStatus afterReview() {
        if (amountAgreed == null || eligibilityAgreed == null) {
            return RewardStatus.PROPOSED;
        }
        return amountAgreed && eligibilityAgreed ? RewardStatus.APPROVED : RewardStatus.REFUSED;
    }

    Reward granted(@Nullable String opinion) {
        return with(amountAgreed, eligibilityAgreed, opinion, reason);
    }

    Reward ended(String why) {
        return with(amountAgreed, eligibilityAgreed, financeOpinion, why);
    }

    private Reward with(
            @Nullable Boolean amount, @Nullable Boolean eligible, @Nullable String opinion, @Nullable String why) {
        return new Reward(led, tipNumber, reckoning, payer, caseNumber, eligibility, amount, eligible, opinion, why);
    }
}
