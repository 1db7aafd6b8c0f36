package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** 联合办案 through the API: a room that units join and leave, assistance asked of any unit, an operation from plan to result. */
@PlatformTest
class JointCaseStoryTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final Writing writing;

    JointCaseStoryTest(MockMvcTester web, Writing writing, Clock clock) {
        this.writing = writing;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    private String room() {
        return client.open(cast.handler("U08"), "joint_case", """
                {"title":"冻品系列案联合办案","purpose":"查清上下家","units":["U12","U14"]}
                """);
    }

    private String in(int days) {
        return cast.clock().instant().plus(Duration.ofDays(days)).toString();
    }

    private static List<String> parts(JsonNode room) {
        return room.path("data")
                .path("members")
                .valueStream()
                .map(m -> m.path("unit").asString() + " " + m.path("part").asString())
                .sorted()
                .toList();
    }

    @Test
    void whoever_is_invited_joins_or_says_why_not_and_whoever_stays_out_sees_it_no_more() {
        var room = room();

        client.act(cast.handler("U12"), room, "join");
        client.act(cast.handler("U14"), room, "stay_out", "{\"reason\":\"不涉及本单位职责\"}");

        assertThat(parts(client.see(cast.handler("U08"), room))).containsExactly("U12 joined", "U14 stayed_out");
        client.get(cast.handler("U14"), "/api/v1/matters/" + room).is(404);
        client.get(cast.handler("U07"), "/api/v1/matters/" + room).is(404);
    }

    @Test
    void a_related_case_stays_a_case_of_its_own_and_is_seen_by_nobody_new() {
        var room = room();
        client.act(cast.handler("U12"), room, "join");
        var kase = stories.aCase("U12", "串案中的一件", Stories.SMALL);

        client.act(
                cast.handler("U12"),
                room,
                "relate",
                "{\"about\":\"" + kase + "\",\"relation\":\"series\",\"reason\":\"同一批车辆\"}");

        assertThat(client.linked(cast.handler("U12"), room, "case")).isEqualTo(kase);
        assertThat(client.see(cast.handler("U08"), room).path("links")).isEmpty();
        client.get(cast.handler("U08"), "/api/v1/matters/" + kase).is(404);
    }

    @Test
    void a_subject_of_the_room_is_found_by_its_number() {
        var room = room();
        client.act(
                cast.handler("U08"),
                room,
                "add_subjects",
                "{\"subjects\":[{\"type\":\"vehicle\",\"value\":\"桂B77661\"}]}");

        var found = client.get(cast.handler("U08"), "/api/v1/matters?q=桂B77661")
                .is(200)
                .json();

        assertThat(found.path("items").valueStream().map(i -> i.path("id").asString()))
                .contains(room);
        assertThat(client.get(cast.handler("U07"), "/api/v1/matters?q=桂B77661")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void what_is_talked_over_becomes_minutes() {
        var room = room();
        client.act(cast.handler("U12"), room, "join");

        var met = client.act(cast.handler("U08"), room, "hold_meeting", """
                {"at":"%s","units":["U08","U12"],"minutes":"分工明确","resolutions":["三日内汇总车辆清单"]}
                """.formatted(
                        cast.clock().instant().minus(Duration.ofHours(2))));

        assertThat(met.path("documents").get(0).path("title").asString()).isEqualTo("会商纪要");
        client.tries(cast.handler("U12"), room, "close", "{\"result\":\"办结\"}").is(403);
    }

    @Test
    void assistance_is_given_confirmed_and_blind_to_what_it_is_for() {
        var room = room();
        var asked = client.open(cast.handler("U08"), "assistance", """
                {"about":"%s","unit":"U10","text":"请核查车辆营运记录","due_at":"%s"}
                """.formatted(room, in(3)));
        client.act(cast.handler("U10"), asked, "accept");
        client.act(cast.handler("U10"), asked, "report", "{\"text\":\"已核查\"}");
        client.act(cast.handler("U08"), asked, "ask_more", "{\"text\":\"请补充近三月记录\",\"due_at\":\"" + in(5) + "\"}");
        client.act(cast.handler("U10"), asked, "report", "{\"text\":\"补充如下\"}");

        var done = client.act(cast.handler("U08"), asked, "confirm");

        assertThat(done.path("status").asString()).isEqualTo("done");
        assertThat(done.path("data").path("results")).hasSize(2);
        client.get(cast.handler("U10"), "/api/v1/matters/" + room).is(404);
    }

    private String tasked(String officer) {
        return client.open(cast.handler("U08"), "assistance", """
                {"about":"%s","unit":"U12","officer":"%s","text":"请核查送货单","due_at":"%s"}
                """.formatted(room(), officer, in(3)));
    }

    /** What stands on somebody's own list. */
    private String mine(Viewer viewer) {
        return client.get(viewer, "/api/v1/worklist?mine=true&kind=assistance&limit=200")
                .is(200)
                .text();
    }

    @Test
    void a_task_that_names_an_officer_is_theirs_and_the_units_head_still_sees_it() {
        var officer = cast.colleague("U12");

        var task = tasked(officer.account().value());

        assertThat(mine(officer)).contains(task);
        assertThat(mine(cast.handler("U12"))).doesNotContain(task);
        assertThat(client.get(cast.head("U12"), "/api/v1/worklist?kind=assistance&limit=200")
                        .text())
                .contains(task, officer.account().value());
        assertThat(client.get(officer, "/api/v1/worklist?kind=assistance&limit=200")
                        .text())
                .contains(task);
        client.act(officer, task, "accept");
        assertThat(mine(officer)).as("and so is what follows").contains(task);
        client.get(cast.handler("U07"), "/api/v1/matters/" + task).is(404);
    }

    @Test
    void whoever_has_left_leaves_the_task_to_the_desk() {
        var officer = cast.in("U12", Post.HANDLER);
        var task = tasked(officer.account().value());
        assertThat(mine(cast.handler("U12"))).doesNotContain(task);

        writing.run(db -> db.sql("update identity.account set disabled_at = now() where username = ?")
                .param(officer.account().value())
                .update());

        assertThat(mine(cast.handler("U12"))).contains(task);
    }

    @Test
    void whoever_stands_aside_is_handed_nothing_more_of_the_task() {
        var officer = cast.in("U12", Post.HANDLER);
        var task = tasked(officer.account().value());
        var recusal = client.open(officer, "recusal", """
                {"about":"%s","officer":"%s","source":"oneself","reason":"当事人是本人的表弟"}
                """.formatted(task, officer.account()));
        var by = client.see(cast.head("U12"), recusal).path("owner_unit").asString();
        client.act(
                cast.head(by),
                recusal,
                "grant",
                "{\"successor\":\"" + cast.handler("U12").account() + "\",\"reason\":\"属实\"}");
        client.act(cast.handler("U12"), task, "accept");

        assertThat(mine(cast.handler("U12"))).contains(task);
        assertThat(mine(officer)).doesNotContain(task);
    }

    @Test
    void the_receiving_head_gives_a_task_on_and_nobody_names_an_officer_of_another_unit() {
        var task = tasked(cast.colleague("U12").account().value());

        client.tries(
                        cast.handler("U12"),
                        task,
                        "assign",
                        "{\"officer\":\"" + cast.handler("U12").account() + "\"}")
                .is(403);
        client.act(
                cast.head("U12"),
                task,
                "assign",
                "{\"officer\":\"" + cast.handler("U12").account() + "\"}");

        assertThat(mine(cast.handler("U12"))).contains(task);
        assertThat(mine(cast.colleague("U12"))).doesNotContain(task);
        assertThat(client.post(cast.handler("U08"), "/api/v1/matters", """
                        {"kind":"assistance","fields":{"unit":"U12","officer":"%s","text":"请核查","due_at":"%s"}}
                        """.formatted(
                                        cast.handler("U14").account(), in(3)))
                        .is(422)
                        .text())
                .contains("对方承办人应当是所选协查单位的在岗经办人");
    }

    private String plan() {
        return """
                {"title":"夜查","starts_at":"%s","place":"中渡派出所","units":["U12"],
                 "sites":[{"name":"某冷库","address":"中渡镇某路1号"}],"plan":"分工检查"}
                """.formatted(in(1));
    }

    @Test
    void a_plan_sent_back_is_the_leads_to_revise_and_then_the_offices_to_approve_again() {
        var operation = client.open(cast.handler("U08"), "operation", plan());

        client.act(cast.head("OFFICE"), operation, "send_back", "{\"reason\":\"时间太紧\"}");

        assertThat(client.get(cast.handler("U08"), "/api/v1/worklist").text()).contains(operation, "按退回意见修改行动方案");
        assertThat(client.get(cast.head("OFFICE"), "/api/v1/worklist").text()).doesNotContain(operation);
        client.act(cast.handler("U08"), operation, "revise", "{\"starts_at\":\"" + in(3) + "\",\"plan\":\"改到三天后\"}");
        assertThat(client.get(cast.head("OFFICE"), "/api/v1/worklist").text()).contains(operation);
        assertThat(client.get(cast.handler("U08"), "/api/v1/worklist").text()).doesNotContain(operation);
    }

    @Test
    void only_units_that_may_investigate_and_the_office_plan_an_operation() {
        for (var other : List.of("U16", "U07", "T01")) {
            client.post(cast.handler(other), "/api/v1/matters", "{\"kind\":\"operation\",\"fields\":" + plan() + "}")
                    .is(409);
        }
        client.open(cast.handler("OFFICE"), "operation", plan());
    }

    @Test
    void an_operation_is_known_to_its_units_from_the_deployment_on() {
        var operation = client.open(cast.handler("U08"), "operation", """
                {"title":"冷库夜查","starts_at":"%s","place":"中渡派出所","units":["U12"],
                 "sites":[{"name":"某冷库","address":"中渡镇"}],"plan":"分工检查"}
                """.formatted(
                        cast.clock().instant().plusSeconds(30)));
        client.get(cast.handler("U12"), "/api/v1/matters/" + operation).is(404);
        client.tries(cast.handler("OFFICE"), operation, "approve", "{}").is(403);
        client.act(cast.head("OFFICE"), operation, "approve");
        client.act(cast.handler("U08"), operation, "deploy", "{\"instructions\":\"全程录像\"}");

        client.act(cast.handler("U12"), operation, "set_out", "{\"people\":4,\"vehicles\":1}");
        client.tries(cast.handler("U12"), operation, "set_out", "{\"people\":4,\"vehicles\":1}")
                .is(403);
        client.act(cast.handler("U12"), operation, "report_result", """
                {"site":"某冷库","at":"%s","found":true,"text":"查扣冻品32箱"}
                """.formatted(
                        cast.clock().instant().minusSeconds(60)));
        var finished = client.act(cast.handler("U08"), operation, "finish", "{\"summary\":\"完成\"}");

        assertThat(finished.path("status").asString()).isEqualTo("finished");
        assertThat(finished.path("data").path("results").get(0).path("unit").asString())
                .isEqualTo("U12");
    }
}
