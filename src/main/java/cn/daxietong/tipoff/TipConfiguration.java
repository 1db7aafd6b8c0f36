package cn.daxietong.tipoff;

import cn.daxietong.database.Timer;
import cn.daxietong.web.NavItem;
import cn.daxietong.web.NavItems;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the keys into the navigation of those who have a part, seals days and publishes months that are over, and puts files that belong to nothing out of the way. */
@Configuration(proxyBeanMethods = false)
class TipConfiguration {
    @Bean
    NavItems keysPlace() {
        return () -> List.of(new NavItem(
                "tipoff-keys", "举报密钥", "/tipoffs/keys", "shield", new NavItem.Place(19, false), viewer -> Part.of(
                                viewer)
                        .isPresent()));
    }

    @Bean
    Timer forgettingKeys(Officers officers) {
        return new Timer("tipoff.forget", Duration.ofMinutes(1), officers::forget);
    }

    @Bean
    NavItem countsPlace() {
        return NavItem.side(851, "tipoff-counts", "举报统计", "/tipoffs/counts", "document")
                .shownTo(MonthlyCounts::mayLook);
    }

    @Bean
    Timer publishingCounts(MonthlyCounts counts) {
        return new Timer("tipoff.publish-counts", Duration.ofHours(1), counts::publish);
    }

    @Bean
    Timer sealingDays(DaySeals days) {
        return new Timer("tipoff.seal-days", Duration.ofMinutes(10), days::seal);
    }

    @Bean
    Timer sweepingTipFiles(TipFiles files, FileRegister register, Clock clock) {
        return new Timer("tipoff.sweep", Duration.ofHours(1), () -> files.sweep(register::known, clock.instant()));
    }
}
