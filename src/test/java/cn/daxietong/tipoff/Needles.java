package cn.daxietong.tipoff;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Secrets as they could stand anywhere: plain, in the charsets of this country and of Windows, as hex, as base64. */
public final class Needles {
    private static final int HEAD = 4;
    private static final int SURE = 11;
    private static final int HASH = (1 << 24) - 1;

    private final Map<Integer, List<byte[]>> byHead = new HashMap<>();
    private final BitSet heads = new BitSet(HASH + 1);

    public void add(String secret) {
        spellings(secret).forEach(this::add);
    }

    /** A needle as it is, at least four bytes. */
    public void add(byte[] needle) {
        var head = head(needle, 0);
        byHead.computeIfAbsent(head, h -> new ArrayList<>()).add(needle);
        heads.set(head & HASH);
    }

    /** The first of the needles in there; empty if there is none. */
    public String in(byte[] hay, int length) {
        for (int at = 0; at + HEAD <= length; at++) {
            var head = head(hay, at);
            if (heads.get(head & HASH)) {
                for (var needle : byHead.getOrDefault(head, List.of())) {
                    if (at + needle.length <= length
                            && Arrays.equals(hay, at, at + needle.length, needle, 0, needle.length)
                            && !withinHash(hay, length, at, needle)) {
                        return new String(needle, StandardCharsets.UTF_8);
                    }
                }
            }
        }
        return "";
    }

    /** Eight digits stand somewhere in twenty megabytes of hexadecimal hashes by chance; they are found where no hash goes on around them. */
    private static boolean withinHash(byte[] hay, int length, int at, byte[] needle) {
        for (var b : needle) {
            if (b < '0' || b > '9') {
                return false;
            }
        }
        var end = at + needle.length;
        return needle.length < SURE && (at > 0 && hexadecimal(hay[at - 1]) || end < length && hexadecimal(hay[end]));
    }

    private static boolean hexadecimal(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'f';
    }

    public String in(byte[] hay) {
        return in(hay, hay.length);
    }

    private static List<byte[]> spellings(String secret) {
        var utf8 = secret.getBytes(StandardCharsets.UTF_8);
        var all = new ArrayList<byte[]>();
        all.add(utf8);
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"))) {
            all.add(secret.getBytes(charset));
        }
        all.add(HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
        // Base64 differs by where in a group of three the secret begins; what surely belongs to it stays inside.
        for (int shift = 0; shift < 3; shift++) {
            var shifted = new byte[shift + utf8.length];
            System.arraycopy(utf8, 0, shifted, shift, utf8.length);
            var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            all.add(text.substring(shift == 0 ? 0 : 4, text.length() - 2).getBytes(StandardCharsets.US_ASCII));
        }
        return all;
    }

    private static int head(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }
}
