package cn.daxietong.identity;

import cn.daxietong.database.Reading;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Badge;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The accounts that an administrator looks after, and what waits for that administrator's agreement. */
@Component
class Directory {
    private static final int MOST = 300;

    private final Reading reading;
    private final Units units;
    private final Words words;
    private final Clock clock;

    private record Entry(Account account, Holding holding) {}

    Directory(Reading reading, Units units, Words words, Clock clock) {
        this.reading = reading;
        this.units = units;
        this.words = words;
        this.clock = clock;
    }

    static boolean mayLook(Viewer viewer) {
        return viewer.post() == Post.UNIT_ADMIN
                || viewer.post() == Post.SYSTEM_ADMIN
                || viewer.post() == Post.SECURITY_ADMIN;
    }

    /** A unit's administrator sees that unit; system and security administrators any, one at a time or all. */
    List<AccountRow> accounts(Viewer viewer, String unit, String query) {
        var scope = viewer.post() == Post.UNIT_ADMIN ? viewer.unit().value() : unit;
        var byAccount = new LinkedHashMap<String, List<Entry>>();
        entries(scope, query).forEach(entry -> byAccount
                .computeIfAbsent(entry.account().id().value(), username -> new ArrayList<>())
                .add(entry));
        return byAccount.values().stream().map(this::row).toList();
    }

    private List<Entry> entries(String unit, String query) {
        return reading.open(db -> db.sql("select " + Account.COLUMNS + ", " + Holding.COLUMNS + """

                                  from identity.account a join identity.holding h on h.account = a.username
                                 where (:unit = '' or h.unit = :unit)
                                   and (:query = '' or position(:query in a.username) > 0 or position(:query in a.name) > 0)
                                 order by h.unit, a.username, h.starts_at desc limit :most
                                """)
                .param("unit", unit)
                .param("query", query.strip())
                .param("most", MOST)
                .query((row, n) -> new Entry(Account.from(row, n), Holding.from(row, n)))
                .list());
    }

    private AccountRow row(List<Entry> entries) {
        var account = entries.getFirst().account();
        var open = entries.stream()
                .map(Entry::holding)
                .filter(holding -> holding.openAt(clock.instant()))
                .toList();
        var posts = open.stream()
                .map(holding -> units.shortName(holding.unit())
                        + holding.post().title()
                        + (holding.acting() ? "（主持工作）" : "")
                        + (holding.confirmedAt() == null ? "（待同意）" : ""))
                .collect(Collectors.joining("；"));
        return new AccountRow(account.id().value(), account.name(), posts, state(account, open));
    }

    private static Badge state(Account account, List<Holding> open) {
        if (!account.enabled()) {
            return new Badge(Badge.Kind.FAULT, "已停用");
        }
        if (open.isEmpty()) {
            return new Badge(Badge.Kind.IDLE, "已离岗");
        }
        return account.mustChange() ? new Badge(Badge.Kind.WARNING, "未改初始密码") : new Badge(Badge.Kind.DONE, "在用");
    }

    /** What another administrator put forward and this one may agree to or decline. */
    List<HoldingRow> waiting(Viewer viewer) {
        var names = new LinkedHashMap<Holding, String>();
        reading.open(db -> db.sql("select a.name as account_name, " + Holding.COLUMNS + """

                          from identity.account a join identity.holding h on h.account = a.username
                         where h.confirmed_at is null and (h.ends_at is null or h.ends_at > ?) order by h.proposed_at
                        """)
                .param(OffsetDateTime.now(clock))
                .query((row, n) -> names.put(Holding.from(row, n), row.getString("account_name")))
                .list());
        return names.entrySet().stream()
                .map(entry -> words.holding(entry.getKey(), entry.getValue(), viewer, null))
                .filter(HoldingRow::mayConfirm)
                .toList();
    }

    /** Units an administrator may name in a form. */
    Map<String, String> choices(Viewer viewer) {
        var choices = new LinkedHashMap<String, String>();
        if (viewer.post() == Post.UNIT_ADMIN) {
            choices.put(viewer.unit().value(), units.shortName(viewer.unit()));
        } else {
            units.all().forEach(unit -> choices.put(unit.id().value(), unit.shortName()));
        }
        return choices;
    }
}
