package cn.daxietong.oversight;

import cn.daxietong.matter.Matter;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.web.NavItem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 监督意见 as a kind of matter. */
@Component
@Order(8)
final class OversightKind implements MatterKind<Oversight> {
    @Override
    public String code() {
        return "oversight";
    }

    @Override
    public String title() {
        return "监督意见";
    }

    @Override
    public String series() {
        return "鹿打私监";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(62, false);
    }

    @Override
    public String icon() {
        return "search";
    }

    @Override
    public Procedure<Oversight> procedure() {
        return OversightProcedure.TABLE;
    }

    @Override
    public String title(Oversight o) {
        return "监督意见：" + Matter.titleIn(o.subject());
    }
}
