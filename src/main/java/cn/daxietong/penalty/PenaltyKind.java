package cn.daxietong.penalty;

import cn.daxietong.law.Clocks;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Subject;
import cn.daxietong.web.NavItem;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 行政处罚 as a kind of matter. */
@Component
@Order(5)
final class PenaltyKind implements MatterKind<Penalty> {
    private final Procedure<Penalty> procedure;

    PenaltyKind(Clocks clocks) {
        procedure = new PenaltyProcedure(clocks).table();
    }

    @Override
    public String code() {
        return "penalty";
    }

    @Override
    public String title() {
        return "行政处罚";
    }

    @Override
    public String series() {
        return "鹿打私罚";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(45, false);
    }

    @Override
    public String icon() {
        return "law";
    }

    @Override
    public Procedure<Penalty> procedure() {
        return procedure;
    }

    @Override
    public String title(Penalty p) {
        return "行政处罚：" + Matter.titleIn(p.ground().subject());
    }

    @Override
    public List<Subject> subjects(Penalty p) {
        return p.ground().subjects();
    }

    @Override
    public Map<String, Object> prefilled(Penalty p, String action) {
        return action.equals("revise")
                ? Map.of("proposal", p.proposal(), "required", p.safeguards().required())
                : Map.of();
    }
}
