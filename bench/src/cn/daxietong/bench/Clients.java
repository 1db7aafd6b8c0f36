package cn.daxietong.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Many clients at once, and how often they get their work done in a second. */
public final class Clients {
    private static final int SECONDS = 3;
    private static final int WARM_UP = 2;

    private Clients() {}

    /** Makes what one client does again and again. */
    public interface Makes {
        Timings.Work client(int number) throws Exception;
    }

    public static double perSecond(int clients, int seconds, Makes makes) throws Exception {
        var works = new ArrayList<Timings.Work>();
        for (int c = 0; c < clients; c++) {
            works.add(makes.client(c));
        }
        var done = new AtomicLong();
        var started = System.nanoTime();
        var end = started + seconds * 1_000_000_000L;
        try (var pool = Executors.newFixedThreadPool(clients)) {
            for (var work : works) {
                pool.submit(() -> {
                    try {
                        while (System.nanoTime() < end) {
                            work.run();
                            done.incrementAndGet();
                        }
                    } catch (Exception e) {
                        e.printStackTrace();
                    }
                });
            }
        }
        return done.get() / ((System.nanoTime() - started) / 1e9);
    }

    /** The platform and plain JDBC in turns. */
    public static void compare(String what, int clients, int rounds, Makes ours, Makes plain) throws Exception {
        var a = new ArrayList<Double>();
        var b = new ArrayList<Double>();
        for (int round = -WARM_UP; round < rounds; round++) {
            var here = perSecond(clients, SECONDS, ours);
            var there = perSecond(clients, SECONDS, plain);
            if (round >= 0) {
                a.add(here);
                b.add(there);
            }
        }
        print(what, a, "plain", b);
    }

    /** The middle of the rates, and of the ratios of each round, with their span. */
    public static void print(String what, List<Double> ours, String other, List<Double> theirs) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        ratios.sort(null);
        System.out.printf(
                "%s | platform %.1f/s | %s %.1f/s | ratio %.2f (%.2f to %.2f in %d rounds)%n",
                what,
                middle(ours),
                other,
                middle(theirs),
                middle(ratios),
                ratios.getFirst(),
                ratios.getLast(),
                ratios.size());
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
