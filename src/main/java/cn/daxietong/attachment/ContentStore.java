package cn.daxietong.attachment;

import cn.daxietong.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files under their hash: written once, never changed, found again by {@code ab/cd/<sha256>}. A file is complete and on the disk before its
 * name exists, so that a power cut leaves either all of it or nothing.
 */
final class ContentStore {
    private static final Logger log = LoggerFactory.getLogger(ContentStore.class);
    private static final int BUFFER = 1 << 16;
    private static final long SPARE = 64L << 20;
    private static final String UNFINISHED = "unfinished";
    private static final int NAMED_DEPTH = 3;
    private static final int NAME_LENGTH = 64;

    private final Path folder;
    private final Path unfinished;

    ContentStore(Path folder) {
        this.folder = folder;
        this.unfinished = folder.resolve(UNFINISHED);
        try {
            Files.createDirectories(unfinished);
            discardUnfinished();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at a complete file before it is kept; refuses by throwing. */
    interface Inspection<T> {
        T inspect(Path file, Kept kept) throws IOException;
    }

    record Kept(String sha256, String sm3, long size) {}

    /** Gives an inspected file its name by calling {@code place}, and writes down that it is there. */
    interface Registration<T, R> {
        R register(T inspected, Runnable place);
    }

    /** Streams the content in, reckons both hashes on the way, lets it be inspected and keeps it. */
    <T, R> R keep(InputStream content, long limit, Inspection<T> inspection, Registration<T, R> registration)
            throws IOException {
        refuseWithoutRoomFor(0);
        var file = unfinished.resolve(UUID.randomUUID() + ".part");
        try {
            var kept = write(content, limit, file);
            var result = inspection.inspect(file, kept);
            return registration.register(result, () -> place(file, path(kept.sha256())));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Where the parts of forms wait until they are taken in; emptied at every start. */
    static Path arriving(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve(UNFINISHED).resolve("arriving"));
    }

    /** The hashes of the contents that got their name before then. */
    List<String> placedBefore(Instant then) {
        try (var files = Files.find(
                folder,
                NAMED_DEPTH,
                (file, about) -> about.isRegularFile()
                        && about.lastModifiedTime().toInstant().isBefore(then)
                        && file.getFileName().toString().length() == NAME_LENGTH)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static Kept write(InputStream content, long limit, Path file) throws IOException {
        var sha256 = sha256();
        var sm3 = new SM3Digest();
        var buffer = new byte[BUFFER];
        long size = 0;
        try (var channel = open(file)) {
            int read = content.read(buffer);
            while (read >= 0) {
                size += read;
                if (size > limit) {
                    throw tooLarge(limit);
                }
                sha256.update(buffer, 0, read);
                sm3.update(buffer, 0, read);
                write(channel, ByteBuffer.wrap(buffer, 0, read));
                read = content.read(buffer);
            }
            force(channel);
        }
        if (size == 0) {
            throw new Refusal(Refusal.Kind.INVALID, "empty_file", "文件是空的", "文件没有内容（0 字节），没有保存。请检查原文件后重新上传。");
        }
        var second = new byte[sm3.getDigestSize()];
        sm3.doFinal(second, 0);
        return new Kept(
                HexFormat.of().formatHex(sha256.digest()), HexFormat.of().formatHex(second), size);
    }

    static Refusal tooLarge(long limit) {
        return new Refusal(
                Refusal.Kind.TOO_LARGE,
                "file_too_large",
                "文件太大",
                "文件超过了 " + Accepted.size(limit) + " 的上限，没有保存。请压缩视频或分段上传。");
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static void force(FileChannel channel) {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private void place(Path file, Path target) {
        try {
            if (Files.exists(target)) {
                return;
            }
            Files.createDirectories(target.getParent());
            move(file, target);
            // The name must survive a power cut as well as the bytes do.
            try (var directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, target);
        }
    }

    /** @param bytes how many the sender has announced; 0 where it says nothing */
    void refuseWithoutRoomFor(long bytes) throws IOException {
        long usable = Files.getFileStore(unfinished).getUsableSpace();
        if (usable - SPARE < bytes) {
            throw noRoom(new IOException(usable + " bytes left"));
        }
    }

    private static Refusal noRoom(IOException cause) {
        log.error("The attachment store cannot be written", cause);
        var refusal = new Refusal(
                Refusal.Kind.UNAVAILABLE,
                "storage_full",
                "暂时不能保存文件",
                "服务器的存储空间不足或不可写，文件没有保存，其他已填内容不受影响。请通知系统管理员清理磁盘后重新上传。");
        refusal.initCause(cause);
        return refusal;
    }

    private void discardUnfinished() throws IOException {
        try (var files = Files.walk(unfinished)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
