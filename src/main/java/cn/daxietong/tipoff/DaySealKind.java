package cn.daxietong.tipoff;

import static cn.daxietong.tipoff.DaySeal.Stage.SEALED;

import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Who;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.tipoff.DaySeal.Seal;
import cn.daxietong.web.NavItem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 举报日封存 as a kind of matter: the platform makes one for each day on which somebody told, so that the signed checkpoints cover it. */
@Component
@Order(14)
final class DaySealKind implements MatterKind<DaySeal> {
    private static final Procedure<DaySeal> TABLE = Procedure.of(DaySeal.class, DaySeal.Stage.class)
            .opening(Seal.class)
            .by(Who.office())
            .onPage("/report")
            .law("notice.3.6")
            .to(SEALED)
            .then((none, s) -> new DaySeal(s.day(), s.root()))
            .build();

    @Override
    public String code() {
        return "tipoff_day";
    }

    @Override
    public String title() {
        return "举报日封存";
    }

    @Override
    public String series() {
        return "鹿打私举封";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(92, false);
    }

    @Override
    public String icon() {
        return "shield";
    }

    @Override
    public Procedure<DaySeal> procedure() {
        return TABLE;
    }

    @Override
    public String title(DaySeal seal) {
        return seal.day() + " 举报凭证封存";
    }

    @Override
    public boolean concerns(Viewer viewer) {
        return viewer.unit().equals(UnitId.OFFICE);
    }
}
