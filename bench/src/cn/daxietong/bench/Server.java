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
import java.util.regex.Pattern;

/** The packaged platform as a process of its own, asked over HTTP. */
public record Server(Process process, String origin, Path data) implements AutoCloseable {
    /** A line of the demo's accounts; {@code totp} is empty where the post needs none. */
    public record Account(String name, String password, String unit, String post, String totp) {}

    /** Starts it on a free port and waits until it answers; what it says is added to {@code output.log} in the data folder. */
    public static Server start(String root, String data, String... more) throws Exception {
        var port = freePort();
        var command = new ArrayList<>(List.of(
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
                Path.of(root, "target", "daxietong.jar").toString(),
                "--server.port=" + port,
                "--daxietong.data=" + data));
        command.addAll(List.of(more));
        var folder = Files.createDirectories(Path.of(data));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.log").toFile()))
                .start();
        var server = new Server(process, "http://localhost:" + port, folder);
        try {
            server.awaitReady();
            return server;
        } catch (Exception e) {
            server.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws Exception {
        var client = HttpClient.newHttpClient();
        for (int tried = 0; tried < 480; tried++) {
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

    public List<Account> accounts() throws IOException {
        return Files.readAllLines(data.resolve("demo-accounts.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Account(cells[0], cells[1], cells[2], cells[3], cells[4]))
                .toList();
    }

    public Session signIn(Account account) throws Exception {
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
        return new Session(client, origin, cookies(form) + "; " + cookies(answer));
    }

    private static String cookies(HttpResponse<?> answer) {
        return String.join(
                "; ",
                answer.headers().allValues("set-cookie").stream()
                        .map(c -> c.split(";", 2)[0])
                        .toList());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
