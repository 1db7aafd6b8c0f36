package cn.daxietong.reward;

import static cn.daxietong.reward.ReviewStatus.AGREED;
import static cn.daxietong.reward.ReviewStatus.DROPPED;
import static cn.daxietong.reward.ReviewStatus.OPEN;
import static cn.daxietong.reward.ReviewStatus.REFUSED;

import cn.daxietong.matter.Followed;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Who;
import cn.daxietong.reward.ReviewAction.Agree;
import cn.daxietong.reward.ReviewAction.Refuse;
import cn.daxietong.web.NavItem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 奖励复核 as a kind of matter: a reward opens two, for two units, and each agrees or says why not. */
@Component
@Order(13)
final class ReviewKind implements MatterKind<Review> {
    private static final Procedure<Review> TABLE = table();

    private static Procedure<Review> table() {
        // spotless:off
        return Procedure.of(Review.class, ReviewStatus.class)
                .opening(ReviewOpening.class).consequence().law("notice.3.6").to(OPEN)
                    .then((none, o) -> Review.begun(o))
                    .handsTo(r -> r.state().unit(), "举报奖励由两个单位分别复核（方案三（六））")
                    .admits(Who.office(), "office", "指挥部办公室提出奖励（方案三（六））")
                    .tells(Who.owner(), "有举报奖励待本单位复核")

                .from(OPEN)
                .on(Agree.class).by(Who.owner()).law("notice.3.6", "market_reward.12").to(AGREED)
                    .duty("复核举报奖励")
                .on(Refuse.class).by(Who.owner()).law("notice.3.6", "market_reward").to(REFUSED)
                    .then((r, refusal) -> r.refused(refusal.reason()))
                .on(Followed.class).consequence().law("notice.3.6").to(DROPPED)
                    .heeding((r, f) -> f.kind().equals("reward") && f.closed())
                    .tells(Who.owner(), "奖励已撤回，不再复核")
                .build();
        // spotless:on
    }

    @Override
    public String code() {
        return "reward_review";
    }

    @Override
    public String title() {
        return "奖励复核";
    }

    @Override
    public String series() {
        return "鹿打私奖核";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(91, false);
    }

    @Override
    public String icon() {
        return "law";
    }

    @Override
    public Procedure<Review> procedure() {
        return TABLE;
    }

    @Override
    public String title(Review review) {
        return review.title();
    }
}
