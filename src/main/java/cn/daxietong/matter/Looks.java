package cn.daxietong.matter;

import cn.daxietong.attachment.ReadTrace;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

/** Notes that a person looked; a lost look after a power cut is the price of not waiting for the disk on every page. */
final class Looks implements ReadTrace {
    private final Writing writing;
    private final Clock clock;

    Looks(Writing writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public void looked(Viewer viewer, UUID matter, String purpose) {
        writing.run(db -> {
            db.sql("set local synchronous_commit = off").update();
            db.sql("insert into matter.reading (matter_id, at, account, unit_id, purpose) values (?, ?, ?, ?, ?)")
                    .params(
                            matter,
                            Timestamp.from(clock.instant()),
                            viewer.account().value(),
                            viewer.unit().value(),
                            purpose)
                    .update();
        });
    }
}
