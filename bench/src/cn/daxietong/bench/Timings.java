package cn.daxietong.bench;

import java.util.Arrays;

/** Times of one operation, in nanoseconds. */
public final class Timings {
    private long[] taken = new long[1024];
    private int count;

    public synchronized void add(long nanoseconds) {
        if (count == taken.length) {
            taken = Arrays.copyOf(taken, count * 2);
        }
        taken[count++] = nanoseconds;
    }

    public synchronized int count() {
        return count;
    }

    /** Milliseconds below which this part of all times lies. */
    public synchronized double percentile(double part) {
        var sorted = Arrays.copyOf(taken, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1L, (long) (count * part))] / 1e6;
    }

    public String text() {
        return "p50 %.2f ms, p95 %.2f ms, p99 %.2f ms".formatted(percentile(0.5), percentile(0.95), percentile(0.99));
    }

    /** One piece of work that is timed. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Takes turns, so that whatever else the machine does falls on both alike. */
    public static Timings[] interleaved(int warmUp, int rounds, Work... works) throws Exception {
        var timings = new Timings[works.length];
        for (int w = 0; w < works.length; w++) {
            timings[w] = new Timings();
        }
        for (int round = 0; round < warmUp + rounds; round++) {
            for (int w = 0; w < works.length; w++) {
                var started = System.nanoTime();
                works[w].run();
                if (round >= warmUp) {
                    timings[w].add(System.nanoTime() - started);
                }
            }
        }
        return timings;
    }

    /** As a line of the results: the platform first, the plain SQL second. */
    public static void print(String what, Timings[] two) {
        System.out.printf(
                "%s | platform %s | plain %s | ratio p50 %.2f, p95 %.2f%n",
                what,
                two[0].text(),
                two[1].text(),
                two[0].percentile(0.5) / two[1].percentile(0.5),
                two[0].percentile(0.95) / two[1].percentile(0.95));
    }
}
