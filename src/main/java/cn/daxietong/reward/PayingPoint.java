package cn.daxietong.reward;

import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where vouchers are paid: handlers of one unit, the office unless the county names another. */
@Component
final class PayingPoint {
    private final UnitId unit;

    PayingPoint(@Value("${daxietong.reward.paying-point:OFFICE}") String unit) {
        this.unit = new UnitId(unit);
    }

    UnitId unit() {
        return unit;
    }

    boolean pays(Viewer viewer) {
        return viewer.unit().equals(unit) && viewer.post() == Post.HANDLER;
    }
}
