package cn.daxietong.oversight;

import cn.daxietong.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of this module stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class OversightPlaces {
    @Bean
    NavItem radarPlace() {
        return NavItem.side(61, "radar", "监督雷达", "/oversight/radar", "search").shownTo(Radar::mayLook);
    }
}
