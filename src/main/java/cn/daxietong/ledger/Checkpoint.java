package cn.daxietong.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A signed root over the entries of the transactions in {@code [from, to)}. Each commits to the one before it, so whoever holds one root outside
 * this machine can show that nothing before it was altered, removed or put in.
 *
 * @param from,to transaction ids as the database writes them
 * @param size how many entries it covers
 */
@SuppressWarnings("ArrayRecordComponent") // hashes and a signature, written and compared byte by byte
record Checkpoint(
        int id,
        String from,
        String to,
        long size,
        byte[] root,
        byte[] previous,
        Instant at,
        Suite suite,
        String keyId,
        byte[] signature) {
    static final String COLUMNS = "id, from_tx::text, to_tx::text, size, root, previous, at, suite, key_id, signature";

    /** What is signed: every other component in one line, which fits on the duty log and can be typed from it. */
    byte[] signed() {
        return line().getBytes(StandardCharsets.UTF_8);
    }

    String line() {
        var hex = HexFormat.of();
        return String.join(
                "|",
                "daxietong-checkpoint",
                Integer.toString(id),
                from,
                to,
                Long.toString(size),
                hex.formatHex(root),
                hex.formatHex(previous),
                Long.toString(at.toEpochMilli()),
                suite.code(),
                keyId);
    }

    static Checkpoint read(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getBytes(5),
                row.getBytes(6),
                row.getTimestamp(7).toInstant(),
                Suite.of(row.getString(8)),
                row.getString(9),
                row.getBytes(10));
    }
}
