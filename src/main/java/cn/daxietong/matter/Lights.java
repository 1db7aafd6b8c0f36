package cn.daxietong.matter;

import java.time.Duration;
import java.time.Instant;

/**
 * 绿、黄、红 by the share of a limit that has passed. Neither notice nor law names the shares; they are settings
 * ({@code daxietong.clocks.yellow}, {@code daxietong.clocks.red}) and stand on every page that shows a colour.
 *
 * @param yellow from which share on, between 0 and 1
 * @param red from which share on, above {@code yellow} and at most 1
 */
record Lights(double yellow, double red) {
    private static final int WHOLE = 100;

    /** How pressing a limit is. */
    enum Light {
        GREEN,
        YELLOW,
        RED
    }

    Lights {
        if (!(0 < yellow && yellow < red && red <= 1)) {
            throw new IllegalArgumentException(
                    "daxietong.clocks.yellow 应大于 0 并小于 daxietong.clocks.red，后者不大于 1；现为 " + yellow + " 和 " + red);
        }
    }

    /** The share that has passed; above 1 where the limit has run out. */
    static double passed(Instant from, Instant due, Instant now) {
        var whole = Math.max(1, Duration.between(from, due).toMillis());
        return Math.max(0, Duration.between(from, now).toMillis() / (double) whole);
    }

    Light at(double passed) {
        return passed >= red ? Light.RED : passed >= yellow ? Light.YELLOW : Light.GREEN;
    }

    /** For the foot of a page that shows colours. */
    String words() {
        return "颜色：已过期限的 " + percent(yellow) + " 起为黄，" + percent(red) + " 起和超期为红，其余为绿。";
    }

    private static String percent(double share) {
        return Math.round(share * WHOLE) + "%";
    }
}
