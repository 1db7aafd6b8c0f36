package cn.daxietong.oversight;

import cn.daxietong.web.Due;
import org.jspecify.annotations.Nullable;

/**
 * A line as people read it.
 *
 * @param ground what is wrong
 * @param kind of the matter, in Chinese
 * @param since when it began
 */
public record RadarLine(
        String ground,
        String number,
        String title,
        String kind,
        String path,
        String unit,
        String since,
        @Nullable Due due,
        Basis basis) {

    /** The article, and where it can be read. */
    public record Basis(String citation, String path) {}

    /** What colours its row. */
    public String rowClass() {
        return due == null ? "" : due.rowClass();
    }
}
