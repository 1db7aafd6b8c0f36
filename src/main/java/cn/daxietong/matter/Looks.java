package cn.daxietong.matter;

import cn.daxietong.attachment.ReadTrace;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Notes that a person looked; a lost look after a power cut is the price of not waiting for the disk on every page. */
final class Looks implements ReadTrace {
    /** A board on a wall asks every few seconds; a trace each time would bury everybody else's. */
    private static final Duration STANDING = Duration.ofMinutes(30);

    private static final String NOTE =
            "insert into matter.reading (matter_id, at, account, unit_id, purpose) select ?, ?, ?, ?, ?";
    private static final String UNLESS_NOTED =
            " where not exists (select from matter.reading where matter_id = ? and at > ? and account = ? and unit_id = ? and purpose = ?)";

    private final Writing writing;
    private final Clock clock;

    Looks(Writing writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public void looked(Viewer viewer, UUID matter, String purpose) {
        note(NOTE, line(viewer, matter, clock.instant(), purpose));
    }

    /** As {@link #looked}, of a page that asks for itself anew while it stands open: one trace for each person and half an hour. */
    void watched(Viewer viewer, UUID matter, String purpose) {
        var now = clock.instant();
        var values = new ArrayList<>(line(viewer, matter, now, purpose));
        values.addAll(line(viewer, matter, now.minus(STANDING), purpose));
        note(NOTE + UNLESS_NOTED, values);
    }

    private void note(String sql, List<Object> values) {
        writing.run(db -> {
            db.sql("set local synchronous_commit = off").update();
            db.sql(sql).params(values).update();
        });
    }

    private static List<Object> line(Viewer viewer, UUID matter, Instant at, String purpose) {
        return List.of(
                matter,
                Timestamp.from(at),
                viewer.account().value(),
                viewer.unit().value(),
                purpose);
    }
}
