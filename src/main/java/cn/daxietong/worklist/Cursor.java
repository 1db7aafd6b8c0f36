package cn.daxietong.worklist;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Where a page of to-dos ended or, read backwards, began; opaque to the client.
 *
 * @param at as the database writes it, {@code infinity} where nothing is due
 */
record Cursor(String at, UUID matter, int place, boolean back) {
    private static final String NEVER = "infinity";
    /** Beyond it the database would refuse the question. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    static Cursor at(TodoRow row, boolean back) {
        var due = row.dueAt();
        return new Cursor(due == null ? NEVER : due.toString(), row.key().matter(), row.place(), back);
    }

    String text() {
        var plain = (back ? "<" : ">") + at + "|" + matter + "|" + place;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = plain.substring(1).split("\\|", 3);
            var at = parts[0].equals(NEVER) ? NEVER : due(parts[0]);
            return new Cursor(at, UUID.fromString(parts[1]), Integer.parseInt(parts[2]), plain.charAt(0) == '<');
        } catch (RuntimeException e) {
            throw Refusal.invalid(List.of(new Fault("cursor", "invalid", "翻页标记无效，请从第一页重新查询")));
        }
    }

    private static String due(String text) {
        var at = Instant.parse(text);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new DateTimeException("no time at which anything is due");
        }
        return at.toString();
    }
}
