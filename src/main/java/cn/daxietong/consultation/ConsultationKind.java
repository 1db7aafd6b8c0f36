package cn.daxietong.consultation;

import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.web.NavItem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 会商咨询 as a kind of matter. */
@Component
@Order(7)
final class ConsultationKind implements MatterKind<Consultation> {
    @Override
    public String code() {
        return "consultation";
    }

    @Override
    public String title() {
        return "会商咨询";
    }

    @Override
    public String series() {
        return "鹿打私咨";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(58, false);
    }

    @Override
    public String icon() {
        return "document";
    }

    @Override
    public Procedure<Consultation> procedure() {
        return ConsultationProcedure.TABLE;
    }

    @Override
    public String title(Consultation c) {
        return c.title();
    }
}
