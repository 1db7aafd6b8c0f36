package cn.daxietong.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second platform off the same data; the operating system lets go of it however this process ends. */
record HomeLock(Path home, FileChannel channel) implements AutoCloseable {
    /** Remembered here, because opening and closing the file once more in this process would let go of the lock. */
    private static final Set<Path> HELD_BY_US = ConcurrentHashMap.newKeySet();

    static HomeLock on(Path home) throws IOException {
        if (HELD_BY_US.add(home)) {
            var channel = open(home);
            if (channel.tryLock() != null) {
                return new HomeLock(home, channel);
            }
            channel.close();
            HELD_BY_US.remove(home);
        }
        throw new CannotStart(
                "数据目录 " + home.getParent() + " 正被另一个大协同平台使用。", "请先停止正在运行的那一个，或用 --data 换一个目录、用 --port 换一个端口再启动。");
    }

    static boolean isTaken(Path home) throws IOException {
        if (HELD_BY_US.contains(home)) {
            return true;
        }
        try (var channel = open(home);
                var lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private static FileChannel open(Path home) throws IOException {
        return FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Override
    public void close() {
        HELD_BY_US.remove(home);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
