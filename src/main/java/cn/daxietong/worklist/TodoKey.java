package cn.daxietong.worklist;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Which to-do is meant: an action in a matter. It outlives the row, which is rewritten with every step. */
record TodoKey(UUID matter, String action) {
    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36}):([a-z_]{1,60})");

    String text() {
        return matter + ":" + action;
    }

    /** Nothing where the text is none of ours. */
    static Optional<TodoKey> read(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TodoKey(UUID.fromString(match.group(1)), match.group(2)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
