package cn.daxietong.matter;

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

    MatterKey(Vault vault, UUID matter, Supplier<byte @Nullable []> stored) {
        this.vault = vault;
        this.matter = matter;
        this.stored = stored;
    }

    String seal(String value) {
        return vault.seal(key(), value);
    }

    String open(String sealed) {
        var wrapped = key == null ? stored.get() : null;
        if (key == null && wrapped == null) {
            // The key was destroyed when the retention ended.
            return "（已到保管期限，个人信息已销毁）";
        }
        return vault.open(key(), sealed);
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
