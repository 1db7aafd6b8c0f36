package cn.daxietong.matter;

import cn.daxietong.database.Parameters;
import cn.daxietong.ledger.Entry;
import cn.daxietong.ledger.Ledger;
import cn.daxietong.shared.Viewer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rows of matters: loading one for the next step, and writing what the step came to. */
final class MatterStore {
    private static final String SELECTED = """
            select m.kind, m.snapshot, m.head, k.wrapped
              from matter.matter m
              left join matter.key k on k.matter_id = m.id
            """;

    private final Kinds kinds;
    private final Vault vault;

    MatterStore(Kinds kinds, Vault vault) {
        this.kinds = kinds;
        this.vault = vault;
    }

    Vault vault() {
        return vault;
    }

    /** Locks and loads for a step of this viewer; nothing where the matter is absent or not theirs to see. */
    Optional<Stored<?>> lock(JdbcClient db, UUID id, Viewer viewer) {
        return one(db.sql(SELECTED + """
                         where m.id = :id
                           and exists (select 1 from matter.inbox i where i.matter_id = m.id and i.unit_id = :unit)
                           for update of m
                        """).param("unit", viewer.unit().value()), id);
    }

    /** Locks and loads a linked matter, whose own table decides whether it is moved. */
    Optional<Stored<?>> lockLinked(JdbcClient db, UUID id) {
        return one(db.sql(SELECTED + " where m.id = :id for update of m"), id);
    }

    /** Loads for reading, through a connection that sees only what its viewer may see. */
    Optional<Stored<?>> find(JdbcClient db, UUID id) {
        return one(db.sql(SELECTED + " where m.id = :id"), id);
    }

    /** The matters that are about this one and want to hear of it, in an order in which all lock them alike. */
    List<UUID> followers(JdbcClient db, UUID id) {
        if (kinds.following().isEmpty()) {
            return List.of();
        }
        return db.sql("""
                        select distinct l.matter_id
                          from matter.link l
                          join matter.matter m on m.id = l.matter_id
                         where l.other_id = ? and m.kind = any(?::text[])
                         order by l.matter_id
                        """)
                .params(id, kinds.following().toArray(new String[0]))
                .query(UUID.class)
                .list();
    }

    private Optional<Stored<?>> one(JdbcClient.StatementSpec selected, UUID id) {
        return selected.param("id", id)
                .query((row, n) -> loaded(row.getString(1), id, row.getString(2), row.getBytes(3), row.getBytes(4)))
                .optional()
                .map(s -> (Stored<?>) s);
    }

    Stored<?> loaded(String kind, UUID id, String snapshot, byte[] head, byte @Nullable [] wrapped) {
        return loaded(kinds.kind(kind), id, snapshot, head, wrapped);
    }

    private <S> Stored<S> loaded(MatterKind<S> kind, UUID id, String snapshot, byte[] head, byte @Nullable [] wrapped) {
        var key = new MatterKey(vault, id, () -> wrapped);
        var matter = MatterJson.read(snapshot, kind.procedure().stateType(), key);
        return new Stored<>(kind, matter, () -> (ObjectNode) MatterJson.tree(snapshot), head, key);
    }

    /** The key of a matter that is only now beginning. */
    MatterKey freshKey(UUID id) {
        return new MatterKey(vault, id, () -> null);
    }

    /**
     * The entry that says what was done, and the snapshot it leads to.
     *
     * @param before the stored snapshot; absent for a matter's first entry
     */
    <S> Written<S> entry(
            Matter<S> after,
            @Nullable ObjectNode before,
            byte[] head,
            MatterKey key,
            String event,
            Object fields,
            Viewer viewer) {
        var tree = (ObjectNode) MatterJson.tree(MatterJson.write(after, key));
        // Spelled from the tree, as a replay spells it, so that both write the same bytes.
        var snapshot = MatterJson.write(tree);
        var body = JsonNodeFactory.instance.objectNode();
        body.put("action", event);
        body.set("fields", fieldsTree(fields, key));
        body.put("kind", after.kind());
        body.set("set", MatterJson.changes(before, tree));
        var entry = Entry.next(
                after.id(),
                after.version(),
                after.updatedAt(),
                event,
                viewer.account(),
                viewer.unit(),
                MatterJson.write(body),
                vault.suite(),
                head);
        return new Written<>(after, snapshot, tree, entry);
    }

