package cn.daxietong.web;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** How one post is told from all others: by who sent it, where to, and the key the client chose. Also seals the answer under these three. */
final class PostName {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] id;
    private final SecretKeySpec seal;

    private PostName(byte[] id, SecretKeySpec seal) {
        this.id = id;
        this.seal = seal;
    }

    static PostName of(AccountId account, String path, String key) {
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(
                    Refusal.Kind.MALFORMED,
                    "idempotency_key_malformed",
                    "幂等键格式不对",
                    "Idempotency-Key 须为 1 至 200 个可见的英文字符，建议用 UUID。");
        }
        var all = account.value() + "\n" + path + "\n" + key;
        return new PostName(sha256("name\n" + all), new SecretKeySpec(sha256("seal\n" + all), "AES"));
    }

    byte[] id() {
        return id.clone();
    }

    byte[] seal(byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain);
        var all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    byte[] open(byte[] sealed) {
        return crypt(
                Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] data) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, seal, new GCMParameterSpec(128, nonce));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an answer that was kept does not open", e);
        }
    }

    private static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
