package cn.daxietong.casework;

import cn.daxietong.casework.CaseAction.Item;
import cn.daxietong.casework.CaseAction.PreserveEvidence;
import cn.daxietong.casework.CaseAction.Seize;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import cn.daxietong.transfer.Exhibit;
import cn.daxietong.transfer.Exhibit.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Everything of a case that is under a measure, each item in one unit's custody, and the acts by which it came there. */
record Holding(
        @Title("涉案物品") List<Exhibit> items,
        boolean seizureExtended,
        @Title("查封扣押") List<Taking> seizures,
        @Title("先行登记保存") List<Taking> preservations) {
    static final Holding NONE = new Holding(List.of(), false, List.of(), List.of());

    @SuppressWarnings("NullAway") // what was written before the measures were signed arrives as null
    Holding {
        seizures = seizures == null ? List.of() : seizures;
        preservations = preservations == null ? List.of() : preservations;
    }

    Holding seized(Seize s, Scene scene) {
        var held = plus(s.items(), Measure.SEIZED, scene.unit());
        var by = Signed.by(scene);
        var taking = Boolean.TRUE.equals(s.urgent())
                ? Taking.onTheSpot(added(held), s.seizedAt(), by)
                : Taking.made(added(held), s.seizedAt(), by);
        return new Holding(held, seizureExtended, and(seizures, taking), preservations);
    }

    Holding preserved(PreserveEvidence p, Scene scene) {
        var held = plus(p.items(), Measure.PRESERVED, scene.unit());
        var taking = Taking.made(added(held), p.preservedAt(), Signed.by(scene));
        return new Holding(held, seizureExtended, seizures, and(preservations, taking));
    }

    Holding seizureApproved(boolean urgent, Scene scene) {
        return new Holding(items, seizureExtended, signed(seizures, t -> t.urgent() == urgent, scene), preservations);
    }

    Holding preservationApproved(Scene scene) {
        return new Holding(items, seizureExtended, seizures, signed(preservations, t -> true, scene));
    }

    boolean seizureToSign(boolean urgent, UnitId unit) {
        return toSign(seizures, t -> t.urgent() == urgent, unit).isPresent();
    }

    boolean preservationToSign(UnitId unit) {
        return toSign(preservations, t -> true, unit).isPresent();
    }

    Holding extended() {
        return new Holding(items, true, seizures, preservations);
    }

    Holding changed(List<String> which, UnaryOperator<Exhibit> change) {
        var now = items.stream()
                .map(e -> which.contains(e.id()) ? change.apply(e) : e)
                .toList();
        return new Holding(now, seizureExtended, seizures, preservations);
    }

    private List<Exhibit> plus(List<Item> more, Measure measure, UnitId custodian) {
        var all = new ArrayList<>(items);
        for (var item : more) {
            all.add(new Exhibit(
                    String.valueOf(all.size() + 1),
                    item.description(),
                    item.quantity(),
                    item.unit(),
                    item.valueYuan(),
                    item.location(),
                    measure,
                    custodian));
        }
        return List.copyOf(all);
    }

    private List<String> added(List<Exhibit> now) {
        return now.stream().skip(items.size()).map(Exhibit::id).toList();
    }

    private static List<Taking> and(List<Taking> before, Taking next) {
        return Stream.concat(before.stream(), Stream.of(next)).toList();
    }

    /** The head signs one after another, so that each decision is seen before it is signed. */
    private static List<Taking> signed(List<Taking> takings, Predicate<Taking> which, Scene scene) {
        var all = new ArrayList<>(takings);
        toSign(takings, which, scene.unit()).ifPresent(t -> all.set(all.indexOf(t), t.approved(Signed.by(scene))));
        return List.copyOf(all);
    }

    /** The first that still waits for the signature of this unit's head. */
    private static Optional<Taking> toSign(List<Taking> takings, Predicate<Taking> which, UnitId unit) {
        return takings.stream()
                .filter(which)
                .filter(t -> t.awaitsSignatureIn(unit))
                .findFirst();
    }
}
