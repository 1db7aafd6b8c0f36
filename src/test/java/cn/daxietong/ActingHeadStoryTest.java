package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Viewer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** 主持工作的负责人 (国务院令310号 第五条) in the institutions that came later: what they decide counts, and entry and paper say who stood in. */
@PlatformTest
class ActingHeadStoryTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final MockMvcTester web;

    ActingHeadStoryTest(MockMvcTester web, Writing writing, Clock clock) {
        this.web = web;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    private String in(int days) {
        return cast.clock().instant().plus(Duration.ofDays(days)).toString();
    }

    private JsonNode lastEntry(Viewer viewer, String matter) {
        return client.get(viewer, "/api/v1/matters/" + matter + "/timeline")
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private String page(Viewer viewer, String matter) {
        var bytes = web.get()
                .uri("/matters/" + matter)
                .with(TestAccounts.as(viewer))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The newest paper of the matter, read back without its spaces. */
    private String paper(Viewer viewer, String matter, JsonNode seen) throws IOException {
        var id = seen.path("documents")
                .valueStream()
                .reduce((a, b) -> b)
                .orElseThrow()
                .path("id")
                .asString();
        var pdf = web.get()
                .uri("/matters/" + matter + "/documents/" + id + ".pdf")
                .with(TestAccounts.as(viewer))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    private void saysWhoStoodIn(Viewer viewer, String matter, String event) {
        var entry = lastEntry(viewer, matter);
        assertThat(entry.path("event").asString()).isEqualTo(event);
        assertThat(entry.path("acting").asBoolean()).isTrue();
        assertThat(page(viewer, matter)).contains("（代，主持工作的负责人）");
    }

    /** With a real token, for that is what ends with the time. */
    private String token(Viewer viewer) {
        return client.post(
                        null,
                        "/api/v1/tokens",
                        "{\"username\":\"%s\",\"password\":\"%s\",\"post\":\"%s\"}"
                                .formatted(
                                        viewer.account(),
                                        TestAccounts.PASSWORD,
                                        viewer.post().code()))
                .is(200)
                .json()
                .path("token")
                .asString();
    }

    private JsonNode withToken(String token, String matter, String action, int status) {
        var answer = web.post()
                .uri("/api/v1/matters/" + matter + "/actions/" + action)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"fields\":{}}")
                .exchange()
                .getResponse();
        var text = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(status);
        return cn.daxietong.shared.Json.MAPPER.readTree(text);
    }

    private String operation() {
        return client.open(cast.handler("U12"), "operation", """
                {"title":"夜查","starts_at":"%s","place":"中渡派出所","units":["U08"],
                 "sites":[{"name":"某冷库","address":"中渡镇某路1号"}],"plan":"分工检查"}
                """.formatted(in(1)));
    }

    private String deliberated() {
        var kase = stories.aCase("U12", "局长外出时的案件", Stories.SMALL);
        client.act(cast.deputy("U12"), kase, "file");
        var penalties = new Penalties(client, cast, "U12");
        var penalty = penalties.proposed(kase, false);
        penalties.notified(penalty);
        client.act(cast.handler("U12"), penalty, "deliberate");
        penalties.reviewedAndDiscussed(penalty);
        return penalty;
    }

    @Test
    void a_penalty_is_decided_by_whoever_stands_in_for_the_head() {
        var penalty = deliberated();

        var decided = client.act(cast.deputy("U12"), penalty, "decide", Penalties.DECISION);

        assertThat(decided.path("status").asString()).isEqualTo("decided");
        assertThat(decided.path("data")
                        .path("decided")
                        .path("signed")
                        .path("acting")
                        .asBoolean())
                .isTrue();
        saysWhoStoodIn(cast.handler("U12"), penalty, "decide");
    }

    @Test
    void goods_are_disposed_of_early_with_the_approval_of_whoever_stands_in() throws IOException {
        var kase = stories.aCase("U14", "冻品案", Stories.SMALL);
        client.act(cast.handler("U14"), kase, "seize", """
                {"items":[{"description":"冻鸡爪","quantity":947,"unit":"件","location":"现场","identifier":"TEMU%s"}],"seized_at":"%s"}
                """.formatted(
                        UUID.randomUUID().toString().substring(0, 8),
                        cast.clock().instant().minusSeconds(3600)));
        var exhibit = client.linked(cast.handler("U14"), kase, "exhibit");
        client.act(cast.handler("U14"), exhibit, "store", """
                {"place":"示例冷库","category":"frozen","good_until":"%s","daily_cost_yuan":120}
                """.formatted(in(20)));
        client.act(cast.handler("U14"), exhibit, "propose_disposal", """
                {"basis":"fresh","way":"sale","reason":"冷库停电，开始化冻","evidence":"抽样六份，全程录像"}
                """);

        var approved = client.act(cast.deputy("U14"), exhibit, "approve_disposal");

        assertThat(paper(cast.handler("U14"), exhibit, approved)).contains("县农业农村局主持工作的负责人（代）");
        saysWhoStoodIn(cast.handler("U14"), exhibit, "approve_disposal");
    }

    @Test
    void an_operation_is_approved_by_whoever_stands_in_for_the_offices_head() {
        var operation = operation();

        client.act(cast.deputy("OFFICE"), operation, "approve");

        saysWhoStoodIn(cast.handler("OFFICE"), operation, "approve");
    }

    @Test
    void a_supervision_in_which_whoever_stands_in_took_a_step_says_so() {
        var kase = stories.aCase("U12", "督办的案件", Stories.SMALL);
        var supervision = client.open(cast.handler("U12"), "supervision", """
                {"about":"%s","grounds":["value"],"reason":"涉及三个乡镇"}
                """.formatted(kase));

        client.act(cast.deputy("OFFICE"), supervision, "enlist", "{\"demand\":\"查清来源\",\"due_at\":\"" + in(10) + "\"}");

        saysWhoStoodIn(cast.handler("OFFICE"), supervision, "enlist");
    }

    @Test
    void when_the_head_is_back_the_token_of_the_time_opens_nothing_and_the_handler_decides_nothing()
            throws InterruptedException {
        var penalty = deliberated();
        var deputy = cast.in("U12", cn.daxietong.shared.Post.HANDLER);
        var acting = cast.deputy("U12");
        var token = token(acting);
        withToken(token, penalty, "decide", 422);
        cast.headIsBack("U12");
        // A token is trusted for a second without being looked up.
        Thread.sleep(Duration.ofMillis(1100));

        var late = withToken(token, penalty, "decide", 401);
        var handler =
                client.tries(deputy, penalty, "decide", Penalties.DECISION).is(403);

        assertThat(late.path("detail").asString()).matches(".*\\p{IsHan}.*");
        assertThat(handler.json().path("detail").asString()).contains("正职负责人", "您当前是");
        assertThat(client.see(cast.handler("U12"), penalty).path("status").asString())
                .isEqualTo("deliberating");
    }
}
