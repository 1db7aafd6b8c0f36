package cn.daxietong.tipoff;

import cn.daxietong.database.Writing;
import cn.daxietong.ledger.Suite;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.tipoff.TipAction.File;
import cn.daxietong.tipoff.TipAction.Ground;
import cn.daxietong.tipoff.TipAction.Hear;
import cn.daxietong.tipoff.TipAction.Outcome;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What a teller does: tells, asks how it stands, and talks with the desk. Nothing here knows who or where the teller is. */
@Service
public class Filing {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int YEARS = 5;
    /** The platform files for the teller, who has no account. */
    static final Viewer PLATFORM = platform(TipDesk.OFFICE);

    private final Writing writing;
    private final Proceedings proceedings;
    private final Officers officers;
    private final Envelopes envelopes;
    private final Clock clock;
    private final Suite suite;
    private final Guesses guesses;
    private final Repeated repeated;
    /** With it nobody who kept a page can work out the receipts of others who wrote on it. */
    private final String pages = ReceiptCode.fresh().digits();

    Filing(
            Writing writing,
            Proceedings proceedings,
            Officers officers,
            Envelopes envelopes,
            Clock clock,
            @Value("${daxietong.suite:sm}") String suite) {
        this.writing = writing;
        this.proceedings = proceedings;
        this.officers = officers;
        this.envelopes = envelopes;
        this.clock = clock;
        this.suite = Suite.of(suite);
        this.guesses = new Guesses(clock);
        this.repeated = new Repeated(clock);
    }

