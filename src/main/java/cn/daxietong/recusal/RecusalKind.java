package cn.daxietong.recusal;

import cn.daxietong.matter.Barred;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.shared.AccountId;
import cn.daxietong.web.NavItem;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 回避 as a kind of matter. */
@Component
@Order(14)
final class RecusalKind implements MatterKind<Recusal> {
    private final Procedure<Recusal> procedure = RecusalProcedure.table();

    @Override
    public String code() {
        return "recusal";
    }

    @Override
    public String title() {
        return "回避";
    }

    @Override
    public String series() {
        return "鹿打私避";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(95, false);
    }

    @Override
    public Procedure<Recusal> procedure() {
        return procedure;
    }

    @Override
    public String title(Recusal r) {
        return r.title();
    }

    @Override
    public Optional<AccountId> challenges(Matter<Recusal> matter) {
        return Optional.of(matter.state().officer()).filter(o -> matter.status().equals(RecusalStatus.APPLIED.code()));
    }

    /** Until it is lifted, and so even when the matter is over: what was closed to somebody stays closed. */
    @Override
    public Optional<Barred> bars(Matter<Recusal> matter) {
        var r = matter.state();
        if (!r.recused() || matter.status().equals(RecusalStatus.LIFTED.code())) {
            return Optional.empty();
        }
        return Optional.of(new Barred(
                r.officer(),
                r.successor(),
                "已经决定您回避该事项（" + matter.number() + "），由接替人办理；您不再查看和办理它，以及由它产生的事项。有异议的，请向作出决定的负责人说明，由其解除回避。"));
    }
}
