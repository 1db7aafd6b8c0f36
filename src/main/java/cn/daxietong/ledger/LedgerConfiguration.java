package cn.daxietong.ledger;

import cn.daxietong.database.Timer;
import cn.daxietong.database.Writing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sequencer together and lets it run. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    @Bean
    Sequencer sequencer(
            Writing writing,
            Clock clock,
            @Value("${daxietong.data:data}") Path data,
            @Value("${daxietong.suite:sm}") String suite) {
        return new Sequencer(
                writing, SigningKey.at(data.resolve("keys"), Suite.of(suite)), data.resolve("checkpoints.log"), clock);
    }

    /** With a key in each suite, whichever of them signs the checkpoints. */
    @Bean
    Notary notary(Writing writing, @Value("${daxietong.data:data}") Path data) {
        return new Notary(
                writing,
                Arrays.stream(Suite.values())
                        .map(suite -> SigningKey.at(data.resolve("keys"), suite))
                        .toList());
    }

    @Bean
    Timer sealing(Sequencer sequencer) {
        return new Timer("ledger.seal", Duration.ofMinutes(1), sequencer::seal);
    }
}
