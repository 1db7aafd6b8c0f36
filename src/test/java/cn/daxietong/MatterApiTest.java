package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The HTTP API of matters, as a member unit's program and a careless or hostile client meet it. */
@PlatformTest
class MatterApiTest {
    private static final String MATTERS = "/api/v1/matters";

    private final Client client;
    private final Cast cast;
    private final Stories stories;

    MatterApiTest(MockMvcTester web, Writing writing, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    private String lead(String title) {
        return client.open(cast.handler("U18A"), "lead", lead(title, ""));
    }

    private static String lead(String title, String more) {
        return "{\"title\":\"" + title + "\",\"source\":\"station_report\",\"description\":\"说明\"" + more + "}";
    }

    @Test
    void a_token_opens_the_interface_and_says_who_one_is() {
        var handler = cast.handler("U17");
        var signedIn = client.post(
                        null,
                        "/api/v1/tokens",
                        "{\"username\":\"" + handler.account() + "\",\"password\":\"Test-Password-7\"}")
                .is(200)
                .json();

        assertThat(signedIn.path("token").asString()).isNotBlank();
        assertThat(signedIn.path("account").path("unit").asString()).isEqualTo("U17");
        assertThat(client.get(handler, "/api/v1/me").is(200).json().path("post").asString())
                .isEqualTo("handler");
        assertThat(client.get(null, MATTERS).is(401).code()).isEqualTo("unauthenticated");
    }

    @Test
    void what_is_created_has_a_place_a_version_a_number_and_the_next_actions() {
        var answer = client.post(
                        cast.handler("U18A"), MATTERS, "{\"kind\":\"lead\",\"fields\":" + lead("新线索", "") + "}")
                .is(201);

        var matter = answer.json();
        assertThat(answer.headers())
                .containsEntry("Location", MATTERS + "/" + matter.path("id").asString());
        assertThat(answer.headers()).containsEntry("ETag", "\"1\"");
        assertThat(matter.path("number").asString()).matches("鹿打私线〔\\d{4}〕\\d+号");
        assertThat(matter.path("owner_unit").asString()).isEqualTo("OFFICE");
        var offered =
                client.see(cast.handler("OFFICE"), matter.path("id").asString()).path("actions");
        assertThat(offered.get(0).path("name").asString()).isEqualTo("dispatch");
        assertThat(offered.get(0).path("fields").get(0).path("required").asBoolean())
                .isTrue();
    }

    @Test
    void a_list_is_filtered_and_paged_without_a_gap_or_a_repetition() {
        var word = "翻页" + UUID.randomUUID().toString().substring(0, 8);
        var made = Stream.of(1, 2, 3, 4, 5).map(n -> lead(word + n)).toList();
        var reporter = cast.handler("U18A");

        var first =
                client.get(reporter, MATTERS + "?q={q}&limit=2", word).is(200).json();
        var second = client.get(
                        reporter,
                        MATTERS + "?q={q}&limit=3&cursor={c}",
                        word,
                        first.path("next").asString())
                .is(200)
                .json();

        assertThat(first.path("total_estimate").asInt()).isEqualTo(5);
        var seen = Stream.concat(
                        first.path("items").valueStream(), second.path("items").valueStream())
                .map(i -> i.path("id").asString())
                .toList();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(client.get(reporter, MATTERS + "?kind=case&q={q}", word)
                        .is(200)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(client.get(reporter, MATTERS + "?status=registered&unit=OFFICE&q={q}", word)
                        .is(200)
                        .json()
                        .path("items"))
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=201", "limit=-1", "limit=many", "cursor=abc", "due=never", "kind=nothing", "sort=size"
    })
    void a_list_question_that_makes_no_sense_is_answered_with_the_field(String query) {
        var answer = client.get(cast.handler("U12"), MATTERS + "?" + query).is(422);

        assertThat(answer.json().path("errors").get(0).path("field").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void a_stale_version_is_told_what_changed_since() {
        var id = lead("版本");
        client.act(cast.handler("OFFICE"), id, "dispatch", "{\"unit\":\"U12\"}");

        var answer = client.post(cast.handler("U12"), MATTERS + "/" + id + "/actions/accept", "{}", "If-Match", "\"1\"")
                .is(412);

        assertThat(answer.json().path("detail").asString()).contains("分派", "指挥部办公室");
        client.post(cast.handler("U12"), MATTERS + "/" + id + "/actions/accept", "{}", "If-Match", "\"2\"")
                .is(200);
    }

    @Test
    void the_wrong_moment_the_wrong_person_and_the_wrong_name_are_told_apart() {
        var id = lead("不行");

        assertThat(client.tries(cast.handler("U18A"), id, "accept", "{}")
                        .is(409)
                        .code())
                .isEqualTo("action_not_allowed");
        assertThat(client.tries(cast.handler("U18A"), id, "dispatch", "{\"unit\":\"U12\"}")
                        .is(403)
                        .code())
                .isEqualTo("forbidden");
        client.tries(cast.handler("OFFICE"), id, "abolish", "{}").is(404);
        client.tries(cast.in("OFFICE", Post.SYSTEM_ADMIN), id, "dispatch", "{\"unit\":\"U12\"}")
                .is(403);
    }

    @Test
    void what_one_may_not_see_is_answered_like_what_is_not_there() {
        var id = lead("看不见");
        var stranger = cast.handler("U07");

        var invisible = client.get(stranger, MATTERS + "/" + id).is(404).json();
        var absent =
                client.get(stranger, MATTERS + "/" + UUID.randomUUID()).is(404).json();

        assertThat(invisible.path("detail")).isEqualTo(absent.path("detail"));
        assertThat(invisible.path("code")).isEqualTo(absent.path("code"));
        assertThat(client.get(stranger, MATTERS + "/not-an-id").is(404).code()).isEqualTo("not_found");
    }

    @Test
    void all_faults_are_named_at_once() {
        var answer = client.post(
                        cast.handler("U18A"),
                        MATTERS,
                        "{\"kind\":\"lead\",\"fields\":{\"source\":\"rumour\",\"occurred_at\":\"tomorrow\",\"colour\":\"red\"}}")
                .is(422);

        assertThat(answer.json().path("errors").valueStream().map(e -> e.path("field")
                        .asString()))
                .contains("title", "source", "description", "occurred_at", "colour");
    }

    @ParameterizedTest
    @CsvSource({
        "2999-01-01T00:00:00+08:00, occurred_at",
        "1949-01-01T00:00:00+08:00, occurred_at",
        "+999999999-12-31T23:59:59+08:00, occurred_at"
    })
    void a_time_that_cannot_have_been_is_refused(String time, String field) {
        var answer = client.post(
                        cast.handler("U18A"),
                        MATTERS,
                        "{\"kind\":\"lead\",\"fields\":" + lead("时间", ",\"occurred_at\":\"" + time + "\"") + "}")
                .is(422);

        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1e30", "99999999999999999999999999"})
    void an_absurd_amount_is_refused_and_never_a_failure(String amount) {
        var kase = stories.aCase("U17", "金额", Stories.SMALL);
        client.act(cast.handler("U17"), kase, "file");

        var answer = client.tries(
                        cast.handler("U17"),
                        kase,
                        "decide_penalty",
                        "{\"kind\":\"fine\",\"amount_yuan\":" + amount + ",\"text\":\"罚款\"}")
                .is(422);

        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("amount_yuan");
        client.post(
                        cast.handler("U17"),
                        MATTERS,
                        "{\"kind\":\"case\",\"fields\":{\"title\":\"t\",\"summary\":\"s\",\"facts\":{\"business_amount_yuan\":"
                                + amount + "}}}")
                .is(422);
    }

    @Test
    void an_unknown_kind_a_missing_kind_and_no_json_are_refused_calmly() {
        var handler = cast.handler("U12");

        assertThat(client.post(handler, MATTERS, "{\"kind\":\"nothing\",\"fields\":{}}")
                        .is(422)
                        .code())
                .isEqualTo("invalid_fields");
        client.post(handler, MATTERS, "{\"fields\":{}}").is(422);
        client.post(handler, MATTERS, "{\"kind\":\"lead\",\"fields\":[1]}").is(422);
        client.post(handler, MATTERS, "{\"kind\":").is(400);
        client.post(handler, MATTERS, "{\"kind\":\"transfer\",\"fields\":{}}").is(403);
        client.post(handler, MATTERS, "{\"kind\":\"lead\",\"fields\":{\"title\":\"" + "长".repeat(3_500_000) + "\"}}")
                .is(413);
    }

    @Test
    void rare_characters_come_back_as_they_were_and_are_found() {
        var title = "𠮷㛃🚚" + UUID.randomUUID();
        var id = lead(title);

        assertThat(client.see(cast.handler("U18A"), id).path("title").asString())
                .isEqualTo(title);
        assertThat(client.get(cast.handler("U18A"), MATTERS + "?q={q}", "𠮷㛃🚚")
                        .is(200)
                        .json()
                        .path("items")
                        .valueStream())
                .anySatisfy(i -> assertThat(i.path("id").asString()).isEqualTo(id));
    }

    @Test
    void a_repeated_post_answers_the_first_answer_and_does_nothing_twice() {
        var reporter = cast.handler("U18A");
        var key = UUID.randomUUID().toString();
        var body = "{\"kind\":\"lead\",\"fields\":" + lead("只一次", "") + "}";

        var first = client.post(reporter, MATTERS, body, "Idempotency-Key", key).is(201);
        var second =
                client.post(reporter, MATTERS, body, "Idempotency-Key", key).is(201);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.headers().get("Location")).isEqualTo(first.headers().get("Location"));
        client.post(reporter, MATTERS, body.replace("只一次", "另一件"), "Idempotency-Key", key)
                .is(422);
    }

    @Test
    void of_two_officers_at_once_one_wins_and_the_other_is_told() throws Exception {
        var id = lead("两人同时");
        client.act(cast.handler("OFFICE"), id, "dispatch", "{\"unit\":\"U12\"}");
        var start = new CountDownLatch(1);

        var answers = Stream.of(cast.handler("U12"), cast.colleague("U12"))
                .map(officer -> CompletableFuture.supplyAsync(() -> {
                    awaits(start);
                    return client.post(officer, MATTERS + "/" + id + "/actions/accept", "{}", "If-Match", "\"2\"");
                }))
                .toList();
        start.countDown();

        var statuses = answers.stream().map(a -> a.join().status()).sorted().toList();
        assertThat(statuses).isEqualTo(List.of(200, 412));
        assertThat(client.see(cast.handler("U12"), id).path("version").asInt()).isEqualTo(3);
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_timeline_is_chained_and_the_access_list_says_who_why_and_who_looked() {
        var id = lead("留痕");
        client.act(cast.handler("OFFICE"), id, "dispatch", "{\"unit\":\"U12\"}");
        client.see(cast.handler("U12"), id);

        var timeline = client.get(cast.handler("U12"), MATTERS + "/" + id + "/timeline")
                .is(200)
                .json()
                .path("items");
        var access = client.get(cast.handler("U12"), MATTERS + "/" + id + "/access")
                .is(200)
                .json();

        assertThat(timeline.valueStream().map(e -> e.path("event").asString())).containsExactly("register", "dispatch");
        assertThat(timeline.valueStream().map(e -> e.path("hash").asString()).distinct())
                .hasSize(2);
        assertThat(timeline.get(1).path("law").asString()).isNotBlank();
        assertThat(access.path("access").valueStream()).anySatisfy(a -> {
            assertThat(a.path("unit").asString()).isEqualTo("U12");
            assertThat(a.path("basis").asString()).contains("分派");
        });
        assertThat(access.path("reads").valueStream().map(r -> r.path("account").asString()))
                .contains(cast.handler("U12").account().value());
    }

    @Test
    void personal_numbers_are_clear_to_those_who_work_on_them_and_masked_to_others() {
        var id = client.open(
                cast.handler("U18A"),
                "lead",
                lead("车牌", ",\"subjects\":[{\"type\":\"vehicle\",\"value\":\"桂B12345\"}]"));
        client.act(cast.handler("OFFICE"), id, "dispatch", "{\"unit\":\"U12\"}");

        assertThat(plate(cast.handler("U12"), id)).isEqualTo("桂B12345");
        assertThat(plate(cast.handler("OFFICE"), id)).contains("*").doesNotContain("12345");
    }

    @Test
    void a_case_is_found_by_the_people_and_vehicles_in_it_and_by_nobody_outside() {
        var plate = "桂B" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        var fields = "{\"title\":\"车辆涉案\",\"summary\":\"说明\",\"facts\":" + Stories.SMALL + ",\"subjects\":[%s]}";
        var fault = client.post(
                        cast.handler("U12"),
                        MATTERS,
                        "{\"kind\":\"case\",\"fields\":" + fields.formatted("{\"type\":\"phone\"}") + "}")
                .is(422);
        var kase = client.open(
                cast.handler("U12"),
                "case",
                fields.formatted("{\"type\":\"vehicle\",\"value\":\"" + plate + "\",\"name\":\"货车\"}"));

        assertThat(fault.json().path("errors").get(0).path("field").asString()).isEqualTo("subjects[0].value");
        assertThat(found(cast.handler("U12"), plate)).containsExactly(kase);
        assertThat(found(cast.handler("OFFICE"), plate)).containsExactly(kase);
        assertThat(found(cast.handler("U07"), plate)).isEmpty();
        assertThat(plate(cast.handler("U12"), kase)).isEqualTo(plate);
        assertThat(plate(cast.handler("OFFICE"), kase)).contains("*").isNotEqualTo(plate);
    }

    @Test
    void a_case_that_changed_its_number_is_found_by_the_old_one_by_those_who_see_it() {
        var kase = stories.aCase("U12", "改号案件", Stories.SMALL);
        var old = client.see(cast.handler("U12"), kase).path("number").asString();
        var transfer = stories.transferred("U12", kase, "U17");
        client.act(cast.handler("U17"), transfer, "sign_receipt");

        assertThat(found(cast.handler("U17"), old)).contains(kase);
        assertThat(found(cast.handler("U12"), old)).doesNotContain(kase);
        assertThat(client.see(cast.handler("U17"), kase)
                        .path("former_numbers")
                        .get(0)
                        .asString())
                .isEqualTo(old);
    }

    private List<String> found(Viewer viewer, String q) {
        return client.get(viewer, MATTERS + "?q={q}", q)
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .map(i -> i.path("id").asString())
                .toList();
    }

    private String plate(Viewer viewer, String id) {
        return client.see(viewer, id)
                .path("data")
                .path("subjects")
                .get(0)
                .path("value")
                .asString();
    }
}
