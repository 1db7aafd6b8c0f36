package cn.daxietong.tipoff;

import cn.daxietong.shared.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds earlier tip-offs that say much the same, with the officer's own open keys and in memory: nothing that could be searched is ever stored. */
@Component
class Alike {
    private static final int LOOKED_AT = 200;
    private static final int ENOUGH = 25;
    private static final int MOST = 5;

    private final Officers officers;
    private final Envelopes envelopes;

    Alike(Officers officers, Envelopes envelopes) {
        this.officers = officers;
        this.envelopes = envelopes;
    }

    /** The narratives are read at once, whatever their number; the officer asks for it, as it takes a while. */
    List<DeskPage.Alike> to(Viewer viewer, UUID matter, List<Envelopes.Letter> letters) {
        var keys = officers.opened(viewer);
        if (keys.isEmpty()) {
            return List.of();
        }
        var told = letters.stream()
                .filter(l -> l.compartment() == Compartment.NARRATIVE)
                .map(l -> l.told().text())
                .findFirst()
                .orElse("");
        return envelopes.narratives(viewer, matter, keys.get(), LOOKED_AT).stream()
                .map(other -> new DeskPage.Alike(
                        other.matter().toString(),
                        other.number(),
                        Likeness.percent(told, other.told().text())))
                .filter(other -> other.percent() >= ENOUGH)
                .sorted(Comparator.comparingInt(DeskPage.Alike::percent).reversed())
                .limit(MOST)
                .toList();
    }
}
