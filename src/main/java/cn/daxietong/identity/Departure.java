package cn.daxietong.identity;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** 离岗移交: when somebody leaves a unit, everything of theirs goes to a successor and their posts, sessions and tokens end, all at once. */
@Service
class Departure {
    private final Writing writing;
    private final Holdings holdings;
    private final Accounts accounts;
    private final Access access;
    private final ObjectProvider<Belongings> belongings;
    private final SecurityLog log;

    Departure(
            Writing writing,
            Holdings holdings,
            Accounts accounts,
            Access access,
            ObjectProvider<Belongings> belongings,
            SecurityLog log) {
        this.writing = writing;
        this.holdings = holdings;
        this.accounts = accounts;
        this.access = access;
        this.belongings = belongings;
        this.log = log;
    }

    boolean mayHandle(Viewer viewer) {
        return viewer.post() == Post.UNIT_ADMIN || viewer.post() == Post.HEAD;
    }

    /** What has to find a successor. */
    List<BelongingPile> piles(AccountId account, Viewer viewer) {
        require(account, viewer);
        return belongings
                .orderedStream()
                .map(kind -> new BelongingPile(kind.title(), kind.list(account, viewer.unit())))
                .toList();
    }

    List<Holder> successors(AccountId account, Viewer viewer) {
        var all = new ArrayList<>(accounts.holders(viewer.unit(), Post.HANDLER));
        all.addAll(accounts.holders(viewer.unit(), Post.HEAD));
        return all.stream().filter(holder -> !holder.account().equals(account)).toList();
    }

    void depart(AccountId account, AccountId successor, String ground, Viewer viewer) {
        require(account, viewer);
        var faults = new ArrayList<Fault>();
        if (successors(account, viewer).stream()
                .noneMatch(holder -> holder.account().equals(successor))) {
            faults.add(new Fault("successor", "required", "请选择接手人，须是本单位在岗的经办人或正职负责人。"));
        }
        if (ground.isBlank() || ground.strip().length() > 200) {
            faults.add(new Fault("ground", "required", "请写明离岗事由，如“调任”“退休”，200 字以内。"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        writing.run(db -> {
            var open = holdings.lock(account);
            var here = inUnit(open, viewer);
            if (here.isEmpty()) {
                throw new Refusal(Refusal.Kind.CONFLICT, "already_left", "已经离岗", "该账号在本单位已没有岗位。");
            }
            belongings.orderedStream().forEach(kind -> kind.rehome(account, successor, viewer.unit(), viewer));
            here.forEach(holding -> holdings.end(holding.id(), viewer.account(), ground.strip()));
            access.cutOff(account, viewer.account());
            log.add(
                    SecurityLog.Kind.DEPARTED,
                    viewer,
                    account.value(),
                    "移交给 " + successor.value() + "：" + ground.strip());
        });
    }

    private void require(AccountId account, Viewer viewer) {
        if (!mayHandle(viewer) || account.equals(viewer.account())) {
            throw Refusal.forbidden("离岗移交由本单位管理员或正职负责人办理，不能为自己办理。");
        }
        if (inUnit(accounts.holdings(account), viewer).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private static List<Holding> inUnit(List<Holding> all, Viewer viewer) {
        return all.stream()
                .filter(holding ->
                        holding.unit().equals(viewer.unit()) && holding.post().worksOnMatters())
                .toList();
    }
}