    /** The desks at which there is anybody to whom a tip-off can be sealed. */
    Set<TipDesk> open() {
        return officers.all().stream()
                .filter(o -> o.part() == Part.DUTY)
                .map(o -> TipDesk.of(o.unit()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean serves(Officer officer, TipDesk desk) {
        return officer.part() == Part.DUTY && officer.unit().equals(desk.unit());
    }

    /** The platform files for the teller, who has no account, in the name of the desk. */
    private static Viewer platform(TipDesk desk) {
        return new Viewer(AccountId.SYSTEM, desk.unit(), Post.HANDLER, "平台", false, Set.of());
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** The same, with another clock: what was told before the demonstration began. */
    public Filing asOf(Clock other) {
        return new Filing(writing, proceedings, officers, envelopes, other, suite.code());
    }

    /** As {@link #file(TipForm)}, of words without a name; returns the receipt code as it is printed. */
    public String tell(String text, String place, String goods, String word) {
        return file(TipForm.words(text, place, goods, word)).spoken();
    }

    /** As {@link #tell}, of an official, so that 县纪委监委 alone receives it. */
    public String tellOfAnOfficial(String text, String word) {
        return file(TipForm.ofAnOfficial(text, word)).spoken();
    }

    /** Seals and stores a tip-off in which nothing is wrong; the code is nowhere but in the answer. */
    ReceiptCode file(TipForm form) {
        Locked.expectTurn(Locked.Queue.PUBLIC);
        var code = form.code(pages);
        if (find(code).isPresent()) {
            // The page was sent twice: the same words have the same receipt.
            return code;
        }
        var desk = form.desk();
        var keys = Box.fresh(suite);
        // Where no word was chosen nobody shall talk in the teller's name, not even with the code.
        var word = form.word().isEmpty() ? ReceiptCode.fresh().digits() : form.word();
        var all = officers.all();
        if (all.stream().noneMatch(o -> serves(o, desk))) {
            throw nobody(desk);
        }
        if (!form.identity().isEmpty() && all.stream().noneMatch(o -> o.part() == Part.CUSTODIAN)) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE, "no_custodian", "暂时只能匿名举报", "身份保管人还没有开通，请不写姓名和联系方式，改为匿名举报；已填的内容仍在本页。");
        }
        var manner = Objects.requireNonNull(form.mannerOrNull());
        var today = today();
        var named = !form.identity().isEmpty();
        // Before the transaction: whoever waits for a turn must not hold a connection meanwhile.
        var locked = Locked.of(Locked.Queue.PUBLIC, suite, keys.privateKey(), secret(code, word), bound(code));
        try {
            writing.run(db -> {
                var id = onTheDay(today)
                        .open(
                                platform(desk),
                                "tipoff",
                                new File(manner, today, code.commitment(), named, form.viaOrNull(), form.officials()));
                db.sql("""
                                insert into tipoff.receipt (matter_id, lookup, suite, public_key, salt, wrapped, until)
                                values (?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                id,
                                code.lookup(),
                                suite.code(),
                                keys.publicKey(),
                                locked.salt(),
                                locked.wrapped(),
                                Date.valueOf(today.plusYears(YEARS)))
                        .update();
                DaySeals.keep(db, today, code);
                var tip = new Envelopes.Tipped(id, desk);
                letter(db, tip, Compartment.NARRATIVE, form.told(), today, all);
                if (named) {
                    envelopes.seal(db, tip, Compartment.IDENTITY, form.identity(), today, forIdentity(all, desk));
                }
            });
        } catch (DuplicateKeyException twice) {
            // Pressed twice in the same second; the other one has filed it.
            if (find(code).isEmpty()) {
                throw twice;
            }
            return code;
        }
        return code;
    }

    private static Refusal nobody(TipDesk desk) {
        return desk == TipDesk.OFFICE
                ? new Refusal(
                        Refusal.Kind.UNAVAILABLE, "nobody_on_duty", "暂时不能在网上举报", "值班人员还没有开通，请拨打 12345 举报；已填的内容仍在本页。")
                : new Refusal(
                        Refusal.Kind.UNAVAILABLE,
                        "nobody_on_duty",
                        "这里暂时不能举报公职人员",
                        "县纪委监委还没有在本平台开通，请直接向县纪委监委举报；已填的内容仍在本页。");
    }

    private void letter(
            JdbcClient db,
            Envelopes.Tipped tip,
            Compartment compartment,
            Told told,
            LocalDate today,
            List<Officer> all) {
        envelopes.seal(db, tip, compartment, told, today, forDesk(all, tip.desk()));
        told.files().forEach(f -> db.sql(
                        "insert into tipoff.file (id, matter_id, place, unit) values (?, ?, 0, ?) on conflict do nothing")
                .params(f.id(), tip.matter(), tip.desk().unit().value())
                .update());
    }

    /** Any duty officer alone, or the two escrow holders together. */
    static List<Envelopes.Recipient> forDesk(List<Officer> all, TipDesk desk) {
        var to = new ArrayList<Envelopes.Recipient>();
        for (var o : all) {
            if (serves(o, desk)) {
                to.add(Envelopes.Recipient.of(o, 0));
            } else if (o.part() == Part.ESCROW) {
                to.add(Envelopes.Recipient.of(o, o.unit().equals(UnitId.PROCURATORATE) ? 1 : 2));
            }
        }
        return to;
    }

    /** A duty officer and the custodian together, and each half once more with an escrow holder. */
    private static List<Envelopes.Recipient> forIdentity(List<Officer> all, TipDesk desk) {
        return all.stream()
                .filter(o -> o.part() != Part.DUTY || serves(o, desk))
                .map(o -> Envelopes.Recipient.of(
                        o,
                        switch (o.part()) {
                            case DUTY -> 1;
                            case CUSTODIAN -> 2;
                            case ESCROW -> o.unit().equals(UnitId.PROCURATORATE) ? 1 : 2;
                        }))
                .toList();
    }

    /** How a tip-off stands, for whoever has the code. */
    record Standing(
            UUID matter,
            TipStatus status,
            LocalDate filedOn,
            @Nullable Ground ground,
            @Nullable Outcome outcome,
            boolean extended,
            TipDesk desk) {}

    /** A tip-off found by its code, with what its word would open. */
    @SuppressWarnings("ArrayRecordComponent") // a key, used and never compared
    private record Found(ReceiptCode code, Standing standing, Locked locked, byte[] publicKey) {}

    /**
     * What somebody who came with a code is shown.
     *
     * @param letters what was written to and fro; absent where no word was given
     */
    record Visit(
            ReceiptCode code, Standing standing, @Nullable List<Envelopes.Letter> letters) {}

    /**
     * The code is looked for once, whatever is shown.
     *
     * @param word empty where only the standing is asked for
     * @return nothing for a code that is wrong, mistyped or too old, or a word that is another: all look alike
     */
    Optional<Visit> visit(String typed, String word) {
        var found = find(typed);
        if (word.isEmpty()) {
            return found.map(f -> new Visit(f.code(), f.standing(), null));
        }
        return keys(found, word).map(this::visited);
    }

    private Optional<Found> find(String typed) {
        // A code that cannot be one is looked for all the same, so that the time tells nothing.
        return find(ReceiptCode.typed(typed).orElseGet(ReceiptCode::fresh));
    }

    private Optional<Found> find(ReceiptCode code) {
        return writing.inTransaction(db -> db.sql("""
                        select r.matter_id, m.status, m.created_at, m.snapshot::jsonb -> 'state' ->> 'ground',
                               m.snapshot::jsonb -> 'state' ->> 'outcome', m.snapshot::jsonb -> 'state' ->> 'extension' is not null,
                               r.suite, r.salt, r.wrapped, r.public_key, m.owner_unit
                          from tipoff.receipt r join matter.matter m on m.id = r.matter_id
                         where r.lookup = ? and r.until > ?
                        """)
                .params(code.lookup(), Date.valueOf(today()))
                .query((row, n) -> new Found(
                        code,
                        new Standing(
                                row.getObject(1, UUID.class),
                                TipStatus.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                                row.getTimestamp(3).toInstant().atZone(ZONE).toLocalDate(),
                                choice(Ground.values(), row.getString(4)),
                                choice(Outcome.values(), row.getString(5)),
                                row.getBoolean(6),
                                TipDesk.of(new UnitId(row.getString(11)))),
                        new Locked(Suite.of(row.getString(7)), row.getBytes(8), row.getBytes(9)),
                        row.getBytes(10)))
                .optional());
    }

    private static <E extends Enum<E>> @Nullable E choice(E[] values, @Nullable String code) {
        return Arrays.stream(values)
                .filter(v -> v.name().equalsIgnoreCase(code))
                .findFirst()
                .orElse(null);
    }

    /** The tip-off of whoever has code and word; nothing where either is another. */
    public Optional<UUID> known(String typed, String word) {
        return keys(find(typed), word).map(Own::matter);
    }

    private record Own(Found found, Box.Keys keys) {
        UUID matter() {
            return found.standing().matter();
        }
    }

    /** One derivation is done whether there is such a tip-off or not. */
    private Optional<Own> keys(Optional<Found> found, String word) {
        if (found.isEmpty() || guesses.exhausted(found.get().standing().matter())) {
            Locked.pretend(word);
            return Optional.empty();
        }
        var tip = found.get();
        return tip.locked()
                .unlock(Locked.Queue.PUBLIC, secret(tip.code(), word), bound(tip.code()))
                .map(key -> new Own(tip, new Box.Keys(tip.locked().suite(), tip.publicKey(), key)))
                .or(() -> {
                    guesses.wrong(tip.standing().matter());
                    return Optional.empty();
                });
    }

    /** The teller answers; nothing where code or word is another. What is to be seen then needs no second derivation. */
    Optional<Visit> answer(String typed, String word, Told told) {
        Locked.expectTurn(Locked.Queue.PUBLIC);
        var own = keys(find(typed), word);
        // The page sent again says nothing new.
        own.filter(o -> repeated.first(o.matter(), told))
                .ifPresent(o -> writing.run(db -> {
                    var today = today();
                    var desk = o.found().standing().desk();
                    onTheDay(today).act(platform(desk), o.matter(), new Hear());
                    letter(db, new Envelopes.Tipped(o.matter(), desk), Compartment.ANSWER, told, today, officers.all());
                }));
        return own.map(this::visited);
    }

    private Visit visited(Own own) {
        return new Visit(
                own.found().code(),
                own.found().standing(),
                writing.inTransaction(db -> envelopes.open(db, own.matter(), own.matter(), own.keys())));
    }

    /** The hour at which somebody told could be compared with who was on line; the day is enough for every clock. */
    private Proceedings onTheDay(LocalDate day) {
        return proceedings.asOf(Clock.fixed(day.atStartOfDay(ZONE).toInstant(), ZONE));
    }

    private static String secret(ReceiptCode code, String word) {
        return code.digits() + " " + java.text.Normalizer.normalize(word.strip(), java.text.Normalizer.Form.NFKC);
    }

    private static String bound(ReceiptCode code) {
        return "teller " + code.commitment();
    }
}
