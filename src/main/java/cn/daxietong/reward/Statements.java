package cn.daxietong.reward;

import cn.daxietong.database.Reading;
import cn.daxietong.ledger.Notary;
import cn.daxietong.reward.Statement.Fund;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws up the list for the treasury, from the rewards' count and from the vouchers' count, and signs it. */
@Component
class Statements {
    /** The notice names no audit office, so 县司法局 looks on (notice 四（九）). */
    private static final Set<UnitId> READERS = Set.of(UnitId.OFFICE, RewardProcedure.EXAMINER);

    private final Reading reading;
    private final Notary notary;
    private final Clock clock;

    Statements(Reading reading, Notary notary, Clock clock) {
        this.reading = reading;
        this.notary = notary;
        this.clock = clock;
    }

    static boolean shownTo(Viewer viewer) {
        return READERS.contains(viewer.unit()) && viewer.post().worksOnMatters();
    }

    /** @throws Refusal {@code not_found} for everybody but the office and 县司法局, and for a month to come */
    Statement of(Viewer viewer, YearMonth month) {
        var today = LocalDate.now(clock.withZone(Awards.ZONE));
        if (!shownTo(viewer) || month.isAfter(YearMonth.from(today))) {
            throw Refusal.notFound();
        }
        var asOf = month.equals(YearMonth.from(today)) ? today : month.atEndOfMonth();
        return reading.as(viewer, db -> {
            var counts = counts(db, asOf);
            var vouchers = db.sql(
                            "select " + Voucher.COLUMNS + " from reward.voucher where issued_on <= ? order by serial")
                    .param(Date.valueOf(asOf))
                    .query((row, n) -> Voucher.read(row))
                    .list();
            var names = new TreeSet<String>();
            counts.forEach(c -> names.add(c.fund()));
            vouchers.forEach(v -> names.add(v.fund()));
            return new Statement(
                    month,
                    asOf,
                    names.stream()
                            .map(name -> fund(name, counts, vouchers, month, asOf))
                            .toList(),
                    vouchers.stream()
                            .filter(v -> v.on(asOf) != Voucher.State.PAID
                                    || within(month, v.issuedOn())
                                    || within(month, v.paidOn()))
                            .toList());
        });
    }

    private record Count(String fund, String what, BigDecimal amount) {}

    private static List<Count> counts(JdbcClient db, LocalDate asOf) {
        return db.sql("select fund, what, sum(amount) from reward.tally where day <= ? group by fund, what")
                .param(Date.valueOf(asOf))
                .query((row, n) -> new Count(row.getString(1), row.getString(2), row.getBigDecimal(3)))
                .list();
    }

    private static Fund fund(String name, List<Count> counts, List<Voucher> vouchers, YearMonth month, LocalDate asOf) {
        return new Fund(
                name,
                counted(name, counts, "granted"),
                counted(name, counts, "claimed"),
                counted(name, counts, "lapsed"),
                summed(name, vouchers, v -> true),
                summed(name, vouchers, v -> v.on(asOf) == Voucher.State.PAID),
                summed(name, vouchers, v -> v.on(asOf) == Voucher.State.EXPIRED),
                summed(name, vouchers, v -> v.on(asOf) == Voucher.State.PAID && within(month, v.paidOn())));
    }

    private static BigDecimal counted(String fund, List<Count> counts, String what) {
        return counts.stream()
                .filter(c -> c.fund().equals(fund) && c.what().equals(what))
                .map(Count::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal summed(String fund, List<Voucher> vouchers, Predicate<Voucher> which) {
        return vouchers.stream()
                .filter(v -> v.fund().equals(fund) && which.test(v))
                .map(Voucher::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean within(YearMonth month, @org.jspecify.annotations.Nullable LocalDate day) {
        return day != null && YearMonth.from(day).equals(month);
    }

    /** Both suites' signatures over the list's one spelling in UTF-8. */
    List<Notary.Signed> sign(Statement statement) {
        return notary.sign(statement.text().getBytes(StandardCharsets.UTF_8));
    }
}
