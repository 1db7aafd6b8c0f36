package cn.daxietong.tipoff;

import cn.daxietong.bench.Server;
import cn.daxietong.bench.Session;
import cn.daxietong.bench.Timings;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Ten thousand tip-offs from many addresses at once, and how the office's pages answer meanwhile beside how they answered before. */
public final class Flood {
    private static final int OFFICERS = 5;
    private static final int AT_ONCE = 200;
    private static final int QUIET_SECONDS = 15;
    private static final List<String> PAGES = List.of("/", "/worklist", "/matters");

    private Flood() {}

    /** Arguments: program folder, data folder, requests, addresses they come from. */
    public static void main(String[] arguments) throws Exception {
        var requests = Integer.parseInt(arguments[2]);
        var addresses = Integer.parseInt(arguments[3]);
        try (var server = Server.start(arguments[0], arguments[1])) {
            var officers = new ArrayList<Session>();
            for (var account : server.accounts().stream()
                    .filter(a -> a.post().equals("handler"))
                    .limit(OFFICERS)
                    .toList()) {
                officers.add(server.signIn(account));
            }
            office(officers, () -> Thread.sleep(Duration.ofSeconds(QUIET_SECONDS)));
            var before = office(officers, () -> Thread.sleep(Duration.ofSeconds(QUIET_SECONDS)));
            var answers = new TreeMap<Integer, AtomicInteger>();
            var started = System.nanoTime();
            var during = office(officers, () -> flood(server.origin(), requests, addresses, answers));
            var seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf(
                    "%d tip-offs from %d addresses, %d at once, in %.0f s; answers %s%n",
                    requests, addresses, AT_ONCE, seconds, answers);
            System.out.printf(
                    "office pages | before %s | during %s (%d pages) | ratio p50 %.1f, p95 %.1f%n",
                    before.text(),
                    during.text(),
                    during.count(),
                    during.percentile(0.5) / before.percentile(0.5),
                    during.percentile(0.95) / before.percentile(0.95));
        }
    }

    /** The officers turn pages, two a second each, while the work runs. A page that fails ends the run. */
    private static Timings office(List<Session> officers, Timings.Work work) throws Exception {
        var timings = new Timings();
        var ended = new AtomicBoolean();
        try (var pool = Executors.newFixedThreadPool(officers.size())) {
            var pages = officers.stream()
                    .map(officer -> pool.submit(() -> {
                        for (int turn = 0; !ended.get(); turn++) {
                            var started = System.nanoTime();
                            var answer = officer.get(PAGES.get(turn % PAGES.size()), true);
                            timings.add(System.nanoTime() - started);
                            if (answer.statusCode() != 200) {
                                throw new IllegalStateException("an officer was answered " + answer.statusCode());
                            }
                            Thread.sleep(500);
                        }
                        return null;
                    }))
                    .toList();
            work.run();
            ended.set(true);
            for (var page : pages) {
                page.get();
            }
        }
        return timings;
    }

    private static void flood(String origin, int requests, int addresses, TreeMap<Integer, AtomicInteger> answers)
            throws Exception {
        var clients = new ArrayList<HttpClient>();
        for (int a = 0; a < addresses; a++) {
            clients.add(client(a));
        }
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int worker = 0; worker < AT_ONCE; worker++) {
                pool.submit(() -> {
                    for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                        int status;
                        try {
                            status = clients.get(n % addresses)
                                    .send(tip(origin, n), BodyHandlers.discarding())
                                    .statusCode();
                        } catch (java.io.IOException e) {
                            status = 0;
                        }
                        synchronized (answers) {
                            answers.computeIfAbsent(status, s -> new AtomicInteger())
                                    .incrementAndGet();
                        }
                    }
                    return null;
                });
            }
        }
    }

    /** A client at an address of its own; the whole of 127/8 is this machine. */
    static HttpClient client(int number) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(address(number))
                .build();
    }

    static InetAddress address(int number) throws java.net.UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 77, (byte) (number / 250), (byte) (1 + number % 250)});
    }

    private static HttpRequest tip(String origin, int number) {
        return HttpRequest.newBuilder(URI.create(origin.replace("localhost", "127.0.0.1") + "/report/new"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString("manner=anonymous&text="
                        + Server.encoded("码头上卸了第 " + number + " 车没有票的货") + "&word=" + Server.encoded("暗语四字")))
                .build();
    }
}
