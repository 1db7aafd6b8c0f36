package cn.daxietong.identity;

import cn.daxietong.database.Writing;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives accounts and posts, and takes posts away. Every refusal of it is logged, since trying to go beyond one's scope is worth knowing. */
@Service
class Granting {
    private static final Pattern USERNAME = Pattern.compile("(?!m-)[a-z][a-z0-9._-]{2,31}");

    private final Writing writing;
    private final Holdings holdings;
    private final Units units;
    private final SecurityLog log;
    private final Clock clock;

    /** What is asked for; days are whole, the last included. */
    record Wanted(
            UnitId unit,
            Post post,
            LocalDate from,
            @Nullable LocalDate lastDay) {}

    Granting(Writing writing, Holdings holdings, Units units, SecurityLog log, Clock clock) {
        this.writing = writing;
        this.holdings = holdings;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /** Makes the account with its first post and returns the password that its owner must replace at once. */
    String create(String username, String name, Wanted wanted, Viewer viewer) {
        requireScope(viewer, wanted, username);
        var faults = new ArrayList<>(faults(wanted));
        if (!USERNAME.matcher(username).matches()) {
            faults.add(new Fault("username", "format", "用户名用小写字母开头，3 至 32 位小写字母、数字、点、横线。"));
        }
        if (name.isBlank() || name.strip().length() > 60) {
            faults.add(new Fault("name", "length", "请填写姓名或岗位名称，1 至 60 字。"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        var password = Secrets.password();
        writing.run(db -> {
            int added = db.sql("""
                            insert into identity.account (username, name, password_hash, password_set_at, must_change, created_at, created_by)
                            values (:username, :name, :hash, :now, true, :now, :by) on conflict (username) do nothing
                            """)
                    .param("username", username)
                    .param("name", name.strip())
                    .param("hash", Passwords.generated(password))
                    .param("now", OffsetDateTime.now(clock))
                    .param("by", viewer.account().value())
                    .update();
            if (added == 0) {
                throw Refusal.invalid(List.of(new Fault("username", "taken", "这个用户名已有人用过，用户名不重复使用。")));
            }
            log.add(SecurityLog.Kind.ACCOUNT_CREATED, viewer, username, name.strip());
            propose(new AccountId(username), wanted, viewer);
        });
        return password;
    }

    /** Gives a post to an account; true where it holds at once, false where another administrator has to agree first. */
    boolean propose(AccountId account, Wanted wanted, Viewer viewer) {
        requireScope(viewer, wanted, account.value());
        if (account.equals(viewer.account())) {
            throw denied(viewer, account.value(), "不能给自己授权。");
        }
        var faults = faults(wanted);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return writing.inTransaction(db -> {
            var open = holdings.lock(account);
            var releasing = releasing(open, wanted);
            requireCompatible(open, wanted, account);
            boolean needsAgreement = releasing != null || Grants.isOfThree(wanted.post());
            var now = clock.instant();
            var holding = new Holding(
                    UUID.randomUUID(),
                    account,
                    wanted.unit(),
                    wanted.post(),
                    false,
                    "",
                    start(wanted.from(), now),
                    wanted.lastDay() == null
                            ? null
                            : wanted.lastDay()
                                    .plusDays(1)
                                    .atStartOfDay(clock.getZone())
                                    .toInstant(),
                    viewer.account().value(),
                    viewer.post(),
                    releasing,
                    needsAgreement ? null : now);
            holdings.add(holding);
            log.add(
                    SecurityLog.Kind.HOLDING_PROPOSED,
                    viewer,
                    account.value(),
                    title(wanted.unit(), wanted.post()) + (needsAgreement ? "，待同意" : "，即时生效"));
            return !needsAgreement;
        });
    }

    void confirm(UUID id, Viewer viewer) {
        writing.run(db -> {
            var holding = holdings.lock(id);
            if (holding.confirmedAt() != null || !holding.openAt(clock.instant())) {
                throw new Refusal(Refusal.Kind.CONFLICT, "already_settled", "已经办理", "这项授权已经同意或终止。");
            }
            if (!Grants.mayConfirm(viewer, holding)) {
                throw Refusal.forbidden("这项授权须由另一名有权的管理员同意。");
            }
            holdings.confirm(id, viewer.account());
            log.add(
                    SecurityLog.Kind.HOLDING_CONFIRMED,
                    viewer,
                    holding.account().value(),
                    title(holding.unit(), holding.post()));
        });
    }

    /** Ends a post, or declines one that waits for agreement. */
    void end(UUID id, String ground, Viewer viewer) {
        if (ground.isBlank()) {
            throw Refusal.invalid(List.of(new Fault("ground", "required", "请写明理由。")));
        }
        writing.run(db -> {
            var holding = holdings.lock(id);
            if (!Grants.within(viewer, holding.unit(), holding.post()) && !Grants.mayConfirm(viewer, holding)) {
                throw Refusal.forbidden("这个岗位不在您的管理范围内。");
            }
            if (Grants.isOfThree(holding.post()) && holding.confirmedAt() != null && isLast(holding)) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "last_of_three",
                        "不能终止",
                        "这是最后一名" + holding.post().title() + "，请先任命接任者。");
            }
            holdings.end(id, viewer.account(), ground.strip());
            log.add(
                    SecurityLog.Kind.HOLDING_ENDED,
                    viewer,
                    holding.account().value(),
                    title(holding.unit(), holding.post()) + "：" + ground.strip());
        });
    }

    private boolean isLast(Holding holding) {
        return writing.inTransaction(db -> !db.sql("""
                                select exists (select from identity.holding h join identity.account a on a.username = h.account
                                 where h.post = :post and h.id <> :id and a.disabled_at is null and h.confirmed_at is not null
                                   and h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now))
                                """)
                .param("post", holding.post().code())
                .param("id", holding.id())
                .param("now", OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single());
    }

    /** The one other unit in which the account works, whose administrator has a say; moving somebody takes both sides. */
    private static @Nullable UnitId releasing(List<Holding> open, Wanted wanted) {
        var others = open.stream()
                .map(Holding::unit)
                .filter(unit -> !unit.equals(wanted.unit()))
                .distinct()
                .toList();
        if (others.size() > 1) {
            throw new Refusal(Refusal.Kind.CONFLICT, "two_units", "不能再兼任", "一个账号最多在两个单位任职，请先终止其中一个。");
        }
        return others.isEmpty() ? null : others.getFirst();
    }

    private void requireCompatible(List<Holding> open, Wanted wanted, AccountId account) {
        boolean ofThree = Grants.isOfThree(wanted.post());
        if (open.stream().anyMatch(holding -> ofThree || Grants.isOfThree(holding.post()))) {
            throw new Refusal(Refusal.Kind.CONFLICT, "three_apart", "岗位不能兼任", "系统、安全、审计管理员互不兼任，也不兼任办案岗位（三员分立）。");
        }
        if (open.stream()
                .anyMatch(holding -> holding.unit().equals(wanted.unit()) && holding.post() == wanted.post())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "already_held", "已有这个岗位", "该账号已有这个岗位，或正在等待同意。");
        }
        if (wanted.post() == Post.HEAD && holdings.hasHead(wanted.unit(), account)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "one_head", "已有正职负责人", "该单位已有正职负责人，请先终止；临时主持工作请由正职负责人指定。");
        }
    }

    private List<Fault> faults(Wanted wanted) {
        var faults = new ArrayList<Fault>();
        var today = LocalDate.now(clock);
        if (units.find(wanted.unit()).filter(unit -> unit.standsOn(today)).isEmpty()) {
            faults.add(new Fault("unit", "unknown", "没有这个单位，或该单位已撤并。"));
        }
        if (wanted.from().isBefore(today) || wanted.from().isAfter(today.plusYears(1))) {
            faults.add(new Fault("from", "range", "任职起始日期须为今天或之后一年以内，权限不能倒签。"));
        }
        if (wanted.lastDay() != null && wanted.lastDay().isBefore(wanted.from())) {
            faults.add(new Fault("until", "order", "截止日期不能早于起始日期。"));
        }
        return faults;
    }

    private void requireScope(Viewer viewer, Wanted wanted, String subject) {
        if (!Grants.within(viewer, wanted.unit(), wanted.post())) {
            throw denied(viewer, subject, "您不能授予“" + title(wanted.unit(), wanted.post()) + "”。");
        }
    }

    private Refusal denied(Viewer viewer, String subject, String detail) {
        log.add(SecurityLog.Kind.DENIED, viewer, subject, detail);
        return Refusal.forbidden(detail);
    }

    private Instant start(LocalDate from, Instant now) {
        var start = from.atStartOfDay(clock.getZone()).toInstant();
        return start.isBefore(now) ? now : start;
    }

    private String title(UnitId unit, Post post) {
        return units.shortName(unit) + post.title();
    }
}
