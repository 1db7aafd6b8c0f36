package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.TestDatabase;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = {
            PagesOnly.class,
            IdempotentPostsTest.OnDatabase.class,
            IdempotentPostsTest.Counting.class,
            IdempotentPosts.class,
            FirstAnswers.class
        },
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IdempotentPostsTest {
    static class OnDatabase {
        @Bean
        TestDatabase database() {
            return TestDatabase.fresh();
        }

        @Bean
        Writing writing(TestDatabase database) {
            return database.writing();
        }
    }

    /** Counts how often it was really asked. */
    @TestComponent
    @RestController
    static class Counting {
        final AtomicInteger times = new AtomicInteger();

        @PostMapping("/api/v1/files")
        Map<String, Object> file(HttpServletRequest request) throws IOException {
            // As a file is taken in: only up to what is needed of it.
            return Map.of(
                    "times",
                    times.incrementAndGet(),
                    "first",
                    request.getInputStream().readNBytes(150).length);
        }

        @PostMapping({"/api/v1/count", "/api/v1/tokens"})
        ResponseEntity<Map<String, Object>> count(@RequestBody Map<String, Object> body) throws InterruptedException {
            int now = times.incrementAndGet();
            if (body.containsKey("slow")) {
                Thread.sleep(400);
            }
            if (body.containsKey("fail")) {
                throw new IllegalStateException("once");
            }
            if (body.containsKey("refuse")) {
                throw new Refusal(Refusal.Kind.CONFLICT, "action_not_allowed", "现在不能办理", "第 " + now + " 次");
            }
            return ResponseEntity.created(URI.create("/api/v1/matters/" + now))
                    .eTag(IfMatch.etag(now))
                    .body(Map.of("times", now));
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Counting counting;

    @Autowired
    TestDatabase database;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void count_from_nothing() {
        counting.times.set(0);
    }

    @Test
    void the_same_post_is_carried_out_once_and_answered_alike() {
        var first = post("/api/v1/count", key, "{\"a\":1}");
        var second = post("/api/v1/count", key, "{\"a\":1}");

        assertThat(counting.times).hasValue(1);
        assertThat(second.statusCode()).isEqualTo(201).isEqualTo(first.statusCode());
        assertThat(second.body()).isEqualTo(first.body());
        for (var header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(second.headers().firstValue(header))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(header));
        }
    }

    @Test
    void the_key_with_another_body_is_refused() {
        post("/api/v1/count", key, "{\"a\":1}");

        var other = post("/api/v1/count", key, "{\"a\":2}");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("\"code\":\"idempotency_key_reused\"");
        assertThat(counting.times).hasValue(1);
    }

    @Test
    void ten_at_once_are_carried_out_once() {
        var answers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post("/api/v1/count", key, "{\"slow\":1}")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(counting.times).hasValue(1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.body()).isEqualTo("{\"times\":1}"));
    }

    @Test
    void a_refusal_is_repeated_and_a_failure_may_be_tried_again() {
        var refused = post("/api/v1/count", key, "{\"refuse\":1}");
        assertThat(post("/api/v1/count", key, "{\"refuse\":1}").body())
                .isEqualTo(refused.body())
                .contains("第 1 次");

        var again = UUID.randomUUID().toString();
        assertThat(post("/api/v1/count", again, "{\"fail\":1}").statusCode()).isEqualTo(500);
        assertThat(post("/api/v1/count", again, "{\"a\":1}").statusCode()).isEqualTo(201);
    }

    @Test
    void other_keys_and_other_paths_are_other_posts() {
        post("/api/v1/count", key, "{\"a\":1}");
        post("/api/v1/count", UUID.randomUUID().toString(), "{\"a\":1}");
        post("/api/v1/count?x=1", key, "{\"a\":1}");

        assertThat(counting.times).hasValue(3);
    }

    @Test
    void a_token_is_never_kept_and_a_strange_key_is_refused() {
        post("/api/v1/tokens", key, "{\"a\":1}");
        post("/api/v1/tokens", key, "{\"a\":1}");
        assertThat(counting.times).hasValue(2);

        assertThat(post("/api/v1/count", "k".repeat(300), "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void a_file_sent_again_is_known_whatever_its_frame_and_another_file_is_refused() {
        var first = file("--------aaab", "现场照片 --------aaa ----------aaa");
        var again = file("--------cdcd", "现场照片 --------aaa ----------aaa");
        var other = file("--------aaab", "另一张照片");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("\"code\":\"idempotency_key_reused\"");
        assertThat(counting.times).hasValue(1);
    }

    @Test
    void what_is_kept_tells_nothing_without_the_key() {
        post("/api/v1/count", key, "{\"a\":1}");

        var kept = database.asOwner(db -> db.sql("select answer from web.idempotency order by claimed_at desc")
                .query(byte[].class)
                .list());

        assertThat(kept).isNotEmpty().allSatisfy(answer -> assertThat(
                        new String(answer, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("times")
                .doesNotContain("matters"));
    }

    private HttpResponse<String> file(String boundary, String content) {
        var body = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + content + "\r\n--"
                + boundary + "--\r\n";
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/files"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    private HttpResponse<String> post(String path, String named, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", named)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }
}
