package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = {PagesOnly.class, ApiReferenceTest.Sample.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(Browser.Extension.class)
class ApiReferenceTest {
    record SampleBody(String startsAt, int goodsCount) {}

    @TestComponent
    @RestController
    static class Sample {
        @PostMapping("/api/v1/matters/{id}/actions/{action}")
        SampleBody act(@PathVariable String id, @PathVariable String action, @RequestBody SampleBody body) {
            return body;
        }
    }

    @LocalServerPort
    int port;

    @Test
    void the_document_is_openapi_3_1_with_our_names_headers_and_refusals() throws Exception {
        var text = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(origin() + "/v3/api-docs"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        var document = Json.MAPPER.readTree(text);

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/components/schemas/SampleBody/properties").propertyNames())
                .containsExactlyInAnyOrder("starts_at", "goods_count");

        var action = document.at("/paths/~1api~1v1~1matters~1{id}~1actions~1{action}/post");
        assertThat(action.path("summary").asString()).isEqualTo("办理动作");
        assertThat(action.path("parameters").findValuesAsString("name")).contains("Idempotency-Key", "If-Match");
        assertThat(action.at("/responses/409/content").propertyNames()).contains("application/problem+json");
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("/");
    }

    @Test
    void the_page_for_people_shows_the_same(Browser browser) {
        var screen =
                browser.open(origin(), Screen.Size.PHONE, DisplayMode.STANDARD).visit("/api");

        screen.page().locator("details.api > summary:has-text('actions')").click();

        assertThat(screen.page().locator("main").innerText())
                .contains("starts_at")
                .contains("If-Match")
                .contains("curl -X POST");
        screen.picture("api-phone");
        screen.doesNotScrollSideways();
        screen.isAccessible();
        screen.hasNoComplaints();
    }

    private String origin() {
        return "http://localhost:" + port;
    }
}
