package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever a client sends, it is the client's fault and said so in Chinese; sent over bare sockets, since no client library would. */
@SpringBootTest(
        classes = {PagesOnly.class, PagesOnly.Failing.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HostileRequestTest {
    private record Answer(int status, String head, String body) {}

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/probe?number=%zz",
                "/api/v1/probe?number=%",
                "/api/v1/probe?number=%ff%fe",
                "/api/v1/probe?number=1e400",
                "/api/v1/probe?number=-0x1",
                "/api/v1/probe?number=%00",
                "/api/v1/probe?number=1&number=2",
                "/api/v1/%00",
                "/api/v1/%2e%2e/%2e%2e/etc/passwd",
                "/api/v1/..;/probe",
                "/api/v1/probe;x=%0d%0a",
                "/api/v1//probe",
                "/api/v1/%c0%ae%c0%ae/",
                "/api/v1/probe\\..\\x",
                "/api/v1/{id}",
                "/api/v1/probe?number=<script>",
                "/api/v1/probe?%E6%B1%89=1&=2&&&number=x",
                "/probe?number=%00&q=%ed%a0%80",
                "/assets/../application.yaml",
                "/assets/%2e%2e/application.yaml",
                "/error",
                "/%"
            })
    void a_strange_address_is_refused_calmly(String target) throws IOException {
        var answer = send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertCalm(answer);
        if (answer.status() != 200) {
            assertThat(answer.body()).containsPattern("\\p{IsHan}");
        }
    }

    static Stream<Arguments> bodies() {
        var deep = "[".repeat(200_000);
        return Stream.of(
                Arguments.of("unfinished", "{\"title\":", 400),
                Arguments.of("empty", "", 400),
                Arguments.of("no object", "17", 400),
                Arguments.of("null", "null", 400),
                Arguments.of("unknown name", "{\"titel\":\"x\"}", 400),
                Arguments.of("wrong type", "{\"number\":\"many\"}", 400),
                Arguments.of("huge number", "{\"number\":" + "9".repeat(5000) + "}", 400),
                Arguments.of("huge exponent", "{\"number\":1e999999999}", 400),
                Arguments.of("no day", "{\"day\":\"2026-02-30\"}", 400),
                Arguments.of("deep", deep, 400),
                Arguments.of("deep in a free value", "{\"goods\":[{\"a\":" + deep + "}]}", 400),
                Arguments.of("twice the name", "{\"title\":\"a\",\"title\":\"b\"}", 400),
                Arguments.of("half a pair", "{\"title\":\"\\ud800\"}", 0),
                Arguments.of("byte order mark", "\ufeff{\"title\":\"a\"}", 0),
                Arguments.of("long name", "{\"" + "n".repeat(10_000) + "\":1}", 400),
                Arguments.of("ten megabytes", "{\"title\":\"" + "大".repeat(3_500_000) + "\"}", 413));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_strange_body_is_refused_calmly(String what, String body, int status) throws IOException {
        var answer = post("/api/v1/probe", "application/json", body.getBytes(StandardCharsets.UTF_8));

        assertCalm(answer);
        if (status > 0) {
            assertThat(answer.status()).as(what).isEqualTo(status);
            assertThat(answer.head()).contains("application/problem+json");
            assertThat(answer.body()).contains("\"code\":");
        }
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        var answer = post("/api/v1/probe", "application/json", new byte[] {
            '{', '"', 't', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'
        });

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_body_that_never_said_how_long_it_is_stops_at_the_limit() throws IOException {
        var chunk = "a".repeat(60_000);
        var request = new StringBuilder(
                "POST /api/v1/probe HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        request.append("a\r\n{\"title\":\"\r\n");
        for (int i = 0; i < 40; i++) {
            request.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        request.append("2\r\n\"}\r\n0\r\n\r\n");

        assertThat(send(request.toString()).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "application/jso;;n",
                "text/plain",
                "application/xml",
                "application/json;charset=klingon",
                "/"
            })
    void a_strange_type_is_refused_calmly(String type) throws IOException {
        var answer = post("/api/v1/probe", type, "{}".getBytes(StandardCharsets.UTF_8));

        assertCalm(answer);
        assertThat(answer.status()).isIn(400, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a/b/c", "application/xml", "*/json", "text/html;q=x", "\u0001"})
    void a_strange_wish_is_answered_calmly(String accept) throws IOException {
        assertCalm(send("GET /api/v1/probe HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept
                + "\r\nConnection: close\r\n\r\n"));
        assertCalm(send(
                "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void a_form_that_is_too_large_or_broken_is_refused() throws IOException {
        var large = post(
                "/probe-form",
                "application/x-www-form-urlencoded",
                ("title=" + "a".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(large.status()).isEqualTo(413);

        var broken =
                post("/probe-form", "application/x-www-form-urlencoded", "title=%zz".getBytes(StandardCharsets.UTF_8));
        assertThat(broken.status()).isEqualTo(400);

        var missing = post("/probe-form", "application/x-www-form-urlencoded", "x=1".getBytes(StandardCharsets.UTF_8));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body()).contains("缺少");

        var parts = post("/probe-form", "multipart/form-data", "x".getBytes(StandardCharsets.UTF_8));
        assertCalm(parts);
    }

    @Test
    void random_bytes_never_break_the_server() throws IOException {
        var random = new Random(20261124);
        for (int i = 0; i < 150; i++) {
            var body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            assertCalm(post(random.nextBoolean() ? "/api/v1/probe" : "/probe-form", "application/json", body));
        }
    }

    private static void assertCalm(Answer answer) {
        assertThat(answer.status()).as(answer.head() + answer.body()).isBetween(200, 499);
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("Tomcat")
                .doesNotContain("\tat ")
                .doesNotContain("springframework");
    }

    private Answer post(String path, String type, byte[] body) throws IOException {
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.length + "\r\nConnection: close\r\n\r\n";
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return send(all.toByteArray());
    }

    private Answer send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(byte[] request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException e) {
                // The server may have answered and closed before all was sent.
            }
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            assertThat(end)
                    .as("an answer to %s", new String(request, 0, Math.min(80, request.length), StandardCharsets.UTF_8))
                    .isPositive();
            var head = answer.substring(0, end);
            return new Answer(Integer.parseInt(head.substring(9, 12)), head, answer.substring(end + 4));
        }
    }
}
