package cn.daxietong.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shows that whoever could make the opening told something on a day, and nothing else: the opening leads to a leaf, the leaf to the root over that
 * day's leaves, the root stands in an entry of the ledger, and the entry in a signed checkpoint.
 *
 * @param opening which only the receipt code yields, and which does not yield the code
 * @param beside where the leaf stands among those of its day
 * @param entry the ledger's record of the day's root
 * @param anchor where that record stands in a checkpoint
 */
@SuppressWarnings("ArrayRecordComponent") // hashes, written and compared byte by byte
public record DayProof(String day, byte[] opening, Branch beside, LedgerExcerpt.Line entry, Inclusion.Anchor anchor) {
    static final String HEAD = "daxietong-day-proof 1";
    private static final byte[] NONE = new byte[0];

    /** A leaf, and the sibling hashes from it upwards (RFC 6962 §2.1.1). */
    @SuppressWarnings("ArrayRecordComponent") // hashes, compared byte by byte
    public record Branch(byte[] leaf, long index, long size, List<byte[]> path) {}

    /** What stands in the tree of the day for an opening. */
    public static byte[] leaf(byte[] opening) {
        return Suite.INTL.digest(
                ("daxietong tip-off leaf " + HexFormat.of().formatHex(opening)).getBytes(StandardCharsets.US_ASCII));
    }

    String says() {
        return "持有开示值（opening）的人在 " + day + " 向平台提交了一件举报；本文件不含举报的内容、编号和举报人";
    }

    /** How the root of its day is spelled within the record; the record holds no words of any person in which that could be imitated. */
    String root() {
        return "\"root\":\""
                + HexFormat.of()
                        .formatHex(Inclusion.root(suite(), beside.leaf(), beside.index(), beside.size(), beside.path()))
                + "\"";
    }

    Suite suite() {
        return Suite.of(entry.suite()).orElseThrow(IllegalArgumentException::new);
    }

    public byte[] bytes() {
        var hex = HexFormat.of();
        return new Lines(HEAD)
                .add("says", says())
                .add("day", day)
                .add("opening", hex.formatHex(opening))
                .add("leaf", hex.formatHex(beside.leaf()))
                .add("index", Long.toString(beside.index()))
                .add("size", Long.toString(beside.size()))
                .add("beside", spelled(beside.path()))
                .add("stream", entry.stream())
                .add("millis", Long.toString(entry.millis()))
                .add("suite", entry.suite())
                .add("event", entry.event())
                .add("actor", entry.actor())
                .add("unit", entry.unit())
                .add("body", entry.body())
                .add("hash", hex.formatHex(entry.hash()))
                .add("place", Long.toString(anchor.index()))
                .add("path", spelled(anchor.path()))
                .add("checkpoint", anchor.line())
                .add("key", anchor.key())
                .add("signature", anchor.signature())
                .bytes();
    }

    private static String spelled(List<byte[]> path) {
        return path.stream().map(HexFormat.of()::formatHex).collect(Collectors.joining(" "));
    }

    /** @throws Unfit that names the line which is not spelled as {@link #bytes} would */
    static DayProof read(byte[] bytes) {
        if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
            throw Unfit.altered("举报日期证明的末尾被改动，或者没有下载完整。");
        }
        DayProof proof;
        try {
            proof = read(new Lines.Reader(bytes, HEAD));
        } catch (IllegalArgumentException e) {
            throw Unfit.altered("举报日期证明的“" + e.getMessage() + "”一行被改动，已不可读。");
        }
        // Byte for byte, since what is no UTF-8 would look alike once it is text.
        var should = new String(proof.bytes(), StandardCharsets.ISO_8859_1).split("\n", -1);
        var is = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        int first = Arrays.mismatch(should, is);
        if (first >= 0) {
            var line = should[Math.min(first, should.length - 2)];
            throw Unfit.altered("举报日期证明的“" + line.split(":", 2)[0] + "”一行被改动。");
        }
        return proof;
    }

    private static DayProof read(Lines.Reader lines) {
        lines.text("says");
        var day = lines.text("day");
        var opening = lines.hex("opening");
        var beside = new Branch(lines.hex("leaf"), lines.number("index"), lines.number("size"), lines.hashes("beside"));
        var stream = lines.text("stream");
        var millis = lines.number("millis");
        var suite = lines.known("suite");
        var entry = new LedgerExcerpt.Line(
                stream,
                1,
                millis,
                suite.code(),
                lines.text("event"),
                lines.text("actor"),
                lines.text("unit"),
                NONE,
                NONE,
                lines.text("body"));
        entry = entry.withHash(lines.hex("hash"));
        var place = lines.number("place");
        var path = lines.hashes("path");
        return new DayProof(day, opening, beside, entry, Inclusion.anchor(lines, place, path));
    }
}
