package cn.daxietong.oversight;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the radar ended or, read backwards, began; opaque to the client.
 *
 * @param at as the database writes it, {@code infinity} where nothing is due
 */
record RadarCursor(String at, UUID matter, String ground, boolean back) {
    private static final String NEVER = "infinity";
    /** Beyond it the database would refuse the question. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    static RadarCursor at(RadarRow row, RadarFilter.Sort sort, boolean back) {
        var due = row.dueAt();
        var at = sort != RadarFilter.Sort.DUE ? row.since().toString() : due == null ? NEVER : due.toString();
        return new RadarCursor(at, row.matter(), row.ground().code(), back);
    }

    String text() {
        var plain = (back ? "<" : ">") + at + "|" + matter + "|" + ground;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable RadarCursor read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = plain.substring(1).split("\\|", 3);
            var at = parts[0].equals(NEVER) ? NEVER : moment(parts[0]);
            var ground = Ground.of(parts[2]);
            if (ground == null) {
                throw new IllegalArgumentException("no ground");
            }
            return new RadarCursor(at, UUID.fromString(parts[1]), ground.code(), plain.charAt(0) == '<');
        } catch (RuntimeException e) {
            throw Refusal.invalid(List.of(new Fault("cursor", "invalid", "翻页标记无效，请从第一页重新查询")));
        }
    }

    private static String moment(String text) {
        var at = Instant.parse(text);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new DateTimeException("no time at which anything began");
        }
        return at.toString();
    }
}
