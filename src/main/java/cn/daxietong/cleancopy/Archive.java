package cn.daxietong.cleancopy;

import cn.daxietong.cleancopy.Hold.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a zip file says of itself; nothing is ever taken out of it. */
final class Archive {
    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_LISTED = 100;
    private static final long MOST_BYTES = 500L << 20;
    private static final long MOST_RATIO = 100;
    private static final Pattern INNER = Pattern.compile("(?i).*\\.(zip|rar|7z|gz|tgz|bz2|xz|tar|iso|cab|jar|apk)");

    private Archive() {}

    /** Held back in any case, with the names, or as what it would do to whoever unpacks it. */
    static void list(Path file) throws IOException, Held {
        try (var zip = new ZipFile(file.toFile())) {
            var lines = new ArrayList<String>();
            boolean nested = false;
            for (ZipEntry entry : entries(zip)) {
                nested |= INNER.matcher(entry.getName()).matches();
                if (lines.size() < MOST_LISTED) {
                    lines.add(shown(entry));
                }
            }
            refuseBomb(file, zip);
            throw new Held(nested ? Hold.NESTED : Hold.ARCHIVE, lines);
        }
    }

    private static String shown(ZipEntry entry) {
        var name = entry.getName().replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        return (name.length() > 120 ? name.substring(0, 120) + "…" : name) + "，" + Math.max(1, entry.getSize() >> 10)
                + " KB";
    }

    /** Programs inside an Office file; and one that swells, before it swells. */
    static void refuseMacros(Path file) throws IOException, Held {
        try (var zip = new ZipFile(file.toFile())) {
            refuseBomb(file, zip);
            for (ZipEntry entry : entries(zip)) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin")
                        || name.startsWith("basic/")
                        || name.startsWith("scripts/")
                        || name.contains("/macrosheets/")) {
                    throw new Held(Hold.MACROS);
                }
            }
        }
    }

    private static void refuseBomb(Path file, ZipFile zip) throws IOException, Held {
        long all =
                entries(zip).stream().mapToLong(e -> Math.max(0, e.getSize())).sum();
        if (zip.size() > MOST_ENTRIES
                || all > MOST_BYTES
                || (all > 10 << 20 && all / Math.max(1, Files.size(file)) > MOST_RATIO)) {
            throw new Held(Hold.BOMB);
        }
    }

    private static List<ZipEntry> entries(ZipFile zip) {
        return zip.stream()
                .limit(MOST_ENTRIES + 1L)
                .<ZipEntry>map(entry -> entry)
                .toList();
    }
}
