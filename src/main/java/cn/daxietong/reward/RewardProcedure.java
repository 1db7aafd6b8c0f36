package cn.daxietong.reward;

import static cn.daxietong.reward.RewardStatus.APPROVED;
import static cn.daxietong.reward.RewardStatus.CLAIMED;
import static cn.daxietong.reward.RewardStatus.GRANTED;
import static cn.daxietong.reward.RewardStatus.LAPSED;
import static cn.daxietong.reward.RewardStatus.PROPOSED;
import static cn.daxietong.reward.RewardStatus.REFUSED;
import static cn.daxietong.reward.RewardStatus.WITHDRAWN;

import cn.daxietong.law.RewardSchemes;
import cn.daxietong.matter.Followed;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.RunningClock;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Who;
import cn.daxietong.reward.RewardAction.Claim;
import cn.daxietong.reward.RewardAction.Decline;
import cn.daxietong.reward.RewardAction.Grant;
import cn.daxietong.reward.RewardAction.Lapse;
import cn.daxietong.reward.RewardAction.Propose;
import cn.daxietong.reward.RewardAction.Withdraw;
import cn.daxietong.shared.UnitId;
import cn.daxietong.tipoff.RewardOpened;
import java.time.Instant;

/** The life of a reward: notice 三（六）, with the dates of 市场监管领域重大违法行为举报奖励暂行办法. */
final class RewardProcedure {
    /** 县司法局 examines who may be rewarded: it oversees enforcement and takes no part in it (行政执法监督条例 第六条). */
    static final UnitId EXAMINER = UnitId.JUSTICE;

    private static final String INFORM = "reward.inform";
    private static final String CLAIM = "reward.claim";

    private final RewardConditions conditions;

    RewardProcedure(RewardSchemes schemes) {
        conditions = new RewardConditions(schemes);
    }

    Procedure<Reward> table() {
        // spotless:off
        return Procedure.of(Reward.class, RewardStatus.class)
                .opening(Propose.class).by(Who.office()).law("notice.3.6", "market_reward.12").to(PROPOSED)
                    .aboutAny("about", Propose::about, "tipoff")
                    .requires(conditions.toPropose())
                    .then((none, p, scene) -> Reward.proposed(p, scene.about().orElseThrow(), reckoned(p, scene)))
                    .signals("tipoff", (r, p, scene) -> new RewardOpened())
                    .startsAt(INFORM, Who.office(), "举报答复查实", (r, p) -> true, (p, scene) -> answered(scene))
                    .opens("reward_review", "reward", (r, p, scene) -> ReviewOpening.ofAmount(r.state()))
                    .opens("reward_review", "reward", (r, p, scene) -> ReviewOpening.ofEligibility(r.state(), EXAMINER))

                .from(PROPOSED)
                .on(Followed.class).consequence().law("notice.3.6").to(Reward::afterReview, PROPOSED, APPROVED, REFUSED)
                    .heeding((r, f) -> f.kind().equals("reward_review") && f.closed())
                    .then((r, f) -> r.reviewed(f))
                    .tellsWhen(r -> r.status().equals(APPROVED.code()), Who.<Reward>office().head(), "举报奖励的金额和资格都已复核同意，请审批")
                    .tellsWhen(r -> r.status().equals(REFUSED.code()), Who.office(), "举报奖励复核未通过，理由见两件复核")
                .on(Withdraw.class).by(Who.office()).law("notice.3.6").to(WITHDRAWN)
                    .then((r, w) -> r.ended(w.reason()))

                .from(APPROVED)
                .on(Grant.class).by(Who.<Reward>office().head()).law("notice.3.6", "market_reward").to(GRANTED)
                    .duty("审批举报奖励")
                    .requires(RewardConditions.FINANCE_WAS_ASKED)
                    .then((r, g) -> r.granted(g.financeOpinion()))
                    .stops(INFORM)
                    .starts(CLAIM, Who.office(), "奖励批准并告知举报人")
                .on(Decline.class).by(Who.<Reward>office().head()).law("notice.3.6").to(REFUSED)
                    .then((r, d) -> r.ended(d.reason()))
                    .stops(INFORM)
                    .tells(Who.office(), "举报奖励未获批准")

                .from(GRANTED)
                .on(Claim.class).by(Who.office()).onPublicPage("/report").law("market_reward.claim").to(CLAIMED)
                    .requires(RewardConditions.IN_TIME)
                    .stops(CLAIM)
                .on(Lapse.class).by(Who.office()).law("market_reward.claim").to(LAPSED)
                    .duty("登记逾期放弃", r -> r.clocks().stream().anyMatch(c -> c.clock().equals(CLAIM) && c.announced()))
                    .requires(RewardConditions.OUT_OF_TIME)
                    .stops(CLAIM)
                .build();
        // spotless:on
    }

    private Reckoning reckoned(Propose p, Scene scene) {
        return Reckoning.of(p, conditions.rate(p, scene).orElseThrow());
    }

    /** When the tip-off was answered, which started the clock that this one goes on with. */
    private static Instant answered(Scene scene) {
        Matter<?> tipoff = scene.about().orElseThrow();
        return tipoff.clocks().stream()
                .filter(c -> c.clock().equals(INFORM))
                .map(RunningClock::startsAt)
                .findFirst()
                .orElse(tipoff.updatedAt());
    }
}
