package cn.daxietong.casework;

import cn.daxietong.law.Jurisdiction;
import cn.daxietong.law.Threshold;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 案件 as a kind of matter. */
@Component
@Order(2)
final class CaseKind implements MatterKind<Case> {
    private final Procedure<Case> procedure;

    CaseKind(Threshold threshold, Jurisdiction jurisdiction) {
        procedure =
                new CaseProcedure(facts -> new Assessment(threshold.assess(facts), jurisdiction.assess(facts))).table();
    }

    @Override
    public String code() {
        return "case";
    }

    @Override
    public String title() {
        return "案件";
    }

    @Override
    public String series() {
        return "鹿打私案";
    }

    @Override
    public Procedure<Case> procedure() {
        return procedure;
    }

    @Override
    public String title(Case c) {
        return c.title();
    }

    @Override
    public Optional<String> commodity(Case c) {
        return Optional.ofNullable(c.facts().commodity()).map(k -> k.code());
    }
}
