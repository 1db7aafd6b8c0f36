package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** 县教育局 has a duty of its own in the notice and no part in a case: it learns nothing of one, whichever door it tries. */
@PlatformTest
class StrangerTest {
    private static final String MATTERS = "/api/v1/matters";
    private static final String UNIT = "U07";

    private final MockMvcTester web;
    private final Client client;
    private final Cast cast;
    private final Stories stories;

    /** Stands in the title of everything that is hidden. */
    private final String mark = "藏" + UUID.randomUUID().toString().substring(0, 8);

    private String kase = "";
    private String hiddenLead = "";
    private String exhibit = "";
    private String document = "";
    private String file = "";

    StrangerTest(MockMvcTester web, Writing writing, Clock clock) {
        this.web = web;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    @BeforeEach
    void a_case_with_a_document_and_a_file() {
        kase = stories.aCase("U12", mark, "{\"commodity\":\"tobacco\"}");
        file = upload(cast.handler("U12"));
        var lead = client.open(
                cast.handler("U12"),
                "lead",
                "{\"title\":\"" + mark
                        + "\",\"source\":\"patrol\",\"description\":\"说明\",\"subjects\":[{\"type\":\"phone\",\"value\":\"13"
                        + mark.hashCode() + "\"}]}");
        document = client.see(cast.handler("U12"), lead)
                .path("documents")
                .get(0)
                .path("id")
                .asString();
        assertThat(client.get(cast.handler("U12"), "/matters?q={q}", mark)
                        .is(200)
                        .text())
                .as("those whom it concerns see it")
                .contains(kase, lead);
        hiddenLead = lead;
        client.act(
                cast.handler("U12"),
                kase,
                "seize",
                "{\"items\":[{\"description\":\"" + mark + "\",\"quantity\":1,\"unit\":\"件\"}],\"seized_at\":\""
                        + cast.clock().instant().minusSeconds(60)
                        + "\"}");
        exhibit = client.linked(cast.handler("U12"), kase, "exhibit");
    }

    private String upload(Viewer viewer) {
        var sent = web.post()
                .uri("/api/v1/attachments")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "现场.pdf", "application/pdf", ("%PDF-1.4\n" + mark).getBytes(StandardCharsets.UTF_8)))
                .with(TestAccounts.as(viewer))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(sent).hasStatus(201);
        return Json.MAPPER
                .readTree(sent.getResponse().getContentAsByteArray())
                .path("id")
                .asString();
    }

    private List<Viewer> strangers() {
        return List.of(cast.handler(UNIT), cast.head(UNIT), cast.in(UNIT, Post.UNIT_ADMIN));
    }

    /** The same answer as for an id that nobody has, but for the id itself and for what is new in every answer. */
    private void answeredAsAbsent(Viewer stranger, String path, String id) {
        var nobody = UUID.randomUUID().toString();
        var hidden = client.get(stranger, path.replace("ID", id));
        var absent = client.get(stranger, path.replace("ID", nobody));

        assertThat(hidden.status()).as(path).isEqualTo(404).isEqualTo(absent.status());
        assertThat(same(hidden.text(), id)).as(path).isEqualTo(same(absent.text(), nobody));
        assertThat(hidden.headers().keySet())
                .as(path)
                .isEqualTo(absent.headers().keySet());
    }

    private static String same(String text, String id) {
        return text.replace(id, "ID")
                .replaceAll("value=\"[\\w-]{80,}\"", "token")
                .replaceAll("content=\"[\\w-]{80,}\"", "token");
    }

    @Test
    void by_id_it_is_told_that_there_is_nothing() {
        for (var stranger : strangers()) {
            for (var path : List.of(
                    MATTERS + "/ID",
                    MATTERS + "/ID/timeline",
                    MATTERS + "/ID/access",
                    "/matters/ID",
                    "/matters/ID/actions/record_facts",
                    "/matters/ID/actions/no_such_action")) {
                answeredAsAbsent(stranger, path, kase);
            }
            for (var path : List.of(MATTERS + "/ID", "/matters/ID", "/inventories/ID", "/exhibits/labels?matter=ID")) {
                answeredAsAbsent(stranger, path, exhibit);
            }
            for (var path : List.of(
                    MATTERS + "/" + hiddenLead + "/documents/ID",
                    "/matters/" + hiddenLead + "/documents/ID.pdf",
                    "/matters/" + hiddenLead + "/documents/ID.ofd",
                    "/check/ID")) {
                answeredAsAbsent(stranger, path, document);
            }
            answeredAsAbsent(stranger, "/attachments/ID", file);
            answeredAsAbsent(stranger, "/api/v1/attachments/ID", file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/worklist",
                "/notices",
                "/matters",
                "/matters?q=MARK",
                "/matters?kind=lead&q=MARK",
                "/matters?kind=case&unit=U12",
                "/matters?kind=exhibit",
                "/matters?kind=exhibit&q=MARK",
                "/matters/print?q=MARK",
                "/matters/new/lead",
                "/matters/new/case",
                "/units/U12",
                "/units/U07",
                "/people",
                "/api/v1/worklist",
                "/api/v1/matters",
                "/api/v1/matters?q=MARK",
                "/api/v1/matters?kind=case&unit=U12&limit=200",
                "/api/v1/ledger/checkpoints"
            })
    void no_list_count_picker_or_notice_names_it(String path) {
        for (var stranger : List.of(cast.handler(UNIT), cast.head(UNIT))) {
            var answer = client.get(stranger, path.replace("MARK", "{q}"), mark);

            assertThat(answer.status()).as(path).isIn(200, 403);
            assertThat(answer.text().replace("value=\"" + mark + "\"", "").replace("“" + mark + "”", ""))
                    .as(path)
                    .doesNotContain(kase, hiddenLead, exhibit, document, file);
            if (path.startsWith(MATTERS) && path.contains("MARK")) {
                assertThat(answer.json().path("items")).isEmpty();
                assertThat(answer.json().path("total_estimate").asInt()).isZero();
            }
        }
    }

    @Test
    void a_search_by_the_very_phone_finds_nothing() {
        var phone = "13" + mark.hashCode();

        assertThat(client.get(cast.handler("U12"), MATTERS + "?q={q}", phone)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(client.get(cast.handler(UNIT), MATTERS + "?q={q}", phone)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void an_export_holds_none_of_it() throws IOException {
        assertThat(exported(cast.handler("U12"))).as("theirs does").contains(mark);
        assertThat(exported(cast.handler(UNIT))).doesNotContain(mark);
    }

    private String exported(Viewer viewer) throws IOException {
        var sent =
                web.get().uri("/matters/export").with(TestAccounts.as(viewer)).exchange();
        assertThat(sent).hasStatusOk();
        try (var book = new ReadableWorkbook(
                        new ByteArrayInputStream(sent.getResponse().getContentAsByteArray()));
                var rows = book.getFirstSheet().openStream()) {
            return rows.flatMap(Row::stream)
                    .map(cell -> cell == null ? "" : cell.getText())
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void neither_a_guessed_version_nor_a_wrong_one_tells_that_there_is_something() {
        var nobody = UUID.randomUUID().toString();
        for (var version : List.of("\"1\"", "\"2\"", "\"99\"", "*")) {
            var hidden = act(kase, version, UUID.randomUUID().toString());
            var absent = act(nobody, version, UUID.randomUUID().toString());

            assertThat(hidden.status()).as(version).isEqualTo(absent.status()).isIn(404, 400);
            assertThat(hidden.text()).as(version).isEqualTo(absent.text());
        }
    }

    private Client.Answer act(String id, String version, String key) {
        return client.post(
                cast.handler(UNIT),
                MATTERS + "/" + id + "/actions/record_facts",
                "{\"fields\":{\"facts\":{\"commodity\":\"tobacco\"}}}",
                "If-Match",
                version,
                "Idempotency-Key",
                key);
    }

    @Test
    void a_key_and_body_overheard_from_another_unit_bring_back_no_answer_of_theirs() {
        var key = UUID.randomUUID().toString();
        var body = "{\"fields\":{\"facts\":{\"commodity\":\"tobacco\"}}}";
        var path = MATTERS + "/" + kase + "/actions/record_facts";
        client.post(cast.handler("U12"), path, body, "Idempotency-Key", key).is(200);

        var overheard = client.post(cast.handler(UNIT), path, body, "Idempotency-Key", key)
                .is(404);

        assertThat(overheard.text()).doesNotContain(mark);
        assertThat(overheard.headers()).doesNotContainKey("Idempotent-Replayed");
    }

    @Test
    void a_hidden_matter_or_file_named_in_a_field_is_answered_like_one_that_is_not_there() {
        assertThat(openWith("attachments", file))
                .isEqualTo(openWith("attachments", UUID.randomUUID().toString()));
        assertThat(caseFrom(hiddenLead)).isEqualTo(caseFrom(UUID.randomUUID().toString()));
    }

    private String openWith(String field, String id) {
        return client.post(
                        cast.handler(UNIT),
                        MATTERS,
                        "{\"kind\":\"lead\",\"fields\":{\"title\":\"自己的\",\"source\":\"patrol\",\"description\":\"说明\",\""
                                + field + "\":[{\"kind\":\"photo\",\"attachment\":\"" + id + "\"}]}}")
                .text()
                .replace(id, "ID");
    }

    private String caseFrom(String lead) {
        var answer = client.post(
                cast.handler(UNIT),
                MATTERS,
                "{\"kind\":\"case\",\"fields\":{\"title\":\"自己的\",\"summary\":\"说明\",\"facts\":{},\"lead\":\"" + lead
                        + "\"}}");
        return answer.status() + answer.text().replace(lead, "ID");
    }

    @Test
    void nobody_gets_anything_without_signing_in() {
        for (var path : List.of(MATTERS + "/" + kase, MATTERS, "/api/v1/worklist", "/api/v1/attachments/" + file)) {
            assertThat(client.get(null, path).status()).as(path).isEqualTo(401);
        }
        assertThat(client.get(null, "/matters/" + kase).status()).isEqualTo(302);
    }
}
