package cn.daxietong.matter;

import cn.daxietong.database.Writing;
import cn.daxietong.organization.OpenWork;
import cn.daxietong.organization.Unit;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.UnitId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a unit is merged into another, every matter in which it had a part passes to the one that goes on with its functions; each as an entry of its own, so a run that is cut off goes on where it stopped.
 */
final class Succession implements OpenWork {
    private static final Logger log = LoggerFactory.getLogger(Succession.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 500;

    private final Writing writing;
    private final Proceedings proceedings;
    private final Units units;
    private final Clock clock;

    Succession(Writing writing, Proceedings proceedings, Units units, Clock clock) {
        this.writing = writing;
        this.proceedings = proceedings;
        this.units = units;
        this.clock = clock;
    }

    /** What the entry of a reform says. */
    record Succeeded(UnitId from, UnitId into) {}

    /** Returns how many matters passed on. */
    int run() {
        var today = LocalDate.now(clock);
        return units.ever().stream()
                .filter(u -> !u.standsOn(today))
                .mapToInt(this::run)
                .sum();
    }

    private int run(Unit gone) {
        var into = gone.mergedInto();
        return into == null ? 0 : run(new Succeeded(gone.id(), into));
    }

    private int run(Succeeded reform) {
        int passed = 0;
        var last = FIRST;
        while (true) {
            var ids = seenBy(reform.from(), last);
            for (var id : ids) {
                passed += pass(id, reform) ? 1 : 0;
            }
            if (ids.size() < BATCH) {
                return passed;
            }
            last = ids.getLast();
        }
    }

    private List<UUID> seenBy(UnitId unit, UUID after) {
        return writing.inTransaction(db ->
                db.sql("""
                        select matter_id from matter.inbox where unit_id = ? and matter_id > ? order by matter_id limit ?
                        """).params(unit.value(), after, BATCH).query(UUID.class).list());
    }

    private boolean pass(UUID id, Succeeded reform) {
        try {
            return proceedings.unattended(id, "unit_succeeded", reform, new Proceedings.Unattended() {
                @Override
                public <S> Optional<Decision<S>> decide(
                        Decider decider, MatterKind<S> kind, Matter<S> matter, Scene scene) {
                    return decider.succeeded(kind, matter, reform.from(), reform.into(), scene);
                }
            });
        } catch (RuntimeException e) {
            // One matter that cannot be read must not leave all others with a unit that is no more.
            log.warn("事项 {} 未能转给接续单位，下次再试", id, e);
            return false;
        }
    }

    @Override
    public int of(UnitId unit) {
        return writing.inTransaction(db ->
                db.sql("""
                        select count(*) from (
                            select matter_id from matter.inbox where unit_id = :unit and owner_unit = :unit and not closed
                             union
                            select matter_id from matter.todo where unit_id = :unit) m
                        """).param("unit", unit.value()).query(Integer.class).single());
    }
}
