package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Viewer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** A member unit's program: speaks the HTTP API as some viewer and reads the answers as JSON. */
final class Client {
    private final MockMvcTester web;

    Client(MockMvcTester web) {
        this.web = web;
    }

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String text) {
        JsonNode json() {
            return Json.MAPPER.readTree(text);
        }

        String code() {
            return json().path("code").asString("");
        }

        Answer is(int expected) {
            assertThat(status)
                    .as(text.length() > 1500 ? text.substring(0, 1500) : text)
                    .isEqualTo(expected);
            return this;
        }
    }

    Answer get(@Nullable Viewer viewer, String path, Object... values) {
        var request = web.get().uri(path, values);
        var result = (viewer == null ? request : request.with(TestAccounts.as(viewer))).exchange();
        return answer(result.getResponse());
    }

    Answer post(@Nullable Viewer viewer, String path, String body, String... headers) {
        var request = web.post()
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        var result = (viewer == null ? request : request.with(TestAccounts.as(viewer))).exchange();
        return answer(result.getResponse());
    }

    private static Answer answer(org.springframework.mock.web.MockHttpServletResponse response) {
        var headers = new java.util.HashMap<String, String>();
        response.getHeaderNames().forEach(n -> headers.put(n, String.valueOf(response.getHeader(n))));
        return new Answer(
                response.getStatus(),
                headers,
                new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Opens a matter and returns its id. */
    String open(Viewer viewer, String kind, String fields) {
        return post(viewer, "/api/v1/matters", "{\"kind\":\"" + kind + "\",\"fields\":" + fields + "}")
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    Answer tries(Viewer viewer, String id, String action, String fields) {
        return post(viewer, "/api/v1/matters/" + id + "/actions/" + action, "{\"fields\":" + fields + "}");
    }

    /** Takes a step that must be granted. */
    JsonNode act(Viewer viewer, String id, String action, String fields) {
        return tries(viewer, id, action, fields).is(200).json();
    }

    JsonNode act(Viewer viewer, String id, String action) {
        return act(viewer, id, action, "{}");
    }

    JsonNode see(Viewer viewer, String id) {
        return get(viewer, "/api/v1/matters/" + id).is(200).json();
    }

    String linked(Viewer viewer, String id, String rel) {
        var found = "";
        for (var link : see(viewer, id).path("links")) {
            if (link.path("rel").asString().equals(rel)) {
                found = link.path("matter").asString();
            }
        }
        assertThat(found).as("link " + rel).isNotEmpty();
        return found;
    }
}
