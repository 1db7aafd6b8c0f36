package cn.daxietong.lead;

import cn.daxietong.casework.CaseOpening;
import cn.daxietong.law.Jurisdiction;
import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.lead.LeadAction.SuspectedAct;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Subject;
import cn.daxietong.web.NavItem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 线索 as a kind of matter. */
@Component
@Order(1)
final class LeadKind implements MatterKind<Lead> {
    private final Jurisdiction jurisdiction;

    LeadKind(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    @Override
    public String code() {
        return "lead";
    }

    @Override
    public String title() {
        return "线索";
    }

    @Override
    public String series() {
        return "鹿打私线";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(20, true);
    }

    @Override
    public Procedure<Lead> procedure() {
        return LeadProcedure.TABLE;
    }

    @Override
    public String title(Lead lead) {
        return lead.report().title();
    }

    @Override
    public Optional<String> commodity(Lead lead) {
        return Optional.ofNullable(lead.report().commodity());
    }

    @Override
    public List<Subject> subjects(Lead lead) {
        return lead.report().subjects();
    }

    /** A tip-off's subjects are told to nobody, for whoever is told may guess who reported (方案三（六）). */
    @Override
    public List<Subject> coordinated(Lead lead) {
        return lead.report().source() == LeadAction.Source.TIPOFF
                ? List.of()
                : lead.report().subjects();
    }

    @Override
    public Optional<JurisdictionAssessment> jurisdiction(Lead lead) {
        var report = lead.report();
        return Optional.of(
                jurisdiction.assess(CaseOpening.facts(report.commodity(), code(report.act()), report.place())));
    }

    /** As the tables call it; empty where nobody knows yet. */
    static String code(@Nullable SuspectedAct act) {
        return act == null ? "" : act.name().toLowerCase(Locale.ROOT);
    }
}
