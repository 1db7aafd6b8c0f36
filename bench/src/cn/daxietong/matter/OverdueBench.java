package cn.daxietong.matter;

import cn.daxietong.bench.Timings;
import cn.daxietong.database.BenchServer;
import cn.daxietong.law.ClockLedger;
import cn.daxietong.law.ClockReading.State;
import cn.daxietong.law.ClockRule;
import cn.daxietong.law.Clocks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Who was overdue on a past day: derived anew by the law from every clock's ledger, beside the bare query of the due times that rows keep. */
public final class OverdueBench {
    private static final int WARM_UP = 2;
    private static final Instant DAY = Instant.parse("2026-09-30T16:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String STORED = """
            select count(*) from matter.clock
             where starts_at <= ? and due_at < ? and (ended_at is null or ended_at > due_at) and not (cancelled and ended_at <= ?)
            """;

    private OverdueBench() {}

    /** @param args a folder of its own, how many clocks, how many rounds */
    public static void main(String[] args) throws Exception {
        var clocks = Clocks.bundled();
        var many = Integer.parseInt(args[1]);
        try (var server = BenchServer.on(Path.of(args[0]));
                var owner = server.superuser()) {
            fill(owner, clocks, many);
            System.out.printf("overdue on %s: derived %d, stored %d%n", DAY, derived(owner, clocks), stored(owner));
            Timings.print(
                    "overdue on a past day, of " + many + " clocks",
                    Timings.interleaved(
                            WARM_UP, Integer.parseInt(args[2]), () -> derived(owner, clocks), () -> stored(owner)));
        }
    }

    private static int derived(Connection owner, Clocks clocks) throws SQLException {
        int overdue = 0;
        owner.setAutoCommit(false);
        try (var statement = owner.prepareStatement(
                "select clock, starts_at, ended_at, cancelled from matter.clock where starts_at <= ?")) {
            statement.setFetchSize(10_000);
            statement.setTimestamp(1, Timestamp.from(DAY));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var ended = rows.getTimestamp(3);
                    var ledger = new ClockLedger(
                            rows.getString(1),
                            rows.getTimestamp(2).toInstant(),
                            List.of(),
                            ended == null ? null : ended.toInstant(),
                            rows.getBoolean(4));
                    if (clocks.read(ledger, DAY).state() == State.OVERDUE) {
                        overdue++;
                    }
                }
            }
        }
        owner.commit();
        return overdue;
    }

    private static int stored(Connection owner) throws SQLException {
        try (var statement = owner.prepareStatement(STORED)) {
            for (int i = 1; i <= 3; i++) {
                statement.setTimestamp(i, Timestamp.from(DAY));
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Every rule of the law in turn over the year before and the quarter after, a third met in time or late, a tenth cancelled. */
    private static void fill(Connection owner, Clocks clocks, int many) throws SQLException {
        var rules = clocks.rules().stream()
                .filter(r -> r.unit() != ClockRule.Unit.NAMED)
                .toList();
        var random = new Random(many);
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            // The clocks alone are measured, so their matters are not made.
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate matter.clock");
        }
        try (var insert =
                owner.prepareStatement("insert into matter.clock values (?, 0, ?, 'U12', ?, ?, ?, false, ?, true)")) {
            for (int i = 0; i < many; i++) {
                var rule = rules.get(i % rules.size()).id();
                var start = DAY.minus(YEAR).plus(Duration.ofMinutes(random.nextInt(455 * 24 * 60)));
                var cancelled = random.nextInt(10) == 0;
                var ended = cancelled || random.nextInt(3) == 0
                        ? Timestamp.from(start.plus(Duration.ofHours(random.nextInt(2000))))
                        : null;
                insert.setObject(1, new UUID(random.nextLong(), i));
                insert.setString(2, rule);
                insert.setTimestamp(3, Timestamp.from(start));
                insert.setTimestamp(4, Timestamp.from(clocks.dueAt(ClockLedger.start(rule, start))));
                insert.setTimestamp(5, ended);
                insert.setBoolean(6, cancelled);
                insert.addBatch();
                if (i % 10_000 == 9_999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        owner.commit();
        owner.setAutoCommit(true);
        try (var statement = owner.createStatement()) {
            statement.execute("analyze matter.clock");
        }
    }
}
