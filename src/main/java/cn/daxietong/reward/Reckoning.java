package cn.daxietong.reward;

import cn.daxietong.law.RewardSchemes.Rate;
import cn.daxietong.law.RewardStandard;
import cn.daxietong.reward.RewardAction.Propose;
import cn.daxietong.shared.Title;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the amount came about.
 *
 * @param base in yuan or ten thousand cigarettes, as the standard counts
 * @param review 待法制审核 where the article is only recalled
 * @param consults whether the finance office is to be asked
 */
record Reckoning(
        @Title("奖励标准") RewardStandard standard,
        @Title("计算基数") @Nullable BigDecimal base,
        @Title("算法") String words,
        @Title("奖励金额（元）") BigDecimal amount,
        @Title("奖励资金") String fund,
        @Title("依据") String law,
        @Title("条文核对") @Nullable String review,
        @Title("是否须商同级财政") boolean consults,
        @Title("金额的依据") @Nullable String basis) {

    static Reckoning of(Propose p, Rate rate) {
        var amount = p.amount() != null
                ? p.amount()
                : rate.amount(Objects.requireNonNullElse(p.base(), BigDecimal.ZERO))
                        .orElseThrow();
        return new Reckoning(
                p.standard(),
                p.base(),
                rate.words(),
                amount.setScale(2, java.math.RoundingMode.UNNECESSARY),
                rate.fund(),
                rate.article().citation(),
                rate.article().pendingReview() ? rate.article().mark().title() : null,
                rate.consults(amount),
                p.basis());
    }
}
