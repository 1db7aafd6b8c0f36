package cn.daxietong.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks a whole database: every entry against its hash and its predecessor, every matter
 * and document against what its stream comes to, every checkpoint
 * against its entries, its predecessor and its signature. Names what does not fit. Cannot show what was cut off behind the last root that is
 * held elsewhere; the roots file is one such place.
 */
final class Verification {
    private static final int FETCH = 5_000;
    private static final int ENOUGH = 50;

    private final JdbcClient db;
    private final List<String> faults = new ArrayList<>();
    private long entries;
    private long bytes;
    private int checkpoints;

    Verification(JdbcClient db) {
        this.db = db;
    }

    /** What was found. */
    record Report(long entries, long bytes, int checkpoints, List<String> faults) {
        boolean sound() {
            return faults.isEmpty();
        }
    }

    /** @param heldElsewhere checkpoint lines kept outside the database, by number */
    Report run(Map<Integer, String> heldElsewhere) {
        streams();
        new Standing(db, this::fault).check();
        checkpoints(heldElsewhere);
        return new Report(entries, bytes, checkpoints, List.copyOf(faults));
    }

    private void streams() {
        try (var hashing = new Hashing(this::fault)) {
            var walk = new Walk(hashing);
            try (var rows = db
                    .sql("select " + EntryRow.COLUMNS + " from ledger.entry")
                    .withFetchSize(FETCH)
                    .query((row, n) -> EntryRow.read(row))
                    .stream()) {
                rows.forEach(walk::next);
            }
            walk.laggards();
            hashing.finish();
            walk.heads();
        }
    }

    /**
     * Follows every stream as the entries come, in the order in which the table keeps them: sorting millions of entries first would take longer
     * than checking them. What comes before its predecessor waits for the end.
     */
    private final class Walk {
        private final Map<UUID, End> ends = new HashMap<>();
        private final Map<UUID, List<EntryRow>> waiting = new HashMap<>();
        private final Hashing hashing;

        Walk(Hashing hashing) {
            this.hashing = hashing;
        }

        void next(EntryRow row) {
            entries++;
            bytes += row.body().length;
            hashing.check(row);
            var end = ends.getOrDefault(row.stream(), End.NONE);
            if (row.version() == end.version() + 1 && !waiting.containsKey(row.stream())) {
                follow(row, end);
            } else {
                waiting.computeIfAbsent(row.stream(), s -> new ArrayList<>()).add(row.withoutBody());
            }
        }

        private void follow(EntryRow row, End end) {
            if (row.version() != end.version() + 1) {
                fault(row.name() + "之前缺少第 " + (end.version() + 1) + " 条：有记录被删除");
            } else if (!Arrays.equals(row.previous(), end.head())) {
                fault(row.name() + "与前一条接不上：前一条或本条被改动");
            }
            ends.put(row.stream(), new End(row.version(), row.hash()));
        }

        /** Those that came out of order, now in order; whatever is still missing really is. */
        void laggards() {
            waiting.forEach((stream, rows) -> {
                rows.sort(Comparator.comparingInt(EntryRow::version));
                rows.forEach(row -> follow(row, ends.getOrDefault(stream, End.NONE)));
            });
        }

        /** What people see must be what the chain ends in. */
        void heads() {
            try (var rows = db
                    .sql("select id, version, head from matter.matter")
                    .withFetchSize(FETCH)
                    .query((row, n) -> new Head(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3)))
                    .stream()) {
                rows.forEach(h -> {
                    var kept = ends.remove(h.matter());
                    if (kept == null) {
                        fault("事项 " + h.matter() + " 在账本中没有记录：记录被删除，或者事项不是办理产生的");
                    } else if (!Arrays.equals(kept.head(), h.head()) || h.version() != kept.version()) {
                        fault("事项 " + h.matter() + " 的现状（第 " + h.version() + " 版）与账本末条（第 " + kept.version() + " 条）不符");
                    }
                });
            }
            ends.keySet().forEach(lost -> fault("账本中的事项 " + lost + " 已不在事项表中"));
        }
    }

    /** Where a stream ends so far. */
    @SuppressWarnings("ArrayRecordComponent") // a hash, compared byte by byte
    private record End(int version, byte[] head) {
        static final End NONE = new End(0, new byte[0]);
    }

    @SuppressWarnings("ArrayRecordComponent") // a hash, compared byte by byte
    private record Head(UUID matter, int version, byte[] head) {}

    private void checkpoints(Map<Integer, String> heldElsewhere) {
        var keys = new HashMap<String, byte[]>();
        db.sql("select key_id, public_key from ledger.signing_key")
                .query((row, n) -> Map.entry(row.getString(1), row.getBytes(2)))
                .list()
                .forEach(k -> keys.put(k.getKey(), k.getValue()));
        var all = db.sql("select " + Checkpoint.COLUMNS + " from ledger.checkpoint order by id")
                .query((row, n) -> Checkpoint.read(row))
                .list();
        Checkpoint before = null;
        for (var checkpoint : all) {
            check(checkpoint, Optional.ofNullable(before), keys);
            var held = heldElsewhere.get(checkpoint.id());
            if (held != null && !held.equals(checkpoint.line())) {
                fault("检查点 " + checkpoint.id() + " 与库外留存的不一致：账本被整体改写，或者恢复了旧备份");
            }
            before = checkpoint;
            checkpoints++;
        }
        var last = all.isEmpty() ? 0 : all.getLast().id();
        heldElsewhere.keySet().stream()
                .filter(id -> id > last)
                .sorted()
                .forEach(id -> fault("库外留存的检查点 " + id + " 在库中不存在：账本被截断，或者恢复了旧备份"));
    }

    private void check(Checkpoint checkpoint, Optional<Checkpoint> before, Map<String, byte[]> keys) {
        var name = "检查点 " + checkpoint.id();
        var expectedFrom = before.map(Checkpoint::to).orElse("0");
        var expectedPrevious = before.map(Checkpoint::root).orElse(new byte[0]);
        if (checkpoint.id() != before.map(c -> c.id() + 1).orElse(1)
                || !checkpoint.from().equals(expectedFrom)) {
            fault(name + "与前一个检查点不连续：有检查点被删除");
        }
        if (!Arrays.equals(checkpoint.previous(), expectedPrevious)) {
            fault(name + "没有承接前一个检查点的根");
        }
        var tree = new MerkleTree(checkpoint.suite());
        Sequencer.each(db, checkpoint.from(), checkpoint.to(), tree::add);
        if (tree.size() != checkpoint.size() || !Arrays.equals(tree.root(), checkpoint.root())) {
            fault(name + "的根与记录不符：应有 " + checkpoint.size() + " 条，现有 " + tree.size() + " 条，根应为 "
                    + HexFormat.of().formatHex(checkpoint.root()));
        }
        var key = keys.get(checkpoint.keyId());
        if (key == null
                || !SigningKey.idOf(checkpoint.suite(), key).equals(checkpoint.keyId())
                || !SigningKey.verifies(checkpoint.suite(), key, checkpoint.signed(), checkpoint.signature())) {
            fault(name + "的签名不对");
        }
    }

    private synchronized void fault(String sentence) {
        if (faults.size() < ENOUGH) {
            faults.add(sentence);
        }
    }
}
