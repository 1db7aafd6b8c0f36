package cn.daxietong.document;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The code printed on a document that leads to its check page: 128 bits that nobody can guess, in
 * Crockford's base 32 with a check character, so that a mistyped one is a mistyped one.
 */
final class CheckCode {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String CHECKS = DIGITS + "*~$=U";
    private static final int LENGTH = 26;

    private CheckCode() {}

    /**
     * A document's code, the same at every replay. The id is random and known only to those who see the document; the hash leads nobody back to it.
     */
    static String of(UUID document) {
        String code;
        int salt = 0;
        do {
            code = of(new BigInteger(1, Arrays.copyOf(digest(document + ":" + salt++), 16)));
            // The five check signs beyond the digits read badly in an address.
        } while (DIGITS.indexOf(code.charAt(LENGTH)) < 0);
        return code;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(BigInteger value) {
        var out = new StringBuilder(LENGTH + 1);
        for (int i = LENGTH - 1; i >= 0; i--) {
            out.append(DIGITS.charAt(value.shiftRight(5 * i).intValue() & 31));
        }
        return out.append(checkOf(out)).toString();
    }

    /** As typed by a person: lower case, hyphens, O for 0, I and L for 1. What is no code comes back as it is and is found nowhere. */
    static String normal(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    static boolean valid(String code) {
        if (code.length() != LENGTH + 1) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (DIGITS.indexOf(code.charAt(i)) < 0) {
                return false;
            }
        }
        return code.charAt(LENGTH) == checkOf(code.substring(0, LENGTH));
    }

    /** In groups and lines that fit under a QR code. */
    static List<String> printed(String code) {
        if (code.length() != LENGTH + 1) {
            return List.of(code);
        }
        return List.of(
                code.substring(0, 5) + "-" + code.substring(5, 10) + "-" + code.substring(10, 14),
                code.substring(14, 19) + "-" + code.substring(19, 23) + "-" + code.substring(23));
    }

    // The value modulo 37, as Crockford defines it; the sum runs digit by digit.
    private static char checkOf(CharSequence digits) {
        int rest = 0;
        for (int i = 0; i < digits.length(); i++) {
            rest = (rest * 32 + DIGITS.indexOf(digits.charAt(i))) % CHECKS.length();
        }
        return CHECKS.charAt(rest);
    }
}
