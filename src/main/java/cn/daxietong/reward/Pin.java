package cn.daxietong.reward;

import cn.daxietong.tipoff.ReceiptCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;

/** Six digits that the teller chooses; with the voucher's code (113 bits) they are what is hashed. */
record Pin(String digits) {
    static final String RULE = "取款密码是六位数字，不能六位相同，也不能是123456、654321；请记住，谁也查不到。";

    static Pin typed(String text) {
        return new Pin(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", ""));
    }

    boolean good() {
        return digits.matches("\\d{6}")
                && digits.chars().distinct().count() > 1
                && !digits.equals("123456")
                && !digits.equals("654321");
    }

    /** What a voucher is found by: neither code nor PIN is stored, and neither finds it alone. */
    byte[] secret(ReceiptCode code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("daxietong reward voucher " + code.digits() + " " + digits)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "取款密码";
    }
}
