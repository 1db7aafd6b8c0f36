package cn.daxietong.tipoff;

import cn.daxietong.database.Reading;
import cn.daxietong.ledger.Suite;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals texts under a key of their own, and that key to those who may open it: whole, or in two halves of which one alone is chance. The desk that
 * may open it is bound into every ciphertext, so that no row moved to another desk opens there.
 */
@Component
final class Envelopes {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int SMALLEST = 1024;

    private final Reading reading;
    private final Suite suite;

    Envelopes(Reading reading, @Value("${daxietong.suite:sm}") String suite) {
        this.reading = reading;
        this.suite = Suite.of(suite);
    }

    /** Whom an envelope's key is sealed to; half 0 is the whole key. */
    @SuppressWarnings("ArrayRecordComponent") // a key, used and never compared
    record Recipient(UUID key, UnitId unit, Suite suite, byte[] publicKey, int half) {
        static Recipient of(Officer o, int half) {
            return new Recipient(o.key(), o.unit(), o.suite(), o.publicKey(), half);
        }
    }

    /** A tip-off and the desk that it was told to. */
    record Tipped(UUID matter, TipDesk desk) {}

    /** An envelope that has been opened. */
    record Letter(int place, Compartment compartment, LocalDate on, String json) {
        Told told() {
            return Json.MAPPER.readValue(json, Told.class);
        }
    }

    /** What an officer's keys make of an envelope's key: the whole, one half, or the other. */
    private static final class Halves {
        private final Map<Integer, byte[]> parts = new HashMap<>();

        byte @Nullable [] whole() {
            var first = parts.get(1);
            var second = parts.get(2);
            var all = parts.get(0);
            return all != null || first == null || second == null ? all : xor(first, second);
        }
    }

    private record Where(UUID matter, int place, Compartment compartment, UnitId desk) {
        String bound() {
            return matter + "|" + place + "|" + compartment.code() + "|desk " + desk.value();
        }
    }

    /** Seals a letter as the next one of its tip-off. */
    void seal(JdbcClient db, Tipped tip, Compartment compartment, Object letter, LocalDate on, List<Recipient> to) {
        var matter = tip.matter();
        int place = db.sql("select coalesce(max(place), 0) + 1 from tipoff.envelope where matter_id = ?")
                .param(matter)
                .query(Integer.class)
                .single();
        var where = new Where(matter, place, compartment, tip.desk().unit());
        var key = Box.random(KEY);
        var first = Box.random(KEY);
        db.sql(
                        "insert into tipoff.envelope (matter_id, place, compartment, written_on, unit, suite, body) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        matter,
                        place,
                        compartment.code(),
                        Date.valueOf(on),
                        tip.desk().unit().value(),
                        suite.code(),
                        body(key, where.bound(), Json.MAPPER.writeValueAsBytes(letter)))
                .update();
        for (var recipient : to) {
            var part = recipient.half() == 0 ? key : recipient.half() == 1 ? first : xor(key, first);
            share(db, where, recipient, part);
        }
    }

    private static void share(JdbcClient db, Where where, Recipient to, byte[] part) {
        db.sql("""
                        insert into tipoff.share (matter_id, place, half, key_id, unit, sealed) values (?, ?, ?, ?, ?, ?)
                            on conflict do nothing
                        """)
                .params(
                        where.matter(),
                        where.place(),
                        to.half(),
                        to.key(),
                        to.unit().value(),
                        Box.seal(to.suite(), to.publicKey(), part, where.bound() + "|half " + to.half()))
                .update();
    }

    /** All letters of a tip-off that these keys open, oldest first; what they do not open is left out. */
    List<Letter> open(Viewer viewer, UUID matter, Officers.Opened keys) {
        return reading.as(viewer, db -> open(db, matter, keys.key(), keys.keys()));
    }

    /** As {@link #open(Viewer, UUID, Officers.Opened)}, for the teller, whose pair of keys is named by the tip-off itself. */
    List<Letter> open(JdbcClient db, UUID matter, UUID key, Box.Keys own) {
        var shares = new HashMap<Integer, Map<Integer, byte[]>>();
        db.sql("select place, half, sealed from tipoff.share where matter_id = ? and key_id = ?")
                .params(matter, key)
                .query((row, n) -> {
                    shares.computeIfAbsent(row.getInt(1), place -> new HashMap<>())
                            .put(row.getInt(2), row.getBytes(3));
                    return n;
                })
                .list();
        var letters = new ArrayList<Letter>();
        db.sql(
                        "select place, compartment, written_on, suite, body, unit from tipoff.envelope where matter_id = ? order by place")
                .param(matter)
                .query((row, n) -> {
                    var where = new Where(
                            matter, row.getInt(1), Compartment.of(row.getString(2)), new UnitId(row.getString(6)));
                    var on = row.getDate(3).toLocalDate();
                    var used = Suite.of(row.getString(4));
                    var body = row.getBytes(5);
                    key(where, shares.getOrDefault(where.place(), Map.of()), own)
                            .flatMap(k -> text(used, k, where.bound(), body))
                            .ifPresent(json -> letters.add(new Letter(where.place(), where.compartment(), on, json)));
                    return n;
                })
                .list();
        return letters;
    }

