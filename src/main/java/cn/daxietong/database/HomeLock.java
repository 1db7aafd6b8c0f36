package cn.daxietong.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second platform off the same data; the operating system lets go of it however this process ends. */
record HomeLock(FileChannel channel) implements AutoCloseable {
    static HomeLock on(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean ours = false;
        try {
            ours = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process: as taken as if another held it.
        } finally {
            if (!ours) {
                channel.close();
            }
        }
        if (!ours) {
            throw new CannotStart(
                    "数据目录 " + home.getParent() + " 正被另一个大协同平台使用。", "请先停止正在运行的那一个，或用 --data 换一个目录、用 --port 换一个端口再启动。");
        }
        return new HomeLock(channel);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
