package cn.daxietong.matter;

import cn.daxietong.database.Statements;
import cn.daxietong.ledger.Entry;
import cn.daxietong.ledger.Ledger;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    MatterKind<?> kind(Matter<?> matter) {
        return kinds.kind(matter.kind());
    }

    Vault vault() {
        return vault;
    }

    /**
     * Locks and loads for a step of this viewer; nothing where the matter is absent or not theirs to see.
     *
     * @throws Refusal {@code barred} where the viewer takes no part in it any more
     */
    Optional<Stored<?>> lock(JdbcClient db, UUID id, Viewer viewer) {
        var locked = one(
                db.sql(SELECTED + """
                         where m.id = :id
                           and exists (select 1 from matter.inbox i
                                        where i.matter_id = m.id and i.unit_id = :unit and (i.account is null or i.account = :account))
                           and m.id <> all (array(select k.id from matter.kept_from(:account) k))
                           for update of m
                        """)
                        .param("unit", viewer.unit().value())
                        .param("account", viewer.account().value()),
                id);
        if (locked.isEmpty()) {
            Bars.check(db, id, viewer.account());
        }
        return locked;
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
        if (viewer.acting()) {
            // 主持工作的负责人 (国务院令310号 第五条): who stood in is told from who holds the post, for good.
            body.put("acting", true);
        }
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

    /** What the database is to be told of a step: the entry, the matter as it stands, and the rows that lists read. */
    <S> void save(
            Statements statements, MatterKind<S> kind, @Nullable Matter<S> before, Written<S> written, MatterKey key) {
        Ledger.append(statements, written.entry());
        var after = written.after();
        writeMatter(
                statements, before, after, written.snapshot(), written.entry().hash());
        var fresh = key.toStore();
        if (fresh != null) {
            statements.add(
                    "insert into matter.key (matter_id, wrapped) values (?, ?) on conflict do nothing",
                    after.id(),
                    fresh);
        }
        writeRows(
                statements,
                after.id(),
                before == null ? Rows.NONE : Rows.of(kind, before, vault),
                Rows.of(kind, after, vault));
        DerivedWriter.write(statements, kinds.derived(), before, after);
    }

    private static void writeMatter(
            Statements statements, @Nullable Matter<?> before, Matter<?> matter, String snapshot, byte[] head) {
        if (before == null) {
            statements.add(
                    """
                    insert into matter.matter (id, kind, number, status, owner_unit, version, head, created_at, updated_at, snapshot, pieces)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
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
                    pieces(matter));
            return;
        }
        statements.add(
                "update matter.matter set status = ?, owner_unit = ?, version = ?, head = ?, updated_at = ?, snapshot = ? where id = ?",
                matter.status(),
                matter.owner().value(),
                matter.version(),
                head,
                time(matter.updatedAt()),
                snapshot,
                matter.id());
        // Left alone where they stay, so that no index has to be written.
        if (!before.number().equals(matter.number()) || !before.title().equals(matter.title())) {
            statements.add(
                    "update matter.matter set number = ?, pieces = ? where id = ?",
                    matter.number(),
                    pieces(matter),
                    matter.id());
        }
    }

    private static String[] pieces(Matter<?> matter) {
        return Rows.pieces(matter).toArray(new String[0]);
    }

    /** Replaces all rows of a matter by those that its replayed snapshot comes to. */
    <S> void rewrite(JdbcClient db, Stored<S> replayed, String snapshot) {
        var id = replayed.id();
        var statements = new Statements()
                .add("delete from matter.todo where matter_id = ?", id)
                .add("delete from matter.clock where matter_id = ?", id)
                .add("delete from matter.subject where matter_id = ?", id)
                .add("delete from matter.inbox where matter_id = ?", id)
                .add("delete from matter.link where matter_id = ?", id)
                .add("delete from matter.bar where matter_id = ?", id)
                .add("delete from matter.matter where id = ?", id);
        writeMatter(statements, null, replayed.matter(), snapshot, replayed.head());
        writeRows(statements, id, Rows.NONE, Rows.of(replayed.kind(), replayed.matter(), vault));
        DerivedWriter.rewrite(statements, kinds.derived(), replayed.matter());
        statements.send(db);
    }

    private static void writeRows(Statements statements, UUID id, Rows was, Rows is) {
        writeInbox(statements, id, was, is);
        if (!was.todos().equals(is.todos())) {
            writeTodos(statements, id, was, is);
        }
        var clocks = is.clocks().stream().filter(c -> !was.clocks().contains(c)).toList();
        if (!clocks.isEmpty()) {
            writeClocks(statements, id, clocks);
        }
        var links = is.links().stream().filter(l -> !was.links().contains(l)).toList();
        if (!links.isEmpty()) {
            statements.add(
                    "insert into matter.link (matter_id, rel, other_id) select ?, l.* from unnest(?::text[], ?::uuid[]) l",
                    id,
                    column(links, Link::rel),
                    column(links, Link::matter));
        }
        Bars.write(statements, id, was.bars(), is.bars());
        if (!was.subjects().equals(is.subjects())) {
            statements
                    .add("delete from matter.subject where matter_id = ?", id)
                    .add(
                            "insert into matter.subject (matter_id, digest, held_alone, at_work) select ?, s.d, s.h, string_to_array(s.w, ',') from unnest(?::text[], ?::bool[], ?::text[]) s (d, h, w)",
                            id,
                            column(is.subjects(), Rows.SubjectRow::digest),
                            column(is.subjects(), Rows.SubjectRow::heldAlone),
                            column(is.subjects(), s -> String.join(",", s.atWork())));
        }
    }

    private static void writeInbox(Statements statements, UUID id, Rows was, Rows is) {
        var units = is.inbox().stream().map(Rows.Inbox::unit).collect(Collectors.toSet());
        var blind = was.inbox().stream()
                .map(Rows.Inbox::unit)
                .filter(u -> !units.contains(u))
                .toList();
        if (!blind.isEmpty()) {
            statements.add(
                    "delete from matter.inbox where matter_id = ? and unit_id = any(?::text[])",
                    id,
                    column(blind, UnitId::value));
        }
        if (is.inbox().isEmpty()) {
            return;
        }
        var row = is.inbox().iterator().next();
        statements.add(
                """
                insert into matter.inbox
                       (unit_id, account, matter_id, kind, status, closed, number, title, owner_unit, commodity, due_at, created_at, updated_at)
                select u.*, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                  from unnest(?::text[], ?::text[]) u
                    on conflict (unit_id, matter_id) do update
                   set account = excluded.account, status = excluded.status, closed = excluded.closed, number = excluded.number, title = excluded.title,
                       owner_unit = excluded.owner_unit, commodity = excluded.commodity, due_at = excluded.due_at,
                       updated_at = excluded.updated_at
                """,
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
                time(row.updatedAt()),
                column(is.inbox(), r -> r.unit().value()),
                column(is.inbox(), Rows.Inbox::account));
    }

    private static void writeTodos(Statements statements, UUID id, Rows was, Rows is) {
        if (!was.todos().isEmpty()) {
            statements.add("delete from matter.todo where matter_id = ?", id);
        }
        if (is.todos().isEmpty()) {
            return;
        }
        var row = is.todos().iterator().next();
        var todos = is.todos().stream().map(Rows.TodoRow::todo).toList();
        statements.add(
                """
                insert into matter.todo (matter_id, kind, number, matter_title, place, unit_id, account, post, action, title, clock, due_at, law)
                select ?, ?, ?, ?, t.*
                  from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[]) t
                """,
                id,
                row.kind(),
                row.number(),
                row.matterTitle(),
                column(is.todos(), Rows.TodoRow::place),
                column(todos, t -> t.unit().value()),
                column(is.todos(), Rows.TodoRow::account),
                column(todos, t -> t.post() == null ? null : t.post().code()),
                column(todos, Todo::action),
                column(todos, Todo::title),
                column(todos, Todo::clock),
                column(todos, Todo::dueAt),
                column(todos, Todo::law));
    }

    private static void writeClocks(Statements statements, UUID id, List<Rows.ClockRow> rows) {
        var clocks = rows.stream().map(Rows.ClockRow::clock).toList();
        statements.add(
                """
                insert into matter.clock (matter_id, place, clock, actor_unit, starts_at, due_at, ended_at, suspended, cancelled, announced)
                select ?, c.*
                  from unnest(?::int[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bool[], ?::bool[], ?::bool[]) c
                    on conflict (matter_id, place) do update
                   set actor_unit = excluded.actor_unit, due_at = excluded.due_at, ended_at = excluded.ended_at, suspended = excluded.suspended,
                       cancelled = excluded.cancelled, announced = excluded.announced
                """,
                id,
                column(rows, Rows.ClockRow::place),
                column(clocks, RunningClock::clock),
                column(clocks, c -> c.actorUnit().value()),
                column(clocks, RunningClock::startsAt),
                column(clocks, RunningClock::dueAt),
                column(clocks, RunningClock::endedAt),
                column(clocks, RunningClock::suspended),
                column(clocks, RunningClock::cancelled),
                column(clocks, RunningClock::announced));
    }

    /** One column of several rows, in the spelling that the server casts from. */
    static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable Object> value) {
        var column = new @Nullable String[rows.size()];
        var i = 0;
        for (var row : rows) {
            var cell = value.apply(row);
            column[i++] = cell == null ? null : cell.toString();
        }
        return column;
    }

    static void tell(Statements statements, List<Decision.Notice> notices, Matter<?> matter, Instant at) {
        if (!notices.isEmpty()) {
            statements.add(
                    "insert into matter.notice (matter_id, at, unit_id, account, post, text) select ?, ?, n.* from unnest(?::text[], ?::text[], ?::text[], ?::text[]) n",
                    matter.id(),
                    time(at),
                    column(notices, n -> n.unit().value()),
                    column(notices, n -> matter.seenOnlyBy(n.unit()).orElse(null)),
                    column(notices, n -> n.post() == null ? null : n.post().code()),
                    column(notices, Decision.Notice::text));
        }
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
