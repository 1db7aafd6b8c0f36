package cn.daxietong.identity;

import java.time.Duration;

/** How long a name stays shut after so many failures in a row: five are free, then five minutes, doubled each time up to a day. */
final class Lockout {
    static final int FREE = 5;

    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(1);

    private Lockout() {}

    static Duration after(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE, 10);
        var duration = FIRST.multipliedBy(1L << doublings);
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
