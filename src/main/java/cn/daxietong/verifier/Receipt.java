package cn.daxietong.verifier;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The receiver's 回执 over the roots of one bag: a file of its own that is checked together with the bag.
 *
 * @param entry version and hash of the ledger entry by which the receiver signed
 * @param roots the bag's root in each suite, as hex
 * @param sealings the signatures over all lines above them
 */
public record Receipt(
        String transfer,
        String matter,
        String entry,
        Signing signing,
        Map<Suite, String> roots,
        Map<Suite, Seal> sealings) {
    private static final String HEAD = "daxietong-receipt 1";

    /** Who signed for it when. */
    public record Signing(String receiver, String officer, String at) {}

    @SuppressWarnings("ArrayRecordComponent") // a key and a signature, written and checked byte by byte
    public record Seal(byte[] key, byte[] signature) {}

    /** What is signed. */
    public byte[] text() {
        return body().bytes();
    }

    private Lines body() {
        var lines = new Lines(HEAD)
                .add("transfer", transfer)
                .add("matter", matter)
                .add("entry", entry)
                .add("receiver", signing.receiver())
                .add("signed-by", signing.officer())
                .add("signed-at", signing.at());
        for (var suite : Suite.values()) {
            lines.add("root-" + suite.code(), String.valueOf(roots.get(suite)));
        }
        return lines;
    }

    public byte[] bytes() {
        var lines = body();
        for (var suite : Suite.values()) {
            var seal = sealings.get(suite);
            if (seal != null) {
                lines.add("key-" + suite.code(), seal.key()).add("signature-" + suite.code(), seal.signature());
            }
        }
        return lines.bytes();
    }

    /** @throws IllegalArgumentException where it is not spelled as {@link #bytes} would */
    static Receipt read(byte[] bytes) {
        var lines = new Lines.Reader(bytes, HEAD);
        var transfer = lines.text("transfer");
        var matter = lines.text("matter");
        var entry = lines.text("entry");
        var signing = new Signing(lines.text("receiver"), lines.text("signed-by"), lines.text("signed-at"));
        var roots = new EnumMap<Suite, String>(Suite.class);
        for (var suite : Suite.values()) {
            roots.put(suite, HexFormat.of().formatHex(lines.hex("root-" + suite.code())));
        }
        var seals = new EnumMap<Suite, Seal>(Suite.class);
        for (var suite : Suite.values()) {
            seals.put(suite, new Seal(lines.base64("key-" + suite.code()), lines.base64("signature-" + suite.code())));
        }
        var read = new Receipt(transfer, matter, entry, signing, roots, seals);
        if (!Arrays.equals(read.bytes(), bytes)) {
            throw new IllegalArgumentException(HEAD);
        }
        return read;
    }
}