    private static JsonNode fieldsTree(Object fields, MatterKey key) {
        return MatterJson.tree(MatterJson.write(fields, key));
    }

    /** An entry with the snapshot behind it. */
    record Written<S>(Matter<S> after, String snapshot, ObjectNode tree, Entry entry) {}

    <S> void save(JdbcClient db, MatterKind<S> kind, @Nullable Matter<S> before, Written<S> written, MatterKey key) {
        Ledger.append(db, written.entry());
        var after = written.after();
        writeMatter(db, after, written.snapshot(), written.entry().hash(), before == null);
        var fresh = key.toStore();
        if (fresh != null) {
            db.sql("insert into matter.key (matter_id, wrapped) values (?, ?) on conflict do nothing")
                    .params(after.id(), fresh)
                    .update();
        }
        var was = before == null || before.version() == 0 ? null : Rows.of(kind, before, vault);
        writeRows(db, after.id(), was, Rows.of(kind, after, vault));
    }

    private static void writeMatter(JdbcClient db, Matter<?> matter, String snapshot, byte[] head, boolean fresh) {
        var pieces = Rows.pieces(matter).toArray(new String[0]);
        if (fresh) {
            db.sql("""
                            insert into matter.matter (id, kind, number, status, owner_unit, version, head, created_at, updated_at, snapshot, pieces)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Parameters.of(
                            matter.id(),
                            matter.kind(),
                            matter.number(),
                            matter.status(),
                            matter.owner().value(),
                            matter.version(),
                            head,
                            time(matter.createdAt()),
                            time(matter.updatedAt()),
                            snapshot,
                            pieces))
                    .update();
        } else {
            db.sql("""
                            update matter.matter
                               set number = ?, status = ?, owner_unit = ?, version = ?, head = ?, updated_at = ?, snapshot = ?, pieces = ?
                             where id = ?
                            """)
                    .params(Parameters.of(
                            matter.number(),
                            matter.status(),
                            matter.owner().value(),
                            matter.version(),
                            head,
                            time(matter.updatedAt()),
                            snapshot,
                            pieces,
                            matter.id()))
                    .update();
        }
    }

    /** Replaces all rows of a matter by those that its replayed snapshot comes to. */
    <S> void rewrite(JdbcClient db, Stored<S> replayed, String snapshot) {
        var id = replayed.id();
        db.sql("delete from matter.todo where matter_id = ?").param(id).update();
        db.sql("delete from matter.clock where matter_id = ?").param(id).update();
        db.sql("delete from matter.subject where matter_id = ?").param(id).update();
        db.sql("delete from matter.inbox where matter_id = ?").param(id).update();
        db.sql("delete from matter.link where matter_id = ?").param(id).update();
        db.sql("delete from matter.matter where id = ?").param(id).update();
        writeMatter(db, replayed.matter(), snapshot, replayed.head(), true);
        writeRows(db, id, null, Rows.of(replayed.kind(), replayed.matter(), vault));
    }

    static void writeRows(JdbcClient db, UUID id, @Nullable Rows was, Rows is) {
        writeInbox(db, id, was, is);
        writeTodos(db, id, was, is);
        writeClocks(db, id, was, is);
        writeLinks(db, id, was, is);
        if (was == null ? !is.subjects().isEmpty() : !was.subjects().equals(is.subjects())) {
            db.sql("delete from matter.subject where matter_id = ?").param(id).update();
            db.sql("insert into matter.subject (matter_id, digest) select ?, unnest(?::text[])")
                    .params(id, is.subjects().toArray(new String[0]))
                    .update();
        }
    }

    private static void writeLinks(JdbcClient db, UUID id, @Nullable Rows was, Rows is) {
        for (var link : is.links()) {
            if (was == null || !was.links().contains(link)) {
                db.sql("insert into matter.link (matter_id, rel, other_id) values (?, ?, ?)")
                        .params(id, link.rel(), link.matter())
                        .update();
            }
        }
    }

    private static void writeInbox(JdbcClient db, UUID id, @Nullable Rows was, Rows is) {
        var units = is.inbox().stream().map(i -> i.unit().value()).collect(Collectors.toCollection(HashSet::new));
        if (was != null
                && was.inbox().stream().anyMatch(i -> !units.contains(i.unit().value()))) {
            db.sql("delete from matter.inbox where matter_id = ? and unit_id <> all(?::text[])")
                    .params(id, units.toArray(new String[0]))
                    .update();
        }
        if (is.inbox().isEmpty()) {
            return;
        }
        var row = is.inbox().iterator().next();
        db.sql("""
                        insert into matter.inbox
                               (unit_id, matter_id, kind, status, closed, number, title, owner_unit, commodity, due_at, created_at, updated_at)
                        select unnest(?::text[]), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                            on conflict (unit_id, matter_id) do update
                           set status = excluded.status, closed = excluded.closed, number = excluded.number, title = excluded.title,
                               owner_unit = excluded.owner_unit, commodity = excluded.commodity, due_at = excluded.due_at,
                               updated_at = excluded.updated_at
                        """)
                .params(Parameters.of(
                        units.toArray(new String[0]),
                        id,
                        row.kind(),
                        row.status(),
                        row.closed(),
                        row.number(),
                        row.title(),
                        row.owner().value(),
                        row.commodity(),
                        time(row.dueAt()),
                        time(row.createdAt()),
                        time(row.updatedAt())))
                .update();
    }

    private static void writeTodos(JdbcClient db, UUID id, @Nullable Rows was, Rows is) {
        if (was != null && was.todos().equals(is.todos())) {
            return;
        }
        if (was != null && !was.todos().isEmpty()) {
            db.sql("delete from matter.todo where matter_id = ?").param(id).update();
        }
        for (var row : is.todos()) {
            var todo = row.todo();
            db.sql("""
                            insert into matter.todo
                                   (matter_id, place, unit_id, post, action, title, clock, due_at, law, kind, number, matter_title)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Parameters.of(
                            id,
                            row.place(),
                            todo.unit().value(),
                            todo.post() == null ? null : todo.post().code(),
                            todo.action(),
                            todo.title(),
                            todo.clock(),
                            time(todo.dueAt()),
                            todo.law(),
                            row.kind(),
                            row.number(),
                            row.matterTitle()))
                    .update();
        }
    }

