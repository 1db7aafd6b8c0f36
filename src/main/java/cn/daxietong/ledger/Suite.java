package cn.daxietong.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The pair of hash and signature in force when a value was made; its name is stored beside the value (GB/T 39786). */
public enum Suite {
    /** SM3 and SM2, the national algorithms and the default. */
    SM("SM3", "SM3withSM2", "EC", "sm2p256v1"),
    /** SHA-256 and Ed25519. */
    INTL("SHA-256", "Ed25519", "Ed25519", "Ed25519");

    private static final int TAG_BITS = 128;
    static final Provider PROVIDER = new BouncyCastleProvider();

    private final String digest;
    private final String signature;
    private final String keyType;
    private final String curve;
    private final String code = name().toLowerCase(Locale.ROOT);

    Suite(String digest, String signature, String keyType, String curve) {
        this.digest = digest;
        this.signature = signature;
        this.keyType = keyType;
        this.curve = curve;
    }

    public static Suite of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return code;
    }

    /** A fresh digest; not shared between threads. */
    public MessageDigest digest() {
        try {
            return this == SM ? MessageDigest.getInstance(digest, PROVIDER) : MessageDigest.getInstance(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Encrypts with authentication: SM4-GCM or AES-256-GCM.
     *
     * @param key 32 bytes, of which SM4 uses the first 16
     * @param nonce 12 bytes, never twice for two texts under one key
     * @param bound what the ciphertext belongs to; it opens with the same only
     */
    public byte[] encrypt(byte[] key, byte[] nonce, String bound, byte[] plain) throws GeneralSecurityException {
        return crypt(Cipher.ENCRYPT_MODE, key, nonce, bound, plain);
    }

    /** @throws GeneralSecurityException where key, nonce, bound text or a single bit is another */
    public byte[] decrypt(byte[] key, byte[] nonce, String bound, byte[] ciphertext) throws GeneralSecurityException {
        return crypt(Cipher.DECRYPT_MODE, key, nonce, bound, ciphertext);
    }

    private byte[] crypt(int mode, byte[] key, byte[] nonce, String bound, byte[] input)
            throws GeneralSecurityException {
        var cipher = this == SM
                ? Cipher.getInstance("SM4/GCM/NoPadding", PROVIDER)
                : Cipher.getInstance("AES/GCM/NoPadding");
        var usable = this == SM ? Arrays.copyOf(key, 16) : key;
        cipher.init(mode, new SecretKeySpec(usable, this == SM ? "SM4" : "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(input);
    }

    String signatureAlgorithm() {
        return signature;
    }

    String keyType() {
        return keyType;
    }

    String curve() {
        return curve;
    }
}
