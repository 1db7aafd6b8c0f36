package cn.daxietong.tipoff;

import cn.daxietong.database.Writing;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.tipoff.TipAction.AllowIdentity;
import cn.daxietong.tipoff.TipAction.HandOn;
import cn.daxietong.tipoff.TipAction.OpenIdentity;
import cn.daxietong.tipoff.TipAction.Write;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the officers do with their keys. Whatever opens an identity is in the ledger before a word of it is shown. */
@Service
class Desk {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Writing writing;
    private final Proceedings proceedings;
    private final Officers officers;
    private final Envelopes envelopes;
    private final ToTheTeller teller;
    private final Clock clock;

    Desk(
            Writing writing,
            Proceedings proceedings,
            Officers officers,
            Envelopes envelopes,
            ToTheTeller teller,
            Clock clock) {
        this.writing = writing;
        this.proceedings = proceedings;
        this.officers = officers;
        this.envelopes = envelopes;
        this.teller = teller;
        this.clock = clock;
    }

    /** Everything but the identity that the viewer's open keys open; nothing while they are shut. */
    Optional<List<Envelopes.Letter>> letters(Viewer viewer, UUID matter) {
        return officers.opened(viewer).map(keys -> envelopes.open(viewer, matter, keys).stream()
                .filter(letter -> letter.compartment() != Compartment.IDENTITY)
                .toList());
    }

    /** Writes to the teller; only teller and desk can read it. */
    void write(Viewer viewer, UUID matter, String text) {
        keys(viewer);
        writing.run(db -> {
            proceedings.act(viewer, matter, new Write());
            teller.write(db, matter, text, LocalDate.now(clock.withZone(ZONE)));
        });
    }

    void handOn(Viewer viewer, UUID matter, HandOn lead) {
        keys(viewer);
        proceedings.act(viewer, matter, lead);
    }

    /** The custodian agrees: seals the other half of the identity's key to whoever asked. */
    void allow(Viewer viewer, UUID matter, cn.daxietong.shared.AccountId asker) {
        var keys = keys(viewer);
        var to = officers.of(asker)
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "no_key", "申请人没有密钥", "申请人的密钥已经丢失，请其重新建立密钥后再申请。"));
        writing.run(db -> {
            proceedings.act(viewer, matter, new AllowIdentity());
            if (envelopes.reseal(db, keys, held(db, keys.key(), to, matter)) == 0) {
                throw new Refusal(Refusal.Kind.CONFLICT, "no_half", "打不开这一半", "您的密钥没有掌管这份身份信封，请另一位保管人办理。");
            }
        });
    }

    /** The identity, once; the entry that says so stands in the ledger before it is opened. */
    Identity openIdentity(Viewer viewer, UUID matter) {
        var keys = keys(viewer);
        proceedings.act(viewer, matter, new OpenIdentity());
        var opened = envelopes.open(viewer, matter, keys).stream()
                .filter(letter -> letter.compartment() == Compartment.IDENTITY)
                .findFirst();
        // Agreed to once: without the custodian's half nothing opens a second time.
        writing.run(db -> LentHalves.takeBack(db, matter));
        return opened.map(letter -> cn.daxietong.shared.Json.MAPPER.readValue(letter.json(), Identity.class))
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "cannot_open", "打不开", "身份信封打不开：您的密钥不掌管其中一半。"));
    }

    /** Seals to a colleague whose key was lost and made anew all that the viewer's own keys open, or hold a half of. */
    int restore(Viewer viewer, UUID lostOwnersKey) {
        var keys = keys(viewer);
        var to = officers.all().stream()
                .filter(o -> o.key().equals(lostOwnersKey) && o.part() != Part.ESCROW)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return writing.inTransaction(db -> {
            officers.told(viewer, "为 " + to.account().value() + " 恢复举报内容");
            return envelopes.reseal(db, keys, held(db, keys.key(), to, null));
        });
    }

    /**
     * What these keys hold and another may be given: a custodian the custodian's half of identities and nothing else, a duty officer everything but
     * that, of the own desk only, unless it is lent.
     *
     * @param lent the tip-off of which the custodian's half is lent; absent where all is looked through that the other lacks
     */
    private static List<Envelopes.Resealing> held(JdbcClient db, UUID mine, Officer to, @Nullable UUID lent) {
        return db.sql("""
                        select s.matter_id, s.place, e.compartment, s.half, s.sealed, e.unit
                          from tipoff.share s join tipoff.envelope e using (matter_id, place)
                         where s.key_id = :mine
                           and (e.compartment = 'identity' and s.half = 2) = :custodians
                           and (:custodians or e.unit = :desk)
                           and case when :lent::uuid is not null then s.matter_id = :lent::uuid
                                    else not exists (select from tipoff.share t
                                                      where t.matter_id = s.matter_id and t.place = s.place and t.half = s.half
                                                        and t.key_id = :other) end
                        """)
                .param("mine", mine)
                .param("other", to.key())
                .param("custodians", lent != null || to.part() == Part.CUSTODIAN)
                .param("lent", lent)
                .param("desk", to.unit().value())
                .query((row, n) -> new Envelopes.Resealing(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        Compartment.of(row.getString(3)),
                        new UnitId(row.getString(6)),
                        row.getBytes(5),
                        Envelopes.Recipient.of(to, row.getInt(4))))
                .list();
    }

    private Officers.Opened keys(Viewer viewer) {
        return officers.opened(viewer).orElseThrow(Desk::locked);
    }

    static Refusal locked() {
        return new Refusal(Refusal.Kind.CONFLICT, "locked", "密钥未打开", "请先输入密码打开您的密钥（十五分钟不用会自动关上）。");
    }
}
