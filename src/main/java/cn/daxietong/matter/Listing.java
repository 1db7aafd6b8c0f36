package cn.daxietong.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the next page begins; absent on the last
 * @param previous where the page before is read from; absent on the first
 */
public record Listing<T>(
        List<T> items, @Nullable String next, @Nullable String previous) {
    public Listing(List<T> items, @Nullable String next) {
        this(items, next, null);
    }
}
