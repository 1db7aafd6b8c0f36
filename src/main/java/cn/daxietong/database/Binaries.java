package cn.daxietong.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the jar and used again at every later start. */
record Binaries(Path folder) {
    static final String MAJOR = "18";
    private static final String RELEASE = "18.6";
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int OWNER_MAY_EXECUTE = 0100;

    static Binaries unpackedUnder(Path home) {
        var folder = home.resolve("postgresql-" + RELEASE);
        if (Files.isDirectory(folder)) {
            return new Binaries(folder);
        }
        // Renamed when complete, so that an unpacking cut short is never taken for a finished one.
        var unfinished = home.resolve("postgresql-" + RELEASE + ".unfinished");
        try {
            deleteTree(unfinished);
            unpack(unfinished);
            move(unfinished, folder);
        } catch (IOException e) {
            throw new CannotStart(
                    "无法在 " + home + " 展开自带的数据库程序（" + e.getMessage() + "）。", "请确认该目录可写、磁盘至少有 500 MB 空余，再启动一次。", e);
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream packed = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null || !"amd64".equals(System.getProperty("os.arch"))) {
                throw new CannotStart(
                        "自带的数据库只有 Linux x86-64 版，本机是 " + System.getProperty("os.name") + " "
                                + System.getProperty("os.arch") + "。",
                        "请另装 PostgreSQL 18，用环境变量 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、"
                                + "SPRING_DATASOURCE_PASSWORD 指给本平台（见 README 的“外部数据库”）。");
            }
            var tar = new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(packed), 1 << 16));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, to);
        boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
