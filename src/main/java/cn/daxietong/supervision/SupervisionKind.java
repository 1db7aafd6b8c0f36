package cn.daxietong.supervision;

import cn.daxietong.casework.Case;
import cn.daxietong.law.SupervisionCriteria;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Scene;
import cn.daxietong.shared.UnitId;
import cn.daxietong.supervision.Supervision.Criterion;
import cn.daxietong.supervision.SupervisionAction.Apply;
import cn.daxietong.supervision.SupervisionAction.Ground;
import cn.daxietong.web.NavItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 督办 as a kind of matter. */
@Component
@Order(4)
final class SupervisionKind implements MatterKind<Supervision> {
    private final Procedure<Supervision> procedure;

    SupervisionKind(SupervisionCriteria criteria) {
        procedure = new SupervisionProcedure((apply, scene) -> answers(criteria, apply, scene)).table();
    }

    @Override
    public String code() {
        return "supervision";
    }

    @Override
    public String title() {
        return "督办";
    }

    @Override
    public String series() {
        return "鹿打私督";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(50, false);
    }

    @Override
    public Procedure<Supervision> procedure() {
        return procedure;
    }

    @Override
    public String title(Supervision s) {
        return s.title();
    }

    @Override
    public Optional<String> commodity(Supervision s) {
        return Optional.ofNullable(s.subject().commodity());
    }

    @Override
    public Optional<UnitId> answering(Supervision s) {
        return Optional.of(s.responsible());
    }

    private static List<Criterion> answers(SupervisionCriteria criteria, Apply apply, Scene scene) {
        var about = scene.about().orElseThrow();
        var asked = new SupervisionCriteria.Asked(
                value(about).orElse(null),
                apply.grounds().contains(Ground.PUBLIC_CONCERN),
                about.clocks().stream().anyMatch(c -> c.late(scene.now())),
                apply.grounds().contains(Ground.CROSS_AREA));
        return criteria.answer(asked).stream()
                .map(a -> new Criterion(a.condition(), a.answer(), a.law()))
                .toList();
    }

    /** What the goods are worth as far as the case knows it; unknown is not nothing. */
    private static Optional<BigDecimal> value(Matter<?> about) {
        if (!(about.state() instanceof Case c)) {
            return Optional.empty();
        }
        return c.facts().goods().stream()
                .map(g -> g.valueYuan())
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add);
    }
}
