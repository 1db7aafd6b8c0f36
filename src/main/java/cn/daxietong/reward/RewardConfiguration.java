package cn.daxietong.reward;

import cn.daxietong.database.Timer;
import cn.daxietong.web.NavItem;
import cn.daxietong.web.NavItems;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts paying and the list for the treasury into the navigation of those who do them, and mixes the vouchers. */
@Configuration(proxyBeanMethods = false)
class RewardConfiguration {
    @Bean
    NavItems rewardPlaces(PayingPoint point) {
        return () -> List.of(
                new NavItem("reward-pay", "奖励付款", "/rewards/pay", "law", new NavItem.Place(92, false), point::pays),
                new NavItem(
                        "reward-statement",
                        "奖励账表",
                        "/rewards/statement",
                        "law",
                        new NavItem.Place(93, false),
                        Statements::shownTo));
    }

    @Bean
    Timer mixingVouchers(Vouchers vouchers) {
        return new Timer("reward.mix", Duration.ofHours(6), vouchers::mix);
    }
}
