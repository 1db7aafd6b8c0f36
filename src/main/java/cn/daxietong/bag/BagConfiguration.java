package cn.daxietong.bag;

import cn.daxietong.database.Timer;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets what steps have noted be done. */
@Configuration(proxyBeanMethods = false)
class BagConfiguration {
    @Bean
    Timer delivering(Deliveries deliveries) {
        return new Timer("bag.deliver", Duration.ofSeconds(10), deliveries::deliver);
    }

    @Bean
    Timer completing(Deliveries deliveries) {
        return new Timer("bag.complete", Duration.ofMinutes(1), deliveries::complete);
    }
}
