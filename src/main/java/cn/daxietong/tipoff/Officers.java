package cn.daxietong.tipoff;

import cn.daxietong.database.Writing;
import cn.daxietong.identity.Accounts;
import cn.daxietong.identity.PasswordCheck;
import cn.daxietong.identity.PasswordWatch;
import cn.daxietong.ledger.Suite;
import cn.daxietong.organization.OrganizationChanged;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys of those who open tip-offs. A private key is in the database under its owner's password only, and in memory only while its owner works:
 * a quarter of an hour after the last use it is forgotten, and with the process.
 */
@Component
public final class Officers implements PasswordWatch {
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final String COLUMNS = "id, account, unit, part, suite, public_key, confirmed_by";

    private final Writing writing;
    private final PasswordCheck passwords;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Suite suite;
    private final Map<AccountId, Open> open = new ConcurrentHashMap<>();

    private record Open(UUID key, Box.Keys keys, Instant until) {}

    Officers(
            Writing writing,
            PasswordCheck passwords,
            Accounts accounts,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${daxietong.suite:sm}") String suite) {
        this.writing = writing;
        this.passwords = passwords;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
        this.suite = Suite.of(suite);
    }

    /** Everybody who can be sealed to: confirmed by somebody of another unit, and still in the post. */
    List<Officer> all() {
        return pairs().filter(Officer::confirmed).filter(this::inPost).toList();
    }

    /** All who have keys and still hold the post, confirmed or not. */
    List<Officer> enrolled() {
        return pairs().filter(this::inPost).toList();
    }

    /** Asks of one account alone whether it still holds its post. */
    Optional<Officer> of(AccountId account) {
        return pairs().filter(o -> o.account().equals(account))
                .filter(this::inPost)
                .findFirst();
    }

    private Stream<Officer> pairs() {
        return writing
                .inTransaction(db -> db.sql("select " + COLUMNS
                                + " from tipoff.key_pair where lost_at is null order by made_at, id")
                        .query((row, n) -> read(row))
                        .list())
                .stream();
    }

    private boolean inPost(Officer officer) {
        return accounts.holds(officer.account(), officer.unit(), officer.part().post());
    }

    /**
     * Confirms that a new pair of keys is a colleague's of another unit; without that nothing is sealed to it, so that no administrator who makes
     * an account becomes a reader. The first two, heads of two units, confirm each other.
     */
    public void confirm(Viewer viewer, AccountId owner) {
        var mine = of(viewer.account()).orElseThrow(Refusal::notFound);
        var theirs = of(owner).orElseThrow(Refusal::notFound);
        var first = areFirst(mine, theirs);
        if (!vouches(mine, theirs) || !(mine.confirmed() || first)) {
            throw Refusal.forbidden("新密钥要由另一个单位已确认的持钥人确认；县纪委监委的，由县检察院或县司法局的正职负责人确认。最初由这两位互相确认。");
        }
        writing.run(db -> {
            confirmed(db, theirs, viewer.account());
            if (first) {
                confirmed(db, mine, owner);
            }
            told(viewer, "确认举报密钥：" + theirs.part().title() + " " + owner.value());
        });
    }

    private boolean areFirst(Officer one, Officer other) {
        return one.part() == Part.ESCROW && other.part() == Part.ESCROW && all().isEmpty();
    }

    /** Whether it waits for this officer among others. */
    boolean mayConfirm(Officer mine, Officer theirs) {
        return !theirs.confirmed() && vouches(mine, theirs) && (mine.confirmed() || areFirst(mine, theirs));
    }

    /** The office must not choose who reads what is told about the office. */
    static boolean vouches(Officer one, Officer other) {
        return !one.unit().equals(other.unit())
                && (TipDesk.of(other.unit()) == TipDesk.OFFICE || one.part() == Part.ESCROW);
    }

    private static void confirmed(JdbcClient db, Officer officer, AccountId by) {
        db.sql("update tipoff.key_pair set confirmed_by = ? where id = ? and confirmed_by is null")
                .params(by.value(), officer.key())
                .update();
    }

    /** Stands in the security log, which the audit administrator reads. */
    void told(Viewer viewer, String what) {
        events.publishEvent(new OrganizationChanged(viewer, viewer.unit(), what));
    }

