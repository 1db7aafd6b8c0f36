package cn.daxietong.jointcase;

import cn.daxietong.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of this module stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class JointCasePlaces {
    @Bean
    NavItem visitWindowPlace() {
        return NavItem.side(95, "visit-window", "重复检查提醒", VisitWindowController.HERE, "settings")
                .shownTo(VisitWindowController::mayLook);
    }
}
