package cn.daxietong.dispute;

import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.web.NavItem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 管辖异议 as a kind of matter. */
@Component
@Order(6)
final class DisputeKind implements MatterKind<Dispute> {
    @Override
    public String code() {
        return "dispute";
    }

    @Override
    public String title() {
        return "管辖异议";
    }

    @Override
    public String series() {
        return "鹿打私管";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(60, false);
    }

    @Override
    public String icon() {
        return "unit";
    }

    @Override
    public Procedure<Dispute> procedure() {
        return DisputeProcedure.TABLE;
    }

    @Override
    public String title(Dispute d) {
        return "管辖异议：" + d.subject().title();
    }
}
