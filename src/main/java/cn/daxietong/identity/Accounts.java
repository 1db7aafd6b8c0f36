package cn.daxietong.identity;

import cn.daxietong.database.Reading;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who there is and who holds which post now; open to everybody who works here. */
@Service
public class Accounts {
    private final Reading reading;
    private final Clock clock;

    Accounts(Reading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    public Optional<Account> find(AccountId id) {
        return reading.open(db -> find(db, id));
    }

    static Optional<Account> find(JdbcClient db, AccountId id) {
        return db.sql("select " + Account.COLUMNS + " from identity.account a where a.username = ?")
                .param(id.value())
                .query(Account::from)
                .optional();
    }

    /** The name people read; an unknown id reads as itself, so that an old entry never breaks a page. */
    public String name(AccountId id) {
        return AccountId.SYSTEM.equals(id) ? "系统" : find(id).map(Account::name).orElse(id.value());
    }

    /** Many names at once, for a timeline; every id asked for is in the answer. */
    public Map<AccountId, String> names(Collection<AccountId> ids) {
        var names = new HashMap<AccountId, String>();
        ids.forEach(id -> names.put(id, AccountId.SYSTEM.equals(id) ? "系统" : id.value()));
        if (!ids.isEmpty()) {
            reading.open(db -> db.sql("select username, name from identity.account where username = any(:ids)")
                            .param("ids", ids.stream().map(AccountId::value).toArray(String[]::new))
                            .query((row, n) ->
                                    Map.entry(new AccountId(row.getString("username")), row.getString("name")))
                            .list())
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        }
        return names;
    }

    /** Persons who hold the post now; machines are left out, since a form that asks for an officer means a person. */
    public List<Holder> holders(UnitId unit, Post post) {
        return reading.open(db -> db.sql("""
                                select a.username, a.name, h.unit, h.post, bool_or(h.acting) as acting
                                  from identity.holding h join identity.account a on a.username = h.account
                                 where h.unit = :unit and h.post = :post and not a.machine and a.disabled_at is null
                                   and h.confirmed_at is not null and h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now)
                                 group by a.username, a.name, h.unit, h.post order by a.username
                                """)
                .param("unit", unit.value())
                .param("post", post.code())
                .param("now", now())
                .query((row, n) -> new Holder(
                        new AccountId(row.getString("username")),
                        row.getString("name"),
                        new UnitId(row.getString("unit")),
                        Holding.post(row.getString("post")),
                        row.getBoolean("acting")))
                .list());
    }

    /** For officer pickers. */
    public List<Holder> handlers(UnitId unit) {
        return holders(unit, Post.HANDLER);
    }

    public boolean holds(AccountId account, UnitId unit, Post post) {
        return holders(unit, post).stream().anyMatch(holder -> holder.account().equals(account));
    }

    /** Every holding that account ever had, newest first. */
    public List<Holding> holdings(AccountId account) {
        return reading.open(db -> holdings(db, account));
    }

    /** Not over yet at this moment. */
    boolean isOpen(Holding holding) {
        return holding.openAt(clock.instant());
    }

    static List<Holding> holdings(JdbcClient db, AccountId account) {
        return db.sql("select " + Holding.COLUMNS
                        + " from identity.holding h where h.account = ? order by h.starts_at desc, h.id")
                .param(account.value())
                .query(Holding::from)
                .list();
    }

    /** Posts in which the account may act now, lasting ones first. */
    List<Holding> current(AccountId account) {
        var now = clock.instant();
        return holdings(account).stream()
                .filter(holding -> holding.givesPowerAt(now))
                .sorted(Comparator.comparing(Holding::acting).thenComparing(Holding::startsAt))
                .toList();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
