package cn.daxietong.tipoff;

import cn.daxietong.database.Writing;
import cn.daxietong.ledger.Ledger;
import cn.daxietong.ledger.MerklePath;
import cn.daxietong.ledger.MerkleTree;
import cn.daxietong.ledger.Notary;
import cn.daxietong.ledger.Suite;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.verifier.DayProof;
import cn.daxietong.verifier.Inclusion;
import cn.daxietong.verifier.LedgerExcerpt;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals the values of each day together when it is over, and makes of them the proofs that tellers take away. One by one they would lie in the
 * checkpoint of their minute, and whoever is shown a proof would learn when the teller was on line (ADR 0019).
 */
@Component
class DaySeals {
    /** A day of few is filled up to as many, so that no proof tells how many there were. */
    private static final int LEAST = 64;

    /** Whatever was told before midnight has long been written by then. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final Writing writing;
    private final Proceedings proceedings;
    private final Notary notary;
    private final Clock clock;
    private final Suite suite;

    DaySeals(
            Writing writing,
            Proceedings proceedings,
            Notary notary,
            Clock clock,
            @Value("${daxietong.suite:sm}") String suite) {
        this.writing = writing;
        this.proceedings = proceedings;
        this.notary = notary;
        this.clock = clock;
        this.suite = Suite.of(suite);
    }

    /** Within the transaction that files the tip-off. */
    static void keep(JdbcClient db, LocalDate day, ReceiptCode code) {
        keep(db, day, DayProof.leaf(code.opening()));
    }

    private static void keep(JdbcClient db, LocalDate day, byte[] value) {
        db.sql("insert into tipoff.leaf (value, day) values (?, ?)")
                .params(value, Date.valueOf(day))
                .update();
    }

    /**
     * Every day that is over and was not sealed yet, from the first key on and whether somebody told on it or not: a seal of the days on which
     * somebody did would tell the office that 县纪委监委 received something.
     */
    void seal() {
        var today = LocalDate.ofInstant(clock.instant().minus(SETTLED), Filing.ZONE);
        writing.inTransaction(db -> db.sql("""
                                select d::date
                                  from generate_series(
                                       (select least((select min(day) from tipoff.leaf),
                                                     (select min(made_at at time zone 'Asia/Shanghai')::date from tipoff.key_pair))),
                                       ?::date - 1, interval '1 day') d
                                 where not exists (select from tipoff.sealed_day s where s.day = d::date::text)
                                 order by d
                                """)
                        .param(Date.valueOf(today))
                        .query((row, n) -> row.getDate(1).toLocalDate())
                        .list())
                .forEach(this::seal);
    }

    private void seal(LocalDate day) {
        writing.run(db -> {
            db.sql("lock table tipoff.leaf in exclusive mode").update();
            int there = db.sql("select count(*) from tipoff.leaf where day = ? and not sealed")
                    .param(Date.valueOf(day))
                    .query(Integer.class)
                    .single();
            for (int i = there; i < LEAST; i++) {
                keep(db, day, Box.random(32));
            }
            db.sql("""
                            with taken as (delete from tipoff.leaf where day = ? returning value, day)
                            insert into tipoff.leaf select value, day, true from taken order by value
                            """).param(Date.valueOf(day)).update();
            var tree = new MerkleTree(suite);
            leaves(db, day).forEach(tree::add);
            proceedings.open(
                    Filing.PLATFORM,
                    "tipoff_day",
                    new DaySeal.Seal(day, HexFormat.of().formatHex(tree.root())));
        });
    }

    private static List<byte[]> leaves(JdbcClient db, LocalDate day) {
        return db.sql("select value from tipoff.leaf where day = ? and sealed order by value")
                .param(Date.valueOf(day))
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    /** What a teller takes away; nothing until the day was sealed and the seal stands in a checkpoint. */
    Optional<DayProof> proof(ReceiptCode code) {
        var leaf = DayProof.leaf(code.opening());
        return writing.inTransaction(db -> db.sql("""
                        select s.matter_id, l.day from tipoff.leaf l join tipoff.sealed_day s on s.day = l.day::text
                         where l.value = ? and l.sealed
                        """)
                .param(leaf)
                .query((row, n) ->
                        new Sealed(row.getObject(1, UUID.class), row.getDate(2).toLocalDate()))
                .optional()
                .flatMap(found -> proof(db, found, code.opening(), leaf)));
    }

    private record Sealed(UUID matter, LocalDate day) {}

    private Optional<DayProof> proof(JdbcClient db, Sealed found, byte[] opening, byte[] leaf) {
        var entry = Ledger.stream(db, found.matter()).getFirst();
        return notary.place(found.matter(), entry.version())
                .map(place -> new DayProof(
                        found.day().toString(),
                        opening,
                        branch(entry.suite(), leaves(db, found.day()), leaf),
                        new LedgerExcerpt.Line(
                                entry.stream().toString(),
                                entry.version(),
                                entry.at().toEpochMilli(),
                                entry.suite().code(),
                                entry.event(),
                                entry.actor().value(),
                                entry.unit().value(),
                                entry.previous(),
                                entry.hash(),
                                entry.body()),
                        new Inclusion.Anchor(
                                place.line(),
                                cn.daxietong.verifier.Suite.of(place.suite().code())
                                        .orElseThrow(),
                                place.publicKey(),
                                place.signature(),
                                place.index(),
                                place.path())));
    }

    private static DayProof.Branch branch(Suite suite, List<byte[]> leaves, byte[] leaf) {
        int index = 0;
        while (!java.util.Arrays.equals(leaves.get(index), leaf)) {
            index++;
        }
        var path = new MerklePath(suite, index, leaves.size());
        leaves.forEach(path::add);
        return new DayProof.Branch(leaf, index, leaves.size(), path.siblings());
    }
}
