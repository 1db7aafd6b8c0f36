package cn.daxietong.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span that does not count (检测、检验、检疫、鉴定, 听证, 公告 …), its first and last day included.
 *
 * @param to the last day left out; absent while the span is still open
 * @param document the paper that proves the ground, which the procedure asks for before it suspends
 */
public record Suspension(
        LocalDate from,
        @Nullable LocalDate to,
        String ground,
        @Nullable String document) {
    public Suspension {
        if (ground.isBlank()) {
            throw new IllegalArgumentException("a suspension needs a ground");
        }
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a suspension cannot end before it begins");
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean open() {
        return to == null;
    }

    Suspension until(LocalDate last) {
        return new Suspension(from, last.isBefore(from) ? from : last, ground, document);
    }
}
