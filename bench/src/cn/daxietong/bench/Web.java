package cn.daxietong.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged platform as a process of its own under fifty signed-in users: answers, memory, bytes a page, first paint. */
public final class Web {
    private static final int USERS = 50;
    private static final Pattern ID = Pattern.compile("/matters/([0-9a-f]{8}-[0-9a-f-]{27})");

    private final Map<String, Timings> timings = new TreeMap<>();
    private final AtomicInteger failed = new AtomicInteger();

    private Web() {}

    /** Arguments: program folder, data folder, seconds of load. */
    public static void main(String[] arguments) throws Exception {
        try (var server = Server.start(
                arguments[0],
                arguments[1],
                // Fifty people sign in from this one address.
                "--daxietong.limits.sign-in-burst=1000",
                "--daxietong.limits.api-burst=100000")) {
            var web = new Web();
            var accounts = accounts(server);
            var users = new ArrayList<User>();
            for (var account : accounts) {
                users.add(new User(server.signIn(account)));
            }
            web.sizes(users.getFirst());
            web.load(users, 15, 1000);
            web.timings.clear();
            web.load(users, Integer.parseInt(arguments[2]), 1000);
            web.report("50 users, each a page a second");
            System.out.printf("process memory (VmRSS, VmHWM) under that load: %s%n", memory(server.pid()));
            web.timings.clear();
            web.load(users, Integer.parseInt(arguments[2]) / 2, 0);
            web.report("50 users without a pause (saturated, load generator on the same cores)");
            System.out.printf("process memory (VmRSS, VmHWM) saturated: %s%n", memory(server.pid()));
            new Paint(server.origin(), accounts.getFirst()).measure();
        }
    }

    /** Somebody signed in, and the matters of the first list. */
    private record User(Session session, List<String> matters) {
        User(Session session) throws Exception {
            this(session, new ArrayList<>());
            var ids = ID.matcher(new String(session.get("/matters", false).body(), StandardCharsets.UTF_8));
            while (ids.find()) {
                matters.add(ids.group(1));
            }
        }
    }

    /** Handlers of the busiest units and of others, until there are enough. */
    private static List<Server.Account> accounts(Server server) throws IOException {
        var all = server.accounts().stream()
                .filter(a -> a.post().equals("handler"))
                .toList();
        var first = all.stream()
                .filter(a -> List.of("OFFICE", "U12", "U17").contains(a.unit()))
                .toList();
        // Each account once, for a one-time code serves once.
        return Stream.concat(first.stream(), all.stream())
                .distinct()
                .limit(USERS)
                .toList();
    }

    private void sizes(User user) throws Exception {
        var matter = user.matters().isEmpty() ? "" : user.matters().getFirst();
        for (var path : List.of("/", "/worklist", "/matters", "/matters/" + matter, "/matters/new/lead")) {
            var page = user.session().get(path, true);
            var plain = user.session().get(path, false);
            System.out.printf(
                    "page %-20s %d | %.1f kB compressed, %.1f kB plain%n",
                    path.length() > 20 ? "/matters/{id}" : path,
                    page.statusCode(),
                    page.body().length / 1e3,
                    plain.body().length / 1e3);
        }
    }

    private void load(List<User> users, int seconds, int pause) throws Exception {
        failed.set(0);
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var pool = Executors.newFixedThreadPool(users.size())) {
            for (var user : users) {
                pool.submit(() -> {
                    use(user, end, pause);
                    return null;
                });
            }
        }
    }

    private void use(User user, long end, int pause) throws Exception {
        var random = ThreadLocalRandom.current();
        Thread.sleep(random.nextInt(pause + 1));
        while (System.nanoTime() < end) {
            var matter = user.matters().isEmpty()
                    ? null
                    : user.matters().get(random.nextInt(user.matters().size()));
            var path =
                    switch (random.nextInt(4)) {
                        case 0 -> "/";
                        case 1 -> "/worklist";
                        case 2 -> matter == null ? "/matters" : "/matters/" + matter;
                        default -> "/matters";
                    };
            var started = System.nanoTime();
            var answer = user.session().get(path, true);
            var taken = System.nanoTime() - started;
            if (answer.statusCode() == 200) {
                synchronized (timings) {
                    timings.computeIfAbsent(path.length() > 20 ? "/matters/{id}" : path, p -> new Timings())
                            .add(taken);
                    timings.computeIfAbsent("all", p -> new Timings()).add(taken);
                }
            } else {
                failed.incrementAndGet();
            }
            if (pause > 0) {
                Thread.sleep(pause / 2 + random.nextInt(pause));
            }
        }
    }

    private void report(String how) {
        System.out.println(how + ", failed " + failed.get());
        timings.forEach(
                (path, times) -> System.out.printf("  %-16s %6d answers, %s%n", path, times.count(), times.text()));
    }

    private static String memory(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(l -> l.startsWith("VmRSS") || l.startsWith("VmHWM"))
                .map(l -> l.replaceAll("\\s+", " "))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
