package cn.daxietong.tipoff;

import java.util.Locale;

/** What an envelope holds, and so who may open it. */
enum Compartment {
    /** What was seen; any duty officer. */
    NARRATIVE,
    /** Who saw it; a duty officer and the custodian together. */
    IDENTITY,
    /** What the teller wrote afterwards; any duty officer. */
    ANSWER,
    /** What the desk wrote to the teller; the teller and any duty officer. */
    QUESTION;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Compartment of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
