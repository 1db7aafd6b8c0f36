package cn.daxietong.identity;

import cn.daxietong.database.Writing;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tokens for a unit's own systems: an account of its own for each, with a post, a scope and an end, issued by the unit's administrator. */
@Component
class MachineTokens {
    private static final int LONGEST_YEARS = 1;

    private final Writing writing;
    private final Units units;
    private final Holdings holdings;
    private final Tokens tokens;
    private final Clock clock;

    /** What the administrator asks for; the last day is included. */
    record Request(String name, Post post, Set<String> scopes, LocalDate lastDay) {}

    MachineTokens(Writing writing, Units units, Holdings holdings, Tokens tokens, Clock clock) {
        this.writing = writing;
        this.units = units;
        this.holdings = holdings;
        this.tokens = tokens;
        this.clock = clock;
    }

    Tokens.Issued issue(Request request, Viewer viewer) {
        if (viewer.post() != Post.UNIT_ADMIN) {
            throw Refusal.forbidden("接口令牌由本单位管理员签发。");
        }
        var faults = faults(request);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        var account = new AccountId("m-" + viewer.unit().value().toLowerCase(Locale.ROOT) + "-"
                + Secrets.password().substring(0, 5));
        var expires =
                request.lastDay().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return writing.inTransaction(db -> {
            db.sql(
                            "insert into identity.account (username, name, machine, created_at, created_by) values (?, ?, true, ?, ?)")
                    .params(
                            account.value(),
                            units.shortName(viewer.unit()) + "接口（"
                                    + request.name().strip() + "）",
                            OffsetDateTime.now(clock),
                            viewer.account().value())
                    .update();
            var holding = new Holding(
                    UUID.randomUUID(),
                    account,
                    viewer.unit(),
                    request.post(),
                    false,
                    "接口令牌",
                    clock.instant(),
                    expires,
                    viewer.account().value(),
                    viewer.post(),
                    null,
                    clock.instant());
            holdings.add(holding);
            return tokens.issue(
                    holding,
                    request.name().strip(),
                    request.scopes(),
                    viewer.account().value(),
                    expires);
        });
    }

    private List<Fault> faults(Request request) {
        var faults = new ArrayList<Fault>();
        if (request.name().isBlank() || request.name().strip().length() > 40) {
            faults.add(new Fault("name", "length", "请写明是哪个系统使用，1 至 40 字。"));
        }
        if (request.scopes().isEmpty()
                || !request.scopes().stream().allMatch(s -> "read".equals(s) || "write".equals(s))) {
            faults.add(new Fault("scopes", "required", "请选择只读，或读写。"));
        }
        if (!request.post().worksOnMatters()) {
            faults.add(new Fault("post", "not_allowed", "系统只能以经办人或正职负责人的岗位查阅、办理。"));
        }
        // 国务院令310号 第五条: what the head decides, the head decides in person.
        if (request.post() == Post.HEAD && request.scopes().contains("write")) {
            faults.add(new Fault("scopes", "head_is_a_person", "正职负责人的决定须由本人作出（国务院令第310号第五条），该岗位的令牌只能只读。"));
        }
        var today = LocalDate.now(clock);
        if (request.lastDay().isBefore(today) || request.lastDay().isAfter(today.plusYears(LONGEST_YEARS))) {
            faults.add(new Fault("until", "range", "截止日期须在今天之后、一年以内。"));
        }
        return faults;
    }
}
