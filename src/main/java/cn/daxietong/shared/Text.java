package cn.daxietong.shared;

/** What may stand in a text that people type. */
public final class Text {
    private Text() {}

    /** Whether it holds what cannot be kept or turns the reading direction: control characters, lone surrogates, bidi overrides. */
    public static boolean hasBadCharacters(String text) {
        return text.codePoints()
                .anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t'
                        || c == 0x7F
                        || c >= 0xD800 && c <= 0xDFFF
                        || c >= 0x202A && c <= 0x202E);
    }
}