    /** Makes a pair of keys under the password that the viewer signs in with. */
    public void enrol(Viewer viewer, String password) {
        var part = Part.of(viewer).orElseThrow(() -> Refusal.forbidden("您的单位和岗位不参与举报的密封和保管。"));
        confirm(viewer, password);
        var account = viewer.account();
        if (of(account).isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "has_key", "已有密钥", "您已经有密钥，不能再建。");
        }
        var id = UUID.randomUUID();
        var keys = Box.fresh(suite);
        var locked = Locked.of(Locked.Queue.OFFICE, suite, keys.privateKey(), password, bound(id));
        writing.run(db -> {
            told(viewer, "建立举报密钥：" + part.title());
            db.sql("""
                        insert into tipoff.key_pair (id, account, unit, part, suite, public_key, salt, wrapped, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                    .params(
                            id,
                            account.value(),
                            viewer.unit().value(),
                            part.code(),
                            suite.code(),
                            keys.publicKey(),
                            locked.salt(),
                            locked.wrapped(),
                            Timestamp.from(clock.instant()))
                    .update();
        });
    }

    /** Opens the viewer's own private key for a while. */
    void unlock(Viewer viewer, String password) {
        confirm(viewer, password);
        var officer = of(viewer.account())
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "no_key", "还没有密钥", "请先建立您的密钥。"));
        var key = writing.inTransaction(db -> locked(db, officer.key()))
                .unlock(Locked.Queue.OFFICE, password, bound(officer.key()))
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.CONFLICT, "key_lost", "密钥打不开", "密码被重置过，原密钥已经打不开。请重新建立密钥，再请同事或者两位备份保管人恢复。"));
        open.put(
                viewer.account(),
                new Open(
                        officer.key(),
                        new Box.Keys(officer.suite(), officer.publicKey(), key),
                        clock.instant().plus(REMEMBERED)));
    }

    void lock(Viewer viewer) {
        open.remove(viewer.account());
    }

    /** The viewer's keys while they are open; using them keeps them open. */
    Optional<Opened> opened(Viewer viewer) {
        var now = clock.instant();
        open.values().removeIf(o -> o.until().isBefore(now));
        var mine = open.computeIfPresent(
                viewer.account(), (account, o) -> new Open(o.key(), o.keys(), now.plus(REMEMBERED)));
        return Optional.ofNullable(mine).map(o -> new Opened(o.key(), o.keys()));
    }

    /** Keys in use. */
    record Opened(UUID key, Box.Keys keys) {}

    private void confirm(Viewer viewer, String password) {
        var faults = passwords.faults(viewer.account(), password);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    @Override
    public void changed(AccountId account, String before, String after) {
        of(account)
                .ifPresent(officer -> writing.run(db -> {
                    var key = locked(db, officer.key()).unlock(Locked.Queue.OFFICE, before, bound(officer.key()));
                    if (key.isEmpty()) {
                        lost(db, account);
                        return;
                    }
                    var locked =
                            Locked.of(Locked.Queue.OFFICE, officer.suite(), key.get(), after, bound(officer.key()));
                    db.sql("update tipoff.key_pair set salt = ?, wrapped = ? where id = ?")
                            .params(locked.salt(), locked.wrapped(), officer.key())
                            .update();
                }));
    }

    @Override
    public void ended(AccountId account) {
        open.remove(account);
    }

    /** Forgets what has not been used for a while, whether anybody asks or not. */
    void forget() {
        var now = clock.instant();
        open.values().removeIf(o -> o.until().isBefore(now));
    }

    @Override
    public void reset(AccountId account) {
        open.remove(account);
        writing.run(db -> lost(db, account));
    }

    private void lost(JdbcClient db, AccountId account) {
        db.sql("update tipoff.key_pair set lost_at = ? where account = ? and lost_at is null")
                .params(Timestamp.from(clock.instant()), account.value())
                .update();
    }

    private static Locked locked(JdbcClient db, UUID key) {
        return db.sql("select suite, salt, wrapped from tipoff.key_pair where id = ?")
                .param(key)
                .query((row, n) -> new Locked(Suite.of(row.getString(1)), row.getBytes(2), row.getBytes(3)))
                .single();
    }

    private static String bound(UUID key) {
        return "key " + key;
    }

    private static Officer read(ResultSet row) throws SQLException {
        return new Officer(
                row.getObject(1, UUID.class),
                new AccountId(row.getString(2)),
                new UnitId(row.getString(3)),
                Part.of(row.getString(4)),
                Suite.of(row.getString(5)),
                row.getBytes(6),
                row.getString(7) != null);
    }
}
