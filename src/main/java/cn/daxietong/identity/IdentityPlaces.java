package cn.daxietong.identity;

import cn.daxietong.shared.Post;
import cn.daxietong.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of this module stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class IdentityPlaces {
    @Bean
    NavItem peoplePlace() {
        return NavItem.side(820, "people", "本单位人员", "/people", "person")
                .shownTo(viewer -> viewer.post() == Post.HEAD || viewer.post() == Post.UNIT_ADMIN);
    }

    @Bean
    NavItem accountsPlace() {
        return NavItem.side(830, "accounts", "账号管理", "/accounts", "settings").shownTo(Directory::mayLook);
    }

    @Bean
    NavItem tokensPlace() {
        return NavItem.side(840, "tokens", "接口令牌", "/tokens", "shield")
                .shownTo(viewer -> viewer.post() == Post.UNIT_ADMIN);
    }

    @Bean
    NavItem securityLogPlace() {
        return NavItem.side(850, "security-log", "安全日志", "/security-log", "document")
                .shownTo(viewer -> viewer.post() == Post.AUDIT_ADMIN);
    }
}
