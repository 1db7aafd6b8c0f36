package cn.daxietong.matter;

import cn.daxietong.database.Writing;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those concerned of clocks that have run out: what the rule of each names, and no more. */
final class RunOutClocks {
    private static final Logger log = LoggerFactory.getLogger(RunOutClocks.class);

    private final Writing writing;
    private final Proceedings proceedings;
    private final Clock clock;

    RunOutClocks(Writing writing, Proceedings proceedings, Clock clock) {
        this.writing = writing;
        this.proceedings = proceedings;
        this.clock = clock;
    }

    /** What the entry of a clock that ran out says. */
    record RanOut(String clock) {}

    private record Due(UUID matter, String clock) {}

    /** Returns of how many matters somebody was told. */
    int announce(int most) {
        var now = clock.instant();
        var due = writing.inTransaction(db -> db.sql("""
                        select matter_id, clock from matter.clock
                         where ended_at is null and not suspended and not announced and due_at < ?
                         order by due_at, matter_id, place
                         limit ?
                        """)
                .params(Timestamp.from(now), most)
                .query((row, n) -> new Due(row.getObject(1, UUID.class), row.getString(2)))
                .list());
        var told = new HashSet<UUID>();
        for (var one : due) {
            try {
                if (proceedings.unattended(
                        one.matter(), "clock_ran_out", new RanOut(one.clock()), new RunsOut(one.clock()))) {
                    told.add(one.matter());
                }
            } catch (RuntimeException e) {
                // One matter that cannot be read must not keep everybody else's deadlines silent.
                log.warn("事项 {} 的到期提醒未发出，下次再试", one.matter(), e);
            }
        }
        return told.size();
    }

    /** A clock that was met or told of meanwhile leaves the matter as it is. */
    private record RunsOut(String clock) implements Proceedings.Unattended {
        @Override
        public <S> Optional<Decision<S>> decide(Decider decider, MatterKind<S> kind, Matter<S> matter, Scene scene) {
            return matter.clocks().stream()
                    .filter(c -> c.clock().equals(clock) && c.runs() && !c.announced())
                    .findFirst()
                    .map(c -> decider.clockRanOut(kind, matter, c, scene));
        }
    }
}
