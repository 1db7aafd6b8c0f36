package cn.daxietong.integrity;

import cn.daxietong.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of this module stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class IntegrityPlaces {
    @Bean
    NavItem monthsPlace() {
        return NavItem.side(67, "integrity-months", "纪检线索数", "/integrity/months", "document")
                .shownTo(Tally::mayLook);
    }
}
