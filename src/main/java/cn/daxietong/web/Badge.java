package cn.daxietong.web;

import java.util.Locale;

/** A status in words on a tinted ground. */
public record Badge(Kind kind, String text) {
    /** Which ground it stands on. */
    public enum Kind {
        IDLE,
        RUNNING,
        DONE,
        WARNING,
        FAULT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
