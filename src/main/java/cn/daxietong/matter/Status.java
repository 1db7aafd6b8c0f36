package cn.daxietong.matter;

import java.util.Locale;

/** Where a matter of some kind stands; implemented by one enum per kind. */
public interface Status {
    String name();

    /** In Chinese, as on the badge. */
    String title();

    /** Whether the matter has come to its end: no action but reopening leads out, no clock runs, nobody has a to-do. */
    boolean closed();

    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
