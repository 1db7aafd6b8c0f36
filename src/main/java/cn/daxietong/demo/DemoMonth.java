package cn.daxietong.demo;

import cn.daxietong.identity.Accounts;
import cn.daxietong.matter.Filter;
import cn.daxietong.matter.Inboxes;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the month once: at the first start with demo data, while there is no matter yet. */
@Component
@ConditionalOnBooleanProperty("daxietong.demo")
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoMonth implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(DemoMonth.class);

    private final Proceedings proceedings;
    private final Matters matters;
    private final Inboxes inboxes;
    private final Accounts accounts;
    private final TipOffs tipOffs;
    private final Clock clock;

    DemoMonth(
            Proceedings proceedings,
            Matters matters,
            Inboxes inboxes,
            Accounts accounts,
            TipOffs tipOffs,
            Clock clock) {
        this.proceedings = proceedings;
        this.matters = matters;
        this.inboxes = inboxes;
        this.accounts = accounts;
        this.tipOffs = tipOffs;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var office = Viewer.of(AccountId.SYSTEM, UnitId.OFFICE, Post.HANDLER, "平台");
        if (inboxes.count(office, Filter.NONE) > 0
                || accounts.handlers(UnitId.OFFICE).isEmpty()) {
            return;
        }
        var teller = new Teller(proceedings, matters, accounts, clock.instant());
        new Leads(teller).tell();
        new Cases(teller).tell();
        new Transfers(teller).tell();
        new Together(teller).tell();
        new Penalties(teller).tell();
        new Exhibits(teller).tell();
        new Recusals(teller).tell();
        tipOffs.tell(teller.hoursAgo(0));
        log.info("已录入演示事项（虚构的单位往来，不含真实姓名和号码）。");
    }
}
