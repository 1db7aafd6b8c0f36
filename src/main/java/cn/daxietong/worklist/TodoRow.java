package cn.daxietong.worklist;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One to-do as it stands, with what the viewer and the unit have arranged about it.
 *
 * @param title what to do
 * @param law the citation of the duty
 * @param owner the unit that owns the matter; absent where the unit has a duty in a matter it does not see yet
 * @param assignee who in the unit has it in hand
 * @param asleepUntil until when the viewer has put it off, past or future
 */
record TodoRow(
        TodoKey key,
        int place,
        String kind,
        String number,
        String matterTitle,
        String title,
        @Nullable Instant dueAt,
        String law,
        @Nullable UnitId owner,
        @Nullable AccountId assignee,
        @Nullable Asleep asleep,
        boolean starred) {
    /** Put off until then, and why. */
    record Asleep(Instant until, String reason) {}
}
