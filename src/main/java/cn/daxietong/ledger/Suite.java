package cn.daxietong.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Locale;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The pair of hash and signature in force when a value was made; its name is stored beside the value (GB/T 39786). */
public enum Suite {
    /** SM3 and SM2, the national algorithms and the default. */
    SM("SM3", "SM3withSM2", "EC", "sm2p256v1"),
    /** SHA-256 and Ed25519. */
    INTL("SHA-256", "Ed25519", "Ed25519", "Ed25519");

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
