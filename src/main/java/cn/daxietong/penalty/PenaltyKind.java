package cn.daxietong.penalty;

import cn.daxietong.casework.Case;
import cn.daxietong.law.Clocks;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Subject;
import cn.daxietong.web.NavItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 行政处罚 as a kind of matter. */
@Component
@Order(5)
final class PenaltyKind implements MatterKind<Penalty> {
    private static final Set<String> SIGNED = Set.of("legal_review", "discuss", "decide", "not_penalise");

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
        var proposal = p.proposal();
        var ground = proposal.noPenalty();
        return switch (action) {
            case "revise" ->
                Map.of("proposal", proposal, "required", p.safeguards().required());
            case "not_penalise" -> ground == null ? Map.of() : Map.of("ground", ground, "reason", proposal.text());
            default -> Map.of();
        };
    }

    @Override
    public Map<String, Object> begun(Matter<?> about) {
        if (!(about.state() instanceof Case c)) {
            return Map.of();
        }
        var party = c.subjects().stream()
                .filter(s -> s.type() == Subject.Type.PERSON || s.type() == Subject.Type.COMPANY)
                .map(PenaltyKind::written)
                .collect(Collectors.joining("；"));
        return Map.of("party", party, "proposal", Map.of("facts", c.summary()));
    }

    /** In full, for whoever answers for the case writes the decision. */
    private static String written(Subject s) {
        var name = s.name();
        return name == null ? s.value().value() : name.value() + "（" + s.value().value() + "）";
    }

    /** Whoever reviews, discusses or decides has before them what is proposed and what the party said. */
    @Override
    public Optional<Object> signs(Penalty p, String action) {
        return SIGNED.contains(action) ? Optional.of(p.decidedOn()) : Optional.empty();
    }
}
