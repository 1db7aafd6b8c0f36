package cn.daxietong.worklist;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of this module stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class WorklistPlaces {
    @Bean
    NavItem homePlace() {
        return NavItem.thumb(10, "home", "工作台", "/", "home");
    }

    @Bean
    NavItem noticesPlace() {
        return NavItem.thumb(15, "notices", "通知", "/notices", "note").shownTo(WorklistPlaces::works);
    }

    private static boolean works(Viewer viewer) {
        return viewer.post().worksOnMatters();
    }
}
