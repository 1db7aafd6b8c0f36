package cn.daxietong.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the newest entry of one stream stands in a signed checkpoint of the whole ledger (RFC 6962 §2.1.1).
 *
 * @param anchor null until the platform has made its next checkpoint
 */
public record Inclusion(
        String stream, int version, @Nullable Anchor anchor) {
    private static final String HEAD = "daxietong-proof 1";
    private static final String PENDING = "检查点尚未生成";

    /**
     * @param line the checkpoint as it was signed and as it stands on the duty log
     * @param index of the entry among the checkpoint's, from 0
     * @param path the sibling hashes from the leaf upwards
     */
    @SuppressWarnings("ArrayRecordComponent") // keys, signatures and hashes, compared byte by byte
    public record Anchor(String line, Suite suite, byte[] key, byte[] signature, long index, List<byte[]> path) {
        String id() {
            return line.split("\\|")[1];
        }
    }

    public static byte[] bytes(List<Inclusion> inclusions) {
        var lines = new Lines(HEAD);
        for (var inclusion : inclusions) {
            lines.add("entry", inclusion.stream() + " " + inclusion.version());
            var anchor = inclusion.anchor();
            if (anchor == null) {
                lines.add("pending", PENDING);
            } else {
                lines.add("checkpoint", anchor.line())
                        .add("key", anchor.key())
                        .add("signature", anchor.signature())
                        .add("index", Long.toString(anchor.index()))
                        .add(
                                "path",
                                anchor.path().stream()
                                        .map(HexFormat.of()::formatHex)
                                        .collect(Collectors.joining(" ")));
            }
        }
        return lines.bytes();
    }

    /** @throws IllegalArgumentException where it is not spelled as {@link #bytes} would */
    public static List<Inclusion> read(byte[] bytes) {
        var lines = new Lines.Reader(bytes, HEAD);
        var all = new ArrayList<Inclusion>();
        while (lines.more()) {
            var entry = lines.text("entry").split(" ", 2);
            if (lines.next("pending")) {
                lines.text("pending");
                all.add(new Inclusion(entry[0], Integer.parseInt(entry[1]), null));
            } else {
                all.add(new Inclusion(entry[0], Integer.parseInt(entry[1]), anchor(lines)));
            }
        }
        if (!Arrays.equals(bytes(all), bytes)) {
            throw new IllegalArgumentException(HEAD);
        }
        return all;
    }

    private static Anchor anchor(Lines.Reader lines) {
        var line = line(lines);
        return new Anchor(
                line,
                suite(line),
                lines.base64("key"),
                lines.base64("signature"),
                lines.number("index"),
                lines.hashes("path"));
    }

    /** As it stands in a proof of one entry, place and path first. */
    static Anchor anchor(Lines.Reader lines, long index, List<byte[]> path) {
        var line = line(lines);
        return new Anchor(line, suite(line), lines.base64("key"), lines.base64("signature"), index, path);
    }

    private static String line(Lines.Reader lines) {
        var line = lines.text("checkpoint");
        var cells = line.split("\\|", -1);
        if (cells.length != 10
                || !cells[4].matches("\\d{1,18}")
                || !cells[5].matches("([0-9a-f]{2})+")
                || Suite.of(cells[8]).isEmpty()) {
            throw new IllegalArgumentException("checkpoint");
        }
        return line;
    }

    private static Suite suite(String line) {
        return Suite.of(line.split("\\|", -1)[8]).orElseThrow(IllegalArgumentException::new);
    }

    /** Whether the checkpoint was signed by its key and its root follows from this entry's hash and the path. */
    public static boolean holds(Anchor anchor, byte[] entry) {
        return signed(anchor) && reached(anchor, entry);
    }

    static boolean signed(Anchor anchor) {
        var suite = anchor.suite();
        return suite.verifies(
                        anchor.key(),
                        anchor.line().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        anchor.signature())
                && suite.fingerprint(anchor.key()).startsWith(anchor.line().split("\\|", -1)[9]);
    }

    static boolean reached(Anchor anchor, byte[] entry) {
        var cells = anchor.line().split("\\|", -1);
        return Arrays.equals(
                root(anchor.suite(), entry, anchor.index(), Long.parseLong(cells[4]), anchor.path()),
                HexFormat.of().parseHex(cells[5]));
    }

    /** The root that a leaf and the hashes beside its way come to (RFC 9162 §2.1.3.2); empty where they come to none. */
    static byte[] root(Suite suite, byte[] leaf, long index, long size, List<byte[]> path) {
        var nothing = new byte[0];
        if (index < 0 || index >= size) {
            return nothing;
        }
        var hash = hash(suite, (byte) 0, leaf, nothing);
        long at = index;
        long last = size - 1;
        for (var sibling : path) {
            if (last == 0) {
                return nothing;
            }
            if ((at & 1) == 1 || at == last) {
                hash = hash(suite, (byte) 1, sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hash(suite, (byte) 1, hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : nothing;
    }

    private static byte[] hash(Suite suite, byte kind, byte[] left, byte[] right) {
        var all = new byte[1 + left.length + right.length];
        all[0] = kind;
        System.arraycopy(left, 0, all, 1, left.length);
        System.arraycopy(right, 0, all, 1 + left.length, right.length);
        return suite.digest(all);
    }
}
