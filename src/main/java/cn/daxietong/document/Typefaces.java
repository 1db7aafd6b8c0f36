package cn.daxietong.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fonts that documents are set in, read once: 仿宋, 黑体, 楷体, a 小标宋 stand-in, figures, and one for names that none of these has. */
final class Typefaces {
    /** By the family name used in the style sheet. */
    static final Map<String, String> FILES = Map.of(
            "Fang", "FandolFang-Regular.ttf",
            "Hei", "FandolHei-Regular.ttf",
            "Kai", "FandolKai-Regular.ttf",
            "Song", "FandolSong-Bold.ttf",
            "Latin", "FandolSong-Latin.ttf",
            "Rare", "DaxietongRare.ttf");

    /** Nearest first: what a body of text is still readable in. */
    private static final List<String> STAND_INS = List.of("Fang", "Kai", "Hei", "Song", "Rare", "Latin");

    private static final Logger log = LoggerFactory.getLogger(Typefaces.class);

    private final Map<String, byte[]> read = new ConcurrentHashMap<>();
    private final Map<String, String> files;
    private volatile @Nullable List<String> present;

    Typefaces() {
        this(FILES);
    }

    /** @param files by family, as in {@link #FILES} */
    Typefaces(Map<String, String> files) {
        this.files = Map.copyOf(files);
    }

    /** The family itself, or, where its file cannot be read, another that stands in for it: a document is printed all the same. */
    Optional<String> standIn(String family) {
        var known = present;
        if (known == null) {
            known = STAND_INS.stream().filter(this::reads).toList();
            present = known;
        }
        return known.contains(family) ? Optional.of(family) : known.stream().findFirst();
    }

    private boolean reads(String family) {
        try {
            return bytes(family).length > 0;
        } catch (IllegalStateException | UncheckedIOException e) {
            log.error("公文字体 {} 缺失或读不出，暂以其他字体代替，请重新安装程序：{}", files.get(family), e.getMessage());
            return false;
        }
    }

    /** The whole font; callers must not change it, for it is shared. */
    byte[] bytes(String family) {
        return read.computeIfAbsent(family, this::load);
    }

    InputStream open(String family) {
        return new ByteArrayInputStream(bytes(family));
    }

    private byte[] load(String family) {
        try (var in = Typefaces.class.getResourceAsStream("/document/fonts/" + files.get(family))) {
            if (in == null) {
                throw new IllegalStateException("the font " + family + " is missing from the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
