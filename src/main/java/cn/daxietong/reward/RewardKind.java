package cn.daxietong.reward;

import cn.daxietong.law.RewardSchemes;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.web.NavItem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 举报奖励 as a kind of matter; only the office sees one whole. */
@Component
@Order(12)
final class RewardKind implements MatterKind<Reward> {
    private final Procedure<Reward> procedure;

    RewardKind(RewardSchemes schemes) {
        procedure = new RewardProcedure(schemes).table();
    }

    @Override
    public String code() {
        return "reward";
    }

    @Override
    public String title() {
        return "举报奖励";
    }

    @Override
    public String series() {
        return "鹿打私奖";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(90, false);
    }

    @Override
    public String icon() {
        return "law";
    }

    @Override
    public Procedure<Reward> procedure() {
        return procedure;
    }

    @Override
    public String title(Reward reward) {
        return "举报奖励：" + reward.reckoning().standard().title();
    }
}
