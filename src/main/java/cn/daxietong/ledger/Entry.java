package cn.daxietong.ledger;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/**
 * One thing that was done to one matter, chained to the entry before it in the same stream.
 *
 * @param stream the matter
 * @param version 1 for the first entry of the stream, without gaps
 * @param at when, to the millisecond
 * @param body canonical JSON: the action, its fields and what it set
 * @param previous hash of the entry before; empty for the first
 * @param hash over every other component, so that no column can be altered alone
 */
@SuppressWarnings("ArrayRecordComponent") // hashes are written and compared, never used as keys
public record Entry(
        UUID stream,
        int version,
        Instant at,
        String event,
        AccountId actor,
        UnitId unit,
        String body,
        Suite suite,
        byte[] previous,
        byte[] hash) {

    /** The next entry of a stream whose newest hash is {@code previous}. */
    public static Entry next(
            UUID stream,
            int version,
            Instant at,
            String event,
            AccountId actor,
            UnitId unit,
            String body,
            Suite suite,
            byte[] previous) {
        var instant = at.truncatedTo(ChronoUnit.MILLIS);
        var hash = hash(stream, version, instant, event, actor.value(), unit.value(), body, suite, previous);
        return new Entry(stream, version, instant, event, actor, unit, body, suite, previous, hash);
    }

    /** Whether this is the next entry after that of the version and hash, and unaltered. */
    public boolean follows(int before, byte[] head) {
        return version == before + 1
                && Arrays.equals(previous, head)
                && Arrays.equals(
                        hash, hash(stream, version, at, event, actor.value(), unit.value(), body, suite, previous));
    }

    /** What the hash of these values must be. Lengths stand before the texts, so that nothing can move from one to the next. */
    static byte[] hash(
            UUID stream,
            int version,
            Instant at,
            String event,
            String actor,
            String unit,
            String body,
            Suite suite,
            byte[] previous) {
        return hash(
                suite.digest(),
                stream,
                version,
                at,
                event,
                actor,
                unit,
                body.getBytes(StandardCharsets.UTF_8),
                suite,
                previous);
    }

    /** As {@link #hash}, with a digest to be used again and the body as bytes, for checking very many. */
    static byte[] hash(
            MessageDigest digest,
            UUID stream,
            int version,
            Instant at,
            String event,
            String actor,
            String unit,
            byte[] body,
            Suite suite,
            byte[] previous) {
        digest.update((byte) previous.length);
        digest.update(previous);
        var head = stream + "|" + version + "|" + at.toEpochMilli() + "|" + suite.code() + "|" + event.length() + "|"
                + event + "|" + actor.length() + "|" + actor + "|" + unit.length() + "|" + unit + "|";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(body);
        return digest.digest();
    }
}
