package cn.daxietong.verifier;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A time stamp (RFC 3161) over a bag's second manifest. */
final class TimeStamp {
    private TimeStamp() {}

    /**
     * @param authority whom the certificate names; whether it deserves trust is for the reader to know
     */
    record Found(Instant at, String authority) {}

    /** @throws IllegalArgumentException with a Chinese sentence where it is no valid stamp over this text */
    static Found check(byte[] token, byte[] stamped) {
        try {
            var stamp = new TimeStampToken(new CMSSignedData(token));
            var info = stamp.getTimeStampInfo();
            if (!info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    || !Arrays.equals(info.getMessageImprintDigest(), Suite.INTL.digest(stamped))) {
                throw new IllegalArgumentException("时间戳盖的不是这个袋");
            }
            var certificates = stamp.getCertificates().getMatches(stamp.getSID());
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("时间戳没有附签名证书，无法核对");
            }
            var certificate = (X509CertificateHolder) certificates.iterator().next();
            stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return new Found(
                    info.getGenTime().toInstant(), certificate.getSubject().toString());
        } catch (TSPException | CMSException | OperatorCreationException | CertificateException | IOException e) {
            throw new IllegalArgumentException("时间戳无效", e);
        }
    }
}
