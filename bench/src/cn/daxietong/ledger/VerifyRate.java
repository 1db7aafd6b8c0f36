package cn.daxietong.ledger;

import cn.daxietong.database.Inspection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifying everything against hashing the same bytes from memory on one thread: entries, snapshots and documents in their own sizes. */
public final class VerifyRate {
    private static final int MATTERS = 2_000;
    /** What is hashed of an entry beside its body: the hash before it and its other columns. */
    private static final byte[] HEAD = new byte[160];

    private VerifyRate() {}

    /** Arguments: data folder, rounds. */
    public static void main(String[] arguments) {
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        try (var inspection = Inspection.of(Path.of(arguments[0]))) {
            var sample = inspection.read(VerifyRate::sample);
            for (int round = 0; round < 20; round++) {
                bare(sample);
            }
            for (int round = 0; round < rounds; round++) {
                var before = bare(sample);
                var started = System.nanoTime();
                var report = inspection.read(
                        Runtime.getRuntime().availableProcessors(), eyes -> new Verification(eyes).run(Map.of()));
                var seconds = (System.nanoTime() - started) / 1e9;
                var rate = report.bytes() / seconds;
                var bare = (before + bare(sample)) / 2;
                System.out.printf(
                        "verify: %,d entries, %,.0f MB in %.1f s = %.1f MB/s, sound %s | bare SM3 of the same bytes, one thread, before and after: %.1f MB/s | ratio %.2f%n",
                        report.entries(),
                        report.bytes() / 1e6,
                        seconds,
                        rate / 1e6,
                        report.sound(),
                        bare / 1e6,
                        rate / bare);
                report.faults().stream().limit(5).forEach(System.out::println);
            }
        }
    }

    private static List<byte[]> sample(JdbcClient db) {
        var sample = new ArrayList<byte[]>();
        var some = "(select id from matter.matter limit " + MATTERS + ")";
        for (var text : List.of(
                "select body from ledger.entry where stream in " + some,
                "select snapshot from matter.matter where id in " + some)) {
            db.sql(text).query(String.class).list().forEach(t -> sample.add(t.getBytes(StandardCharsets.UTF_8)));
        }
        return sample;
    }

    /** Bytes a second. */
    private static double bare(List<byte[]> texts) {
        long bytes = 0;
        var digest = Suite.SM.digest();
        var started = System.nanoTime();
        for (int again = 0; again < 5; again++) {
            for (var text : texts) {
                digest.update(HEAD);
                digest.update(text);
                bytes += digest.digest().length > 0 ? text.length : 0;
            }
        }
        return bytes / ((System.nanoTime() - started) / 1e9);
    }
}
