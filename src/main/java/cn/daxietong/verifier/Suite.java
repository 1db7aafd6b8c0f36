package cn.daxietong.verifier;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;

/** The two pairs of hash and signature that a bag carries side by side (GB/T 39786), without a security provider to be installed. */
public enum Suite {
    SM("国密 SM2/SM3", "urn:oid:1.2.156.10197.1.401"),
    INTL("Ed25519/SHA-256", "http://www.w3.org/2001/04/xmlenc#sha256");

    private final String title;
    private final String digestUri;

    Suite(String title, String digestUri) {
        this.title = title;
        this.digestUri = digestUri;
    }

    public static Optional<Suite> of(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }

    public String code() {
        return this == SM ? "sm" : "intl";
    }

    public String title() {
        return title;
    }

    /** How the digest is named in a manifest. */
    String digestUri() {
        return digestUri;
    }

    /** A digest under way. */
    interface Digest {
        void update(byte[] bytes, int from, int length);

        byte[] done();
    }

    Digest digest() {
        return this == SM ? new Sm3() : new Sha256();
    }

    public byte[] digest(byte[] bytes) {
        var digest = digest();
        digest.update(bytes, 0, bytes.length);
        return digest.done();
    }

    /** Names a public key (X.509 SubjectPublicKeyInfo) so that nobody can put another under the same name. */
    public String fingerprint(byte[] publicKey) {
        return HexFormat.of().formatHex(digest(publicKey));
    }

    /** Whether it is this key's signature over this text; nonsense in any of the three is no signature. */
    boolean verifies(byte[] publicKey, byte[] text, byte[] signature) {
        try {
            return this == SM ? sm2(publicKey, text, signature) : ed25519(publicKey, text, signature);
        } catch (GeneralSecurityException | java.io.IOException | RuntimeException e) {
            return false;
        }
    }

    // Read by hand, for the library's factory knows every kind of key there is and would bring all of them along.
    private static boolean sm2(byte[] publicKey, byte[] text, byte[] signature) throws java.io.IOException {
        var info = SubjectPublicKeyInfo.getInstance(publicKey);
        if (!Arrays.equals(info.getEncoded(), publicKey)
                || !info.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                || !GMObjectIdentifiers.sm2p256v1.equals(info.getAlgorithm().getParameters())) {
            return false;
        }
        var curve = new ECDomainParameters(CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
        var point = curve.getCurve().decodePoint(info.getPublicKeyData().getOctets());
        var signer = new SM2Signer();
        signer.init(false, new ECPublicKeyParameters(point, curve));
        signer.update(text, 0, text.length);
        return signer.verifySignature(signature);
    }

    private static boolean ed25519(byte[] publicKey, byte[] text, byte[] signature) throws GeneralSecurityException {
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
        verifier.update(text);
        return verifier.verify(signature);
    }

    private static final class Sm3 implements Digest {
        private final SM3Digest digest = new SM3Digest();

        @Override
        public void update(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
        }

        @Override
        public byte[] done() {
            var out = new byte[digest.getDigestSize()];
            digest.doFinal(out, 0);
            return out;
        }
    }

    private static final class Sha256 implements Digest {
        private final MessageDigest digest;

        Sha256() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void update(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
        }

        @Override
        public byte[] done() {
            return digest.digest();
        }
    }
}
