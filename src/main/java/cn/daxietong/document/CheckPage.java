package cn.daxietong.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public check page shows.
 *
 * @param found what is registered under the code, or null
 * @param answer the outcome of comparing a file, or null where none was sent
 */
public record CheckPage(
        String code, @Nullable Found found, @Nullable Answer answer, long limitMegabytes) {

    /** What the public may know of a document: who issued which kind and number on what day, and its hashes; nothing of what it says. */
    public record Found(
            String issuer, String kind, @Nullable String number, String day, List<Rendition> renditions) {}

    /**
     * @param format PDF or OFD
     */
    public record Rendition(String format, String sha256, String sm3) {}

    public record Answer(boolean good, String sentence) {}
}
