package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.attachment.Attachments;
import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.TestDatabase;
import cn.daxietong.database.Writing;
import cn.daxietong.law.Articles;
import cn.daxietong.law.Clocks;
import cn.daxietong.ledger.Entry;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Viewer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is loaded in bulk for the benchmarks is what the rules would have written, row by row. */
@PlatformTest(ownDatabase = true)
class BulkTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T01:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final int STORIES = 63;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Writing writing;
    private final Kinds kinds;
    private final Vault vault;
    private final FieldReader fields;
    private final Clocks clocks;
    private final DocumentShelf shelf;
    private final Attachments attachments;

    BulkTest(Writing writing, Kinds kinds, Vault vault, FieldReader fields, Proceedings.Rulebook rulebook) {
        this.writing = writing;
        this.kinds = kinds;
        this.vault = vault;
        this.fields = fields;
        this.clocks = rulebook.clocks();
        this.shelf = rulebook.documents();
        this.attachments = rulebook.attachments();
    }

    /** The ordinary way, one committed step after the other. */
    private final class Ordinary implements Stage {
        private final MatterStore store = new MatterStore(kinds, vault);

        private Proceedings at(Instant at) {
            return new Proceedings(
                    writing,
                    store,
                    kinds,
                    fields,
                    new Proceedings.Rulebook(
                            clocks,
                            Articles.bundled(),
                            Bench.INSTANCE.directory,
                            Clock.fixed(at, ZoneId.of("Asia/Shanghai")),
                            shelf,
                            attachments,
                            List.of()));
        }

        @Override
        public UUID open(Viewer viewer, String kind, String json, Instant at) {
            return at(at).open(viewer, kind, Json.MAPPER.readTree(json));
        }

        @Override
        public void act(Viewer viewer, UUID matter, String action, String json, Instant at) {
            at(at).act(viewer, matter, action, Json.MAPPER.readTree(json), null);
        }

        @Override
        public UUID linked(UUID matter, String rel) {
            return writing.inTransaction(db -> store.lockLinked(db, matter))
                    .orElseThrow()
                    .matter()
                    .linked(rel)
                    .orElseThrow();
        }
    }

    private static Lifelines lifelines() {
        return new Lifelines(Bench.INSTANCE.units(), BEGIN, NOW, STORIES, 4);
    }

    @Test
    void bulk_loading_writes_the_rows_that_the_proceedings_write() throws SQLException, IOException {
        var ordinary = new Ordinary();
        for (int i = 0; i < STORIES; i++) {
            lifelines().tell(ordinary, i);
        }

        var expected = writing.inTransaction(BulkTest::everything);
        try (var other = TestDatabase.fresh()) {
            other.loaded(connection -> load(connection));
            var actual = other.asOwner(BulkTest::everything);

            assertThat(expected.get("ledger.entry")).hasSizeGreaterThan(STORIES * 5);
            assertThat(actual.keySet()).isEqualTo(expected.keySet());
            actual.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(expected.get(table)));
            assertThat(other.asOwner(BulkTest::brokenChains)).isEmpty();
        }
    }

    private void load(Connection owner) throws SQLException, IOException {
        var last = new HashMap<String, Integer>();
        var rows = new CopyRows(true);
        var memory = new MemoryProceedings(
                MemoryProceedings.Shared.of(
                        kinds,
                        vault,
                        clocks,
                        Bench.INSTANCE.directory,
                        fields,
                        series -> last.merge(series, 1, Integer::sum)),
                rows);
        for (int i = 0; i < STORIES; i++) {
            lifelines().tell(memory, i);
        }
        memory.finish();
        rows.send(owner);
        BulkNumbers.write(owner, last);
    }

    /** Every row of every table as text, ids replaced by what they belong to, ciphertext and hashes left out because each key is random. */
    private static Map<String, List<String>> everything(JdbcClient db) {
        var names = new HashMap<String, String>();
        db.sql("select id, number from matter.matter")
                .query((row, n) -> names.put(row.getString(1), row.getString(2)))
                .list();
        db.sql("""
                        select i.id, concat_ws(' ', m.number, i.kind, extract(epoch from i.issued_at), i.number)
                          from document.issued i join matter.matter m on m.id = i.matter
                        """)
                .query((row, n) -> names.put(row.getString(1), row.getString(2)))
                .list();
        var all = new TreeMap<String, List<String>>();
        for (var table : CopyRows.Table.values()) {
            all.put(table.sqlName(), rows(db, table.sqlName(), names));
        }
        all.put("matter.number_series", rows(db, "matter.number_series", names));
        return all;
    }

    private static List<String> rows(JdbcClient db, String table, Map<String, String> names) {
        var leftOut = List.of("tx", "hash", "previous", "head", "wrapped", "check_code", "sealed");
        var rows = db.sql("select * from " + table)
                .query((row, n) -> {
                    var text = new StringBuilder();
                    var columns = row.getMetaData();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        var name = columns.getColumnName(i);
                        var counted = table.equals("matter.notice") && name.equals("id");
                        if (!leftOut.contains(name) && !counted) {
                            text.append(name)
                                    .append('=')
                                    .append(
                                            columns.getColumnTypeName(i).equals("timestamptz")
                                                    ? row.getTimestamp(i)
                                                    : row.getString(i))
                                    .append('\n');
                        }
                    }
                    return named(text.toString(), names);
                })
                .list();
        return rows.stream().sorted().toList();
    }

    private static String named(String text, Map<String, String> names) {
        return ID.matcher(text)
                .replaceAll(found -> names.getOrDefault(found.group(), "unknown id"))
                .replaceAll(
                        "\"name\":\"[A-Za-z0-9_-]+\",\"type\":\"vehicle\",\"value\":\"[A-Za-z0-9_-]+\"",
                        "\"name\":sealed,\"type\":\"vehicle\",\"value\":sealed")
                .replaceAll("\"sealed\":\"[A-Za-z0-9_-]+\"", "\"sealed\":it")
                .replaceAll("check/[0-9A-Z]+", "check/code")
                .replaceAll("\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":of what stands in document.issued");
    }

    private static List<String> brokenChains(JdbcClient db) {
        var broken = new ArrayList<String>();
        var heads = new HashMap<UUID, byte[]>();
        db.sql("select id, head from matter.matter")
                .query((row, n) -> heads.put(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
        for (var stream : heads.entrySet()) {
            var previous = new byte[0];
            for (var entry : cn.daxietong.ledger.Ledger.stream(db, stream.getKey())) {
                var again = Entry.next(
                        entry.stream(),
                        entry.version(),
                        entry.at(),
                        entry.event(),
                        entry.actor(),
                        entry.unit(),
                        entry.body(),
                        entry.suite(),
                        previous);
                if (!java.util.Arrays.equals(again.hash(), entry.hash())) {
                    broken.add(stream.getKey() + " " + entry.version());
                }
                previous = entry.hash();
            }
            if (!java.util.Arrays.equals(previous, stream.getValue())) {
                broken.add(stream.getKey() + " head");
            }
        }
        return broken;
    }
}
