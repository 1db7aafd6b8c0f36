package cn.daxietong.bench;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The code that an authenticator would show now (RFC 6238). */
final class Otp {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Otp() {}

    static String now(String secret) throws IllegalStateException {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(secret), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(Instant.now().getEpochSecond() / 30)
                    .array());
            var offset = hash[hash.length - 1] & 15;
            return "%06d".formatted((ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String text) {
        var bytes = new byte[text.length() * 5 / 8];
        long bits = 0;
        int held = 0;
        int at = 0;
        for (var c : text.toCharArray()) {
            bits = bits << 5 | DIGITS.indexOf(c);
            held += 5;
            if (held >= 8) {
                bytes[at++] = (byte) (bits >> (held - 8));
                held -= 8;
            }
        }
        return bytes;
    }
}
