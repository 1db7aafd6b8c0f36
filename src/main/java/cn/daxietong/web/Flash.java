package cn.daxietong.web;

import java.io.Serializable;
import java.util.Locale;

/** One sentence shown once, on the page after the one on which something was done. */
public record Flash(Kind kind, String text) implements Serializable {
    /** Which sign and colour stand beside the sentence. */
    public enum Kind {
        DONE,
        NOTE,
        WARNING,
        FAULT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Flash done(String text) {
        return new Flash(Kind.DONE, text);
    }

    public static Flash note(String text) {
        return new Flash(Kind.NOTE, text);
    }

    public static Flash warning(String text) {
        return new Flash(Kind.WARNING, text);
    }

    public static Flash fault(String text) {
        return new Flash(Kind.FAULT, text);
    }
}
