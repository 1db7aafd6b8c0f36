package cn.daxietong.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    /** The whole font; callers must not change it, for it is shared. */
    byte[] bytes(String family) {
        return read.computeIfAbsent(family, Typefaces::load);
    }

    InputStream open(String family) {
        return new ByteArrayInputStream(bytes(family));
    }

    private static byte[] load(String family) {
        try (var in = Typefaces.class.getResourceAsStream("/document/fonts/" + FILES.get(family))) {
            if (in == null) {
                throw new IllegalStateException("the font " + family + " is missing from the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
