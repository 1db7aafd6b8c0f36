package cn.daxietong.bag;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a bag shows.
 *
 * @param stamp,proof,roots null where nothing has been handed over yet and a bag is sealed when somebody takes it
 * @param keys fingerprints of the platform's keys
 */
public record BagSheet(
        UUID matter,
        String number,
        String title,
        String sealed,
        @Nullable String stamp,
        @Nullable String proof,
        @Nullable Pair roots,
        boolean receipted,
        Pair keys) {

    /** One value in each suite, as hex. */
    public record Pair(String sm, String intl) {}
}
