package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A place that one operation visited is not visited by the next without a reason, where the office wants one; and an operation is watched live. */
@PlatformTest
class RepeatVisitStoryTest {
    private final MockMvcTester web;
    private final Client client;
    private final Cast cast;
    private final String site = "冷库" + UUID.randomUUID().toString().substring(0, 8);

    RepeatVisitStoryTest(MockMvcTester web, Writing writing, Clock clock) {
        this.web = web;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
    }

    @AfterEach
    void no_window_is_left_for_the_tests_beside() {
        within("");
    }

    private String fields(String name, String again) {
        return """
                {"title":"夜查","starts_at":"%s","place":"中渡派出所","units":["U12","U16"],
                 "sites":[{"name":"%s","address":"中渡镇某路%s号"%s}],"plan":"分工检查"}
                """.formatted(
                        cast.clock().instant().plusSeconds(30),
                        name,
                        name,
                        again.isEmpty() ? "" : ",\"again\":\"" + again + "\"");
    }

    private String planned(String unit, String again) {
        return client.open(cast.handler(unit), "operation", fields(site, again));
    }

    private String visited() {
        var operation = planned("U08", "");
        client.act(cast.head("OFFICE"), operation, "approve");
        client.act(cast.handler("U08"), operation, "deploy", "{\"instructions\":\"全程录像\"}");
        client.act(cast.handler("U12"), operation, "set_out", "{\"people\":4,\"vehicles\":1}");
        client.act(cast.handler("U12"), operation, "report_result", """
                {"site":" %s ","at":"%s","found":false,"text":"未见异常，内情不外传"}
                """.formatted(
                        site, cast.clock().instant().minusSeconds(60)));
        return operation;
    }

    private void within(String days) {
        assertThat(post(cast.handler("OFFICE"), days)).isEqualTo(303);
    }

    private int post(Viewer viewer, String days) {
        return web.post()
                .uri("/operations/visit-window")
                .param("days", days)
                .with(TestAccounts.as(viewer))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange()
                .getResponse()
                .getStatus();
    }

    @Test
    void without_a_window_earlier_visits_are_shown_and_nothing_is_asked() {
        var first = visited();

        var second = planned("U14", "");

        var page = client.get(cast.handler("U14"), "/matters/" + second).is(200).text();
        assertThat(page)
                .contains("行动看板和以往的检查", "县公安局牵头")
                .as("what was found there stays with the other operation")
                .doesNotContain("内情不外传", first);
    }

    @Test
    void whoever_only_takes_part_is_not_shown_who_was_there_before() {
        visited();
        var second = planned("U14", "");
        client.act(cast.head("OFFICE"), second, "approve");
        client.act(cast.handler("U14"), second, "deploy", "{\"instructions\":\"全程录像\"}");

        assertThat(client.get(cast.handler("U12"), "/matters/" + second).is(200).text())
                .contains("县公安局牵头");
        assertThat(client.get(cast.handler("U16"), "/matters/" + second).is(200).text())
                .contains("实时看板")
                .doesNotContain("以往检查", "县公安局牵头");
    }

    @Test
    void within_the_offices_window_a_plan_without_a_reason_is_refused_and_one_with_it_stands() {
        visited();
        within("30");

        var refused = client.post(
                        cast.handler("U14"),
                        "/api/v1/matters",
                        "{\"kind\":\"operation\",\"fields\":" + fields(site, "") + "}")
                .is(422)
                .json();

        assertThat(refused.path("errors").get(0).path("field").asString()).isEqualTo("sites[0].again");
        assertThat(refused.path("errors").get(0).path("message").asString()).contains(site, "县公安局", "再次检查的理由");
        planned("U14", "群众再次反映");
        client.open(cast.handler("U14"), "operation", fields("另一冷库" + UUID.randomUUID(), ""));
    }

    @Test
    void a_shop_under_a_new_name_is_known_by_its_code() {
        within("30");
        var code =
                ("91450223" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT)).substring(0, 18);
        var first = client.open(cast.handler("U08"), "operation", coded("旧招牌" + site, code));
        client.act(cast.head("OFFICE"), first, "approve");
        client.act(cast.handler("U08"), first, "deploy", "{\"instructions\":\"全程录像\"}");
        client.act(cast.handler("U12"), first, "set_out", "{\"people\":4,\"vehicles\":1}");
        client.act(cast.handler("U12"), first, "report_result", """
                {"site":"旧招牌%s","at":"%s","found":false,"text":"未见异常"}
                """.formatted(
                        site, cast.clock().instant().minusSeconds(60)));

        var refused = client.post(
                        cast.handler("U14"),
                        "/api/v1/matters",
                        "{\"kind\":\"operation\",\"fields\":" + coded("新招牌" + site, code.toLowerCase(Locale.ROOT))
                                + "}")
                .is(422);

        assertThat(refused.text()).contains("县公安局牵头检查过").doesNotContain("旧招牌", first);
    }

    private String coded(String name, String code) {
        return fields(name, "").replace("\"address\"", "\"code\":\"" + code + "\",\"address\"");
    }

    @Test
    void only_the_office_sets_the_window_and_nonsense_is_not_set() {
        for (var other : List.of(cast.handler("U08"), cast.head("HQ"), cast.in("OFFICE", Post.UNIT_ADMIN))) {
            client.get(other, "/operations/visit-window").is(404);
            assertThat(post(other, "3")).isEqualTo(404);
        }
        within("15");
        within("-1");
        assertThat(client.get(cast.handler("OFFICE"), "/operations/visit-window")
                        .text())
                .contains("value=\"15\"");
    }

    @Test
    void the_board_shows_phases_units_and_results_to_those_who_see_the_operation() {
        var operation = visited();

        var board = client.get(cast.handler("U12"), "/operations/" + operation + "/board")
                .is(200);

        assertThat(board.text()).contains("方案", "部署", "出动", "战果", "已出动 1 / 3", "4 人，1 车", "未见异常", "every 15s");
        for (var other : List.of(cast.handler("U14"), cast.in("U12", Post.UNIT_ADMIN))) {
            client.get(other, "/operations/" + operation + "/board").is(404);
        }
        client.get(cast.handler("U12"), "/operations/nonsense/board").is(404);
        client.act(cast.handler("U08"), operation, "finish", "{\"summary\":\"完成\"}");
        assertThat(client.get(cast.handler("U08"), "/operations/" + operation + "/board")
                        .text())
                .doesNotContain("every 15s");
    }

    @Test
    void whoever_looks_at_the_board_leaves_a_trace_however_they_ask_and_one_while_it_stands_open() {
        var operation = visited();
        var someone = cast.in("U08", Post.HANDLER);

        polled(someone, operation);
        polled(someone, operation);

        var reads = client.get(cast.handler("U08"), "/api/v1/matters/" + operation + "/access")
                .json()
                .path("reads");
        assertThat(reads.valueStream()
                        .filter(r -> r.path("account")
                                .asString()
                                .equals(someone.account().value()))
                        .map(r -> r.path("purpose").asString()))
                .containsExactly("board");
    }

    private void polled(Viewer viewer, String operation) {
        assertThat(web.get()
                        .uri("/operations/" + operation + "/board")
                        .header("HX-Request", "true")
                        .with(TestAccounts.as(viewer))
                        .exchange())
                .hasStatusOk();
    }
}
