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
import java.util.Arrays;
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

    /** The first of this kind that still waits for the signature of this unit's head, so that each is seen before it is signed. */
    Optional<Taking> toSign(Taking.Kind kind, UnitId unit) {
        return waiting(kind, t -> t.awaitsSignatureIn(unit));
    }

    /** As {@link #toSign(Taking.Kind, UnitId)}, in whichever unit. */
    Optional<Taking> waiting(Taking.Kind kind) {
        return waiting(kind, t -> t.decided().isEmpty());
    }

    private Optional<Taking> waiting(Taking.Kind kind, Predicate<Taking> which) {
        return of(kind).stream()
                .filter(t -> kind == Taking.Kind.PRESERVATION || t.urgent() == (kind == Taking.Kind.URGENT_SEIZURE))
                .filter(which)
                .findFirst();
    }

    /** Whether anything taken by this unit waits for the signature of its head. */
    boolean toSign(UnitId unit) {
        return Arrays.stream(Taking.Kind.values())
                .anyMatch(kind -> toSign(kind, unit).isPresent());
    }

    Holding approved(Taking.Kind kind, Scene scene) {
        return toSign(kind, scene.unit())
                .map(t -> with(kind, t, t.approved(Signed.by(scene))))
                .orElse(this);
    }

    /** What is not approved is no measure, and its items are given back. */
    Holding refused(Taking.Kind kind, String reason, Scene scene) {
        return toSign(kind, scene.unit())
                .map(t -> with(kind, t, t.refused(reason, Signed.by(scene)))
                        .changed(t.items(), e -> e.held() ? e.under(Measure.RELEASED) : e))
                .orElse(this);
    }

    /** What the head refused last; of several at one time the last in the list. */
    Optional<Taking> refusedLast() {
        return Stream.concat(seizures.stream(), preservations.stream())
                .filter(t -> t.refusal() != null)
                .reduce(Taking::later);
    }

    Holding extended() {
        return new Holding(items, true, seizures, preservations);
    }

    /** Once nothing is seized any more a later seizure has its own limit, which may be extended once (行政强制法 第二十五条). */
    Holding changed(List<String> which, UnaryOperator<Exhibit> change) {
        var now = items.stream()
                .map(e -> which.contains(e.id()) ? change.apply(e) : e)
                .toList();
        var seized = now.stream().anyMatch(e -> e.measure() == Measure.SEIZED);
        return new Holding(now, seizureExtended && seized, seizures, preservations);
    }

    private Holding with(Taking.Kind kind, Taking old, Taking next) {
        var all = of(kind).stream().map(t -> t.equals(old) ? next : t).toList();
        return kind == Taking.Kind.PRESERVATION
                ? new Holding(items, seizureExtended, seizures, all)
                : new Holding(items, seizureExtended, all, preservations);
    }

    private List<Taking> of(Taking.Kind kind) {
        return kind == Taking.Kind.PRESERVATION ? preservations : seizures;
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
}
