package cn.daxietong.worklist;

import cn.daxietong.web.Badge;
import cn.daxietong.web.Due;
import org.jspecify.annotations.Nullable;

/**
 * One matter as a list shows it.
 *
 * @param due absent where nothing runs
 * @param urge where it can be urged; absent where it is not late or is the viewer's own unit's
 */
public record MatterLine(
        String path,
        String number,
        String kind,
        String title,
        Badge status,
        String commodity,
        String owner,
        @Nullable Due due,
        String updated,
        @Nullable String urge) {
    public String rowClass() {
        return due == null ? "" : due.rowClass();
    }
}
