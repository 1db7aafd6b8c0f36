package cn.daxietong.ledger;

import java.nio.charset.StandardCharsets;

/** A walk over the members of one JSON object that is spelled without white space; values are skipped and not looked into. */
final class Members {
    private final byte[] text;
    private int at;

    /** Hears of each member: its name and where its value begins and ends. */
    interface Listener {
        void member(String name, int from, int to);
    }

    /**
     * Walks at once.
     *
     * @param at where the object begins
     * @throws IndexOutOfBoundsException where the text ends within it
     */
    Members(byte[] text, int at, Listener listener) {
        this.text = text;
        this.at = at;
        if (text[at] != '{' || text[at + 1] == '}') {
            return;
        }
        while (text[this.at] != '}') {
            this.at++;
            var name = this.at + 1;
            skipString();
            var told = new String(text, name, this.at - 1 - name, StandardCharsets.UTF_8);
            this.at++;
            var from = this.at;
            skipValue();
            listener.member(told, from, this.at);
        }
    }

    private void skipValue() {
        switch (text[at]) {
            case '"' -> skipString();
            case '{', '[' -> skipNested();
            default -> {
                while (text[at] != ',' && text[at] != '}' && text[at] != ']') {
                    at++;
                }
            }
        }
    }

    private void skipNested() {
        var depth = 0;
        do {
            switch (text[at]) {
                case '"' -> {
                    skipString();
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
        } while (depth > 0);
    }

    private void skipString() {
        at++;
        while (text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        at++;
    }
}
