package cn.daxietong.worklist;

import cn.daxietong.database.Reading;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Due;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the viewer's unit takes part in and another unit is late with; who may urge finds the action on the matter. */
@Component
class Chasing {
    private static final int MOST = 5;

    private final Reading reading;
    private final Units units;
    private final MatterLines lines;
    private final Clock clock;

    Chasing(Reading reading, Units units, MatterLines lines, Clock clock) {
        this.lines = lines;
        this.reading = reading;
        this.units = units;
        this.clock = clock;
    }

    List<LateLine> late(Viewer viewer) {
        return reading.as(viewer, db -> db.sql("""
                        select matter_id, kind, status, title, owner_unit, due_at from matter.inbox
                         where unit_id = :unit and owner_unit <> :unit and due_at < :now
                         order by due_at, matter_id limit :most
                        """)
                .param("unit", viewer.unit().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST)
                .query((row, n) -> {
                    var path = "/matters/" + row.getObject(1, UUID.class);
                    return new LateLine(
                            path,
                            row.getString(4),
                            units.shortName(new UnitId(row.getString(5))),
                            Due.running(row.getTimestamp(6).toInstant(), clock),
                            lines.urged(row.getString(2), row.getString(3)) ? path + MatterLines.URGE : null);
                })
                .list());
    }
}
