package cn.daxietong.worklist;

import cn.daxietong.database.Reading;
import cn.daxietong.identity.Accounts;
import cn.daxietong.matter.Listing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** To-dos of the viewer's unit which the viewer's post may do, by due time; one scan of one index, whatever else is joined to the few rows found. */
@Service
class Todos {
    /** Beyond this a count says so and stops; nobody reads the difference. */
    static final int COUNTED = 100;

    /** A statutory duty cannot be slept through: it wakes this long before it is due. */
    static final Duration WAKES_BEFORE = Duration.ofDays(1);

    /** Looked up row by row along the index: a join that hashes would first sort all of the unit's to-dos, whatever the limit. */
    private static final String ARRANGED = """
              from matter.todo t
              left join lateral (select g.account from worklist.assignment g
                                  where g.unit_id = t.unit_id and g.matter_id = t.matter_id and g.action = t.action offset 0) a on true
              left join lateral (select z.until, z.reason from worklist.snooze z
                                  where z.account = :account and z.matter_id = t.matter_id and z.action = t.action offset 0) s on true
            """;

    private static final String SHOWN = """
              left join lateral (select r.account from worklist.star r
                                  where r.account = :account and r.matter_id = t.matter_id and r.action = t.action offset 0) m on true
              left join lateral (select b.owner_unit from matter.inbox b
                                  where b.unit_id = t.unit_id and b.matter_id = t.matter_id offset 0) i on true
            """;

    private final Reading reading;
    private final Accounts accounts;
    private final Clock clock;

