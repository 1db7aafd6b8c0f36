package cn.daxietong.matter;

import cn.daxietong.document.IssuedRow;
import cn.daxietong.ledger.Entry;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into the tables by COPY, in the text that COPY reads. */
final class CopyRows implements MemoryProceedings.Sink {
    private static final HexFormat HEX = HexFormat.of();

    /** The tables in an order in which they may be filled. */
    enum Table {
        ENTRY("ledger.entry", "stream, version, at, event, actor, unit, body, suite, previous, hash"),
        MATTER(
                "matter.matter",
                "id, kind, number, status, owner_unit, version, head, created_at, updated_at, snapshot, pieces"),
        INBOX(
                "matter.inbox",
                "unit_id, matter_id, kind, status, closed, number, title, owner_unit, commodity, due_at, created_at, updated_at"),
        TODO(
                "matter.todo",
                "matter_id, place, unit_id, post, action, title, clock, due_at, law, kind, number, matter_title"),
        CLOCK(
                "matter.clock",
                "matter_id, place, clock, actor_unit, starts_at, due_at, ended_at, suspended, cancelled, announced"),
        SUBJECT("matter.subject", "matter_id, digest, held_alone"),
        LINK("matter.link", "matter_id, rel, other_id"),
        KEY("matter.key", "matter_id, wrapped"),
        NOTICE("matter.notice", "unit_id, post, matter_id, at, text"),
        ISSUED("document.issued", "id, matter, unit, issuer, kind, title, number, check_code, issued_at, sealed");

        private final String sqlName;
        private final String columns;

        Table(String sqlName, String columns) {
            this.sqlName = sqlName;
            this.columns = columns;
        }

        String sqlName() {
            return sqlName;
        }
    }

    private final Map<Table, StringBuilder> rows = new EnumMap<>(Table.class);
    private final boolean documents;
    private long entries;
    private long matters;

    /** @param documents whether the contents of issued documents are written too */
    CopyRows(boolean documents) {
        this.documents = documents;
        for (var table : Table.values()) {
            rows.put(table, new StringBuilder());
        }
    }

    long entries() {
        return entries;
    }

    long matters() {
        return matters;
    }

    /** Sends everything in one transaction. */
    void send(Connection owner) throws SQLException, IOException {
        var copy = owner.unwrap(PGConnection.class).getCopyAPI();
        for (var table : Table.values()) {
            var text = rows.get(table);
            if (text != null && !text.isEmpty()) {
                copy.copyIn(
                        "copy " + table.sqlName + " (" + table.columns + ") from stdin",
                        new StringReader(text.toString()),
                        1 << 16);
                text.setLength(0);
            }
        }
        owner.commit();
    }

    @Override
    public void entry(Entry e) {
        entries++;
        line(
                Table.ENTRY,
                e.stream(),
                e.version(),
                e.at(),
                e.event(),
                e.actor().value(),
                e.unit().value(),
                e.body(),
                e.suite().code(),
                e.previous(),
                e.hash());
    }

    @Override
    public void notice(Decision.Notice notice, UUID matter, Instant at) {
        var post = notice.post();
        line(Table.NOTICE, notice.unit().value(), post == null ? null : post.code(), matter, at, notice.text());
    }

    @Override
    public void document(UUID matter, Decision.Issued issued, MatterKey key) {
        if (!documents) {
            return;
        }
        var document = issued.document();
        var row =
                IssuedRow.of(document.id(), matter, document.unit(), document.issuedAt(), issued.content(), key::seal);
        line(
                Table.ISSUED,
                row.id(),
                row.matter(),
                row.unit(),
                row.issuer(),
                row.kind(),
                row.title(),
                row.number(),
                row.checkCode(),
                row.issuedAt(),
                row.sealed());
    }

    @Override
    public <S> void matter(Stored<S> stored, String snapshot, Rows is) {
        matters++;
        var m = stored.matter();
        line(
                Table.MATTER,
                m.id(),
                m.kind(),
                m.number(),
                m.status(),
                m.owner().value(),
                m.version(),
                stored.head(),
                m.createdAt(),
                m.updatedAt(),
                snapshot,
                Rows.pieces(m));
        var wrapped = stored.key().toStore();
        if (wrapped != null) {
            line(Table.KEY, m.id(), wrapped);
        }
        is.subjects().forEach(s -> line(Table.SUBJECT, m.id(), s.digest(), s.heldAlone()));
        is.links().forEach(link -> line(Table.LINK, m.id(), link.rel(), link.matter()));
        for (var row : is.inbox()) {
            inbox(m.id(), row);
        }
        for (var row : is.todos()) {
            todo(m.id(), row);
        }
        for (var row : is.clocks()) {
            var c = row.clock();
            line(
                    Table.CLOCK,
                    m.id(),
                    row.place(),
                    c.clock(),
                    c.actorUnit().value(),
                    c.startsAt(),
                    c.dueAt(),
                    c.endedAt(),
                    c.suspended(),
                    c.cancelled(),
                    c.announced());
        }
    }

    private void inbox(UUID id, Rows.Inbox row) {
        line(
                Table.INBOX,
                row.unit().value(),
                id,
                row.kind(),
                row.status(),
                row.closed(),
                row.number(),
                row.title(),
                row.owner().value(),
                row.commodity(),
                row.dueAt(),
                row.createdAt(),
                row.updatedAt());
    }

    private void todo(UUID id, Rows.TodoRow row) {
        var todo = row.todo();
        var post = todo.post();
        line(
                Table.TODO,
                id,
                row.place(),
                todo.unit().value(),
                post == null ? null : post.code(),
                todo.action(),
                todo.title(),
                todo.clock(),
                todo.dueAt(),
                todo.law(),
                row.kind(),
                row.number(),
                row.matterTitle());
    }

    private void line(Table table, @Nullable Object... values) {
        var out = rows.get(table);
        if (out == null) {
            throw new IllegalStateException(table.name());
        }
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.append('\t');
            }
            value(out, values[i]);
        }
        out.append('\n');
    }

    private static void value(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("\\N");
            case byte[] bytes -> {
                out.append("\\\\x");
                HEX.formatHex(out, bytes);
            }
            case Collection<?> texts -> array(out, texts);
            case String text -> text(out, text);
            default -> out.append(value);
        }
    }

    /** An array literal, and that again in the text of COPY. */
    private static void array(StringBuilder out, Collection<?> texts) {
        out.append('{');
        var first = true;
        for (var text : texts) {
            if (!first) {
                out.append(',');
            }
            first = false;
            text(out, "\"" + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
        out.append('}');
    }

    private static void text(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
    }
}
