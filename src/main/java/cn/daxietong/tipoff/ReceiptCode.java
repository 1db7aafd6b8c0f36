package cn.daxietong.tipoff;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the teller keeps: 36 digits, of which 34 are chance (113 bits) and two a check (ISO 7064 MOD 97-10), so that it can be dictated, and a digit
 * written down wrongly is noticed. The platform keeps only a hash to find by. A voucher for a reward is such a code too.
 */
public record ReceiptCode(String digits) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 36;
    private static final int GROUP = 4;
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    public static ReceiptCode fresh() {
        var digits = new StringBuilder();
        for (int i = 0; i < LENGTH - 2; i++) {
            digits.append(RANDOM.nextInt(10));
        }
        var rest = new BigInteger(digits.toString())
                .multiply(HUNDRED)
                .mod(NINETY_SEVEN)
                .intValue();
        return new ReceiptCode(digits + "%02d".formatted(98 - rest));
    }

    /** As people type it, with whatever stands between the digits; nothing where it cannot be a code. */
    public static Optional<ReceiptCode> typed(String text) {
        var digits = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
        return digits.length() == LENGTH
                        && new BigInteger(digits).mod(NINETY_SEVEN).equals(BigInteger.ONE)
                ? Optional.of(new ReceiptCode(digits))
                : Optional.empty();
    }

    /** In groups of four, as it is printed and read aloud. */
    public String spoken() {
        return digits.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /** What the platform finds the tip-off by. */
    byte[] lookup() {
        return hash("find");
    }

    /** What stands with the matter; who holds the code can show the desk which tip-off is his. */
    String commitment() {
        return HexFormat.of().formatHex(hash("commitment"));
    }

    /** What proves the day to anybody; it leads neither to the code nor to the commitment, and so not to the tip-off's number. */
    byte[] opening() {
        return hash("opening");
    }

    private byte[] hash(String purpose) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("daxietong tip-off " + purpose + " " + digits).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "回执码";
    }
}
