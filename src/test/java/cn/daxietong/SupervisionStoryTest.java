package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** 督办 through the API: asked for by a unit, examined by the office, timed, urged, verified by another unit, released. */
@PlatformTest
class SupervisionStoryTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;

    SupervisionStoryTest(MockMvcTester web, Writing writing, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    private String applied(String unit, String kase, boolean joint) {
        return client.open(cast.handler(unit), "supervision", """
                {"about":"%s","grounds":["value","public_concern"],"reason":"涉及三个乡镇","joint":%s}
                """.formatted(kase, joint));
    }

    private String enlisted(boolean joint) {
        var kase = stories.aCase("U12", "督办的卷烟案", Stories.SMALL);
        var supervision = applied("U12", kase, joint);
        client.act(cast.handler("OFFICE"), supervision, "enlist", enlistment(10));
        return supervision;
    }

    private String enlistment(int days) {
        return "{\"demand\":\"查清来源\",\"due_at\":\"" + cast.clock().instant().plus(Duration.ofDays(days)) + "\"}";
    }

    private static List<String> documents(JsonNode matter) {
        return matter.path("documents")
                .valueStream()
                .map(d -> d.path("title").asString())
                .toList();
    }

    @Test
    void from_application_to_release_with_an_independent_look_before_it() {
        var supervision = enlisted(false);
        var market = cast.handler("U12");
        var office = cast.handler("OFFICE");

        // 先确定责任人，再报告结果.
        assertThat(client.tries(market, supervision, "report_result", "{\"text\":\"已办\"}")
                        .is(409)
                        .code())
                .isEqualTo("no_officer_yet");
        client.act(market, supervision, "name_officer", "{\"officer\":\"" + market.account() + "\"}");
        client.act(market, supervision, "report_progress", "{\"text\":\"已查到上家\"}");
        client.act(market, supervision, "report_result", "{\"text\":\"已作出处理\"}");
        client.tries(office, supervision, "assign_verifier", "{\"unit\":\"U12\"}")
                .is(422);
        client.act(office, supervision, "assign_verifier", "{\"unit\":\"U09\"}");
        client.act(cast.handler("U09"), supervision, "verify", "{\"finding\":\"现场核对\",\"satisfied\":true}");
        var released = client.act(office, supervision, "release", "{\"note\":\"结果属实\"}");

        assertThat(released.path("status").asString()).isEqualTo("released");
        assertThat(released.path("number").asString()).startsWith("鹿打私督〔");
        assertThat(documents(released)).containsExactly("督办通知书", "解除督办通知书");
        assertThat(released.path("clocks").get(0).path("state").asString()).isEqualTo("met");
    }

    @Test
    void a_look_that_finds_it_undone_puts_it_back_under_supervision() {
        var supervision = enlisted(false);
        var market = cast.handler("U12");
        client.act(market, supervision, "name_officer", "{\"officer\":\"" + market.account() + "\"}");
        client.act(market, supervision, "report_result", "{\"text\":\"已办\"}");
        client.act(cast.handler("OFFICE"), supervision, "assign_verifier", "{\"unit\":\"U09\"}");

        client.act(cast.handler("U09"), supervision, "verify", "{\"finding\":\"仍在经营\",\"satisfied\":false}");

        var again = client.see(market, supervision);
        assertThat(again.path("status").asString()).isEqualTo("enlisted");
        assertThat(again.path("clocks").get(1).path("state").asString()).isEqualTo("running");
        client.get(cast.handler("U09"), "/api/v1/matters/" + supervision).is(404);
    }

    @Test
    void a_verifier_who_does_not_move_is_urged_and_then_replaced_by_a_unit_that_can() {
        var supervision = enlisted(false);
        var market = cast.handler("U12");
        var office = cast.handler("OFFICE");
        client.act(market, supervision, "name_officer", "{\"officer\":\"" + market.account() + "\"}");
        client.act(market, supervision, "report_result", "{\"text\":\"已办\"}");
        client.tries(office, supervision, "assign_verifier", "{\"unit\":\"U16\"}")
                .is(422);
        client.act(office, supervision, "assign_verifier", "{\"unit\":\"U09\"}");

        client.act(office, supervision, "urge", "{\"note\":\"请抓紧核验\"}");
        assertThat(client.get(cast.handler("U09"), "/notices").text()).contains("请抓紧回头看");
        for (var unable : List.of("U09", "U12", "U16")) {
            client.tries(office, supervision, "assign_verifier", "{\"unit\":\"" + unable + "\"}")
                    .is(422);
        }
        client.act(office, supervision, "assign_verifier", "{\"unit\":\"U07\"}");

        client.get(cast.handler("U09"), "/api/v1/matters/" + supervision).is(404);
        var verified =
                client.act(cast.handler("U07"), supervision, "verify", "{\"finding\":\"属实\",\"satisfied\":true}");
        assertThat(verified.path("status").asString()).isEqualTo("verified");
    }

    @Test
    void a_joint_one_waits_for_the_police_to_join_while_it_already_runs() {
        var supervision = enlisted(true);

        assertThat(documents(client.see(cast.handler("OFFICE"), supervision))).isEmpty();
        client.act(cast.handler("U08"), supervision, "countersign");

        var joint = client.see(cast.handler("U12"), supervision);
        assertThat(documents(joint)).containsExactly("督办通知书");
        assertThat(joint.path("title").asString()).startsWith("挂牌督办");
        assertThat(client.tries(cast.handler("U08"), supervision, "countersign", "{}")
                        .is(409)
                        .code())
                .isEqualTo("nothing_to_countersign");
    }

    @Test
    void the_third_urging_is_reported_to_the_group_leader() {
        var supervision = enlisted(false);
        var office = cast.handler("OFFICE");
        client.act(office, supervision, "urge", "{\"note\":\"请抓紧\"}");
        client.act(office, supervision, "urge", "{\"note\":\"请抓紧\"}");
        client.get(cast.handler("GOV"), "/api/v1/matters/" + supervision).is(404);

        client.act(office, supervision, "urge", "{\"note\":\"请抓紧\"}");

        client.get(cast.handler("GOV"), "/api/v1/matters/" + supervision).is(200);
    }

    @Test
    void a_supervised_case_that_changes_hands_takes_its_supervision_along() {
        var kase = stories.aCase("U12", "移交烟草的督办案", Stories.SMALL);
        var supervision = applied("U12", kase, false);
        client.act(cast.handler("OFFICE"), supervision, "enlist", enlistment(10));
        var transfer = stories.transferred("U12", kase, "U17");

        client.act(cast.handler("U17"), transfer, "sign_receipt");

        var followed = client.see(cast.handler("U17"), supervision);
        assertThat(followed.path("data").path("responsible").asString()).isEqualTo("U17");
        assertThat(followed.path("clocks").get(0).path("state").asString()).isEqualTo("cancelled");
        assertThat(followed.path("clocks").get(1).path("actor_unit").asString()).isEqualTo("U17");
    }

    @Test
    void only_a_matter_that_the_unit_sees_and_that_is_open_can_be_named() {
        var kase = stories.aCase("U12", "别的单位看不到的案件", Stories.SMALL);
        var fields =
                "{\"kind\":\"supervision\",\"fields\":{\"about\":\"%s\",\"grounds\":[\"value\"],\"reason\":\"大案\"}}";

        var unseen = client.post(cast.handler("U07"), "/api/v1/matters", fields.formatted(kase))
                .is(422);
        var absent = client.post(
                        cast.handler("U07"),
                        "/api/v1/matters",
                        fields.formatted("00000000-0000-4000-8000-000000000000"))
                .is(422);

        assertThat(unseen.json().path("errors")).isEqualTo(absent.json().path("errors"));
        assertThat(unseen.json().path("errors").get(0).path("code").asString()).isEqualTo("unknown_matter");
        client.get(cast.handler("U07"), "/api/v1/matters/" + applied("U12", kase, false))
                .is(404);
    }

    @Test
    void the_case_shows_its_supervision_only_to_those_who_may_see_both() {
        var kase = stories.aCase("U12", "有督办申请的案件", Stories.REACHED);
        var supervision = applied("OFFICE", kase, false);

        assertThat(client.linked(cast.handler("OFFICE"), kase, "supervision")).isEqualTo(supervision);
        assertThat(client.see(cast.handler("U12"), kase).path("links")).isEmpty();
    }
}
