package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** 县委政法委 coordinates a case over which the units that handle it differ; it advises and decides nothing (notice 四（三）). */
@PlatformTest
class CoordinationStoryTest {
    private static final String DIFFERING =
            "[{\"unit\":\"U12\",\"view\":\"应当移送\"},{\"unit\":\"U08\",\"view\":\"证据不足\"}]";

    private final Client client;
    private final Cast cast;
    private final Stories stories;

    CoordinationStoryTest(MockMvcTester web, Writing writing, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    private String in(int days) {
        return cast.clock().instant().plus(Duration.ofDays(days)).toString();
    }

    private String requested(String kase) {
        return client.open(cast.handler("U12"), "coordination", """
                {"about":"%s","views":%s,"questions":"数量以清点数还是账本数认定"}
                """.formatted(kase, DIFFERING));
    }

    private String convened(String kase) {
        var coordination = requested(kase);
        var commission = cast.handler("U03");
        client.act(commission, coordination, "accept");
        client.act(
                commission,
                coordination,
                "convene",
                "{\"at\":\"%s\",\"place\":\"三楼\",\"others\":[\"U05\"]}".formatted(in(2)));
        return coordination;
    }

    private String advised(String kase) {
        var coordination = convened(kase);
        var commission = cast.handler("U03");
        client.act(commission, coordination, "record_meeting", """
                {"at":"%s","units":["U03","U08","U12"],"minutes":"两家说明了意见"}
                """.formatted(
                        cast.clock().instant()));
        client.act(commission, coordination, "advise", "{\"text\":\"建议补充鉴定\",\"reply_by\":\"%s\"}".formatted(in(5)));
        return coordination;
    }

    private void hides(String unit, String matter) {
        client.get(cast.handler(unit), "/api/v1/matters/" + matter).is(404);
        assertThat(client.get(cast.handler(unit), "/api/v1/matters?kind=coordination&limit=200")
                        .is(200)
                        .text())
                .doesNotContain(matter);
    }

    private static String status(JsonNode matter) {
        return matter.path("status").asString();
    }

    @Test
    void from_the_request_through_a_meeting_to_advice_that_every_unit_answers() {
        var coordination = advised(stories.aCase("U12", "意见不一致的卷烟案", Stories.REACHED));
        var commission = cast.handler("U03");

        client.act(cast.handler("U08"), coordination, "reply", "{\"taken\":\"not_adopted\",\"text\":\"现有证据已经足够\"}");
        assertThat(client.tries(commission, coordination, "close", "{\"result\":\"办结\"}")
                        .is(409)
                        .text())
                .contains("还有单位没有回复");
        client.act(commission, coordination, "urge", "{\"note\":\"请回复\"}");
        client.tries(cast.handler("U08"), coordination, "reply", "{\"taken\":\"adopted\",\"text\":\"再答\"}")
                .is(403);
        client.act(cast.handler("U12"), coordination, "reply", "{\"taken\":\"adopted\",\"text\":\"已送鉴定\"}");
        var closed = client.act(commission, coordination, "close", "{\"result\":\"两家按各自职权办理\"}");

        assertThat(status(closed)).isEqualTo("closed");
        assertThat(closed.path("owner_unit").asString()).isEqualTo("U03");
        assertThat(closed.path("documents").valueStream().map(d -> d.path("title")
                        .asString()))
                .contains("协调会议纪要", "协调意见函");
    }

    @Test
    void advice_moves_neither_the_case_nor_any_decision() {
        var kase = stories.aCase("U12", "协调不改变的卷烟案", Stories.REACHED);
        var before = client.see(cast.handler("U12"), kase);

        var coordination = advised(kase);

        var after = client.see(cast.handler("U12"), kase);
        assertThat(status(after)).isEqualTo(status(before));
        assertThat(after.path("version")).isEqualTo(before.path("version"));
        assertThat(client.get(cast.handler("U08"), "/matters/" + coordination).text())
                .contains("不代替法院、检察院、公安机关和行政执法机关作出决定");
    }

    @Test
    void the_units_named_learn_of_it_when_it_is_accepted_and_nobody_else_ever_does() {
        var kase = stories.aCase("U12", "只让办案单位看到的卷烟案", Stories.REACHED);
        var coordination = requested(kase);
        hides("U08", coordination);

        client.act(cast.handler("U03"), coordination, "accept");

        client.get(cast.handler("U08"), "/api/v1/matters/" + coordination).is(200);
        client.get(cast.handler("U08"), "/api/v1/matters/" + kase).is(404);
        client.get(cast.handler("U03"), "/api/v1/matters/" + kase).is(404);
        for (var other : new String[] {"U05", "U07", "U17", "OFFICE"}) {
            hides(other, coordination);
        }
    }

    @Test
    void a_guest_of_the_meeting_looks_on_and_does_not_answer() {
        var coordination = advised(stories.aCase("U12", "请检察院列席的卷烟案", Stories.REACHED));

        client.get(cast.handler("U05"), "/api/v1/matters/" + coordination).is(200);
        client.tries(cast.handler("U05"), coordination, "reply", "{\"taken\":\"adopted\",\"text\":\"同意\"}")
                .is(403);
    }

    @Test
    void one_unit_alone_differs_from_nobody_and_an_enterprise_handles_no_case() {
        var kase = stories.aCase("U12", "没有分歧的卷烟案", Stories.REACHED);
        var refused = client.post(cast.handler("U12"), "/api/v1/matters", """
                        {"kind":"coordination","fields":{"about":"%s","views":[{"unit":"U16","view":"不清楚"}],"questions":"怎样认定"}}
                        """.formatted(kase))
                .is(422)
                .text();

        assertThat(refused).contains("至少两家", "只能写办案单位");
    }

    @Test
    void what_the_commission_does_not_take_up_or_ends_says_why() {
        var kase = stories.aCase("U12", "不予协调的卷烟案", Stories.REACHED);
        var declined = requested(kase);
        client.tries(cast.handler("U08"), declined, "decline", "{\"reason\":\"无权\"}")
                .is(404);
        client.act(cast.handler("U03"), declined, "decline", "{\"reason\":\"案情并不重大疑难\"}");
        var withdrawn = convened(kase);
        client.act(cast.handler("U12"), withdrawn, "withdraw", "{\"reason\":\"已协商一致\"}");
        var ended = advised(kase);
        client.act(cast.handler("U03"), ended, "end", "{\"reason\":\"案件已移送\"}");

        assertThat(status(client.see(cast.handler("U12"), declined))).isEqualTo("declined");
        assertThat(status(client.see(cast.handler("U08"), withdrawn))).isEqualTo("withdrawn");
        assertThat(status(client.see(cast.handler("U08"), ended))).isEqualTo("ended");
    }
}
