package cn.daxietong.identity;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.util.List;
import org.springframework.stereotype.Service;

/** What an administrator does for somebody who is locked out, and to an account that must stop. */
@Service
class AccountCare {
    private final Writing writing;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Access access;
    private final Attempts attempts;
    private final SecurityLog log;

    AccountCare(
            Writing writing,
            Accounts accounts,
            Credentials credentials,
            Access access,
            Attempts attempts,
            SecurityLog log) {
        this.writing = writing;
        this.accounts = accounts;
        this.credentials = credentials;
        this.access = access;
        this.attempts = attempts;
        this.log = log;
    }

    /**
     * Whether everything this account may do lies within the viewer's scope: who resets a password could use it, so resetting one that opens more
     * than one's own unit would be granting it to oneself. A 三员 account is never reset; another is made, by two.
     */
    boolean mayReset(Viewer viewer, List<Holding> all) {
        var relevant = relevant(all);
        return !relevant.isEmpty()
                && relevant.stream()
                        .allMatch(holding -> Grants.within(viewer, holding.unit(), holding.post())
                                && !Grants.isOfThree(holding.post())
                                && !holding.account().equals(viewer.account()));
    }

    /** To stop an account at once is also the security administrator's, for any but their own. */
    boolean mayStop(Viewer viewer, AccountId account, List<Holding> all) {
        return (viewer.post() == Post.SECURITY_ADMIN && !account.equals(viewer.account())) || mayReset(viewer, all);
    }

    private List<Holding> relevant(List<Holding> all) {
        // One with a day on which it ends counts until that day, and so does one that has yet to begin.
        var open = all.stream().filter(accounts::isOpen).toList();
        // For somebody who has left, whoever looked after the last post.
        return open.isEmpty() ? all.stream().limit(1).toList() : open;
    }

    String resetPassword(AccountId account, Viewer viewer) {
        requireReset(account, viewer);
        var password = Secrets.password();
        writing.run(db -> {
            credentials.resetPassword(account, Passwords.generated(password));
            attempts.forget(account.value());
            access.cutOff(account, viewer.account());
            log.add(SecurityLog.Kind.PASSWORD_RESET, viewer, account.value(), "");
        });
        return password;
    }

    /** For a lost telephone. The owner enrols anew after signing in. */
    void removeTotp(AccountId account, Viewer viewer) {
        requireReset(account, viewer);
        writing.run(db -> {
            credentials.removeTotp(account);
            access.cutOff(account, viewer.account());
            log.add(SecurityLog.Kind.TOTP_CHANGED, viewer, account.value(), "管理员解除");
        });
    }

    void unlock(AccountId account, Viewer viewer) {
        requireStop(account, viewer);
        writing.run(db -> {
            attempts.forget(account.value());
            log.add(SecurityLog.Kind.ACCOUNT_CHANGED, viewer, account.value(), "解除锁定");
        });
    }

    void disable(AccountId account, Viewer viewer) {
        requireStop(account, viewer);
        writing.run(db -> {
            credentials.setDisabled(account, true);
            access.cutOff(account, viewer.account());
            log.add(SecurityLog.Kind.ACCOUNT_CHANGED, viewer, account.value(), "停用");
        });
    }

    void enable(AccountId account, Viewer viewer) {
        requireStop(account, viewer);
        writing.run(db -> {
            credentials.setDisabled(account, false);
            log.add(SecurityLog.Kind.ACCOUNT_CHANGED, viewer, account.value(), "启用");
        });
    }

    private void requireReset(AccountId account, Viewer viewer) {
        if (!mayReset(viewer, holdings(account))) {
            throw denied(account, viewer, "该账号的岗位不全在您的管理范围内，不能重置。兼任两个单位的，请先终止其中一个；三员账号遗失的，另行任命。");
        }
    }

    private void requireStop(AccountId account, Viewer viewer) {
        if (!mayStop(viewer, account, holdings(account))) {
            throw denied(account, viewer, "该账号不在您的管理范围内。");
        }
    }

    private List<Holding> holdings(AccountId account) {
        if (accounts.find(account).isEmpty()) {
            throw Refusal.notFound();
        }
        return accounts.holdings(account);
    }

    private Refusal denied(AccountId account, Viewer viewer, String detail) {
        log.add(SecurityLog.Kind.DENIED, viewer, account.value(), detail);
        return Refusal.forbidden(detail);
    }
}
