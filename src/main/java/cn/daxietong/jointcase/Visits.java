package cn.daxietong.jointcase;

import cn.daxietong.jointcase.OperationAction.Site;
import cn.daxietong.shared.UnitId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks which places other operations visited, so that nobody is looked at twice without a reason (方案三（二）、三（五）). */
final class Visits {
    private static final int MOST = 10;

    private Visits() {}

    /** That a place was visited: when and under whose lead, never what was found. */
    record Visit(Instant at, UnitId lead) {}

    /** The visits of other operations from then on, newest first. */
    static List<Visit> of(JdbcClient db, UUID operation, Site site, Instant since) {
        return db.sql("""
                        select distinct visited_at, unit_id from jointcase.visit
                         where spot = any(?::text[]) and matter_id <> ? and visited_at >= ?
                         order by visited_at desc, unit_id limit ?
                        """)
                .params(VisitTable.keys(site).toArray(new String[0]), operation, Timestamp.from(since), MOST)
                .query((row, n) -> new Visit(row.getTimestamp(1).toInstant(), new UnitId(row.getString(2))))
                .list();
    }

    /** How far back another visit counts as a repeat; absent until the office sets it, for neither notice nor law names a figure. */
    static Optional<Duration> window(JdbcClient db) {
        return db.sql("select days from jointcase.visit_window order by id desc limit 1")
                .query(Integer.class)
                .optional()
                .filter(days -> days > 0)
                .map(Duration::ofDays);
    }
}
