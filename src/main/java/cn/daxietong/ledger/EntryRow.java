package cn.daxietong.ledger;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as it stands in its row, whatever was done to it; the body as the bytes that were hashed. */
@SuppressWarnings("ArrayRecordComponent") // hashes and a body, compared and hashed byte by byte
record EntryRow(
        UUID stream,
        int version,
        Instant at,
        String event,
        String actor,
        String unit,
        byte[] body,
        @Nullable Suite suite,
        byte[] previous,
        byte[] hash,
        boolean rewritten) {
    static final String COLUMNS =
            "stream, version, at, event, actor, unit, body, suite, previous, hash, tx::text, xmin::text";

    private static final Suite[] SUITES = Suite.values();

    static EntryRow read(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                // A text's bytes as the server sent them, which is what was hashed.
                row.getBytes(7),
                suite(row.getString(8)),
                row.getBytes(9),
                row.getBytes(10),
                rewritten(row.getString(11), row.getString(12)));
    }

    /**
     * Whether another transaction than the one that appended the row has written it since: the server keeps the writer's number with each row, and
     * no statement can set it. So the table must never be rewritten by a migration either.
     */
    private static boolean rewritten(String appendedBy, String writtenBy) {
        return (Long.parseUnsignedLong(appendedBy) & 0xFFFF_FFFFL) != Long.parseLong(writtenBy);
    }

    private static @Nullable Suite suite(String code) {
        for (var suite : SUITES) {
            if (suite.code().equals(code)) {
                return suite;
            }
        }
        return null;
    }

    /** Whether its content has the hash that stands beside it. */
    boolean fits(Map<Suite, MessageDigest> digests) {
        if (suite == null || at.getNano() % 1_000_000 != 0) {
            return false;
        }
        var digest = digests.computeIfAbsent(suite, Suite::digest);
        return Arrays.equals(Entry.hash(digest, stream, version, at, event, actor, unit, body, suite, previous), hash);
    }

    String name() {
        return "事项 " + stream + " 的第 " + version + " 条";
    }
}
