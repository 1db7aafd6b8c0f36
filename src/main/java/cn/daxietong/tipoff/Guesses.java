package cn.daxietong.tipoff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Counts wrong words for each receipt and day, so that whoever holds a stolen receipt cannot try one word after another. */
final class Guesses {
    private static final int A_DAY = 10;

    private final Clock clock;
    private final Map<UUID, Integer> wrong = new ConcurrentHashMap<>();
    private LocalDate day = LocalDate.MIN;

    Guesses(Clock clock) {
        this.clock = clock;
    }

    boolean exhausted(UUID matter) {
        today();
        return wrong.getOrDefault(matter, 0) >= A_DAY;
    }

    void wrong(UUID matter) {
        today();
        wrong.merge(matter, 1, Integer::sum);
    }

    private synchronized void today() {
        var now = LocalDate.now(clock);
        if (!now.equals(day)) {
            day = now;
            wrong.clear();
        }
    }
}
