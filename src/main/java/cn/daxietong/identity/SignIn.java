package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Checks who somebody is. What it answers to a stranger is the same whatever was wrong, and takes the same time. */
@Service
class SignIn {
    private static final int STRIPES = 64;
    private static final long PATIENCE_SECONDS = 5;
    private static final UnitId NOWHERE = new UnitId("-");

    private final Credentials credentials;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Accounts accounts;
    private final SecurityLog log;
    private final Clock clock;

    // Guesses at one name go one after the other, so that a hundred sent at once are not all tried before the first is
    // counted.
    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

    SignIn(
            Credentials credentials,
            Passwords passwords,
            Attempts attempts,
            Accounts accounts,
            SecurityLog log,
            Clock clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.attempts = attempts;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    /** The posts in which the account may act now, at least one. */
    List<Holding> check(String username, String password, String otp) {
        var name = username.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > 64 || password.isEmpty() || password.length() > PasswordRules.LONGEST) {
            throw refused();
        }
        var turn = turns.get(Math.floorMod(name.hashCode(), STRIPES));
        try {
            if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal(Refusal.Kind.TOO_MANY, "busy", "登录的人太多", "此刻登录的人较多，请等几秒再试。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "stopping", "系统正在停止", "请稍后再试。");
        }
        try {
            return checkInTurn(name, password, otp);
        } finally {
            turn.unlock();
        }
    }

    private List<Holding> checkInTurn(String name, String password, String otp) {
        attempts.lockedUntil(name).ifPresent(until -> {
            throw locked(until);
        });
        var found = credentials.find(name);
        var hash = found.map(Credentials.Stored::passwordHash).orElse(null);
        if (!passwords.matches(password, hash) || found.isEmpty()) {
            throw failed(name, found);
        }
        var stored = found.get();
        if (!stored.enabled()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "account_disabled", "账号已停用", "该账号已停用，请与本单位管理员联系。");
        }
        checkSecondFactor(name, stored, otp);
        attempts.forget(name);
        if (hash != null && Passwords.needsStretching(hash)) {
            credentials.restretch(stored.account(), passwords.stretched(password));
        }
        var held = accounts.current(stored.account());
        if (held.isEmpty()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "no_post", "目前没有岗位", "该账号目前没有生效的岗位，请与本单位管理员联系。");
        }
        return held;
    }

    /** The password once more, from somebody already signed in; wrong ones count as at the door, or a borrowed session could guess. */
    List<Fault> confirm(AccountId account, String password) {
        var name = account.value();
        attempts.lockedUntil(name).ifPresent(until -> {
            throw locked(until);
        });
        var hash = credentials.find(name).map(Credentials.Stored::passwordHash).orElse(null);
        if (password.length() <= PasswordRules.LONGEST && passwords.matches(password, hash)) {
            return List.of();
        }
        attempts.failed(name);
        return List.of(new Fault("current", "wrong", "当前密码不正确。"));
    }

    private void checkSecondFactor(String name, Credentials.Stored stored, String otp) {
        if (otp.isBlank()) {
            if (stored.totpRequired()) {
                throw new Refusal(Refusal.Kind.UNAUTHENTICATED, "otp_required", "需要动态码", "该账号已启用动态码，请输入验证器上显示的 6 位数字。");
            }
        } else if (stored.totpEnrolled() && !credentials.acceptsTotp(stored.account(), otp)) {
            throw failed(name, Optional.of(stored));
        }
    }

    private Refusal failed(String name, Optional<Credentials.Stored> found) {
        var until = attempts.failed(name);
        // What was typed for a name that does not exist may be somebody's password, so it is not written down.
        log.add(
                until.isPresent() ? SecurityLog.Kind.LOCKED : SecurityLog.Kind.SIGN_IN_FAILED,
                found.map(stored -> stored.account().value()).orElse("-"),
                NOWHERE,
                "",
                found.isPresent() ? "密码或动态码不正确" : "没有这个用户名");
        return until.map(this::locked).orElseGet(SignIn::refused);
    }

    private static Refusal refused() {
        return new Refusal(
                Refusal.Kind.UNAUTHENTICATED,
                "bad_credentials",
                "登录失败",
                "用户名、密码或动态码不正确，或动态码已用过。连续 " + Lockout.FREE + " 次不正确将暂时锁定。");
    }

    private Refusal locked(Instant until) {
        long minutes = Math.max(
                1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
        return new Locked(minutes);
    }

    /** Too many failures; carries for how long, so that the answer can say when to come back. */
    static final class Locked extends Refusal {
        private final long minutes;

        Locked(long minutes) {
            super(Kind.TOO_MANY, "locked", "已暂时锁定", "连续输错次数过多，已暂时锁定，请 " + minutes + " 分钟后再试；急用请与本单位管理员联系解锁。");
            this.minutes = minutes;
        }

        Duration retryAfter() {
            return Duration.ofMinutes(minutes);
        }
    }
}
