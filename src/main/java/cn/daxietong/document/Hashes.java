package cn.daxietong.document;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A file's hashes in both suites. */
record Hashes(String sha256, String sm3) {
    static Hashes of(byte[] content) {
        try {
            return of(new java.io.ByteArrayInputStream(content), Long.MAX_VALUE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws TooLong where the stream goes on after the limit */
    static Hashes of(InputStream content, long limit) throws IOException {
        var sha256 = digest();
        var sm3 = new SM3Digest();
        var buffer = new byte[1 << 15];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > limit) {
                throw new TooLong();
            }
            sha256.update(buffer, 0, read);
            sm3.update(buffer, 0, read);
        }
        var second = new byte[sm3.getDigestSize()];
        sm3.doFinal(second, 0);
        return new Hashes(
                HexFormat.of().formatHex(sha256.digest()), HexFormat.of().formatHex(second));
    }

    static final class TooLong extends IOException {}

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
