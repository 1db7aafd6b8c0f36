package cn.daxietong.reward;

import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where vouchers are paid: handlers of one unit, never the office: whoever read a tip-off must not meet its teller. */
@Component
final class PayingPoint {
    private final UnitId unit;

    PayingPoint(@Value("${daxietong.reward.paying-point:U16}") String unit) {
        this.unit = new UnitId(unit);
        if (this.unit.equals(UnitId.OFFICE)) {
            throw new IllegalArgumentException("付款点不能是指挥部办公室：读过举报的人不应与举报人见面。请在 DAXIETONG_REWARD_PAYING_POINT 改设其他单位。");
        }
    }

    UnitId unit() {
        return unit;
    }

    boolean pays(Viewer viewer) {
        return viewer.unit().equals(unit) && viewer.post() == Post.HANDLER;
    }
}
