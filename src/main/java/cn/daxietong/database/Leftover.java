package cn.daxietong.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that an earlier, killed process left running on our files: known by its pid file and by where it stands. */
record Leftover(Path cluster, ProcessHandle process) {
    private static final Logger log = LoggerFactory.getLogger(Leftover.class);

    /** Empty also when the pid has meanwhile gone to another program, whose stale file is then removed. */
    static Optional<Leftover> in(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            Files.delete(file);
            return Optional.empty();
        }
        var found = ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        if (found.isPresent() && !standsIn(cluster, found.get())) {
            Files.delete(file);
            return Optional.empty();
        }
        return found.map(process -> new Leftover(cluster, process));
    }

    /** First as an orderly stop, then as a crash, which loses nothing that was committed. */
    void stop() {
        log.info("上次异常退出留下了数据库进程 {}，正在停止它。", process.pid());
        for (var signal : new String[] {"INT", "QUIT", "KILL"}) {
            send(signal);
            if (ends(Duration.ofSeconds(20))) {
                return;
            }
        }
        throw new CannotStart("上次留下的数据库进程 " + process.pid() + " 停不下来。", "请重启机器后再启动本平台。");
    }

    /** A postmaster works from inside its data folder, which no other program does. */
    private static boolean standsIn(Path cluster, ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", String.valueOf(process.pid()), "cwd"), cluster);
        } catch (IOException e) {
            return false;
        }
    }

    /** Asked by its place, because an orphan that ended stays in the process table for as long as nobody buries it. */
    private boolean isRunning() {
        return standsIn(cluster, process);
    }

    private void send(String signal) {
        try {
            // The shell's own kill, because Java knows no SIGINT and small systems have no kill program.
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            log.warn("无法向进程 {} 发送信号：{}", process.pid(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ends(Duration patience) {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (isRunning() && System.nanoTime() < giveUp) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !isRunning();
            }
        }
        return !isRunning();
    }
}
