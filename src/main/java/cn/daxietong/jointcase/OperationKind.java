package cn.daxietong.jointcase;

import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Subject;
import cn.daxietong.web.NavItem;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 行动 as a kind of matter. */
@Component
@Order(12)
final class OperationKind implements MatterKind<Operation> {
    @Override
    public String code() {
        return "operation";
    }

    @Override
    public String title() {
        return "行动";
    }

    @Override
    public String series() {
        return "鹿打私行";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(54, false);
    }

    @Override
    public String icon() {
        return "star";
    }

    @Override
    public Procedure<Operation> procedure() {
        return OperationProcedure.TABLE;
    }

    @Override
    public String title(Operation o) {
        return o.title();
    }

    @Override
    public List<Subject> subjects(Operation o) {
        return o.targets();
    }

    @Override
    public List<Subject> coordinated(Operation o) {
        return o.targets();
    }
}
