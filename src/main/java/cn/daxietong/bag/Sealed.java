package cn.daxietong.bag;

import cn.daxietong.verifier.Suite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A bag that was sealed.
 *
 * @param version of the matter, which it shows as it stood then
 * @param delivered whether a step of the procedure handed it over; otherwise somebody asked for it
 * @param includes the matters whose entries are in it
 */
record Sealed(
        UUID id,
        UUID matter,
        int version,
        boolean delivered,
        Instant at,
        String name,
        Map<Suite, String> roots,
        List<UUID> includes) {}
