package cn.daxietong.casework;

import cn.daxietong.law.Jurisdiction;
import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.law.Threshold;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Subject;
import cn.daxietong.transfer.Exhibit;
import cn.daxietong.web.Link;
import cn.daxietong.web.NavItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    public NavItem.Place place() {
        return new NavItem.Place(30, true);
    }

    @Override
    public Procedure<Case> procedure() {
        return procedure;
    }

    @Override
    public String title(Case c) {
        return c.substance().title();
    }

    @Override
    public Optional<String> commodity(Case c) {
        return Optional.ofNullable(c.facts().commodity()).map(k -> k.code());
    }

    @Override
    public Map<String, Object> prefilled(Case c, String action) {
        return switch (action) {
            case "record_facts" -> Map.of("facts", c.facts());
            case "propose_transfer" -> Map.of("report", report(c));
            default -> Map.of();
        };
    }

    /** The facts and figures as the tables found them, for whoever writes the report to go on from. */
    private static String report(Case c) {
        var grounds = String.join("\n", c.assessment().grounds());
        return grounds.isEmpty() ? c.substance().summary() : c.substance().summary() + "\n" + grounds;
    }

    @Override
    public List<Subject> subjects(Case c) {
        return c.substance().subjects();
    }

    @Override
    public List<Subject> coordinated(Case c) {
        return c.substance().subjects();
    }

    @Override
    public List<Link> pages(UUID id) {
        return List.of(Link.to("物品标签", "/exhibits/labels?matter=" + id));
    }

    @Override
    public Optional<JurisdictionAssessment> jurisdiction(Case c) {
        return Optional.of(c.assessment().jurisdiction());
    }

    @Override
    public Map<String, String> items(Case c) {
        var held = new LinkedHashMap<String, String>();
        c.items().stream().filter(Exhibit::held).forEach(e -> held.put(e.id(), e.line()));
        return held;
    }
}
