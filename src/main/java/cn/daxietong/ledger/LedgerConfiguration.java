package cn.daxietong.ledger;

import cn.daxietong.database.Timer;
import cn.daxietong.database.Writing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

    @Bean
    Timer sealing(Sequencer sequencer) {
        return new Timer("ledger.seal", Duration.ofMinutes(1), sequencer::seal);
    }
}
