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
        return kind(50, "supervision", "督办", "supervision");
    }

    @Bean
    NavItem jointCasesPlace() {
        return kind(52, "joint_case", "联合办案", "meeting");
    }

    @Bean
    NavItem operationsPlace() {
        return kind(54, "operation", "行动", "star");
    }

    @Bean
    NavItem assistancesPlace() {
        return kind(56, "assistance", "协查", "person");
    }

    @Bean
    NavItem consultationsPlace() {
        return kind(58, "consultation", "会商咨询", "document");
    }

    @Bean
    NavItem disputesPlace() {
        return kind(60, "dispute", "管辖异议", "unit");
    }

    @Bean
    NavItem oversightsPlace() {
        return kind(62, "oversight", "监督意见", "search");
    }

    @Bean
    NavItem reverseTransfersPlace() {
        return kind(64, "reverse_transfer", "反向移送", "transfer");
    }

    @Bean
    NavItem noticesPlace() {
        return NavItem.thumb(15, "notices", "通知", "/notices", "note").shownTo(WorklistPlaces::works);
    }

    private static NavItem kind(int order, String code, String title, String icon) {
        return NavItem.side(order, code, title, "/matters?kind=" + code, icon).shownTo(WorklistPlaces::works);
    }

    private static boolean works(Viewer viewer) {
        return viewer.post().worksOnMatters();
    }
}
