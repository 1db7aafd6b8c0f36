package cn.daxietong.web;

import java.util.Locale;

/** How large and how stark the pages are drawn; kept in a cookie, so that a shared machine's screen suits whoever sits there (适老化规范). */
public enum DisplayMode {
    STANDARD("标准"),
    ELDER("长者"),
    CONTRAST("高对比");

    static final String COOKIE = "display";

    private final String title;

    DisplayMode(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Anything unknown is the standard mode: a cookie is the client's to write. */
    static DisplayMode of(String code) {
        for (var mode : values()) {
            if (mode.code().equals(code)) {
                return mode;
            }
        }
        return STANDARD;
    }
}
