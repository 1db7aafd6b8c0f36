package cn.daxietong.document;

/** Well-formed XHTML under construction: whatever text goes in, it comes out as text. */
final class Markup {
    private final StringBuilder out = new StringBuilder(8192);

    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    Markup open(String element, String cssClass) {
        out.append('<').append(element).append(" class=\"").append(cssClass).append("\">");
        return this;
    }

    Markup close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    Markup element(String element, String text) {
        out.append('<').append(element).append('>');
        return text(text).close(element);
    }

    Markup element(String element, String cssClass, String text) {
        return open(element, cssClass).text(text).close(element);
    }

    Markup text(String text) {
        text.codePoints().forEach(this::append);
        return this;
    }

    // XML and fonts have no place for controls, lone surrogates and odd spaces; one pasted into a summary must not stop
    // a
    // statutory document.
    private void append(int c) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\t' -> out.append(' ');
            case '\u3000' -> out.append('\u3000');
            default -> appendVisible(c);
        }
    }

    private void appendVisible(int c) {
        switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR -> out.append(' ');
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> {}
            default -> out.appendCodePoint(c);
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
