package cn.daxietong.oversight;

import cn.daxietong.matter.Matter;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Subject;
import cn.daxietong.web.NavItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 反向移送 as a kind of matter. */
@Component
@Order(9)
final class ReverseKind implements MatterKind<ReverseTransfer> {
    @Override
    public String code() {
        return "reverse_transfer";
    }

    @Override
    public String title() {
        return "反向移送";
    }

    @Override
    public String series() {
        return "鹿打私反";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(64, false);
    }

    @Override
    public String icon() {
        return "transfer";
    }

    @Override
    public Procedure<ReverseTransfer> procedure() {
        return ReverseProcedure.TABLE;
    }

    @Override
    public String title(ReverseTransfer r) {
        return "反向移送：" + Matter.titleIn(r.subject());
    }

    @Override
    public Map<String, Object> prefilled(ReverseTransfer r, String action) {
        if (!action.equals("correct")) {
            return Map.of();
        }
        var known = new HashMap<String, Object>(Map.of("decided_at", r.decidedAt(), "summary", r.summary()));
        Optional.ofNullable(r.decisionNumber()).ifPresent(n -> known.put("decision_number", n));
        return known;
    }

    @Override
    public List<Subject> subjects(ReverseTransfer r) {
        return r.subjects();
    }
}
