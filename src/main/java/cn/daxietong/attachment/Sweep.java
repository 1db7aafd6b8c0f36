package cn.daxietong.attachment;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.UnitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes what was sent and not handed in within a day: 个人信息保护法 第十九条, kept no longer than its purpose needs. */
final class Sweep {
    static final Duration GRACE = Duration.ofDays(1);
    private static final int TOGETHER = 500;

    private final ContentStore store;
    private final Writing writing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sweep(ContentStore store, Writing writing, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.writing = writing;
        this.events = events;
        this.clock = clock;
    }

    private record Row(String sha256, UnitId unit, long size) {}

    /** Returns how many rows and nameless files went. */
    int run() {
        int swept = 0;
        int more;
        do {
            more = writing.inTransaction(this::unlinked);
            swept += more;
        } while (more == TOGETHER);
        return swept + nameless();
    }

    private int unlinked(JdbcClient db) {
        Filing.alone(db);
        var rows = db.sql("""
                        delete from attachment.file
                         where id in (select id from attachment.file where not linked and uploaded_at < ? order by uploaded_at limit ?)
                           and not linked
                        returning sha256, unit, size
                        """)
                .params(clock.instant().minus(GRACE).atOffset(ZoneOffset.UTC), TOGETHER)
                .query((row, n) -> new Row(row.getString(1), new UnitId(row.getString(2)), row.getLong(3)))
                .list();
        var byUnit = new HashMap<UnitId, UploadsSwept>();
        for (var row : rows) {
            byUnit.merge(
                    row.unit(),
                    new UploadsSwept(row.unit(), 1, row.size()),
                    (a, b) -> new UploadsSwept(a.unit(), a.files() + b.files(), a.bytes() + b.bytes()));
        }
        byUnit.values().forEach(events::publishEvent);
        remove(db, rows.stream().map(Row::sha256).toList());
        return rows.size();
    }

    /** Contents without a row: the platform was killed after the file had its name and before its row was committed. */
    private int nameless() {
        int removed = 0;
        var old = store.placedBefore(clock.instant().minus(GRACE));
        for (int from = 0; from < old.size(); from += TOGETHER) {
            var some = old.subList(from, Math.min(old.size(), from + TOGETHER));
            removed += writing.inTransaction(db -> {
                Filing.alone(db);
                return remove(db, some);
            });
        }
        return removed;
    }

    /** Those contents that no row names any more. */
    private int remove(JdbcClient db, Collection<String> contents) {
        var gone = new HashSet<>(contents);
        gone.removeAll(named(db, contents));
        for (var sha256 : gone) {
            try {
                Files.deleteIfExists(store.path(sha256));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return gone.size();
    }

    private static Set<String> named(JdbcClient db, Collection<String> contents) {
        return Set.copyOf(db.sql("select distinct sha256 from attachment.file where sha256 = any(?)")
                .param(contents.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** What the sweeping must never meet halfway: a content that has its name and not yet its row. */
    static final class Filing {
        private static final long LOCK = 450_223_007L;

        private Filing() {}

        static void amongOthers(JdbcClient db) {
            lock(db, "select pg_advisory_xact_lock_shared(?)");
        }

        static void alone(JdbcClient db) {
            lock(db, "select pg_advisory_xact_lock(?)");
        }

        private static void lock(JdbcClient db, String sql) {
            db.sql(sql).param(LOCK).query((row, n) -> n).list();
        }
    }
}
