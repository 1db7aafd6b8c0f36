package cn.daxietong.matter;

import cn.daxietong.database.Writing;
import cn.daxietong.ledger.Entry;
import cn.daxietong.ledger.Ledger;
import cn.daxietong.ledger.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the rows that people read anew from the ledger alone: every entry says what it set, so nothing is decided a second time. A stream whose
 * chain is broken is left as it is, or its forgery would be spread over the rows that still tell against it.
 */
public final class Replay {
    private static final Logger log = LoggerFactory.getLogger(Replay.class);
    private static final int TOGETHER = 500;
    private static final byte[] NO_HEAD = new byte[0];

    private final Writing writing;
    private final MatterStore store;

    Replay(Writing writing, MatterStore store) {
        this.writing = writing;
        this.store = store;
    }

    /**
     * @param leftOut a Chinese sentence for each matter that could not be rebuilt
     */
    public record Result(int rebuilt, List<String> leftOut) {}

    /** Is told how far it has come. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int of);
    }

    /** Every matter of the ledger, each in a transaction of its own so that work goes on meanwhile. */
    public Result all(Progress progress) {
        int of = writing.inTransaction(db -> db.sql("select count(*) from ledger.entry where version = 1")
                .query(Integer.class)
                .single());
        var rebuilt = 0;
        var leftOut = new ArrayList<String>();
        var from = new UUID(0, 0);
        while (true) {
            var after = from;
            var streams = writing.inTransaction(
                    db -> db.sql("select distinct stream from ledger.entry where stream > ? order by stream limit ?")
                            .params(after, TOGETHER)
                            .query(UUID.class)
                            .list());
            if (streams.isEmpty()) {
                return new Result(rebuilt, leftOut);
            }
            for (var stream : streams) {
                try {
                    one(stream);
                    rebuilt++;
                } catch (BrokenChain e) {
                    leftOut.add("事项 " + stream + " 在账本中的记录接不上，没有重建：第 " + e.version + " 条被改动，或者之前有记录被删除");
                } catch (RuntimeException e) {
                    log.warn("事项 {} 没有重建", stream, e);
                    leftOut.add("事项 " + stream + " 没有重建：账本中的内容不能读成事项，或者写入失败");
                }
                progress.at(rebuilt + leftOut.size(), of);
            }
            from = streams.getLast();
        }
    }

    private static final class BrokenChain extends RuntimeException {
        private final int version;

        BrokenChain(int version) {
            super("entry " + version + " does not follow the one before it");
            this.version = version;
        }
    }

    /** The rows of one matter, whatever stands in them now. */
    public void one(UUID id) {
        writing.run(db -> {
            // A step under way on this matter is finished first, and the next one waits.
            db.sql("select 1 from matter.matter where id = ? for update")
                    .param(id)
                    .query(Integer.class)
                    .optional();
            var entries = Ledger.stream(db, id);
            if (!entries.isEmpty()) {
                write(db, id, entries);
            }
        });
    }

    private void write(JdbcClient db, UUID id, List<Entry> entries) {
        var tree = JsonNodeFactory.instance.objectNode();
        var head = NO_HEAD;
        var version = 0;
        var numbers = new HashMap<String, Integer>();
        for (var entry : entries) {
            if (!entry.follows(version, head)) {
                throw new BrokenChain(entry.version());
            }
            tree = after(tree, entry);
            head = entry.hash();
            version = entry.version();
            taken(numbers, tree.path("number").asString(""));
        }
        tree.path("documents").forEach(d -> taken(numbers, d.path("number").asString("")));
        var last = entries.getLast();
        var wrapped = db.sql("select wrapped from matter.key where matter_id = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .orElse(null);
        store.rewrite(db, loaded(tree, last, wrapped), MatterJson.write(tree));
        numbers.forEach((series, taken) -> neverAgain(db, series, taken));
    }

    /** 鹿打私移〔2026〕3号 is the third of its series. */
    private static void taken(Map<String, Integer> numbers, String number) {
        var bracket = number.indexOf('〕');
        if (bracket > 0 && number.endsWith("号")) {
            var digits = number.substring(bracket + 1, number.length() - 1);
            if (digits.matches("\\d{1,9}")) {
                numbers.merge(number.substring(0, bracket + 1), Integer.valueOf(digits), Math::max);
            }
        }
    }

    /** No number is given a second time, even where the table of series was lost. */
    private static void neverAgain(JdbcClient db, String series, int taken) {
        db.sql("""
                        insert into matter.number_series (series, last) values (?, ?)
                            on conflict (series) do update set last = greatest(number_series.last, excluded.last)
                        """).params(series, taken).update();
    }

    private Stored<?> loaded(ObjectNode tree, Entry last, byte @Nullable [] wrapped) {
        return store.loaded(tree.path("kind").asString(), last.stream(), MatterJson.write(tree), last.hash(), wrapped);
    }

    private static ObjectNode after(ObjectNode before, Entry entry) {
        var after = Snapshot.replay(before, MatterJson.tree(entry.body()).path("set"));
        after.put("version", entry.version());
        after.put("updated_at", entry.at().toString());
        return after;
    }
}
