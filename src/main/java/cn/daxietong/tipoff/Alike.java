package cn.daxietong.tipoff;

import cn.daxietong.database.Reading;
import cn.daxietong.shared.Viewer;
import java.util.ArrayList;
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

    private final Reading reading;
    private final Officers officers;
    private final Envelopes envelopes;

    Alike(Reading reading, Officers officers, Envelopes envelopes) {
        this.reading = reading;
        this.officers = officers;
        this.envelopes = envelopes;
    }

    private record Other(UUID id, String number) {}

    List<DeskPage.Alike> to(Viewer viewer, UUID matter, List<Envelopes.Letter> letters) {
        var keys = officers.opened(viewer);
        if (keys.isEmpty()) {
            return List.of();
        }
        var told = narrative(letters);
        var found = new ArrayList<DeskPage.Alike>();
        for (var other : others(viewer, matter)) {
            var percent = Likeness.percent(told, narrative(envelopes.open(viewer, other.id(), keys.get())));
            if (percent >= ENOUGH) {
                found.add(new DeskPage.Alike(other.id().toString(), other.number(), percent));
            }
        }
        found.sort(Comparator.comparingInt(DeskPage.Alike::percent).reversed());
        return found.stream().limit(MOST).toList();
    }

    private List<Other> others(Viewer viewer, UUID matter) {
        return reading.as(viewer, db -> db.sql("""
                        select matter_id, number from matter.inbox
                         where unit_id = ? and kind = 'tipoff' and matter_id <> ?
                         order by created_at desc limit ?
                        """)
                .params(viewer.unit().value(), matter, LOOKED_AT)
                .query((row, n) -> new Other(row.getObject(1, UUID.class), row.getString(2)))
                .list());
    }

    private static String narrative(List<Envelopes.Letter> letters) {
        return letters.stream()
                .filter(l -> l.compartment() == Compartment.NARRATIVE)
                .map(l -> l.told().text())
                .findFirst()
                .orElse("");
    }
}
