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
    NavItem leadsPlace() {
        return NavItem.thumb(20, "lead", "线索", "/matters?kind=lead", "lead").shownTo(WorklistPlaces::works);
    }

    @Bean
    NavItem casesPlace() {
        return NavItem.thumb(30, "case", "案件", "/matters?kind=case", "case").shownTo(WorklistPlaces::works);
    }

    @Bean
    NavItem transfersPlace() {
        return NavItem.thumb(40, "transfer", "移送", "/matters?kind=transfer", "transfer")
                .shownTo(WorklistPlaces::works);
    }

    @Bean
    NavItem supervisionsPlace() {
        return NavItem.side(50, "supervision", "督办", "/matters?kind=supervision", "supervision")
                .shownTo(WorklistPlaces::works);
    }

    @Bean
    NavItem disputesPlace() {
        return NavItem.side(47, "dispute", "管辖异议", "/matters?kind=dispute", "transfer").shownTo(WorklistPlaces::works);
    }

    @Bean
    NavItem noticesPlace() {
        return NavItem.thumb(15, "notices", "通知", "/notices", "note").shownTo(WorklistPlaces::works);
    }

    private static boolean works(Viewer viewer) {
        return viewer.post().worksOnMatters();
    }
}
