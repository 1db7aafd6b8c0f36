package cn.daxietong.tipoff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page on which a part is taken by making a pair of keys. */
public record KeysPage(@Nullable String part, String does, boolean enrolled, List<Row> officers) {
    /** Somebody who holds keys; {@code confirmable} where the viewer may say that they are theirs, {@code restorable} where the viewer could seal to them what they lost. */
    public record Row(
            String key,
            String account,
            String title,
            String name,
            String unit,
            boolean confirmed,
            boolean confirmable,
            boolean restorable) {}
}
