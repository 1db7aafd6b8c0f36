package cn.daxietong.matter;

import cn.daxietong.database.Parameters;
import cn.daxietong.database.Reading;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of what a unit may see: one covering index each, keyset pages, and a count only up to what fits on a screen's worth of attention. */
public final class Inboxes {
    /** Beyond this a count says "more than", for nobody reads the difference and everybody would pay for it. */
    public static final int COUNTED = 1000;

    private static final int SEARCHED = 1000;
    private static final int FETCHED = 500;
    private static final int SHORTEST_IDENTIFIER = 5;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String COLUMNS =
            "matter_id, kind, number, title, status, owner_unit, commodity, due_at, created_at, updated_at";

    private final Reading reading;
    private final Kinds kinds;
    private final Clock clock;
    private final Vault vault;

    Inboxes(Reading reading, Kinds kinds, Clock clock, Vault vault) {
        this.reading = reading;
        this.kinds = kinds;
        this.clock = clock;
        this.vault = vault;
    }

    /** One page, from {@code cursor} on. */
    public Listing<InboxRow> page(Viewer viewer, Filter filter, @Nullable String cursor, int limit) {
        filter.check(kinds);
        var from = cursor == null || cursor.isBlank() ? null : Cursor.read(cursor);
        if (!viewer.post().worksOnMatters()) {
            return new Listing<>(List.of(), null);
        }
        var rows = reading.as(viewer, db -> rows(db, viewer, filter, from, limit + 1));
        var more = rows.size() > limit;
        var items = more ? rows.subList(0, limit) : rows;
        if (items.isEmpty()) {
            return new Listing<>(List.of(), null);
        }
        if (from != null && from.back()) {
            var turned = items.reversed();
            return new Listing<>(
                    List.copyOf(turned),
                    Cursor.after(turned.getLast(), filter.byDue()).text(),
                    more ? Cursor.before(turned.getFirst(), filter.byDue()).text() : null);
        }
        return new Listing<>(
                List.copyOf(items),
                more ? Cursor.after(items.getLast(), filter.byDue()).text() : null,
                from == null
                        ? null
                        : Cursor.before(items.getFirst(), filter.byDue()).text());
    }

    /**
     * All of them up to {@code most}, in the list's order and as of one moment, a few hundred at a time in memory. One statement and not pages:
     * a row that changes while pages are read would move before the cursor and be missed.
     */
    public void each(Viewer viewer, Filter filter, int most, Consumer<InboxRow> reader) {
        filter.check(kinds);
        if (!viewer.post().worksOnMatters()) {
            return;
        }
        reading.as(viewer, db -> {
            var where = new Where(viewer, filter, null);
            where.searched(db);
            db.sql("select " + COLUMNS + " from matter.inbox" + where.sql() + order(filter, false) + " limit " + most)
                    .withFetchSize(FETCHED)
                    .params(where.values)
                    .query(row -> {
                        reader.accept(read(row));
                    });
            return Boolean.TRUE;
        });
    }

    /** The line of one matter, where this viewer may see it. */
    Optional<InboxRow> row(Viewer viewer, UUID id) {
        return reading.as(
                viewer, db -> db.sql("select " + COLUMNS + " from matter.inbox where unit_id = ? and matter_id = ?")
                        .params(viewer.unit().value(), id)
                        .query((row, n) -> read(row))
                        .optional());
    }

    /** The matter of this number, where this viewer may see it. */
    public Optional<InboxRow> numbered(Viewer viewer, String kind, String number) {
        if (!viewer.post().worksOnMatters()) {
            return Optional.empty();
        }
        return reading.as(viewer, db -> db.sql("select " + COLUMNS + " from matter.inbox where unit_id = ? and kind = ?"
                        + " and matter_id = (select id from matter.matter where number = ?)")
                .params(viewer.unit().value(), kind, number)
                .query((row, n) -> read(row))
                .optional());
    }

    /** How many, up to {@link #COUNTED}. */
    public int count(Viewer viewer, Filter filter) {
        filter.check(kinds);
        if (!viewer.post().worksOnMatters()) {
            return 0;
        }
        return reading.as(viewer, db -> {
            var where = new Where(viewer, filter, null);
            where.searched(db);
            return db.sql("select count(*) from (select 1 from matter.inbox" + where.sql() + " limit " + COUNTED
                            + ") counted")
                    .params(where.values)
                    .query(Integer.class)
                    .single();
        });
    }

    private List<InboxRow> rows(JdbcClient db, Viewer viewer, Filter filter, @Nullable Cursor from, int limit) {
        var where = new Where(viewer, filter, from);
        where.searched(db);
        var order = order(filter, from != null && from.back());
        return db.sql("select " + COLUMNS + " from matter.inbox" + where.sql() + order + " limit " + limit)
                .params(where.values)
                .query((row, n) -> read(row))
                .list();
    }

    private static String order(Filter filter, boolean back) {
        if (filter.byDue()) {
            return back ? " order by due_at desc, matter_id desc" : " order by due_at, matter_id";
        }
        return back ? " order by updated_at, matter_id" : " order by updated_at desc, matter_id desc";
    }

