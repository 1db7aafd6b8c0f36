package cn.daxietong.bag;

import cn.daxietong.database.Parameters;
import cn.daxietong.shared.UnitId;
import cn.daxietong.verifier.Suite;
import cn.daxietong.verifier.ZipLayout;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of bags. */
final class BagStore {
    private static final String SEALED = """
            select id, matter, version, delivered, sealed_at, name, root_sm, root_intl, includes from bag.sealed
            """;

    private BagStore() {}

    /**
     * A step that a bag or a receipt comes from.
     *
     * @param unit the receiver's
     * @param number the matter's
     */
    record Due(UUID matter, int version, String event, UnitId unit, String number, Instant at) {}

    static void note(JdbcClient db, Due due) {
        db.sql(
                        "insert into bag.due (matter, version, event, unit, number, at) values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        due.matter(),
                        due.version(),
                        due.event(),
                        due.unit().value(),
                        due.number(),
                        Timestamp.from(due.at()))
                .update();
    }

    static List<Due> due(JdbcClient db, @Nullable UUID matter, int most) {
        return db.sql("""
                        select matter, version, event, unit, number, at from bag.due
                         where ?::uuid is null or matter = ?::uuid order by at, version limit ?
                        """)
                .params(Parameters.of(matter, matter, most))
                .query((row, n) -> new Due(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getString(3),
                        new UnitId(row.getString(4)),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    static void done(JdbcClient db, Due due) {
        db.sql("delete from bag.due where matter = ? and version = ?")
                .params(due.matter(), due.version())
                .update();
    }

    /** One after the other for one matter, so that two who ask at once get the same bag. */
    static void lock(JdbcClient db, UUID matter) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('bag' || ?::text, 0))")
                .param(matter.toString())
                .query((row, n) -> n)
                .list();
    }

    static Optional<Sealed> find(JdbcClient db, UUID matter, int version, UnitId unit, boolean delivered) {
        return db.sql(SEALED + " where matter = ? and version = ? and for_unit = ? and delivered = ?")
                .params(matter, version, unit.value(), delivered)
                .query(BagStore::sealed)
                .optional();
    }

    /** The newest that was handed over. */
    static Optional<Sealed> delivered(JdbcClient db, UUID matter) {
        return db.sql(SEALED + " where matter = ? and delivered order by version desc limit 1")
                .param(matter)
                .query(BagStore::sealed)
                .optional();
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        Array includes = row.getArray(9);
        return new Sealed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getBoolean(4),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                Map.of(Suite.SM, row.getString(7), Suite.INTL, row.getString(8)),
                Arrays.asList((UUID[]) includes.getArray()));
    }

    static void add(JdbcClient db, Sealed bag, UnitId unit) {
        db.sql("""
                        insert into bag.sealed (id, matter, version, delivered, for_unit, sealed_at, name, root_sm, root_intl, includes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        bag.id(),
                        bag.matter(),
                        bag.version(),
                        bag.delivered(),
                        unit.value(),
                        Timestamp.from(bag.at()),
                        bag.name(),
                        String.valueOf(bag.roots().get(Suite.SM)),
                        String.valueOf(bag.roots().get(Suite.INTL)),
                        bag.includes().toArray(UUID[]::new))
                .update();
    }

    /**
     * One file of a bag.
     *
     * @param attachment null where the content is the bag's own
     */
    record Item(ZipLayout.Stored stored, @Nullable UUID attachment) {}

    static void add(JdbcClient db, UUID bag, int place, Item item, byte @Nullable [] content) {
        db.sql("insert into bag.item (bag, place, path, size, crc, content, attachment) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Parameters.of(
                        bag,
                        place,
                        item.stored().name(),
                        item.stored().size(),
                        item.stored().crc(),
                        content,
                        item.attachment()))
                .update();
    }

    static List<Item> items(JdbcClient db, UUID bag) {
        return db.sql("select path, size, crc, attachment from bag.item where bag = ? order by place")
                .param(bag)
                .query((row, n) -> new Item(
                        new ZipLayout.Stored(row.getString(1), row.getLong(2), row.getLong(3)),
                        row.getObject(4, UUID.class)))
                .list();
    }

    static byte[] content(JdbcClient db, UUID bag, String path) {
        return db.sql("select content from bag.item where bag = ? and path = ?")
                .params(bag, path)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /** What came to lie beside the bag later, by path. */
    static Map<String, byte[]> additions(JdbcClient db, UUID bag) {
        var found = new java.util.HashMap<String, byte[]>();
        db.sql("select path, content from bag.addition where bag = ?")
                .param(bag)
                .query((row, n) -> Map.entry(row.getString(1), row.getBytes(2)))
                .list()
                .forEach(e -> found.put(e.getKey(), e.getValue()));
        return found;
    }

    static void addition(JdbcClient db, UUID bag, String path, byte[] content, Instant at) {
        db.sql("insert into bag.addition (bag, path, content, at) values (?, ?, ?, ?) on conflict do nothing")
                .params(bag, path, content, Timestamp.from(at))
                .update();
    }

    /** Newest first: those that still lack the file. */
    static List<UUID> without(JdbcClient db, String path, int most) {
        return db.sql("""
                        select s.id from bag.sealed s
                         where not exists (select 1 from bag.addition a where a.bag = s.id and a.path = ?)
                         order by s.sealed_at desc limit ?
                        """).params(path, most).query(UUID.class).list();
    }

    static void receipt(JdbcClient db, Sealed bag, byte[] content, Instant at) {
        db.sql("insert into bag.receipt (bag, matter, content, at) values (?, ?, ?, ?) on conflict do nothing")
                .params(bag.id(), bag.matter(), content, Timestamp.from(at))
                .update();
    }

    static Optional<byte[]> receipt(JdbcClient db, UUID bag) {
        return new ArrayList<>(db.sql("select content from bag.receipt where bag = ?")
                        .param(bag)
                        .query((row, n) -> row.getBytes(1))
                        .list())
                .stream().findFirst();
    }
}
