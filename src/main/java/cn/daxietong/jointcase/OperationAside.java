package cn.daxietong.jointcase;

import cn.daxietong.database.Reading;
import cn.daxietong.matter.Aside;
import cn.daxietong.matter.Seen;
import cn.daxietong.matter.Shown;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Beside an operation: the way to its live board, and for whoever may plan who looked at its places before. */
@Component
class OperationAside implements Aside {
    private final Reading reading;
    private final Units units;

    OperationAside(Reading reading, Units units) {
        this.reading = reading;
        this.units = units;
    }

    @Override
    public Optional<Shown.Group> beside(Viewer viewer, Seen<?> seen) {
        return seen.matter().state() instanceof Operation operation
                ? Optional.of(group(viewer, seen, operation))
                : Optional.empty();
    }

    private Shown.Group group(Viewer viewer, Seen<?> seen, Operation operation) {
        var id = seen.matter().id();
        var lines = new ArrayList<Shown>();
        lines.add(new Shown.Line("实时看板", "各单位出动和战果", "/operations/" + id + "/board"));
        if (!mayPlan(viewer)) {
            return new Shown.Group("行动看板", List.copyOf(lines));
        }
        reading.as(viewer, db -> {
            for (var site : operation.sites()) {
                var visits = Visits.of(db, id, site, Instant.EPOCH);
                lines.add(new Shown.Line(site.name(), visits.isEmpty() ? "以往没有检查记录" : "以往检查：" + said(visits), null));
            }
            return Boolean.TRUE;
        });
        return new Shown.Group("行动看板和以往的检查", List.copyOf(lines));
    }

    /** An enterprise or a court takes part in one operation and need not know where others have been. */
    private boolean mayPlan(Viewer viewer) {
        return viewer.unit().equals(UnitId.OFFICE)
                || units.find(viewer.unit())
                        .filter(u -> u.kind().investigates())
                        .isPresent();
    }

    private String said(List<Visits.Visit> visits) {
        return visits.stream()
                .map(v -> RepeatVisitGuard.DAY.format(v.at()) + units.shortName(v.lead()) + "牵头")
                .collect(Collectors.joining("；"));
    }
}
