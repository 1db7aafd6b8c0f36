package cn.daxietong.law;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.web.NavItem;
import java.math.BigDecimal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The law as beans: the pure core on the edited calendar and the confirmed facts. */
@Configuration(proxyBeanMethods = false)
class LawConfiguration {
    @Bean
    Articles articles() {
        return Articles.bundled();
    }

    @Bean
    Calendars calendars(Reading reading, Writing writing, Clock clock) {
        return new Calendars(new CalendarStore(reading, writing, clock));
    }

    @Bean
    Clocks clocks(Calendars calendars) {
        return new Clocks(calendars, Clocks.bundledRules());
    }

    @Bean
    Confirmations confirmations(Reading reading, Writing writing, Articles articles, Clock clock) {
        return new Confirmations(reading, writing, articles, clock);
    }

    @Bean
    Threshold threshold(Articles articles, Confirmations confirmations) {
        return new Threshold(new DecisionTables("threshold.dmn"), articles, confirmations);
    }

    @Bean
    Jurisdiction jurisdiction(Threshold threshold, Articles articles) {
        return new Jurisdiction(new DecisionTables("jurisdiction.dmn"), threshold, articles);
    }

    /** The notice says 涉案价值巨大 without a figure; where the office has decided on one it is configured. */
    @Bean
    SupervisionCriteria supervisionCriteria(
            Articles articles, @Value("${daxietong.supervision.value-yuan:#{null}}") @Nullable BigDecimal line) {
        return new SupervisionCriteria(new DecisionTables("supervision.dmn"), articles, line);
    }

    @Bean
    RewardSchemes rewardSchemes(Articles articles) {
        return new RewardSchemes(new DecisionTables("reward.dmn"), articles);
    }

    /** Loading the tables takes a second or two, which neither the start nor the first case should wait for. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> lawWarmUp(
            Threshold threshold, Jurisdiction jurisdiction, RewardSchemes rewards) {
        return event -> Thread.ofPlatform().daemon().name("law-warm-up").start(() -> {
            threshold.warm();
            jurisdiction.warm();
            rewards.warm();
        });
    }

    @Bean
    NavItem lawNavItem() {
        return NavItem.side(700, "law", "法律依据", "/law", "law");
    }
}
