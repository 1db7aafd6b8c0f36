package cn.daxietong.matter;

import cn.daxietong.database.BenchServer;
import cn.daxietong.ledger.Suite;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Validation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Fills a platform's database with fictional matters, told by the rules in memory and loaded by COPY. */
public final class Generator {
    private static final int STORIES_A_BATCH = 500;
    private static final int UNITS = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final BenchServer server;
    private final long stories;
    private final int urges;
    private final boolean documents;
    private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();
    private final AtomicLong entries = new AtomicLong();
    private final AtomicLong matters = new AtomicLong();

    private Generator(BenchServer server, long stories, int urges, boolean documents) {
        this.server = server;
        this.stories = stories;
        this.urges = urges;
        this.documents = documents;
    }

    /** Arguments: data folder, leads, most reminders a lead, whether to write the contents of documents. */
    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        var leads = Long.parseLong(arguments[1]);
        var urges = Integer.parseInt(arguments[2]);
        var documents = Boolean.parseBoolean(arguments[3]);
        try (var server = BenchServer.on(data)) {
            new Generator(server, leads * 21 / 20, urges, documents)
                    .run(Vault.at(data.resolve("keys").resolve("platform.key"), Suite.SM));
        }
    }

    private void run(Vault vault) throws Exception {
        var started = System.nanoTime();
        var bench = Bench.INSTANCE;
        var kinds = new Kinds(bench.kinds);
        var validator = Validation.buildDefaultValidatorFactory().getValidator();
        try (var owner = server.owner()) {
            owner.setAutoCommit(false);
            readNumbers(owner);
            var units = moreUnits(owner, bench.units());
            var indexes = Indexes.drop(owner);
            var shared = MemoryProceedings.Shared.of(
                    kinds,
                    vault,
                    bench.clocks,
                    bench.directory,
                    new FieldReader(validator, bench.directory, Clock.system(ZONE)),
                    series -> numbers.computeIfAbsent(series, s -> new AtomicInteger())
                            .incrementAndGet());
            var now = Instant.now();
            tell(shared, new Lifelines(units, now.minus(Duration.ofDays(1095)), now, stories, urges));
            BulkNumbers.write(owner, plain());
            say("loaded", started);
            indexes.restore(owner, index -> say(index, started));
        }
        try (var owner = server.owner();
                var statement = owner.createStatement()) {
            statement.execute("analyze ledger.entry");
            for (var table : List.of("inbox", "todo", "clock", "notice", "matter", "key")) {
                statement.execute("vacuum analyze matter." + table);
            }
            statement.execute("checkpoint");
        } catch (SQLException e) {
            System.out.println("checkpoint left to the server: " + e.getMessage());
        }
        say("ready", started);
    }

    private void say(String what, long started) {
        System.out.printf(
                "%6.1f s  %,d matters, %,d entries: %s%n",
                (System.nanoTime() - started) / 1e9, matters.get(), entries.get(), what);
    }

    private void tell(MemoryProceedings.Shared shared, Lifelines lifelines) throws Exception {
        var threads = Runtime.getRuntime().availableProcessors();
        var next = new AtomicLong();
        var started = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var working = new ArrayList<Future<?>>();
            for (int t = 0; t < threads; t++) {
                working.add(pool.submit(() -> {
                    work(shared, lifelines, next, started);
                    return null;
                }));
            }
            for (var one : working) {
                one.get();
            }
        }
    }

    private void work(MemoryProceedings.Shared shared, Lifelines lifelines, AtomicLong next, long started)
            throws Exception {
        try (var owner = server.owner()) {
            owner.setAutoCommit(false);
            try (var statement = owner.createStatement()) {
                statement.execute("set synchronous_commit = off");
            }
            owner.commit();
            while (true) {
                var from = next.getAndAdd(STORIES_A_BATCH);
                if (from >= stories) {
                    return;
                }
                var rows = new CopyRows(documents);
                for (var i = from; i < Math.min(stories, from + STORIES_A_BATCH); i++) {
                    var memory = new MemoryProceedings(shared, rows);
                    lifelines.tell(memory, i);
                    memory.finish();
                }
                rows.send(owner);
                entries.addAndGet(rows.entries());
                matters.addAndGet(rows.matters());
                if (from / STORIES_A_BATCH % 100 == 0) {
                    say("%.0f %%".formatted(100.0 * from / stories), started);
                }
            }
        }
    }

    private Map<String, Integer> plain() {
        var plain = new ConcurrentHashMap<String, Integer>();
        numbers.forEach((series, last) -> plain.put(series, last.get()));
        return plain;
    }

    private void readNumbers(Connection owner) throws SQLException {
        try (var rows = owner.createStatement().executeQuery("select series, last from matter.number_series")) {
            while (rows.next()) {
                numbers.put(rows.getString(1), new AtomicInteger(rows.getInt(2)));
            }
        }
    }

    /** The notice's units and as many fictional villages' stations as make sixty, in the order in which they report. */
    private static List<UnitId> moreUnits(Connection owner, List<UnitId> known) throws SQLException {
        var units = new ArrayList<>(known);
        units.remove(UnitId.OFFICE);
        for (int i = 1; units.size() < UNITS - 1; i++) {
            var id = "B%02d".formatted(i);
            try (var unit = owner.prepareStatement("""
                            insert into organization.unit (id, kind, clause, area_code) values (?, 'township', '五', '450223')
                            on conflict do nothing
                            """);
                    var name = owner.prepareStatement("""
                            insert into organization.unit_name (unit, name, short_name)
                            select ?, ?, ? where not exists (select from organization.unit_name where unit = ?)
                            """)) {
                unit.setString(1, id);
                unit.executeUpdate();
                name.setString(1, id);
                name.setString(2, "（虚构）第" + i + "工作站");
                name.setString(3, "第" + i + "工作站");
                name.setString(4, id);
                name.executeUpdate();
            }
            units.add(new UnitId(id));
        }
        owner.commit();
        return units;
    }
}
