package cn.daxietong.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks a whole database: every entry against its hash and its predecessor, every matter against what its
 * stream comes to, every checkpoint against its entries, its predecessor and its signature. Names what does not fit. Cannot show what was cut off behind the last root that is
 * held elsewhere; the roots file is one such place.
 */
final class Verification {
    private static final int PAGES_TOGETHER = 64;
    private static final int ENOUGH = 50;

    private final List<JdbcClient> eyes;
    private final List<String> faults = new ArrayList<>();
    private int checkpoints;

    /** @param eyes connections that see one and the same state; each is one worker's */
    Verification(List<JdbcClient> eyes) {
        this.eyes = eyes;
    }

    /**
     * What was found.
     *
     * @param bytes of entries and snapshots
     */
    record Report(long entries, long bytes, int checkpoints, List<String> faults) {
        boolean sound() {
            return faults.isEmpty();
        }
    }

    /** @param heldElsewhere checkpoint lines kept outside the database, by number */
    Report run(Map<Integer, String> heldElsewhere) {
        var first = eyes.getFirst();
        var pages = first.sql("select pg_relation_size('matter.matter') / current_setting('block_size')::int")
                .query(Long.class)
                .single();
        var next = new AtomicLong();
        var stretches = together(db -> {
            var stretch = new Stretch(this::fault);
            for (var page = next.getAndAdd(PAGES_TOGETHER); page < pages; page = next.getAndAdd(PAGES_TOGETHER)) {
                stretch.check(db, page, page + PAGES_TOGETHER);
            }
            return stretch;
        });
        var entries = stretches.stream().mapToLong(Stretch::entries).sum();
        if (entries
                != first.sql("select count(*) from ledger.entry")
                        .query(Long.class)
                        .single()) {
            stretches.getFirst().checkLost(first, lost(first));
        }
        checkpoints(first, heldElsewhere);
        return new Report(
                stretches.stream().mapToLong(Stretch::entries).sum(),
                stretches.stream().mapToLong(Stretch::bytes).sum(),
                checkpoints,
                List.copyOf(faults));
    }

    private static List<UUID> lost(JdbcClient db) {
        return db.sql("""
                        select distinct stream from ledger.entry e
                         where not exists (select from matter.matter m where m.id = e.stream) limit ?
                        """).param(ENOUGH).query(UUID.class).list();
    }

    private List<Stretch> together(Function<JdbcClient, Stretch> work) {
        try (var workers = Executors.newFixedThreadPool(eyes.size())) {
            var underWay = eyes.stream()
                    .map(db -> workers.submit(() -> work.apply(db)))
                    .toList();
            var done = new ArrayList<Stretch>();
            for (var one : underWay) {
                done.add(one.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("核验被中断。", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("核验出错：" + e.getCause(), e);
        }
    }

    private void checkpoints(JdbcClient db, Map<Integer, String> heldElsewhere) {
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
            check(db, checkpoint, Optional.ofNullable(before), keys);
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

    private void check(JdbcClient db, Checkpoint checkpoint, Optional<Checkpoint> before, Map<String, byte[]> keys) {
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
