package cn.daxietong.casework;

import cn.daxietong.law.Jurisdiction;
import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.law.Threshold;
import cn.daxietong.matter.ActionForm;
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
    private static final String SHORT_WAY =
            "行政处罚决定由本机关负责人作出，情节复杂或者重大的由负责人集体讨论决定（行政处罚法第五十七条）；在这里办理不是作出决定，只是登记负责人已经作出的决定，没有负责人决定的不得登记。"
                    + "这里也不制发告知书，也不记录陈述申辩和听证。给予行政处罚之前，应当告知当事人拟处罚的内容和事实、理由、依据，听取陈述、申辩（行政处罚法第四十四条、第四十五条）；"
                    + "较大数额罚款、没收较大数额违法所得或者较大价值财物、降低资质、吊销许可、责令停产停业等，当事人还有权要求听证（第六十三条）。平台没有告知、听证记录的，请改为办理行政处罚程序；"
                    + "已经在平台外依法告知、听证的，或者不予行政处罚的，才在这里登记。";

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

    @Override
    public Optional<ActionForm.Caution> caution(UUID id, String action) {
        return action.equals("decide_penalty")
                ? Optional.of(
                        new ActionForm.Caution(SHORT_WAY, Link.to("改为办理行政处罚程序", "/matters/new/penalty?about=" + id)))
                : Optional.empty();
    }

    /** The one act that the head signs next, with what it took. */
    @Override
    public Optional<Object> signs(Case c, String action) {
        return switch (action) {
            case "approve_seizure" -> c.holding().waiting(Taking.Kind.SEIZURE).map(c::toSign);
            case "approve_urgent_seizure" ->
                c.holding().waiting(Taking.Kind.URGENT_SEIZURE).map(c::toSign);
            case "approve_preservation" ->
                c.holding().waiting(Taking.Kind.PRESERVATION).map(c::toSign);
            default -> Optional.empty();
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
