package cn.daxietong.matter;

import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What some unit must do next in a matter, and until when.
 *
 * @param post who in the unit; absent where any post that works on matters may
 * @param clock the clock that gives the due time, if one runs
 * @param law the citation of the duty
 */
public record Todo(
        UnitId unit,
        @Nullable Post post,
        String action,
        String title,
        @Nullable String clock,
        @Nullable Instant dueAt,
        String law) {}