    static InboxRow read(ResultSet row) throws SQLException {
        var due = row.getTimestamp(8);
        return new InboxRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new UnitId(row.getString(6)),
                row.getString(7),
                due == null ? null : due.toInstant(),
                row.getTimestamp(9).toInstant(),
                row.getTimestamp(10).toInstant());
    }

    /** The conditions; every fragment is a constant and every value a parameter. */
    private final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private final Filter filter;
        private @Nullable Timestamp dueFrom;
        private @Nullable Timestamp dueUntil;

        Where(Viewer viewer, Filter filter, @Nullable Cursor from) {
            this.filter = filter;
            // The policy says the same; said here too, it also names the index.
            and("unit_id = ?", viewer.unit().value());
            andIf("kind = ?", filter.kind());
            andIf("status = ?", filter.status());
            andIf("owner_unit = ?", filter.unit());
            andIf("commodity = ?", filter.commodity());
            due();
            if (from != null) {
                // By due the list ascends, by newest it descends, and backwards each turns round.
                var ascending = filter.byDue() != from.back();
                and(
                        (filter.byDue() ? "(due_at, matter_id)" : "(updated_at, matter_id)")
                                + (ascending ? " > (?, ?)" : " < (?, ?)"),
                        Timestamp.from(from.at()),
                        from.id());
            }
        }

        private void due() {
            if (filter.byDue()) {
                conditions.add("due_at is not null");
            }
            var due = filter.due();
            if (due == null) {
                return;
            }
            var now = clock.instant();
            var endOfToday = now.atZone(ZONE)
                    .toLocalDate()
                    .atTime(LocalTime.MAX)
                    .atZone(ZONE)
                    .toInstant();
            if (due.equals("overdue")) {
                dueUntil = Timestamp.from(now);
                and("due_at < ?", dueUntil);
            } else {
                var until = due.equals("today") ? endOfToday : endOfToday.plus(java.time.Duration.ofDays(7));
                dueFrom = Timestamp.from(now);
                dueUntil = Timestamp.from(until);
                and("due_at >= ? and due_at <= ?", dueFrom, dueUntil);
            }
        }

        /** Runs the text search first, so that its few ids drive the rest. */
        void searched(JdbcClient db) {
            var q = filter.q();
            if (q != null) {
                var ids = new HashSet<>(db.sql("select matter.search(?::text[], ?, ?, ?, ?, ?, ?, ?)")
                        .params(Parameters.of(
                                Rows.searched(q).toArray(new String[0]),
                                filter.kind(),
                                filter.status(),
                                filter.unit(),
                                filter.commodity(),
                                dueFrom,
                                dueUntil,
                                SEARCHED))
                        .query(UUID.class)
                        .list());
                ids.addAll(about(db, q));
                and("matter_id = any(?::uuid[])", (Object) ids.toArray(new UUID[0]));
            }
        }

        /** Those about the very person, plate or phone whose full number was typed in. */
        private List<UUID> about(JdbcClient db, String q) {
            var identifies = q.codePointCount(0, q.length()) >= SHORTEST_IDENTIFIER
                    && q.chars().anyMatch(c -> c < 128 && Character.isLetterOrDigit(c));
            if (!identifies) {
                return List.of();
            }
            // Whoever searches does not say which it is, so every type is tried.
            var digests = Stream.concat(
                            Arrays.stream(Subject.Type.values())
                                    .map(type -> vault.digest(new Subject(type, new Personal(q), null))),
                            Stream.of(vault.digest(new Personal(q))))
                    .toArray(String[]::new);
            return db.sql("select matter.search_subject(?::text[], ?)")
                    .params(digests, SEARCHED)
                    .query(UUID.class)
                    .list();
        }

        private void and(String condition, Object... parameters) {
            conditions.add(condition);
            values.addAll(List.of(parameters));
        }

        private void andIf(String condition, @Nullable String value) {
            if (value != null) {
                and(condition, value);
            }
        }

        String sql() {
            return " where " + String.join(" and ", conditions);
        }
    }

    /** Where a page ended or, read backwards, began; opaque to the client. */
    record Cursor(Instant at, UUID id, boolean back) {
        /** Beyond it the database would refuse the question. */
        private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

        static Cursor after(InboxRow row, boolean byDue) {
            return of(row, byDue, false);
        }

        static Cursor before(InboxRow row, boolean byDue) {
            return of(row, byDue, true);
        }

        private static Cursor of(InboxRow row, boolean byDue, boolean back) {
            var due = row.dueAt();
            return new Cursor(byDue && due != null ? due : row.updatedAt(), row.id(), back);
        }

        String text() {
            var plain = (back ? "<" : "") + at.getEpochSecond() + "." + at.getNano() + "|" + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        static Cursor read(String text) {
            try {
                var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                var back = plain.startsWith("<");
                var parts = (back ? plain.substring(1) : plain).split("[|.]", 3);
                var at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
                if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
                    throw new DateTimeException("no time that a matter could have");
                }
                return new Cursor(at, UUID.fromString(parts[2]), back);
            } catch (RuntimeException e) {
                throw Refusal.invalid(List.of(new Fault("cursor", "invalid", "翻页标记无效，请从第一页重新查询")));
            }
        }
    }
}
