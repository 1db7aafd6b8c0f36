package cn.daxietong.identity;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** 主持工作的负责人: whom a head names to decide in their absence, for a time and on a ground (国务院令310号 第五条). */
@Service
class ActingHeads {
    private static final int LONGEST_MONTHS = 12;

    private final Writing writing;
    private final Holdings holdings;
    private final Accounts accounts;
    private final SecurityLog log;
    private final Clock clock;

    ActingHeads(Writing writing, Holdings holdings, Accounts accounts, SecurityLog log, Clock clock) {
        this.writing = writing;
        this.holdings = holdings;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    /** Named and not over, in the head's own unit. */
    List<Holding> named(Viewer viewer) {
        require(viewer);
        var now = clock.instant();
        var candidates = new ArrayList<Holding>();
        for (var handler : accounts.handlers(viewer.unit())) {
            accounts.holdings(handler.account()).stream()
                    .filter(holding -> holding.acting() && holding.openAt(now))
                    .filter(holding -> holding.unit().equals(viewer.unit()))
                    .forEach(candidates::add);
        }
        return candidates;
    }

    void name(AccountId account, LocalDate from, LocalDate lastDay, String ground, Viewer viewer) {
        require(viewer);
        var faults = new ArrayList<Fault>();
        var today = LocalDate.now(clock);
        if (!accounts.holds(account, viewer.unit(), Post.HANDLER)) {
            faults.add(new Fault("account", "not_here", "请选择本单位在岗人员。"));
        }
        if (from.isBefore(today)) {
            faults.add(new Fault("from", "range", "起始日期不能早于今天，不能倒签。"));
        }
        if (lastDay.isBefore(from) || lastDay.isAfter(from.plusMonths(LONGEST_MONTHS))) {
            faults.add(new Fault("until", "range", "截止日期不能早于起始日期，最长 " + LONGEST_MONTHS + " 个月。"));
        }
        if (ground.isBlank() || ground.strip().length() > 200) {
            faults.add(new Fault("ground", "required", "请写明依据或事由，如“外出学习，党组会议决定”，200 字以内。"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        writing.run(db -> {
            var open = holdings.lock(account);
            if (open.stream().anyMatch(holding -> holding.post() == Post.HEAD)) {
                throw new Refusal(Refusal.Kind.CONFLICT, "already_held", "已经指定", "该同志已是负责人，或已在指定的期间内。");
            }
            var now = clock.instant();
            var start = from.atStartOfDay(clock.getZone()).toInstant();
            holdings.add(
                    new Holding(
                            UUID.randomUUID(),
                            account,
                            viewer.unit(),
                            Post.HEAD,
                            true,
                            ground.strip(),
                            start.isBefore(now) ? now : start,
                            lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
                            viewer.account().value(),
                            viewer.post(),
                            null,
                            now),
                    viewer.account());
            log.add(
                    SecurityLog.Kind.ACTING_NAMED,
                    viewer,
                    account.value(),
                    from + " 至 " + lastDay + "：" + ground.strip());
        });
    }

    /** The head is back. */
    void end(UUID id, Viewer viewer) {
        require(viewer);
        writing.run(db -> {
            var holding = holdings.lock(id);
            if (!holding.acting() || !holding.unit().equals(viewer.unit())) {
                throw Refusal.notFound();
            }
            holdings.end(id, viewer.account(), "正职负责人恢复履职");
            log.add(SecurityLog.Kind.HOLDING_ENDED, viewer, holding.account().value(), "主持工作结束");
        });
    }

    /** An acting head names nobody: what was lent is not lent on. */
    private static void require(Viewer viewer) {
        if (viewer.post() != Post.HEAD || viewer.acting()) {
            throw Refusal.forbidden("主持工作的负责人由正职负责人本人指定。");
        }
    }
}