    /** What was told first in another tip-off. */
    record Narrative(UUID matter, String number, Told told) {}

    /** The newest other narratives that these keys open whole, in one query. */
    List<Narrative> narratives(Viewer viewer, UUID besides, Officers.Opened keys, int most) {
        var found = new ArrayList<Narrative>();
        reading.as(viewer, db -> db.sql("""
                        select i.matter_id, i.number, e.place, e.suite, e.body, s.sealed, e.unit
                          from (select matter_id, number, created_at from matter.inbox
                                 where unit_id = ? and kind = 'tipoff' and matter_id <> ?
                                 order by created_at desc limit ?) i
                          join tipoff.envelope e on e.matter_id = i.matter_id and e.compartment = 'narrative'
                          join tipoff.share s on s.matter_id = e.matter_id and s.place = e.place and s.half = 0 and s.key_id = ?
                         order by i.created_at desc
                        """)
                .params(viewer.unit().value(), besides, most, keys.key())
                .query((row, n) -> {
                    var where = new Where(
                            row.getObject(1, UUID.class),
                            row.getInt(3),
                            Compartment.NARRATIVE,
                            new UnitId(row.getString(7)));
                    var number = row.getString(2);
                    var used = Suite.of(row.getString(4));
                    var body = row.getBytes(5);
                    key(where, Map.of(0, row.getBytes(6)), keys.keys())
                            .flatMap(k -> text(used, k, where.bound(), body))
                            .map(json -> Json.MAPPER.readValue(json, Told.class))
                            .ifPresent(told -> found.add(new Narrative(where.matter(), number, told)));
                    return n;
                })
                .list());
        return found;
    }

    private static Optional<byte[]> key(Where where, Map<Integer, byte[]> shares, Box.Keys own) {
        var halves = new Halves();
        shares.forEach((half, ciphertext) -> {
            try {
                halves.parts.put(half, Box.open(own, ciphertext, where.bound() + "|half " + half));
            } catch (Box.CannotOpen e) {
                // A share that was changed opens nothing; the letter is then left out like one that was never shared.
                halves.parts.remove(half);
            }
        });
        return Optional.ofNullable(halves.whole());
    }

    /** Seals again to another key every half or whole that these keys hold of a compartment; returns how many. */
    int reseal(JdbcClient db, Officers.Opened keys, List<Resealing> what) {
        int done = 0;
        for (var one : what) {
            var where = new Where(one.matter(), one.place(), one.compartment(), one.desk());
            try {
                var part = Box.open(
                        keys.keys(),
                        one.ciphertext(),
                        where.bound() + "|half " + one.to().half());
                share(db, where, one.to(), part);
                done++;
            } catch (Box.CannotOpen e) {
                // Not ours to hand on.
                continue;
            }
        }
        return done;
    }

    /** One share to be sealed again to somebody else. */
    @SuppressWarnings("ArrayRecordComponent") // a ciphertext, used and never compared
    record Resealing(UUID matter, int place, Compartment compartment, UnitId desk, byte[] ciphertext, Recipient to) {}

    private byte[] body(byte[] key, String bound, byte[] plain) {
        try {
            var nonce = Box.random(NONCE);
            var ciphertext = suite.encrypt(key, nonce, bound, padded(plain));
            return ByteBuffer.allocate(NONCE + ciphertext.length)
                    .put(nonce)
                    .put(ciphertext)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> text(Suite suite, byte[] key, String bound, byte[] body) {
        try {
            var padded =
                    suite.decrypt(key, Arrays.copyOf(body, NONCE), bound, Arrays.copyOfRange(body, NONCE, body.length));
            var buffer = ByteBuffer.wrap(padded);
            var plain = new byte[buffer.getInt()];
            buffer.get(plain);
            return Optional.of(new String(plain, java.nio.charset.StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** To the next power of two, so that the length tells little of what was written. */
    private static byte[] padded(byte[] plain) {
        int size = SMALLEST;
        while (size < plain.length + Integer.BYTES) {
            size *= 2;
        }
        return ByteBuffer.allocate(size).putInt(plain.length).put(plain).array();
    }

    private static byte[] xor(byte[] a, byte[] b) {
        var mixed = new byte[a.length];
        for (int i = 0; i < a.length; i++) {
            mixed[i] = (byte) (a[i] ^ b[i]);
        }
        return mixed;
    }
}
