package cn.daxietong.cleancopy;

import cn.daxietong.cleancopy.Hold.Held;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Office files of before 2007: one container, told apart by the names of the streams in it. */
final class Compound {
    private static final Set<String> TYPES = Set.of(
            "application/x-tika-msoffice",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint");
    private static final List<String> NAMES = List.of(
            "WordDocument", "Workbook", "Book", "PowerPoint Document", "_VBA_PROJECT", "EncryptedPackage", "VBA");
    private static final int PIECE = 1 << 20;
    private static final int ENTRY = 128;

    private Compound() {}

    static boolean is(String type) {
        return TYPES.contains(type);
    }

    static String extension(Path file) throws IOException, Held {
        var names = names(file);
        if (names.contains("EncryptedPackage")) {
            throw new Held(Hold.LOCKED);
        }
        if (names.contains("_VBA_PROJECT") || names.contains("VBA")) {
            throw new Held(Hold.MACROS);
        }
        if (names.contains("WordDocument")) {
            return "doc";
        }
        if (names.contains("Workbook") || names.contains("Book")) {
            return "xls";
        }
        if (names.contains("PowerPoint Document")) {
            return "ppt";
        }
        throw new Held(Hold.UNKNOWN);
    }

    /** An entry of the directory is 128 bytes at a multiple of that and begins with its name in UTF-16, whose length stands at 64 ([MS-CFB] 2.6.1). */
    private static Set<String> names(Path file) throws IOException {
        var found = new HashSet<String>();
        try (var in = Files.newInputStream(file)) {
            var piece = in.readNBytes(PIECE);
            while (piece.length > 0) {
                for (int at = 0; at + ENTRY <= piece.length; at += ENTRY) {
                    int length = (piece[at + 64] & 0xFF) | (piece[at + 65] & 0xFF) << 8;
                    if (length >= 4 && length <= 64) {
                        var name = new String(piece, at, length - 2, StandardCharsets.UTF_16LE);
                        if (NAMES.contains(name)) {
                            found.add(name);
                        }
                    }
                }
                piece = in.readNBytes(PIECE);
            }
        }
        return found;
    }
}
