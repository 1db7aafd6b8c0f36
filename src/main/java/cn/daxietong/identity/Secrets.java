package cn.daxietong.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random words and digests. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    // Without 0 o 1 l i, which people mistake for each other when typing from paper.
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private Secrets() {}

    /** Twenty characters of 31, 99 bits, in groups: too many to guess even where only a plain digest of it is stored. */
    static String password() {
        var word = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                word.append('-');
            }
            word.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return word.toString();
    }

    /** 256 bits, marked so that a scanner recognises one that leaked. */
    static String token() {
        return "dxt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    static byte[] bytes(int count) {
        var random = new byte[count];
        RANDOM.nextBytes(random);
        return random;
    }

    static byte[] digest(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
