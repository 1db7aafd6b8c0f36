package cn.daxietong.coordination;

import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Shown;
import cn.daxietong.web.NavItem;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 案件协调 as a kind of matter. */
@Component
@Order(7)
final class CoordinationKind implements MatterKind<Coordination> {
    @Override
    public String code() {
        return "coordination";
    }

    @Override
    public String title() {
        return "案件协调";
    }

    @Override
    public String series() {
        return "鹿打私调";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(59, false);
    }

    @Override
    public String icon() {
        return "meeting";
    }

    @Override
    public Procedure<Coordination> procedure() {
        return CoordinationProcedure.TABLE;
    }

    @Override
    public String title(Coordination c) {
        return c.title();
    }

    @Override
    public List<Shown> derived(Coordination c, Instant now) {
        return List.of(new Shown.Prose("协调意见的性质", Coordination.ADVICE + "。"));
    }
}
