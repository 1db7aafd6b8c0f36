package cn.daxietong.bag;

import cn.daxietong.verifier.Suite;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks the configured authority for time stamps (RFC 3161). Whoever does not answer in time is asked again later. */
@Component
final class TimeStamps {
    private static final Logger log = LoggerFactory.getLogger(TimeStamps.class);
    private static final int MOST = 1 << 20;

    private final String address;
    private final Duration patience;
    private final SecureRandom random = new SecureRandom();

    /** @param address of the authority; empty where the county has none */
    TimeStamps(
            @Value("${daxietong.time-stamp.url:}") String address,
            @Value("${daxietong.time-stamp.seconds:5}") int seconds) {
        this.address = address.strip();
        this.patience = Duration.ofSeconds(seconds);
    }

    boolean configured() {
        return !address.isEmpty();
    }

    /** The token over these bytes; nothing where the authority is away, refuses, or answers nonsense. */
    Optional<byte[]> stamp(byte[] bytes) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        var asked = generator.generate(TSPAlgorithms.SHA256, Suite.INTL.digest(bytes), new BigInteger(64, random));
        try (var client = HttpClient.newBuilder().connectTimeout(patience).build()) {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(patience)
                    .header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(asked.getEncoded()))
                    .build();
            var answered = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answered.body()) {
                var response = new TimeStampResponse(body.readNBytes(MOST));
                response.validate(asked);
                var token = response.getTimeStampToken();
                if (token == null) {
                    throw new TSPException(response.getStatusString());
                }
                return Optional.of(token.getEncoded());
            }
        } catch (IOException | TSPException | RuntimeException e) {
            log.warn("时间戳服务 {} 没有给出时间戳，移送不受影响，稍后再试：{}", address, e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
