package cn.daxietong.organization;

import cn.daxietong.web.UnitTitle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells every page's header what the viewer's unit is called. */
@Configuration(proxyBeanMethods = false)
class UnitTitles {
    @Bean
    UnitTitle unitTitle(Units units) {
        return units::shortName;
    }
}
