package cn.daxietong.reward;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.tipoff.ReceiptCode;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The vouchers: issued to whoever claims, paid once to whoever brings code and PIN. */
@Component
class Vouchers {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIALS = 100_000_000;
    /** A found code without its PIN is one in a million; whoever pays is stopped long before. */
    private static final int MOST_WRONG = 20;

    private static final int MONTHS = 3;

    private final Writing writing;
    private final Clock clock;
    private final Map<AccountId, Wrong> wrong = new ConcurrentHashMap<>();

    private record Wrong(LocalDate day, int times) {}

    Vouchers(Writing writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Awards.ZONE));
    }

    /**
     * Within the transaction in which the reward is claimed. All vouchers of a month bear the same two days, or a day would lead from the voucher to
     * the reward whose claim ended on it.
     */
    void issue(JdbcClient db, byte[] secret, BigDecimal amount, String fund) {
        var month = today().withDayOfMonth(1);
        var serial = "JL%d%08d".formatted(today().getYear(), RANDOM.nextInt(SERIALS));
        db.sql(
                        "insert into reward.voucher (serial, secret, amount, fund, issued_on, lapses_on) values (?, ?, ?, ?, ?, ?)")
                .params(
                        serial,
                        secret,
                        amount,
                        fund,
                        Date.valueOf(month),
                        Date.valueOf(month.plusMonths(MONTHS + 1).minusDays(1)))
                .update();
    }

    Optional<Voucher> find(byte[] secret) {
        return writing.inTransaction(db -> db.sql("select " + Voucher.COLUMNS + " from reward.voucher where secret = ?")
                .param(secret)
                .query((row, n) -> Voucher.read(row))
                .optional());
    }

    /** For the paying point. A code that cannot be one is looked for all the same, and wrong code and wrong PIN are answered alike. */
    Optional<Voucher> presented(Viewer viewer, String code, String pin) {
        var tried = wrong.get(viewer.account());
        if (tried != null && tried.day().equals(today()) && tried.times() >= MOST_WRONG) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "too_many_wrong", "今天核对不上的次数过多", "今天核对不上的次数过多，请明天再办，或者由其他经办人办理。");
        }
        var found = find(secret(code, pin));
        if (found.isEmpty()) {
            wrong.merge(
                    viewer.account(),
                    new Wrong(today(), 1),
                    (old, one) -> old.day().equals(one.day()) ? new Wrong(one.day(), old.times() + 1) : one);
        }
        return found;
    }

    /** Pays once; false where it was paid meanwhile, has lapsed or is none. */
    boolean pay(UnitId payingPoint, String code, String pin) {
        return writing.inTransaction(db -> db.sql("""
                                update reward.voucher set paid_on = ?, paid_at = ?
                                 where secret = ? and paid_on is null and lapses_on >= ?
                                """)
                        .params(Date.valueOf(today()), payingPoint.value(), secret(code, pin), Date.valueOf(today()))
                        .update()
                == 1);
    }

    private static byte[] secret(String code, String pin) {
        return Pin.typed(pin).secret(ReceiptCode.typed(code).orElseGet(ReceiptCode::fresh));
    }

    /**
     * Writes all rows anew in an order of chance: the database stamps each row with the transaction that wrote it, and that of a claim wrote an entry
     * of the ledger too.
     */
    void mix() {
        writing.run(db -> {
            db.sql("lock table reward.voucher in exclusive mode").update();
            db.sql("""
                            with taken as (delete from reward.voucher returning *)
                            insert into reward.voucher select * from taken order by gen_random_uuid()
                            """).update();
        });
    }
}
