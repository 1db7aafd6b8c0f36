package cn.daxietong.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the platform: started under the data folder, watched while we live, stopped when we end in whatever way.
 */
final class EmbeddedServer implements DatabaseServer {
    static final String DATABASE = "daxietong";
    static final String OWNER = "daxietong_owner";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(10);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(40);
    private static final long LARGEST_LOG = 20_000_000;

    /**
     * Runs the server and stops it quickly as soon as our end of the pipe closes, which the operating system does even for a killed JVM. The
     * server reads nothing itself, and a session of its own keeps the terminal's Ctrl-C from reaching it before the application has ended.
     */
    private static final String SUPERVISOR = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            (read -r nothing <&3; kill -INT $server) &
            watch=$!
            wait $server
            status=$?
            kill $watch 2>/dev/null
            exit $status
            """;

    private final Path home;
    private final Binaries binaries;
    private final Unprivileged unprivileged;
    private final Cluster cluster;
    private final HomeLock lock;
    private final Durability durability;
    private final int port;
    private volatile boolean stopping;
    private volatile Process process;

    /** Whether committed means on the disk. Only tests that never fear a power cut may say no. */
    enum Durability {
        DURABLE("on"),
        FORGETFUL("off");

        private final String setting;

        Durability(String setting) {
            this.setting = setting;
        }
    }

    static EmbeddedServer start(Path home, Durability durability) {
        var absolute = home.toAbsolutePath().normalize();
        @Nullable HomeLock lock = null;
        try {
            Files.createDirectories(absolute);
            lock = HomeLock.on(absolute);
            return new EmbeddedServer(absolute, lock, durability);
        } catch (IOException e) {
            release(lock);
            throw new CannotStart("数据目录 " + absolute + " 不能使用（" + e + "）。", "请确认该目录可写、磁盘有空余，或用 --data 换一个目录。", e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private EmbeddedServer(Path home, HomeLock lock, Durability durability) throws IOException {
        this.home = home;
        this.lock = lock;
        this.durability = durability;
        this.unprivileged = Unprivileged.forFilesIn(home);
        if (!Files.isDirectory(home.resolve(Binaries.MAJOR))) {
            log.info("首次启动：正在 {} 准备数据库，约需十秒。", home);
        }
        this.binaries = Binaries.unpackedUnder(home);
        this.cluster = Cluster.in(home, binaries, unprivileged);
        Leftover.in(cluster.folder()).ifPresent(Leftover::stop);
        this.port = freePort();
        this.process = launch();
        try {
            awaitReady();
            createDatabase();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
        Thread.ofPlatform().daemon().name("database-watch").start(this::restartWhenItDies);
    }

    @Override
    public Login owner() {
        return new Login(url(DATABASE), OWNER, cluster.password());
    }

    /** For tests that look at the server from above; the platform itself never enters as this. */
    Login superuser(String database) {
        return new Login(url(database), Cluster.SUPERUSER, cluster.password());
    }

    @Override
    public void close() {
        stop();
        release(lock);
    }

    private synchronized void stop() {
        stopping = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_AT_STOP.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("数据库没有按时停下，改为强行停止；已提交的内容不会丢失。");
                Leftover.in(cluster.folder()).ifPresent(Leftover::stop);
            }
        } catch (IOException e) {
            log.warn("停止数据库时出错：{}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Process launch() throws IOException {
        var logFile = home.resolve("server.log");
        if (Files.exists(logFile) && Files.size(logFile) > LARGEST_LOG) {
            Files.delete(logFile);
        }
        if (!Files.exists(logFile)) {
            Files.createFile(
                    logFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        var command = new ArrayList<>(List.of("setsid", "sh", "-c", SUPERVISOR, "daxietong-postgres"));
        command.addAll(unprivileged.command(
                List.of(binaries.program("postgres"), "-D", cluster.folder().toString())));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
    }

    private List<String> settings() {
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=" + (durability == Durability.DURABLE ? 60 : 200),
                "password_encryption=scram-sha-256",
                "fsync=" + durability.setting,
                "synchronous_commit=" + durability.setting,
                "full_page_writes=" + durability.setting,
                "shared_buffers=256MB",
                "effective_cache_size=1GB",
                "work_mem=8MB",
                "maintenance_work_mem=64MB",
                "max_wal_size=1GB",
                "wal_compression=off",
                "random_page_cost=1.1",
                "jit=off",
                "timezone=Asia/Shanghai",
                "log_timezone=Asia/Shanghai",
                // Details and statements of an error may hold what people wrote, which belongs in no log.
                "log_error_verbosity=terse",
                "log_min_error_statement=panic");
    }

    private void awaitReady() {
        long begun = System.nanoTime();
        long nextWord = TimeUnit.SECONDS.toNanos(10);
        while (true) {
            try (var connection = superuser("postgres").connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                long waited = System.nanoTime() - begun;
                if (!process.isAlive() || waited > PATIENCE_AT_START.toNanos()) {
                    throw new CannotStart(
                            "数据库没有启动起来：" + lastWords(), "请查看 " + home.resolve("server.log") + " 末尾的原因；数据文件请勿手工删除。", e);
                }
                if (waited > nextWord) {
                    log.info("数据库正在恢复上次未写完的内容，请稍候……");
                    nextWord += TimeUnit.SECONDS.toNanos(10);
                }
            }
            pause(Duration.ofMillis(40));
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(home.resolve("server.log"));
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        } catch (IOException e) {
            return "（日志不可读：" + e.getMessage() + "）";
        }
    }

    /** The owner is no superuser, so that what migrates here also migrates on a server where we are only guests. */
    private void createDatabase() {
        try (var connection = superuser("postgres").connect();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("drop role if exists " + OWNER);
            statement.execute("create role " + OWNER + " login createrole createdb bypassrls password '"
                    + cluster.password() + "'");
            statement.execute("create database " + DATABASE + " owner " + OWNER);
        } catch (SQLException e) {
            throw new CannotStart("无法建立数据库：" + e.getMessage(), "请查看 " + home.resolve("server.log") + "。", e);
        }
    }

    /** On the same port, so that the pools find it again by themselves. */
    private void restartWhenItDies() {
        while (!stopping) {
            try {
                int status = process.waitFor();
                if (stopping) {
                    return;
                }
                log.warn("数据库意外退出（{}），正在重新启动。", status);
                pause(Duration.ofMillis(500));
                Leftover.in(cluster.folder()).ifPresent(Leftover::stop);
                relaunch();
            } catch (IOException e) {
                log.warn("数据库没有重新启动成功，稍后再试：{}", e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void relaunch() throws IOException {
        if (!stopping) {
            process = launch();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void release(@Nullable HomeLock lock) {
        if (lock != null) {
            lock.close();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("启动数据库时被中断。", "请再启动一次。", e);
        }
    }
}
