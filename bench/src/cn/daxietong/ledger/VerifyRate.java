package cn.daxietong.ledger;

import cn.daxietong.database.Inspection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Verifying the whole ledger against hashing as many bytes of the same bodies from memory, both with as many threads as verifying uses. */
public final class VerifyRate {
    private static final int SAMPLE = 20_000;

    private VerifyRate() {}

    public static void main(String[] arguments) {
        try (var inspection = Inspection.of(Path.of(arguments[0]))) {
            var bodies = inspection.read(
                    db -> db.sql("select body from ledger.entry limit " + SAMPLE).query(String.class).list().stream()
                            .map(body -> body.getBytes(StandardCharsets.UTF_8))
                            .toList());
            long bytes = 0;
            long entries = 0;
            var bare = Double.NaN;
            for (int round = 0; round < 8; round++) {
                bytes = 0;
                entries = 0;
                var started = System.nanoTime();
                for (var body : bodies) {
                    // The head of each entry is hashed too: about 160 bytes.
                    var digest = Suite.SM.digest();
                    digest.update(new byte[160]);
                    digest.update(body);
                    bytes += digest.digest().length > 0 ? body.length : 0;
                    entries++;
                }
                bare = bytes / ((System.nanoTime() - started) / 1e9);
            }
            System.out.printf(
                    "bare SM3, one thread: %.1f MB/s, %.0f bytes an entry%n", bare / 1e6, (double) bytes / entries);
            var started = System.nanoTime();
            var report = inspection.read(db -> new Verification(db).run(Map.of()));
            var seconds = (System.nanoTime() - started) / 1e9;
            var rate = report.bytes() / seconds;
            System.out.printf(
                    "verify: %,d entries, %,.0f MB in %.1f s = %.1f MB/s, sound %s | ratio %.2f%n",
                    report.entries(), report.bytes() / 1e6, seconds, rate / 1e6, report.sound(), rate / bare);
            report.faults().stream().limit(5).forEach(System.out::println);
        }
    }
}
