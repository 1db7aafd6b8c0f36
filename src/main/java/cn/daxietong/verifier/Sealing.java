package cn.daxietong.verifier;

import java.util.Arrays;

/**
 * One signature over one file of a bag, with the key that made it.
 *
 * @param of the file's name
 * @param key X.509 SubjectPublicKeyInfo
 */
@SuppressWarnings("ArrayRecordComponent") // a key and a signature, written and checked byte by byte
public record Sealing(String of, Suite suite, byte[] key, byte[] signature) {
    private static final String HEAD = "daxietong-signature 1";

    public byte[] bytes() {
        return new Lines(HEAD)
                .add("of", of)
                .add("suite", suite.code())
                .add("key", key)
                .add("signature", signature)
                .bytes();
    }

    /** @throws IllegalArgumentException where it is not spelled as {@link #bytes} would */
    static Sealing read(byte[] bytes) {
        var lines = new Lines.Reader(bytes, HEAD);
        var read = new Sealing(
                lines.text("of"),
                Suite.of(lines.text("suite")).orElseThrow(IllegalArgumentException::new),
                lines.base64("key"),
                lines.base64("signature"));
        if (!Arrays.equals(read.bytes(), bytes)) {
            throw new IllegalArgumentException(read.of());
        }
        return read;
    }

    boolean fits(String name, Suite expected, byte[] content) {
        return of.equals(name) && suite == expected && suite.verifies(key, content, signature);
    }

    String fingerprint() {
        return suite.fingerprint(key);
    }
}
