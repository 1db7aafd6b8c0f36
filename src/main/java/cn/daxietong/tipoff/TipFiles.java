package cn.daxietong.tipoff;

import cn.daxietong.ledger.Suite;
import cn.daxietong.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files as tellers sent them, encrypted in pieces while they arrive; no plain byte and no key ever lies on the disk. A piece knows its place, so
 * that none can be left out, doubled or moved.
 */
@Component
final class TipFiles {
    static final int PIECE = 1 << 20;
    static final long MOST_BYTES = 1L << 30;
    private static final long LEAST_SPACE = 2L << 30;
    private static final int MOST_ARRIVING = 2_000;
    private static final int HEAD = Integer.BYTES;
    private static final int NONCE = 12;
    private static final Object[] LOCKS = Stream.generate(Object::new).limit(64).toArray();

    // Films are large and SM4 in Java is slow; the key itself is ciphertext in the suite in force.
    private final Suite suite = Suite.INTL;
    private final Path folder;

    /** How far the files that are arriving have come; what is not among them is counted once, and then is. */
    private final Map<UUID, Whole> arriving = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Whole> eldest) {
            return size() > MOST_ARRIVING;
        }
    });

    TipFiles(@Value("${daxietong.data:data}") Path data) {
        this.folder = data.resolve("tipoff");
    }

    /** Takes a whole file off a connection. */
    TellersFile receive(String name, InputStream content) {
        var id = UUID.randomUUID();
        var key = Box.random(32);
        long size = 0;
        try {
            var piece = content.readNBytes(PIECE);
            for (int place = 0; piece.length > 0; place++) {
                size += piece.length;
                if (size > MOST_BYTES) {
                    discard(id);
                    content.skipNBytes(Long.MAX_VALUE);
                }
                append(id, key, place, piece);
                piece = content.readNBytes(PIECE);
            }
        } catch (java.io.EOFException e) {
            throw tooLarge(name);
        } catch (IOException e) {
            discard(id);
            throw new UncheckedIOException(e);
        }
        return new TellersFile(id, shortened(name), Base64.getEncoder().encodeToString(key), size);
    }

    static Refusal tooLarge(String name) {
        return new Refusal(
                Refusal.Kind.TOO_LARGE,
                "file_too_large",
                "文件太大",
                "“" + shortened(name) + "”超过 1 GB，没有收下。请剪成几段，或者只传最要紧的一段；已填的文字仍在本页。");
    }

    private static String shortened(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() > 120 ? last.substring(last.length() - 120) : last;
    }

    /**
     * Adds the piece of this place; one that is there already is left as it is, for a connection broke and it was sent again.
     *
     * @throws Refusal where pieces before it are missing, or the disk is almost full
     */
    void append(UUID id, byte[] key, int place, byte[] piece) {
        synchronized (LOCKS[Math.floorMod(id.hashCode(), LOCKS.length)]) {
            try {
                Files.createDirectories(folder);
                if (Files.getFileStore(folder).getUsableSpace() < LEAST_SPACE) {
                    throw new Refusal(
                            Refusal.Kind.UNAVAILABLE, "disk_full", "暂时收不下文件", "平台的存储空间不够，文件没有收下；文字可以照常提交，文件过后凭回执码补充。");
                }
                var there = whole(id);
                if (there.pieces() < place) {
                    throw new Refusal(
                            Refusal.Kind.CONFLICT, "piece_missing", "前面的部分没有传到", "请从第 " + there.pieces() + " 段接着传。");
                }
                if (there.pieces() == place) {
                    var ciphertext = suite.encrypt(key, nonce(place), bound(id, place), piece);
                    append(file(id), there.bytes(), ciphertext);
                    arriving.put(id, new Whole(place + 1, there.bytes() + HEAD + ciphertext.length));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Behind the last whole piece: what a torn write left there is written over. The file keeps the day and not the hour. */
    private static void append(Path file, long at, byte[] ciphertext) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(at);
            var framed = ByteBuffer.allocate(HEAD + ciphertext.length)
                    .putInt(ciphertext.length)
                    .put(ciphertext)
                    .flip();
            while (framed.hasRemaining()) {
                at += out.write(framed, at);
            }
            out.force(true);
        }
        var day = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.DAYS);
        Files.setLastModifiedTime(file, FileTime.from(day));
    }

    /** How many whole pieces have arrived. */
    int pieces(UUID id) {
        try {
            return whole(id).pieces();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether all of a file has arrived, as far as its size says how much that is. */
    boolean complete(TellersFile file) {
        return file.size() > 0 && pieces(file.id()) == (file.size() + PIECE - 1) / PIECE;
    }

    private record Whole(int pieces, long bytes) {}

    /** Counted anew where the file is not as long as it was left: another process wrote to it, or a write was torn. */
    private Whole whole(UUID id) throws IOException {
        var known = arriving.get(id);
        var file = file(id);
        if (known != null && Files.exists(file) && Files.size(file) == known.bytes()) {
            return known;
        }
        var counted = whole(file);
        arriving.put(id, counted);
        return counted;
    }

    private static Whole whole(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Whole(0, 0);
        }
        int count = 0;
        long at = 0;
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            var head = ByteBuffer.allocate(HEAD);
            while (in.read(head.clear(), at) == HEAD) {
                long next = at + HEAD + head.flip().getInt();
                if (next > in.size()) {
                    break;
                }
                at = next;
                count++;
            }
        }
        return new Whole(count, at);
    }

    /** Writes the file out as it came. */
    void write(TellersFile file, OutputStream out) throws IOException {
        var key = Base64.getDecoder().decode(file.key());
        try (var in =
                new java.io.DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file(file.id()))))) {
            long left = file.size();
            for (int place = 0; left > 0; place++) {
                var ciphertext = in.readNBytes(in.readInt());
                var plain = suite.decrypt(key, nonce(place), bound(file.id(), place), ciphertext);
                out.write(plain);
                left -= plain.length;
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("a piece of " + file.id() + " was changed", e);
        }
    }

    /** A file small enough to be held in memory. */
    byte[] bytes(TellersFile file) throws IOException {
        var out = new ByteArrayOutputStream((int) file.size());
        write(file, out);
        return out.toByteArray();
    }

    void discard(UUID id) {
        arriving.remove(id);
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops what was sent and never handed in, two days after its last piece. */
    void sweep(Predicate<UUID> known, Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var before = FileTime.from(now.minus(Duration.ofDays(2)));
        try (var all = Files.list(folder)) {
            for (var file : (Iterable<Path>) all::iterator) {
                if (Files.getLastModifiedTime(file).compareTo(before) < 0
                        && !known.test(UUID.fromString(file.getFileName().toString()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(UUID id) {
        return folder.resolve(id.toString());
    }

    /** The key is the file's own, so the place alone never comes twice under it. */
    private static byte[] nonce(int place) {
        return ByteBuffer.allocate(NONCE).putInt(NONCE - Integer.BYTES, place).array();
    }

    private static String bound(UUID id, int place) {
        return "file " + id + " piece " + place;
    }
}
