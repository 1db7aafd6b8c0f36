package cn.daxietong.jointcase;

import cn.daxietong.jointcase.Visits.Visit;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.StepListener;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Wants a reason where a plan leads to a place that another operation visited within the window that the office set; without one it asks nothing. */
@Component
class RepeatVisitGuard implements StepListener {
    static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private final Units units;

    RepeatVisitGuard(Units units) {
        this.units = units;
    }

    @Override
    public void taken(JdbcClient db, Matter<?> after, String event) {
        if (after.state() instanceof Operation operation && event.equals("plan")) {
            Visits.window(db)
                    .ifPresent(
                            w -> check(db, after, operation, after.updatedAt().minus(w)));
        }
    }

    private void check(JdbcClient db, Matter<?> after, Operation operation, Instant since) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < operation.sites().size(); i++) {
            var site = operation.sites().get(i);
            var again = site.again();
            var visits = again == null || again.isBlank() ? Visits.of(db, after.id(), site, since) : List.<Visit>of();
            if (!visits.isEmpty()) {
                faults.add(new Fault(
                        "sites[" + i + "].again",
                        "visited_before",
                        "“" + site.name() + "”" + said(visits.getFirst()) + "，请写明再次检查的理由，或者从方案中去掉"));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private String said(Visit visit) {
        return DAY.format(visit.at()) + "已由" + units.shortName(visit.lead()) + "牵头检查过";
    }
}
