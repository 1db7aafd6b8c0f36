package cn.daxietong.worklist;

import cn.daxietong.web.Due;
import org.jspecify.annotations.Nullable;

/**
 * A matter that waits for another unit beyond its time.
 *
 * @param urge where it can be urged; absent where the procedure has no such step now
 */
public record LateLine(
        String path,
        String title,
        String owner,
        Due due,
        @Nullable String urge) {}
