package cn.daxietong.oversight;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.matter.Listing;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the procuratorate should see at once, from what was done anyway: read by its own people alone, and every look on record. */
@Component
class Radar {
    /** Beyond this a count says "more than". */
    static final int COUNTED = 1000;

    private static final int FETCHED = 500;
    private static final String COLUMNS =
            "matter_id, ground, opens, kind, number, title, unit_id, article, since, due_at";

    private final Reading reading;
    private final Writing writing;
    private final Clock clock;

    Radar(Reading reading, Writing writing, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
    }

    /** Whose page it is: those who work on matters in the procuratorate, not its administrators. */
    static boolean mayLook(Viewer viewer) {
        return viewer.unit().equals(UnitId.PROCURATORATE) && viewer.post().worksOnMatters();
    }

    /** @throws Refusal {@code not_found}, as for a page that does not exist, where it is not theirs */
    static void check(Viewer viewer) {
        if (!mayLook(viewer)) {
            throw Refusal.notFound();
        }
    }

    /** One page; those of whose grounds the time has come. */
    Listing<RadarRow> page(Viewer viewer, RadarFilter filter, @Nullable String cursor, int limit) {
        check(viewer);
        var from = RadarCursor.read(cursor);
        var back = from != null && from.back();
        var where = new Where(viewer, filter, from);
        var sql = "select " + COLUMNS + " from oversight.radar" + where.sql() + order(filter.sort(), back) + " limit "
                + (limit + 1);
        var rows = reading.as(
                viewer,
                db -> db.sql(sql).params(where.values).query(Radar::read).list());
        var more = rows.size() > limit;
        var items = more ? rows.subList(0, limit) : rows;
        if (items.isEmpty()) {
            return new Listing<>(List.of(), null);
        }
        var turned = List.copyOf(back ? items.reversed() : items);
        return new Listing<>(
                turned,
                back || more
                        ? RadarCursor.at(turned.getLast(), filter.sort(), false).text()
                        : null,
                (back ? more : from != null)
                        ? RadarCursor.at(turned.getFirst(), filter.sort(), true).text()
                        : null);
    }

    /** All of them up to {@code most}, as of one moment, a few hundred at a time in memory. */
    void each(Viewer viewer, RadarFilter filter, int most, Consumer<RadarRow> reader) {
        check(viewer);
        var where = new Where(viewer, filter, null);
        var sql = "select " + COLUMNS + " from oversight.radar" + where.sql() + order(filter.sort(), false) + " limit "
                + most;
        reading.as(viewer, db -> {
            db.sql(sql).withFetchSize(FETCHED).params(where.values).query(row -> {
                reader.accept(read(row, 0));
            });
            return Boolean.TRUE;
        });
    }

    /** How many, up to {@link #COUNTED}. */
    int count(Viewer viewer, RadarFilter filter) {
        check(viewer);
        var where = new Where(viewer, filter, null);
        return reading.as(viewer, db -> db.sql("select count(*) from (select 1 from oversight.radar" + where.sql()
                        + " limit " + COUNTED + ") counted")
                .params(where.values)
                .query(Integer.class)
                .single());
    }

    /** Puts a look on record before anything is shown. */
    void looked(Viewer viewer, String purpose, RadarFilter filter, int rows) {
        writing.run(db -> db.sql(
                        "insert into oversight.radar_look (at, account, unit_id, purpose, filter, rows) values (?, ?, ?, ?, ?, ?)")
                .params(
                        Timestamp.from(clock.instant()),
                        viewer.account().value(),
                        viewer.unit().value(),
                        purpose,
                        filter.query(),
                        rows)
                .update());
    }

    /** One look. */
    record RadarLook(Instant at, String account, String purpose, String filter, int rows) {}

    /** Who looked, newest first. */
    List<RadarLook> looks(Viewer viewer, int limit) {
        check(viewer);
        return reading.as(viewer, db -> db.sql("""
                        select at, account, purpose, filter, rows from oversight.radar_look where unit_id = ? order by id desc limit ?
                        """)
                .params(viewer.unit().value(), limit)
                .query((row, n) -> new RadarLook(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5)))
                .list());
    }

    private static String order(RadarFilter.Sort sort, boolean back) {
        var way = sort.ascending() == back ? " desc" : "";
        return " order by " + sort.column() + way + ", matter_id" + way + ", ground" + way;
    }

    private static RadarRow read(ResultSet row, int n) throws SQLException {
        var due = row.getTimestamp(10);
        return new RadarRow(
                row.getObject(1, UUID.class),
                Objects.requireNonNull(Ground.of(row.getString(2))),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                new UnitId(row.getString(7)),
                row.getString(8),
                row.getTimestamp(9).toInstant(),
                due == null ? null : due.toInstant());
    }

    /** The conditions; every fragment is a constant and every value a parameter. */
    private final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Where(Viewer viewer, RadarFilter filter, @Nullable RadarCursor from) {
            // The policy says the same; said here too, it also names the index.
            and("overseer = ?", viewer.unit().value());
            and("since <= ?", Timestamp.from(clock.instant()));
            var ground = filter.ground();
            if (ground != null) {
                and("ground = ?", ground.code());
            }
            var unit = filter.unit();
            if (unit != null) {
                and("unit_id = ?", unit);
            }
            if (from != null) {
                var ascending = filter.sort().ascending() != from.back();
                and(
                        "(" + filter.sort().column() + ", matter_id, ground) " + (ascending ? ">" : "<")
                                + " (?::timestamptz, ?, ?)",
                        from.at(),
                        from.matter(),
                        from.ground());
            }
        }

        private void and(String condition, Object... parameters) {
            conditions.add(condition);
            values.addAll(List.of(parameters));
        }

        String sql() {
            return " where " + String.join(" and ", conditions);
        }
    }
}
