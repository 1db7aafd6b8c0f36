package cn.daxietong.matter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One matter's key, fetched or made only when a personal value is really met. */
final class MatterKey {
    private final Vault vault;
    private final UUID matter;
    private final Supplier<byte @Nullable []> stored;
    private byte @Nullable [] key;
    private boolean fresh;
    /** What was opened is mostly sealed again unchanged a moment later, and then needs no cipher. */
    private final Map<String, String> sealedBefore = new HashMap<>();

    MatterKey(Vault vault, UUID matter, Supplier<byte @Nullable []> stored) {
        this.vault = vault;
        this.matter = matter;
        this.stored = stored;
    }

    String seal(String value) {
        return sealedBefore.computeIfAbsent(value, plain -> vault.seal(key(), plain));
    }

    /** Nothing where the key was destroyed when the retention ended. */
    Optional<String> open(String sealed) {
        if (key == null && stored.get() == null) {
            return Optional.empty();
        }
        var value = vault.open(key(), sealed);
        sealedBefore.put(value, sealed);
        return Optional.of(value);
    }

    private byte[] key() {
        var known = key;
        if (known == null) {
            var wrapped = stored.get();
            fresh = wrapped == null;
            known = wrapped == null ? vault.freshKey() : vault.unwrap(matter, wrapped);
            key = known;
        }
        return known;
    }

    /** The key to be stored, where this transaction made it. */
    byte @Nullable [] toStore() {
        var known = key;
        return fresh && known != null ? vault.wrap(matter, known) : null;
    }
}
