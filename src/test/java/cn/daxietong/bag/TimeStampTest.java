package cn.daxietong.bag;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.verifier.Check;
import cn.daxietong.verifier.Names;
import cn.daxietong.verifier.Sealing;
import cn.daxietong.verifier.Suite;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bag is stamped by the configured authority when it answers, and goes without when it does not. */
class TimeStampTest {
    @TempDir
    Path folder;

    @Test
    void an_authority_that_does_not_answer_costs_its_few_seconds_and_no_more() throws IOException {
        try (var silent = new ServerSocket(0)) {
            var stamps = new TimeStamps("http://localhost:" + silent.getLocalPort() + "/", 1);
            var begun = System.nanoTime();

            assertThat(stamps.stamp(new byte[] {1})).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        }
        assertThat(new TimeStamps("http://localhost:1/", 1).stamp(new byte[] {1}))
                .isEmpty();
        assertThat(new TimeStamps("nonsense", 1).stamp(new byte[] {1})).isEmpty();
        assertThat(new TimeStamps(" ", 1).configured()).isFalse();
    }

    @Test
    void a_stamp_is_checked_with_the_bag_and_every_changed_byte_of_it_is_found() throws Exception {
        var authority = authority();
        try {
            var sample = new SampleBag();
            var token = new TimeStamps(
                            "http://localhost:" + authority.getAddress().getPort() + "/", 20)
                    .stamp(sample.file(Names.manifest(Suite.INTL)))
                    .orElseThrow();
            stamp(sample, token);

            var report = Check.run(sample.in(folder), null, Set.of());

            assertThat(report.faults()).isEmpty();
            assertThat(report.lines()).anyMatch(l -> l.sentence().startsWith("时间戳有效"));
            for (int at = 0; at < token.length; at += 97) {
                var changed = token.clone();
                changed[at] ^= 1;
                sample.files.put(Names.STAMP, changed);
                assertThat(Check.run(sample.in(folder), null, Set.of()).faults())
                        .as("byte " + at)
                        .isNotEmpty();
            }
            var other = new SampleBag();
            stamp(other, token);
            assertThat(Check.run(other.in(folder), null, Set.of()).faults()).anyMatch(f -> f.contains("时间戳不对"));
        } finally {
            authority.stop(0);
        }
    }

    /** A sample with a stamp of an authority made for it. */
    static SampleBag stamped() throws Exception {
        var authority = authority();
        try {
            var sample = new SampleBag();
            stamp(
                    sample,
                    new TimeStamps("http://localhost:" + authority.getAddress().getPort() + "/", 20)
                            .stamp(sample.file(Names.manifest(Suite.INTL)))
                            .orElseThrow());
            return sample;
        } finally {
            authority.stop(0);
        }
    }

    private static void stamp(SampleBag sample, byte[] token) throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        for (var file : sample.files.entrySet()) {
            if (file.getKey().equals(Names.NO_STAMP)) {
                files.put(Names.STAMP, token);
                for (var suite : Suite.values()) {
                    files.put(
                            Names.signature(Names.STAMP, suite),
                            new Sealing(Names.STAMP, suite, sample.key(suite), sample.sign(suite, token)).bytes());
                }
            } else {
                files.put(file.getKey(), file.getValue());
            }
        }
        sample.files.clear();
        sample.files.putAll(files);
    }

    private static HttpServer authority() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var keys = generator.generateKeyPair();
        var name = new X500Name("CN=Test TSA");
        var now = Instant.parse("2026-01-01T00:00:00Z");
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
        var certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now),
                                Date.from(now.plus(Duration.ofDays(36_500))),
                                name,
                                keys.getPublic())
                        .addExtension(
                                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                        .build(signer));
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            try {
                var digests = new JcaDigestCalculatorProviderBuilder().build();
                var tokens = new TimeStampTokenGenerator(
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .build("SHA256withRSA", keys.getPrivate(), certificate),
                        digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
                        new ASN1ObjectIdentifier("1.2.3"));
                tokens.addCertificates(new JcaCertStore(List.of(certificate)));
                var answer = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                        .generate(
                                new TimeStampRequest(exchange.getRequestBody().readAllBytes()),
                                BigInteger.TWO,
                                Date.from(Instant.parse("2026-11-24T03:00:00Z")))
                        .getEncoded();
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (Exception e) {
                exchange.sendResponseHeaders(500, -1);
            } finally {
                exchange.close();
            }
        });
        server.start();
        return server;
    }
}
