package cn.daxietong.tipoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Answers that came a moment ago, so that a page loaded again is not a second answer. Numbers in memory only; nothing of what was said. */
final class Repeated {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<Said, Instant> seen = new ConcurrentHashMap<>();

    private record Said(UUID matter, int words, int files) {}

    Repeated(Clock clock) {
        this.clock = clock;
    }

    /** Whether this is said for the first time lately. */
    boolean first(UUID matter, Told told) {
        var now = clock.instant();
        seen.values().removeIf(at -> at.plus(REMEMBERED).isBefore(now));
        var files = told.files().stream().map(f -> f.name() + f.size()).toList().hashCode();
        return seen.putIfAbsent(new Said(matter, told.text().hashCode(), files), now) == null;
    }
}