    private static void writeClocks(JdbcClient db, UUID id, @Nullable Rows was, Rows is) {
        for (var row : is.clocks()) {
            if (was != null && was.clocks().contains(row)) {
                continue;
            }
            var clock = row.clock();
            db.sql("""
                            insert into matter.clock
                                   (matter_id, place, clock, actor_unit, starts_at, due_at, ended_at, suspended, cancelled, announced)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (matter_id, place) do update
                               set actor_unit = excluded.actor_unit, due_at = excluded.due_at, ended_at = excluded.ended_at, suspended = excluded.suspended,
                                   cancelled = excluded.cancelled, announced = excluded.announced
                            """)
                    .params(Parameters.of(
                            id,
                            row.place(),
                            clock.clock(),
                            clock.actorUnit().value(),
                            time(clock.startsAt()),
                            time(clock.dueAt()),
                            time(clock.endedAt()),
                            clock.suspended(),
                            clock.cancelled(),
                            clock.announced()))
                    .update();
        }
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** Series that are taken from the database, one row lock each until commit. */
    static Numbers numbers(JdbcClient db) {
        return series -> db.sql("""
                        insert into matter.number_series (series, last) values (?, 1)
                            on conflict (series) do update set last = number_series.last + 1
                        returning last
                        """).param(series).query(Integer.class).single();
    }
}
