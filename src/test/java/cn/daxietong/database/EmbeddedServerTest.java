package cn.daxietong.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.EmbeddedServer.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kills what people and machines kill, and looks for what was lost or left behind. */
class EmbeddedServerTest {
    private static final Path HOME = Path.of("target/killed-postgres").toAbsolutePath();
    private final List<Process> platforms = new ArrayList<>();

    @BeforeEach
    void nobody_runs_here() throws IOException {
        assertThat(servers()).isEmpty();
    }

    @AfterEach
    void nobody_stays_here() throws IOException {
        platforms.forEach(Process::destroyForcibly);

        assertThat(servers()).isEmpty();
    }

    @Test
    void what_is_committed_is_on_the_disk_and_nobody_enters_without_a_password() throws Exception {
        try (var server = EmbeddedServer.start(HOME, Durability.DURABLE);
                var connection = server.owner().connect()) {
            assertThat(one(connection, "show fsync")).isEqualTo("on");
            assertThat(one(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(one(connection, "show full_page_writes")).isEqualTo("on");
            assertThat(one(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(connection, "select datlocprovider from pg_database where datname = current_database()"))
                    .isEqualTo("b");
            assertThatThrownBy(() -> server.owner().as("postgres", "").connect())
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(
                            () -> server.owner().as("daxietong_owner", "guess").connect())
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(HOME.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_second_start_on_the_same_data_is_refused_in_chinese_and_harms_nothing() throws Exception {
        try (var server = EmbeddedServer.start(HOME, Durability.DURABLE)) {
            assertThatThrownBy(() -> EmbeddedServer.start(HOME, Durability.DURABLE))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("正被另一个大协同平台使用");

            try (var connection = server.owner().connect()) {
                assertThat(one(connection, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void a_server_killed_while_many_write_comes_back_by_itself_and_keeps_all_that_was_acknowledged() throws Exception {
        try (var server = EmbeddedServer.start(HOME, Durability.DURABLE)) {
            execute(server, "drop table if exists written");
            execute(server, "create table written (number int primary key)");
            var acknowledged = Collections.synchronizedList(new ArrayList<Integer>());
            var next = new AtomicInteger();
            var over = new AtomicBoolean();
            var writers = new ArrayList<Thread>();
            for (int i = 0; i < 4; i++) {
                writers.add(Thread.ofVirtual().start(() -> write(server, next, acknowledged, over)));
            }

            for (int cycle = 0; cycle < 3; cycle++) {
                int before = acknowledged.size();
                within(Duration.ofSeconds(30), () -> acknowledged.size() > before + 50);
                servers().getFirst().destroyForcibly();
            }
            int before = acknowledged.size();
            within(Duration.ofSeconds(30), () -> acknowledged.size() > before + 50);
            over.set(true);
            for (var writer : writers) {
                writer.join();
            }

            assertThat(numbers(server)).containsAll(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(200);
        }
    }

    @Test
    void a_killed_platform_takes_its_server_with_it_and_the_next_one_finds_what_was_committed() throws Exception {
        var committed = startAnotherPlatform();

        killAll(platforms);

        within(Duration.ofSeconds(15), () -> servers().isEmpty());
        try (var server = EmbeddedServer.start(HOME, Durability.DURABLE)) {
            assertThat(numbers(server)).contains(committed);
        }
    }

    @Test
    void a_server_left_behind_is_stopped_by_the_next_platform_which_finds_what_was_committed() throws Exception {
        var committed = startAnotherPlatform();
        var left = servers().getFirst();
        // The supervisors first, or they would end it in good order, while the platform is stunned, or it would start
        // another.
        new ProcessBuilder("sh", "-c", "kill -STOP " + platforms.getFirst().pid())
                .start()
                .waitFor();
        killAll(supervisors());
        killAll(platforms);
        assertThat(servers()).containsExactly(left);

        try (var server = EmbeddedServer.start(HOME, Durability.DURABLE)) {
            assertThat(servers()).doesNotContain(left).hasSize(1);
            assertThat(numbers(server)).contains(committed);
        }
    }

    @Test
    void a_pid_file_that_names_some_other_program_hinders_nobody_and_harms_no_one() throws Exception {
        EmbeddedServer.start(HOME, Durability.DURABLE).close();
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(HOME.resolve("18/postmaster.pid"), other.pid() + "\n" + HOME + "\n");

            try (var server = EmbeddedServer.start(HOME, Durability.DURABLE);
                    var connection = server.owner().connect()) {
                assertThat(one(connection, "select 1")).isEqualTo("1");
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    /** A platform in a process of its own, which commits one row and then waits to be killed. */
    private int startAnotherPlatform() throws IOException {
        var platform = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherPlatform.class.getName(),
                        HOME.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        platforms.add(platform);
        var words = platform.inputReader();
        for (var line = words.readLine(); line != null; line = words.readLine()) {
            if (line.startsWith("committed ")) {
                return Integer.parseInt(line.substring("committed ".length()));
            }
        }
        throw new IllegalStateException("the other platform did not start");
    }

    /** What runs in the process that is killed. */
    static final class AnotherPlatform {
        public static void main(String[] args) throws Exception {
            var server = EmbeddedServer.start(Path.of(args[0]), Durability.DURABLE);
            int number = 1_000_000 + (int) (System.nanoTime() % 1_000_000);
            execute(server, "create table if not exists written (number int primary key)");
            execute(server, "insert into written values (" + number + ")");
            System.out.println("committed " + number);
            Thread.sleep(Duration.ofMinutes(2));
        }
    }

    private static void write(
            EmbeddedServer server, AtomicInteger next, List<Integer> acknowledged, AtomicBoolean over) {
        while (!over.get()) {
            try (var connection = server.owner().connect();
                    var insert = connection.prepareStatement("insert into written values (?)")) {
                while (!over.get()) {
                    int number = next.incrementAndGet();
                    insert.setInt(1, number);
                    insert.executeUpdate();
                    acknowledged.add(number);
                }
            } catch (SQLException e) {
                pause(); // the server is away: this is what the test makes happen
            }
        }
    }

    private static List<Integer> numbers(EmbeddedServer server) throws SQLException {
        var found = new ArrayList<Integer>();
        try (var connection = server.owner().connect();
                var rows = connection.createStatement().executeQuery("select number from written")) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        return found;
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = server.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Every postmaster that works on our files, whoever started it. */
    private static List<ProcessHandle> servers() throws IOException {
        var found = new ArrayList<ProcessHandle>();
        for (var process : ProcessHandle.allProcesses().toList()) {
            var cwd = Path.of("/proc", String.valueOf(process.pid()), "cwd");
            try {
                if (Files.readSymbolicLink(cwd).startsWith(HOME.resolve("18"))
                        && process.parent().map(parent -> !inCluster(parent)).orElse(true)) {
                    found.add(process);
                }
            } catch (IOException e) {
                continue; // ended meanwhile, or not ours to look at
            }
        }
        return found;
    }

    private static List<ProcessHandle> supervisors() {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    var words = List.of(process.info().arguments().orElse(new String[0]));
                    return words.contains("daxietong-postgres")
                            && words.contains(HOME.resolve("18").toString());
                })
                .toList();
    }

    private static boolean inCluster(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"))
                    .startsWith(HOME.resolve("18"));
        } catch (IOException e) {
            return false;
        }
    }

    private static void killAll(List<?> processes) {
        for (var each : processes) {
            var process = each instanceof Process own ? own.toHandle() : (ProcessHandle) each;
            process.destroyForcibly();
            process.onExit()
                    .orTimeout(2, TimeUnit.SECONDS)
                    .exceptionally(unburied -> process)
                    .join();
        }
    }

    private static void within(Duration patience, Question question) throws IOException {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (!question.answer()) {
            assertThat(System.nanoTime()).as("waited %s in vain", patience).isLessThan(giveUp);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Question {
        boolean answer() throws IOException;
    }
}
