package cn.daxietong.integrity;

import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.NavItem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 移送纪检监察线索 as a kind of matter: without subjects, commodity or a telling title, so that no index holds anything of it. */
@Component
@Order(12)
final class IntegrityKind implements MatterKind<Clue> {
    @Override
    public String code() {
        return "integrity_clue";
    }

    @Override
    public String title() {
        return "纪检监察线索";
    }

    @Override
    public String series() {
        return "鹿打私纪";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(66, false);
    }

    @Override
    public String icon() {
        return "shield";
    }

    @Override
    public Procedure<Clue> procedure() {
        return IntegrityProcedure.TABLE;
    }

    @Override
    public String title(Clue clue) {
        return "移送纪检监察的线索";
    }

    @Override
    public boolean sealed() {
        return true;
    }

    @Override
    public boolean concerns(Viewer viewer) {
        return viewer.unit().equals(UnitId.DISCIPLINE)
                || viewer.unit().equals(UnitId.POLICE) && viewer.post() == Post.HANDLER;
    }
}
