package cn.daxietong.tipoff;

import cn.daxietong.ledger.Suite;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/**
 * Seals to a person's public key what only the private key opens: SM2 with SM4-GCM (GB/T 32918.4), or HPKE with X25519 and AES-256-GCM (RFC 9180).
 * What is sealed is bound to a text, and opens with the same text only.
 */
final class Box {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final ECDomainParameters SM2 = domain();
    private static final HPKE X25519 =
            new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);

    private Box() {}

    /** A pair of keys as bytes. */
    @SuppressWarnings("ArrayRecordComponent") // keys are used, never compared
    record Keys(Suite suite, byte[] publicKey, byte[] privateKey) {}

    static Keys fresh(Suite suite) {
        if (suite == Suite.INTL) {
            var pair = X25519.generatePrivateKey();
            return new Keys(
                    suite, X25519.serializePublicKey(pair.getPublic()), X25519.serializePrivateKey(pair.getPrivate()));
        }
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(SM2, RANDOM));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return new Keys(
                suite,
                ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false),
                org.bouncycastle.util.BigIntegers.asUnsignedByteArray(
                        KEY, ((ECPrivateKeyParameters) pair.getPrivate()).getD()));
    }

    static byte[] seal(Suite suite, byte[] publicKey, byte[] plain, String bound) {
        var context = bound.getBytes(StandardCharsets.UTF_8);
        try {
            if (suite == Suite.INTL) {
                var ciphertext =
                        X25519.seal(X25519.deserializePublicKey(publicKey), context, context, plain, null, null, null);
                return joined(ciphertext[1], ciphertext[0]);
            }
            var once = random(KEY);
            var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
            engine.init(
                    true,
                    new ParametersWithRandom(
                            new ECPublicKeyParameters(SM2.getCurve().decodePoint(publicKey), SM2), RANDOM));
            // The key is fresh for this one text, so no nonce can come twice under it.
            return joined(
                    engine.processBlock(once, 0, once.length), suite.encrypt(once, new byte[NONCE], bound, plain));
        } catch (InvalidCipherTextException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws CannotOpen where it is another's, or was changed by a bit, or is bound to another text */
    static byte[] open(Keys own, byte[] ciphertext, String bound) throws CannotOpen {
        var context = bound.getBytes(StandardCharsets.UTF_8);
        try {
            var first = ByteBuffer.wrap(ciphertext);
            var head = new byte[first.getShort()];
            first.get(head);
            var rest = new byte[first.remaining()];
            first.get(rest);
            if (own.suite() == Suite.INTL) {
                var pair = X25519.deserializePrivateKey(own.privateKey(), own.publicKey());
                return X25519.open(head, pair, context, context, rest, null, null, null);
            }
            var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
            engine.init(false, new ECPrivateKeyParameters(new BigInteger(1, own.privateKey()), SM2));
            return own.suite().decrypt(engine.processBlock(head, 0, head.length), new byte[NONCE], bound, rest);
        } catch (CryptoException | GeneralSecurityException | RuntimeException e) {
            throw new CannotOpen(e);
        }
    }

    /** Somebody else's, or damaged: which of the two cannot be told. */
    static final class CannotOpen extends Exception {
        private static final long serialVersionUID = 1L;

        CannotOpen(Exception cause) {
            super(cause);
        }
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] head, byte[] rest) {
        return ByteBuffer.allocate(2 + head.length + rest.length)
                .putShort((short) head.length)
                .put(head)
                .put(rest)
                .array();
    }

    private static ECDomainParameters domain() {
        var curve = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }
}
