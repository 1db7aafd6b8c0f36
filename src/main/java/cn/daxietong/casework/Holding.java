package cn.daxietong.casework;

import cn.daxietong.casework.CaseAction.Item;
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
import java.util.function.UnaryOperator;

/** Everything of a case that is under a measure, each item in one unit's custody, and the seizures by which it came there. */
record Holding(
        @Title("涉案物品") List<Exhibit> items,
        boolean seizureExtended,
        @Title("查封扣押") List<Seizure> seizures) {
    static final Holding NONE = new Holding(List.of(), false, List.of());

    @SuppressWarnings("NullAway") // what was written before seizures were signed arrives as null
    Holding {
        seizures = seizures == null ? List.of() : seizures;
    }

    Holding plus(List<Item> more, Measure measure, UnitId custodian) {
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
        return new Holding(List.copyOf(all), seizureExtended, seizures);
    }

    Holding seized(Seize s, Scene scene) {
        var held = plus(s.items(), Measure.SEIZED, scene.unit()).items;
        var which = held.stream().skip(items.size()).map(Exhibit::id).toList();
        var all = new ArrayList<>(seizures);
        all.add(Seizure.made(which, s, Signed.by(scene)));
        return new Holding(held, seizureExtended, List.copyOf(all));
    }

    /** The head signs one after another, so that each decision is seen before it is signed. */
    Holding approved(boolean urgent, Scene scene) {
        var all = new ArrayList<>(seizures);
        toSign(urgent, scene.unit()).ifPresent(s -> all.set(all.indexOf(s), s.approved(Signed.by(scene))));
        return new Holding(items, seizureExtended, List.copyOf(all));
    }

    /** The first seizure that still waits for the signature of this unit's head. */
    Optional<Seizure> toSign(boolean urgent, UnitId unit) {
        return seizures.stream()
                .filter(s -> s.urgent() == urgent && s.awaitsSignatureIn(unit))
                .findFirst();
    }

    Holding extended() {
        return new Holding(items, true, seizures);
    }

    Holding changed(List<String> which, UnaryOperator<Exhibit> change) {
        var now = items.stream()
                .map(e -> which.contains(e.id()) ? change.apply(e) : e)
                .toList();
        return new Holding(now, seizureExtended, seizures);
    }
}
