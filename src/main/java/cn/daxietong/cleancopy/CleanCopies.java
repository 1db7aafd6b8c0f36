package cn.daxietong.cleancopy;

import cn.daxietong.cleancopy.CleanCopy.Cleaned;
import cn.daxietong.cleancopy.CleanCopy.HeldBack;
import cn.daxietong.cleancopy.Hold.Held;
import cn.daxietong.shared.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Makes clean copies of files that strangers sent. The plain bytes lie in memory only, and no library reads them in this process (ADR 0020).
 */
@Service
public class CleanCopies {
    /** Larger is held back. */
    public static final long MOST_BYTES = 512L << 20;

    private static final long SPARE = 256L << 20;
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 20;
    private static final Map<String, String> TYPES = Map.of(
            "jpg", "image/jpeg",
            "png", "image/png",
            "pdf", "application/pdf",
            "txt", "text/plain;charset=UTF-8",
            "mp4", "video/mp4",
            "mp3", "audio/mpeg",
            "wav", "audio/vnd.wave",
            "amr", "audio/amr");

    private final Path memory;
    private final Tools tools;
    private final Child child;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    @Autowired
    CleanCopies(@Value("${daxietong.cleancopy.memory:/dev/shm}") Path memory) {
        this(memory, Tools.ofThisMachine());
    }

    CleanCopies(Path memory, Tools tools) {
        this.memory = memory;
        this.tools = tools;
        this.child = new Child(tools);
        if (Files.isDirectory(memory)) {
            Jail.sweep(memory);
        }
    }

    /** Where the original comes from; writes all of it. */
    @FunctionalInterface
    public interface Original {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Makes the clean copy of one file, within limits of time, memory, pixels and pages.
     *
     * @param name what the copy shall be called, without extension; its kind is told by its content alone
     * @param size of the original in bytes
     * @return to be closed by whoever asked
     * @throws Refusal {@code busy} where others are being made and none gets done
     */
    public CleanCopy of(String name, long size, Original original) throws IOException {
        if (size == 0) {
            return HeldBack.because(Hold.EMPTY);
        }
        if (size > MOST_BYTES) {
            return HeldBack.because(Hold.TOO_LARGE);
        }
        enter();
        try {
            return inJail(name, size, original);
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(Duration.ofSeconds(PATIENCE_SECONDS).toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Refusal.Kind.TOO_MANY, "busy", "正在净化别的文件", "同时净化的文件较多，请过一两分钟再试。");
    }

    private CleanCopy inJail(String name, long size, Original original) throws IOException {
        if (!Files.isWritable(memory) || Files.getFileStore(memory).getUsableSpace() < 2 * size + SPARE) {
            return HeldBack.because(Hold.NO_ROOM);
        }
        var jail = Jail.in(memory);
        var given = false;
        try {
            var in = jail.file("original");
            try (var out = Files.newOutputStream(in)) {
                original.writeTo(out);
            }
            new Scanner(tools).examine(jail, in);
            var out = jail.file("copy");
            var extension = made(jail, in, out);
            // While the copy is given out there is no reason for the original to lie beside it.
            Files.deleteIfExists(in);
            given = true;
            return new Cleaned(
                    out, name + "." + extension, TYPES.getOrDefault(extension, "application/octet-stream"), jail);
        } catch (Held held) {
            return new HeldBack(held.hold().code(), held.hold().sentence(), held.listing());
        } finally {
            if (!given) {
                jail.close();
            }
        }
    }

    private String made(Jail jail, Path in, Path out) throws IOException, Held {
        var verdict = child.clean(jail, in, out);
        if (!verdict.word().equals("needs")) {
            return extension(verdict);
        }
        var told = verdict.told();
        return switch (verdict.need()) {
            case FILM -> new Films(tools).film(jail, in, out, told);
            case SOUND -> new Films(tools).sound(jail, in, out, told);
            case WEBP -> {
                var png = jail.file("picture.png");
                new Films(tools).picture(jail, in, png);
                yield extension(child.clean(jail, png, out));
            }
            case HEIC -> {
                var png = jail.file("picture.png");
                yield extension(child.clean(jail, heic(jail, in, png), out));
            }
            case OFFICE -> {
                var named = Files.move(in, jail.file("document." + told));
                var pdf = jail.file("document.pdf");
                new Offices(tools).print(jail, named, pdf);
                Files.delete(named);
                yield extension(child.clean(jail, pdf, out));
            }
        };
    }

    private Path heic(Jail jail, Path in, Path png) throws IOException, Held {
        var converter = tools.find("heif-convert").orElseThrow(() -> new Held(Hold.NO_HEIF));
        var ran = jail.run(
                        tools.limited(java.util.List.of(converter, in.toString(), png.toString())),
                        Duration.ofSeconds(60))
                .orElseThrow(() -> new Held(Hold.LIMITS));
        // Of several pictures the first is the one that was shown to be sent.
        var made = Files.exists(png) ? png : jail.file("picture-1.png");
        if (!ran.well() || !Files.exists(made)) {
            throw new Held(Hold.BROKEN);
        }
        return made;
    }

    private static String extension(Verdict verdict) throws Held {
        if (verdict.word().equals("cleaned")) {
            return verdict.detail();
        }
        throw verdict.word().equals("held") ? new Held(verdict.hold(), verdict.listing()) : new Held(Hold.UNKNOWN);
    }
}
