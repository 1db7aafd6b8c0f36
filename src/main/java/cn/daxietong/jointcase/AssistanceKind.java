package cn.daxietong.jointcase;

import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.web.NavItem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 协查 as a kind of matter. */
@Component
@Order(11)
final class AssistanceKind implements MatterKind<Assistance> {
    @Override
    public String code() {
        return "assistance";
    }

    @Override
    public String title() {
        return "协查";
    }

    @Override
    public String series() {
        return "鹿打私协";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(56, false);
    }

    @Override
    public String icon() {
        return "person";
    }

    @Override
    public Procedure<Assistance> procedure() {
        return AssistanceProcedure.TABLE;
    }

    @Override
    public String title(Assistance a) {
        return a.title();
    }
}
