package cn.daxietong.tipoff;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the teller keeps: 36 digits, of which 34 are chance (113 bits) and two a check (ISO 7064 MOD 97-10), so that it can be dictated, and a digit
 * written down wrongly is noticed. The platform keeps only a hash to find by. A voucher for a reward is such a code too.
 */
public record ReceiptCode(String digits) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 36;
    private static final int GROUP = 4;
    private static final String SPOKEN = "零幺二三四五六七八九";
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    public static ReceiptCode fresh() {
        var digits = new StringBuilder();
        for (int i = 0; i < LENGTH - 2; i++) {
            digits.append(RANDOM.nextInt(10));
        }
        return checked(digits.toString());
    }

    /** The code that belongs to a secret of at least 113 bits of chance: always the same one. */
    public static ReceiptCode of(String secret) {
        var number = new BigInteger(1, sha256("daxietong receipt " + secret));
        var digits = number.mod(BigInteger.TEN.pow(LENGTH - 2)).toString();
        return checked("0".repeat(LENGTH - 2 - digits.length()) + digits);
    }

    private static ReceiptCode checked(String digits) {
        var rest = new BigInteger(digits).multiply(HUNDRED).mod(NINETY_SEVEN).intValue();
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

    /** The digits as an operator reads them aloud, one as 幺, which nobody takes for seven. */
    List<String> read() {
        return Arrays.stream(spoken().split(" "))
                .map(group -> group.chars()
                        .mapToObj(d -> String.valueOf(SPOKEN.charAt(d - '0')))
                        .collect(Collectors.joining()))
                .toList();
    }

    private byte[] hash(String purpose) {
        return sha256("daxietong tip-off " + purpose + " " + digits);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "回执码";
    }
}
