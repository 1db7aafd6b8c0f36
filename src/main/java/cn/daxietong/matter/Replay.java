package cn.daxietong.matter;

import cn.daxietong.database.Writing;
import cn.daxietong.ledger.Entry;
import cn.daxietong.ledger.Ledger;
import cn.daxietong.ledger.Snapshot;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the rows that people read anew from the ledger alone: every entry says what it set, so nothing is decided a second time. */
public final class Replay {
    private static final int TOGETHER = 500;

    private final Writing writing;
    private final MatterStore store;

    Replay(Writing writing, MatterStore store) {
        this.writing = writing;
        this.store = store;
    }

    /** Every matter of the ledger, each in a transaction of its own so that work goes on meanwhile. Returns how many. */
    public int all() {
        var done = 0;
        var from = new UUID(0, 0);
        while (true) {
            var after = from;
            var streams = writing.inTransaction(
                    db -> db.sql("select distinct stream from ledger.entry where stream > ? order by stream limit ?")
                            .params(after, TOGETHER)
                            .query(UUID.class)
                            .list());
            if (streams.isEmpty()) {
                return done;
            }
            streams.forEach(this::one);
            done += streams.size();
            from = streams.getLast();
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
        for (var entry : entries) {
            tree = after(tree, entry);
        }
        var last = entries.getLast();
        var wrapped = db.sql("select wrapped from matter.key where matter_id = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .orElse(null);
        store.rewrite(db, loaded(tree, last, wrapped), MatterJson.write(tree));
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
