package cn.daxietong.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

    private final String origin;
    private final Map<String, Timings> timings = new TreeMap<>();
    private final AtomicInteger failed = new AtomicInteger();

    private Web(String origin) {
        this.origin = origin;
    }

    /** Arguments: program folder, data folder, seconds of load. */
    public static void main(String[] arguments) throws Exception {
        var port = freePort();
        var server = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx768m",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:NativeMemoryTracking=off",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.timezone=Asia/Shanghai",
                        "-Djava.awt.headless=true",
                        "-jar",
                        Path.of(arguments[0], "target", "daxietong.jar").toString(),
                        "--server.port=" + port,
                        "--daxietong.data=" + arguments[1],
                        // Fifty people sign in from this one address.
                        "--daxietong.limits.sign-in-burst=1000",
                        "--daxietong.limits.api-burst=100000")
                .inheritIO()
                .start();
        try {
            var web = new Web("http://localhost:" + port);
            web.awaitReady();
            var accounts = accounts(Path.of(arguments[1], "demo-accounts.csv"));
            var users = new ArrayList<User>();
            for (var account : accounts) {
                users.add(web.signIn(account));
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
            new Paint(web.origin, accounts.getFirst()).measure();
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    record Account(String name, String password, String unit, String totp) {}

    private record User(HttpClient client, String cookies, List<String> matters) {}

    /** Handlers of the busiest units and of others, until there are enough. */
    private static List<Account> accounts(Path file) throws IOException {
        var all = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[3].equals("handler"))
                .map(cells -> new Account(cells[0], cells[1], cells[2], cells[4]))
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws Exception {
        var client = HttpClient.newHttpClient();
        for (int tried = 0; tried < 240; tried++) {
            try {
                var health = client.send(
                        HttpRequest.newBuilder(URI.create(origin + "/api/v1/health"))
                                .build(),
                        BodyHandlers.ofString());
                if (health.statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException("the platform did not start");
    }

    private User signIn(Account account) throws Exception {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var form = client.send(
                HttpRequest.newBuilder(URI.create(origin + "/login")).build(), BodyHandlers.ofString());
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
        if (!csrf.find()) {
            throw new IllegalStateException("no csrf token on /login");
        }
        var fields = "username=" + account.name() + "&password=" + encoded(account.password()) + "&_csrf="
                + encoded(csrf.group(1)) + (account.totp().isEmpty() ? "" : "&otp=" + Otp.now(account.totp()));
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(origin + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookies(form))
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 3) {
            throw new IllegalStateException(account.name() + " was not let in: " + answer.statusCode() + " "
                    + answer.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
        }
        var user = new User(client, cookies(form) + "; " + cookies(answer), new ArrayList<>());
        var list = new String(get(user, "/matters", false).body(), StandardCharsets.UTF_8);
        var ids = ID.matcher(list);
        while (ids.find()) {
            user.matters().add(ids.group(1));
        }
        return user;
    }

    private static String cookies(HttpResponse<?> answer) {
        return String.join(
                "; ",
                answer.headers().allValues("set-cookie").stream()
                        .map(c -> c.split(";", 2)[0])
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(User user, String path, boolean compressed) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Cookie", user.cookies())
                .header("Accept", path.startsWith("/api") ? "application/json" : "text/html");
        if (compressed) {
            request.header("Accept-Encoding", "gzip");
        }
        return user.client().send(request.build(), BodyHandlers.ofByteArray());
    }

    private void sizes(User user) throws Exception {
        var matter = user.matters().isEmpty() ? "" : user.matters().getFirst();
        for (var path : List.of("/", "/worklist", "/matters", "/matters/" + matter, "/matters/new/lead")) {
            var page = get(user, path, true);
            var plain = get(user, path, false);
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
            var answer = get(user, path, true);
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
