package cn.daxietong.ledger;

import cn.daxietong.database.Writing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Vouches to outsiders: signs with the platform's key in each suite, and shows where an entry stands in a signed checkpoint. */
public final class Notary {
    private final Writing writing;
    private final List<SigningKey> keys;

    Notary(Writing writing, List<SigningKey> keys) {
        this.writing = writing;
        this.keys = List.copyOf(keys);
    }

    /** One suite's signature and the public key (X.509) it is checked with. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Signed(Suite suite, byte[] publicKey, byte[] signature) {}

    /** Both suites' signatures over a text. */
    public List<Signed> sign(byte[] text) {
        return keys.stream()
                .map(key -> new Signed(key.suite(), key.publicKey(), key.sign(text)))
                .toList();
    }

    /** The public key of a suite, X.509. */
    public byte[] publicKey(Suite suite) {
        return keys.stream()
                .filter(key -> key.suite() == suite)
                .findFirst()
                .orElseThrow()
                .publicKey();
    }

    /**
     * Where an entry stands.
     *
     * @param line the checkpoint as it was signed
     * @param index of the entry among the checkpoint's
     * @param path sibling hashes from the leaf upwards (RFC 6962 §2.1.1)
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Place(String line, Suite suite, byte[] publicKey, byte[] signature, long index, List<byte[]> path) {}

    /** Nothing until the next checkpoint has been made, a minute at most; no content is told, only hashes. */
    public Optional<Place> place(UUID stream, int version) {
        return writing.inTransaction(db -> db.sql("select " + Checkpoint.COLUMNS + """
                         from ledger.checkpoint c
                        where exists (select 1 from ledger.entry e where e.stream = ? and e.version = ?
                                         and e.tx >= c.from_tx and e.tx < c.to_tx)
                        """)
                .params(stream, version)
                .query((row, n) -> Checkpoint.read(row))
                .optional()
                .map(checkpoint -> {
                    long index = db.sql("""
                                    select count(*) from ledger.entry
                                     where tx >= ?::xid8 and tx < ?::xid8 and (stream, version) < (?, ?)
                                    """)
                            .params(checkpoint.from(), checkpoint.to(), stream, version)
                            .query(Long.class)
                            .single();
                    var path = new MerklePath(checkpoint.suite(), index, checkpoint.size());
                    Sequencer.each(db, checkpoint.from(), checkpoint.to(), path::add);
                    var key = db.sql("select public_key from ledger.signing_key where key_id = ?")
                            .param(checkpoint.keyId())
                            .query((row, n) -> row.getBytes(1))
                            .single();
                    return new Place(
                            checkpoint.line(), checkpoint.suite(), key, checkpoint.signature(), index, path.siblings());
                }));
    }
}
