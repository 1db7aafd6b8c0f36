package cn.daxietong.tipoff;

import cn.daxietong.ledger.Suite;
import cn.daxietong.shared.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes to the teller of a tip-off. It takes nobody's key: what is sealed here only the teller and the desk can open. */
@Component
public final class ToTheTeller {
    private final Officers officers;
    private final Envelopes envelopes;

    ToTheTeller(Officers officers, Envelopes envelopes) {
        this.officers = officers;
        this.envelopes = envelopes;
    }

    /** Seals a letter within a transaction under way. */
    public void write(JdbcClient db, UUID tipoff, String text, LocalDate on) {
        var desk = desk(db, tipoff);
        var to = new ArrayList<>(Filing.forDesk(officers.all(), desk));
        to.add(teller(db, tipoff));
        envelopes.seal(db, new Envelopes.Tipped(tipoff, desk), Compartment.QUESTION, Told.words(text), on, to);
    }

    /** By the tip-off's first envelope, which every tip-off has. */
    private static TipDesk desk(JdbcClient db, UUID tipoff) {
        return TipDesk.of(db.sql("select unit from tipoff.envelope where matter_id = ? and place = 1")
                .param(tipoff)
                .query((row, n) -> new UnitId(row.getString(1)))
                .single());
    }

    private static Envelopes.Recipient teller(JdbcClient db, UUID tipoff) {
        return db.sql("select suite, public_key from tipoff.receipt where matter_id = ?")
                .param(tipoff)
                .query((row, n) ->
                        new Envelopes.Recipient(tipoff, UnitId.OFFICE, Suite.of(row.getString(1)), row.getBytes(2), 0))
                .single();
    }
}