    Todos(Reading reading, Accounts accounts, Clock clock) {
        this.reading = reading;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whoever works on the unit's matters now, a disabled account not. */
    private String[] here(UnitId unit) {
        return Stream.of(Post.HANDLER, Post.HEAD)
                .flatMap(post -> accounts.holders(unit, post).stream())
                .map(holder -> holder.account().value())
                .distinct()
                .toArray(String[]::new);
    }

    /** One page, from {@code cursor} on. */
    Listing<TodoRow> page(Viewer viewer, Wanted wanted, @Nullable String cursor, int limit) {
        var from = cursor == null || cursor.isBlank() ? null : Cursor.read(cursor);
        if (!viewer.post().worksOnMatters()) {
            return new Listing<>(List.of(), null);
        }
        return reading.as(viewer, db -> page(db, viewer, wanted, from, limit));
    }

    private Listing<TodoRow> page(JdbcClient db, Viewer viewer, Wanted wanted, @Nullable Cursor from, int limit) {
        var where = where(viewer, wanted, from);
        var back = from != null && from.back();
        var rows = db.sql(pageOf(where, back, limit))
                .params(where.values())
                .query((row, n) -> read(row))
                .list();
        var more = rows.size() > limit;
        var items = more ? rows.subList(0, limit) : rows;
        if (items.isEmpty()) {
            return new Listing<>(List.of(), null);
        }
        var shown = back ? items.reversed() : items;
        return new Listing<>(
                List.copyOf(shown),
                more || back ? Cursor.at(shown.getLast(), false).text() : null,
                back
                        ? more ? Cursor.at(shown.getFirst(), true).text() : null
                        : from == null
                                ? null
                                : Cursor.at(shown.getFirst(), true).text());
    }

    /** The statement behind a page, with one row more to see whether there is another page. */
    static String pageOf(Conditions where, boolean back, int limit) {
        var way = back ? " desc" : "";
        return """
                select t.matter_id, t.place, t.kind, t.number, t.matter_title, t.action, t.title, t.due_at, t.law,
                       i.owner_unit, a.account, s.until, s.reason, m.account is not null
                """ + ARRANGED + SHOWN + where.sql() + " order by t.due_key" + way + ", t.matter_id" + way + ", t.place"
                + way
                + " limit " + (limit + 1);
    }

    /** How many, up to {@link #COUNTED}. */
    int count(Viewer viewer, Wanted wanted) {
        if (!viewer.post().worksOnMatters()) {
            return 0;
        }
        return reading.as(viewer, db -> count(db, viewer, wanted));
    }

    private int count(JdbcClient db, Viewer viewer, Wanted wanted) {
        var where = where(viewer, wanted, null);
        return db.sql("select count(*) from (select 1" + ARRANGED + where.sql() + " limit " + COUNTED + ") counted")
                .params(where.values())
                .query(Integer.class)
                .single();
    }

    /** The first of each group and how many there are, as of one moment. */
    Map<Span, Group> groups(Viewer viewer, Wanted wanted, int each) {
        if (!viewer.post().worksOnMatters()) {
            return Map.of();
        }
        return reading.as(viewer, db -> {
            var groups = new LinkedHashMap<Span, Group>();
            for (var span : Span.groups()) {
                var rows = page(db, viewer, wanted.with(span), null, each);
                var count = rows.next() == null ? rows.items().size() : count(db, viewer, wanted.with(span));
                groups.put(span, new Group(rows.items(), count));
            }
            return groups;
        });
    }

    /** @param count of all in the group, up to {@link #COUNTED} */
    record Group(List<TodoRow> rows, int count) {}

    /** Those of the asked ones that are really there for this viewer, so that nobody arranges what they may not see. */
    List<TodoRow> of(Viewer viewer, List<TodoKey> keys) {
        if (!viewer.post().worksOnMatters() || keys.isEmpty()) {
            return List.of();
        }
        return reading.as(viewer, db -> {
            var where = where(viewer, new Wanted(Span.ANY, Wanted.Whose.UNIT, false, null), null, false)
                    .and("t.matter_id = any(cast(:matters as uuid[]))")
                    .with(
                            "matters",
                            keys.stream().map(TodoKey::matter).distinct().toArray(UUID[]::new));
            return db
                    .sql("""
                            select t.matter_id, t.place, t.kind, t.number, t.matter_title, t.action, t.title, t.due_at, t.law,
                                   i.owner_unit, a.account, s.until, s.reason, m.account is not null
                            """ + ARRANGED + SHOWN + where.sql())
                    .params(where.values())
                    .query((row, n) -> read(row))
                    .list()
                    .stream()
                    .filter(row -> keys.contains(row.key()))
                    .toList();
        });
    }

    Conditions where(Viewer viewer, Wanted wanted, @Nullable Cursor from) {
        return where(viewer, wanted, from, true);
    }

    private Conditions where(Viewer viewer, Wanted wanted, @Nullable Cursor from, boolean heedsSleep) {
        var now = ZonedDateTime.now(clock);
        // The policy says the unit too; said here, it also names the index.
        var where = new Conditions()
                .and("t.unit_id = :unit and (t.post is null or t.post = :post)")
                .with("unit", viewer.unit().value())
                .with("post", viewer.post().code())
                .with("account", viewer.account().value());
        if (heedsSleep) {
            where.and(
                            wanted.asleep()
                                    ? "s.until > :now and (t.due_at is null or t.due_at > :wakes)"
                                    : "(s.until is null or s.until <= :now or t.due_at <= :wakes)")
                    .with("now", Timestamp.from(now.toInstant()))
                    .with("wakes", Timestamp.from(now.toInstant().plus(WAKES_BEFORE)));
        }
        switch (wanted.whose()) {
            // What lies in the hand of somebody who has left is the whole unit's again.
            case MINE ->
                where.and("(a.account is null or a.account = :account or a.account <> all(:here))")
                        .with("here", here(viewer.unit()));
            case GIVEN -> where.and("a.account = :account");
            case UNIT -> {}
        }
        between(where, wanted.span(), now);
        var kind = wanted.kind();
        if (kind != null && !kind.isBlank()) {
            where.and("t.kind = :kind").with("kind", kind);
        }
        if (from != null) {
            where.and("(t.due_key, t.matter_id, t.place) " + (from.back() ? "<" : ">")
                            + " (cast(:at as timestamptz), :id, :place)")
                    .with("at", from.at())
                    .with("id", from.matter())
                    .with("place", from.place());
        }
        return where;
    }

    private static void between(Conditions where, Span span, ZonedDateTime now) {
        var from = span.from(now);
        if (from != null) {
            where.and("t.due_key >= :from").with("from", Timestamp.from(from));
        }
        var until = span.until(now);
        if (until != null) {
            where.and("t.due_key < :until").with("until", Timestamp.from(until));
        }
    }

    private static TodoRow read(ResultSet row) throws SQLException {
        var owner = row.getString(10);
        var assignee = row.getString(11);
        var until = row.getTimestamp(12);
        return new TodoRow(
                new TodoKey(row.getObject(1, UUID.class), row.getString(6)),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(7),
                instant(row.getTimestamp(8)),
                row.getString(9),
                owner == null ? null : new UnitId(owner),
                assignee == null ? null : new AccountId(assignee),
                until == null ? null : new TodoRow.Asleep(until.toInstant(), row.getString(13)),
                row.getBoolean(14));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
