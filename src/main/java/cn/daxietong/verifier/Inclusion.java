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
        var line = lines.text("checkpoint");
        var cells = line.split("\\|", -1);
        if (cells.length != 10) {
            throw new IllegalArgumentException(line);
        }
        return new Anchor(
                line,
                Suite.of(cells[8]).orElseThrow(IllegalArgumentException::new),
                lines.base64("key"),
                lines.base64("signature"),
                Long.parseLong(lines.text("index")),
                Arrays.stream(lines.text("path").split(" "))
                        .filter(hash -> !hash.isEmpty())
                        .map(HexFormat.of()::parseHex)
                        .toList());
    }

    /** Whether the checkpoint was signed by its key and its root follows from this entry's hash and the path. */
    public static boolean holds(Anchor anchor, byte[] entry) {
        var cells = anchor.line().split("\\|", -1);
        var suite = anchor.suite();
        return suite.verifies(
                        anchor.key(),
                        anchor.line().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        anchor.signature())
                && suite.fingerprint(anchor.key()).startsWith(cells[9])
                && Arrays.equals(
                        root(anchor, entry, Long.parseLong(cells[4])),
                        HexFormat.of().parseHex(cells[5]));
    }

    // RFC 9162 §2.1.3.2
    private static byte[] root(Anchor anchor, byte[] entry, long size) {
        var nothing = new byte[0];
        if (anchor.index() < 0 || anchor.index() >= size) {
            return nothing;
        }
        var hash = hash(anchor.suite(), (byte) 0, entry, nothing);
        long at = anchor.index();
        long last = size - 1;
        for (var sibling : anchor.path()) {
            if (last == 0) {
                return nothing;
            }
            if ((at & 1) == 1 || at == last) {
                hash = hash(anchor.suite(), (byte) 1, sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hash(anchor.suite(), (byte) 1, hash, sibling);
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
