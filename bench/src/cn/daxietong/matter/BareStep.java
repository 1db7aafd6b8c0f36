package cn.daxietong.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows that a step leaves, inserted without any deciding into tables of the same shape beside the platform's own. */
final class BareStep {
    static final String BODY = "{\"action\":\"urge\",\"fields\":{\"note\":\"" + "请尽快核查并登记结果，遇有困难及时报告指挥部办公室。".repeat(4)
            + "\"},\"kind\":\"lead\",\"set\":{}}";

    private static final String SNAPSHOT = BODY.repeat(6);
    private static final String ENTRY =
            "insert into bench.entry (stream, version, at, event, actor, unit, body, suite, previous, hash) values (?, ?, ?, 'urge', 'office-handler', 'OFFICE', ?, 'sm', ?, ?)";
    private static final String MATTER =
            "insert into bench.matter (id, kind, number, status, owner_unit, version, head, created_at, updated_at, snapshot, pieces) values (?, 'lead', ?, 'accepted', 'U12', 1, ?, now(), now(), ?, ?::text[])";
    private static final String INBOX =
            "insert into bench.inbox (unit_id, matter_id, kind, status, closed, number, title, owner_unit, commodity, due_at, created_at, updated_at) values (?, ?, 'lead', 'accepted', false, '鹿打私线〔2026〕1号', '寨沙镇冷库夜间装卸无标识冻品', 'U12', 'tobacco', now(), now(), now())";
    private static final String TODO =
            "insert into bench.todo (matter_id, place, unit_id, post, action, title, clock, due_at, law, kind, number, matter_title) values (?, ?, 'U12', 'handler', 'verify', '核查并登记结果', null, now(), '行政处罚法第五十四条', 'lead', '鹿打私线〔2026〕1号', '寨沙镇冷库夜间装卸无标识冻品')";
    private static final String NOTICE =
            "insert into bench.notice (unit_id, post, matter_id, at, text) values ('U12', 'handler', ?, now(), '催办：请尽快办理线索')";

    private final Connection connection;
    private final boolean oneMessage;
    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param oneMessage whether the statements go together, as the platform's do, or each waits for its answer */
    BareStep(Connection connection, boolean oneMessage) throws SQLException {
        this.connection = connection;
        this.oneMessage = oneMessage;
        connection.setAutoCommit(false);
    }

    static void sameShapes(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("drop schema if exists bench cascade");
            statement.execute("create schema bench");
            for (var table : List.of("ledger.entry", "matter.matter", "matter.inbox", "matter.todo", "matter.notice")) {
                statement.execute("create table bench." + table.substring(table.indexOf('.') + 1) + " (like " + table
                        + " including all)");
            }
            statement.execute("grant usage on schema bench to daxietong_writer");
            statement.execute("grant all on all tables in schema bench to daxietong_writer");
        }
    }

    void insert(int inboxes, int todos) throws SQLException {
        var id = UUID.randomUUID();
        var hash = new byte[32];
        var pieces = Rows.bigrams("鹿打私线〔2026〕" + id.getLeastSignificantBits() % 1_000_000 + "号", "寨沙镇冷库夜间装卸无标识冻品");
        add(ENTRY, id, 1, Timestamp.from(Instant.now()), BODY, hash, hash);
        add(MATTER, id, id.toString(), hash, SNAPSHOT, pieces.toArray(new String[0]));
        for (int i = 0; i < inboxes; i++) {
            add(INBOX, "U" + i, id);
        }
        for (int i = 0; i < todos; i++) {
            add(TODO, id, i);
        }
        add(NOTICE, id);
        commit();
    }

    /** An entry alone. */
    void append(UUID stream, int version, byte[] hash) throws SQLException {
        add(ENTRY, stream, version, Timestamp.from(Instant.now()), BODY, hash, hash);
        commit();
    }

    private void add(String sql, Object... parameters) throws SQLException {
        if (oneMessage) {
            texts.add(sql);
            values.addAll(List.of(parameters));
        } else {
            Plain.update(connection, sql, parameters);
        }
    }

    private void commit() throws SQLException {
        if (oneMessage) {
            Plain.update(connection, String.join(";\n", texts), values.toArray());
            texts.clear();
            values.clear();
        }
        connection.commit();
    }
}
