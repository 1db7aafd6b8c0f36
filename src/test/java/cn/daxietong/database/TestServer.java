package cn.daxietong.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;

/**
 * The PostgreSQL of one test JVM: the embedded one under {@code target/}, kept from run to run and without fsync, or an external one named by
 * {@code TEST_DATASOURCE_URL}, {@code TEST_DATASOURCE_USERNAME}, {@code TEST_DATASOURCE_PASSWORD} (an account that may create databases).
 * Holds one migrated template, named after the content of the migrations, from which every database is copied in about 50 ms.
 */
final class TestServer {
    static final TestServer INSTANCE = new TestServer();

    private static final String PREFIX = "daxietong_test_";
    private final Login maintenance;
    private final String template;
    private final String run = Long.toString(ProcessHandle.current().pid(), 36) + "_"
            + Long.toString(System.currentTimeMillis() % 100_000_000, 36);
    private final AtomicInteger made = new AtomicInteger();

    private TestServer() {
        var url = System.getenv("TEST_DATASOURCE_URL");
        if (url == null || url.isBlank()) {
            var server = embedded();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            maintenance = new Login(
                    server.owner().url().replaceFirst("/[^/]*$", "/postgres"),
                    server.owner().user(),
                    server.owner().password());
            dropWhatEarlierRunsLeft();
        } else {
            maintenance = new Login(
                    url, System.getenv("TEST_DATASOURCE_USERNAME"), System.getenv("TEST_DATASOURCE_PASSWORD"));
        }
        template = "daxietong_template_" + digestOfMigrations();
        prepareTemplate();
    }

    /** A new database with every migration in it and nothing else; the owner's login to it. */
    synchronized Login create() {
        var name = PREFIX + run + "_" + made.incrementAndGet();
        execute("create database " + name + " template " + template);
        if (System.getenv("TEST_DATASOURCE_URL") != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(name)));
        }
        return to(name);
    }

    /** An autovacuum worker at the wrong moment may not be ended by an owner who is no superuser; it is gone at the next try. */
    void drop(String name) {
        for (int tried = 1; ; tried++) {
            try {
                execute("drop database if exists " + name + " with (force)");
                return;
            } catch (IllegalStateException e) {
                if (tried == 20) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            }
        }
    }

    private static EmbeddedServer embedded() {
        // A second run in the same folder takes the next place and does not fail.
        for (int place = 1; ; place++) {
            try {
                return EmbeddedServer.start(
                        Path.of("target/test-postgres-" + place), EmbeddedServer.Durability.FORGETFUL);
            } catch (CannotStart e) {
                if (place == 4) {
                    throw e;
                }
            }
        }
    }

    private void prepareTemplate() {
        try (var connection = maintenance.connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(450223002)");
            if (databases(connection, template).isEmpty()) {
                // Renamed when complete, so that a migration that failed leaves no template.
                var unfinished = template + "_unfinished";
                statement.execute("drop database if exists " + unfinished + " with (force)");
                statement.execute("create database " + unfinished);
                Migration.of(to(unfinished));
                statement.execute("alter database " + unfinished + " rename to " + template);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no template database for the tests", e);
        }
    }

    private void dropWhatEarlierRunsLeft() {
        try (var connection = maintenance.connect()) {
            for (var name : databases(connection, PREFIX + "%")) {
                drop(name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> databases(Connection connection, String like) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.prepareStatement("select datname from pg_database where datname like ?")) {
            query.setString(1, like);
            var rows = query.executeQuery();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private void execute(String sql) {
        try (var connection = maintenance.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Login to(String database) {
        return new Login(
                maintenance.url().replaceFirst("/[^/?]*(\\?.*)?$", "/" + database),
                maintenance.user(),
                maintenance.password());
    }

    private static String digestOfMigrations() {
        var crc = new CRC32();
        try (var files = Files.walk(Path.of("target/classes/db/migration"))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                crc.update(file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                crc.update(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
