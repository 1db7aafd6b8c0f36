package cn.daxietong.ledger;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Checks each entry against its own hash on the other processors while the next ones are fetched. */
final class Hashing implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int BATCHES_AHEAD = 8;

    private final ExecutorService workers =
            Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    private final Queue<Future<List<String>>> underWay = new ArrayDeque<>();
    private final Consumer<String> fault;
    private List<EntryRow> batch = new ArrayList<>(BATCH);

    Hashing(Consumer<String> fault) {
        this.fault = fault;
    }

    void check(EntryRow row) {
        batch.add(row);
        if (batch.size() == BATCH) {
            send();
        }
    }

    /** Waits for the rest. */
    void finish() {
        send();
        while (!underWay.isEmpty()) {
            collect();
        }
    }

    private void send() {
        var rows = batch;
        batch = new ArrayList<>(BATCH);
        underWay.add(workers.submit(() -> faults(rows)));
        if (underWay.size() > BATCHES_AHEAD) {
            collect();
        }
    }

    private void collect() {
        try {
            underWay.remove().get().forEach(fault);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("核验被中断。", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("核验出错：" + e.getCause(), e);
        }
    }

    private static List<String> faults(List<EntryRow> rows) {
        var faults = new ArrayList<String>();
        var digests = new EnumMap<Suite, MessageDigest>(Suite.class);
        for (var row : rows) {
            if (!fits(row, digests)) {
                faults.add(row.name() + "（" + row.event() + "，" + row.at() + "）内容与哈希不符：记录被改动");
            }
        }
        return faults;
    }

    private static boolean fits(EntryRow row, Map<Suite, MessageDigest> digests) {
        var suite = row.suite();
        if (suite == null || row.at().getNano() % 1_000_000 != 0) {
            return false;
        }
        var hash = Entry.hash(
                digests.computeIfAbsent(suite, Suite::digest),
                row.stream(),
                row.version(),
                row.at(),
                row.event(),
                row.actor(),
                row.unit(),
                row.body(),
                suite,
                row.previous());
        return Arrays.equals(hash, row.hash());
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
