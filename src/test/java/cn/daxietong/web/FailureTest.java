package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = {PagesOnly.class, PagesOnly.Failing.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FailureTest {
    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/refused, 409, action_not_allowed",
        "/api/v1/nowhere, 404, not_found",
        "/api/v1/probe?number=abc, 400, malformed",
        "/api/v1/probe?number=99999999999999999999, 400, malformed",
        "/api/v1/down, 503, unavailable",
        "/api/v1/broken, 500, internal"
    })
    void a_program_is_answered_in_problem_json(String path, int status, String code) throws Exception {
        var answer = get(path, "Accept", "*/*");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains("\"errors\":[");
    }

    @ParameterizedTest
    @CsvSource({"/refused, 409, 须先由接收单位退回", "/nowhere, 404, 没有找到", "/down, 503, 正在恢复", "/broken, 500, 差错编号"})
    void a_person_is_answered_in_a_chinese_page(String path, int status, String words) throws Exception {
        var answer = get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains(words).contains("lang=\"zh-CN\"").contains("回到工作台");
    }

    @Test
    void an_unexpected_failure_says_nothing_of_its_cause() throws Exception {
        for (var path : new String[] {"/broken", "/api/v1/broken"}) {
            assertThat(get(path, "Accept", "*/*").body())
                    .doesNotContain("secret")
                    .doesNotContain("Exception")
                    .doesNotContain("cn.daxietong");
        }
    }

    @Test
    void a_page_waiting_for_the_database_reloads_itself() throws Exception {
        assertThat(get("/down", "Accept", "text/html").body()).contains("http-equiv=\"refresh\"");
        assertThat(get("/refused", "Accept", "text/html").body()).doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void htmx_is_given_the_sentence_and_where_to_put_it() throws Exception {
        var answer = get("/refused", "HX-Request", "true");

        assertThat(answer.headers().firstValue("HX-Retarget")).contains("#messages");
        assertThat(answer.body()).contains("须先由接收单位退回").doesNotContain("<html");
    }

    @Test
    void a_wrong_method_names_the_right_one() throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(uri("/api/v1/probe")).DELETE().build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .contains("POST");
    }

    @Test
    void assets_are_kept_for_a_year_and_pages_are_not_mixed_with_fragments() throws Exception {
        var css = get("/assets/app.css", "Accept", "*/*");
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");

        assertThat(String.join(
                        ",", get("/nowhere", "Accept", "text/html").headers().allValues("Vary")))
                .containsIgnoringCase("HX-Request");
    }

    @Test
    void the_display_mode_is_kept_and_never_leads_elsewhere() throws Exception {
        var kept = get("/display?mode=elder&back=/leads%3Fq%3Da", "Accept", "*/*");
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(kept.headers().firstValue("Set-Cookie").orElse("")).contains("display=elder");
        assertThat(kept.headers().firstValue("Location")).contains("/leads?q=a");

        for (var elsewhere : new String[] {"//evil.example", "https://evil.example", "/%5Cevil.example", "/a%0d%0ab"}) {
            assertThat(get("/display?mode=elder&back=" + elsewhere, "Accept", "*/*")
                            .headers()
                            .firstValue("Location"))
                    .contains("/");
        }
    }

    private HttpResponse<String> get(String path, String header, String value) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path)).header(header, value).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
