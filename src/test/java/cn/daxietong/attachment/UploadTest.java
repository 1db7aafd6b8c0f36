package cn.daxietong.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Upload and download over a real connection. */
@PlatformTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestAccounts.class)
class UploadTest {
    private static final String BOUNDARY = "----daxietong";
    private static final long MEGABYTE = 1 << 20;
    private final HttpClient client = HttpClient.newHttpClient();
    private final TestAccounts accounts;
    private final int port;

    UploadTest(TestAccounts accounts, @LocalServerPort int port) {
        this.accounts = accounts;
        this.port = port;
    }

    @Test
    void a_file_is_sent_and_fetched_with_its_name_and_without_danger() throws Exception {
        var token = token(accounts.some("U05", Post.HANDLER));

        var sent = post(token, "现场 1.jpg", new ByteArrayInputStream(Bytes.JPEG), Bytes.JPEG.length);

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.body().propertyNames()).contains("id", "sha256", "sm3", "size", "media_type");
        var fetched = get(token, sent.body().get("id").asString(), Map.of());
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(Bytes.JPEG);
        assertThat(header(fetched, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E7%8E%B0%E5%9C%BA%201.jpg");
        assertThat(header(fetched, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(fetched, "Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void a_part_of_a_film_can_be_fetched() throws Exception {
        var token = token(accounts.some("U05", Post.HANDLER));
        var sent = post(token, "录像.mp4", Bytes.film(MEGABYTE), MEGABYTE);

        var part = get(token, sent.body().get("id").asString(), Map.of("Range", "bytes=4-7"));

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }

    @Test
    void another_unit_gets_the_same_answer_as_for_a_file_that_is_not_there() throws Exception {
        var sent = post(
                token(accounts.some("U05", Post.HANDLER)),
                "现场.jpg",
                new ByteArrayInputStream(Bytes.JPEG),
                Bytes.JPEG.length);

        var hidden = get(
                token(accounts.some("U11", Post.HANDLER)), sent.body().get("id").asString(), Map.of());

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(new String(hidden.body(), StandardCharsets.UTF_8)).contains("没有这一项，或者您无权查看");
    }

    @Test
    void a_wrong_extension_is_answered_in_chinese_with_its_code() throws Exception {
        var token = token(accounts.some("U05", Post.HANDLER));

        var refused = post(token, "照片.jpg", new ByteArrayInputStream(Bytes.PDF), Bytes.PDF.length);

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.body().get("code").asString()).isEqualTo("extension_mismatch");
        assertThat(refused.body().get("detail").asString()).contains("内容却是PDF 文档");
    }

    @Test
    void a_long_film_uses_no_more_memory_than_a_short_one() throws Exception {
        var token = token(accounts.some("U05", Post.HANDLER));
        post(token, "录像.mp4", Bytes.film(MEGABYTE), MEGABYTE);
        long before = allocated();
        post(token, "录像.mp4", Bytes.film(MEGABYTE), MEGABYTE);
        long small = allocated() - before;
        before = allocated();

        var sent = post(token, "录像.mp4", Bytes.film(100 * MEGABYTE), 100 * MEGABYTE);

        assertThat(sent.status()).isEqualTo(201);
        // Other threads of the platform allocate too; a copy of the film would be ten times this.
        assertThat(allocated() - before).isLessThan(small + 10 * MEGABYTE);
    }

    @Test
    void what_is_announced_as_too_large_is_refused_in_chinese_before_it_is_sent() throws Exception {
        var token = token(accounts.some("U05", Post.HANDLER));
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(
                            ("POST /api/v1/attachments HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nAuthorization: Bearer "
                                            + token + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                                            + "\r\nContent-Length: " + 3000 * MEGABYTE + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(10_000);

            var answer = new String(socket.getInputStream().readNBytes(1_200), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("file_too_large", "2 GB 的上限");
        }
    }

    @Test
    void a_key_used_for_one_file_is_refused_for_another_and_answers_the_same_file_alike() throws Exception {
        var token = token(accounts.some("U05", Post.HANDLER));
        var key = UUID.randomUUID().toString();

        var first = keyed(token, key, "----one", Bytes.JPEG);
        var again = keyed(token, key, "----another", Bytes.JPEG);
        var changed = Bytes.JPEG.clone();
        changed[changed.length - 1] ^= 1;
        var other = keyed(token, key, "----one", changed);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> keyed(String token, String key, String boundary, byte[] content) throws Exception {
        var head = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/attachments"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getTotalThreadAllocatedBytes();
    }

    private record Sent(int status, JsonNode body) {}

    /** By hand over a socket, because the JDK's client would allocate as much as it sends. */
    private Sent post(String token, String name, InputStream content, long size) throws IOException {
        var head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var request =
                "POST /api/v1/attachments HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + token + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\nContent-Length: "
                        + (head.length + size + tail.length) + "\r\n\r\n";
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            try (var body = new SequenceInputStream(java.util.Collections.enumeration(
                    List.of(new ByteArrayInputStream(head), content, new ByteArrayInputStream(tail))))) {
                body.transferTo(out);
            }
            out.flush();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var json = answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
            return new Sent(Integer.parseInt(answer.substring(9, 12)), Json.MAPPER.readTree(json));
        }
    }

    private HttpResponse<byte[]> get(String token, String id, Map<String, String> headers) throws Exception {
        var request =
                HttpRequest.newBuilder(address("/api/v1/attachments/" + id)).header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private String token(Viewer viewer) throws Exception {
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}"
                .formatted(viewer.account().value(), "Test-Password-7");
        var answer = client.send(
                HttpRequest.newBuilder(address("/api/v1/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return Json.MAPPER.readTree(answer.body()).get("token").asString();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
