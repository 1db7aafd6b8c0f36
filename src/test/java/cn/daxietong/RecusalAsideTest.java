package cn.daxietong;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A special group stays on record as it was approved; beside it stands who has stood aside since, for whoever may see the recusal. */
@PlatformTest
class RecusalAsideTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final MockMvcTester web;

    RecusalAsideTest(MockMvcTester web, Writing writing, Clock clock) {
        this.web = web;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    private void standsAside(String unit, String about, Viewer officer) {
        var recusal = client.open(cast.handler(unit), "recusal", """
                {"about":"%s","officer":"%s","source":"others","reason":"与当事人是亲属"}
                """.formatted(about, officer.account()));
        var successor = cast.in(unit, Post.HANDLER).account();
        client.act(cast.head(unit), recusal, "grant", "{\"successor\":\"" + successor + "\",\"reason\":\"属实\"}");
    }

    private String page(Viewer viewer, String matter) {
        var sent = web.get()
                .uri("/matters/" + matter)
                .with(TestAccounts.as(viewer))
                .exchange();
        assertThat(sent).hasStatusOk();
        return new String(sent.getResponse().getContentAsByteArray(), UTF_8);
    }

    @Test
    void whoever_stood_aside_from_the_case_is_named_beside_the_approved_group_of_its_transfer() {
        var kase = stories.aCase("U12", "移送后组员回避的案件", Stories.REACHED);
        var transfer = stories.transferred("U12", kase, "U08");
        var number = client.see(cast.handler("U12"), kase).path("number").asString();

        standsAside("U12", kase, cast.colleague("U12"));

        assertThat(page(cast.handler("U12"), kase)).contains("已回避，由").doesNotContain("接替（");
        assertThat(page(cast.handler("U12"), transfer)).contains("已回避，由", "接替（" + number + "）");
        assertThat(page(cast.handler("U08"), transfer)).doesNotContain("已回避");
    }

    @Test
    void whoever_stood_aside_from_the_transfer_is_named_beside_the_proposal_of_its_case() {
        var kase = stories.aCase("U12", "移送中组员回避的案件", Stories.REACHED);
        var transfer = stories.transferred("U12", kase, "U08");

        standsAside("U12", transfer, cast.colleague("U12"));

        assertThat(page(cast.handler("U12"), transfer)).contains("已回避，由").doesNotContain("接替（");
        assertThat(page(cast.handler("U12"), kase)).contains("已回避，由", "接替（鹿打私移〔");
    }

    @Test
    void whoever_stood_aside_from_an_assistance_is_named_beside_it_and_not_beside_the_case_that_does_not_name_them() {
        var kase = stories.aCase("U12", "请求协查的案件", Stories.REACHED);
        var assistance = client.open(cast.handler("U12"), "assistance", """
                {"about":"%s","unit":"U17","text":"协查进货台账","due_at":"%s"}
                """.formatted(
                        kase, cast.clock().instant().plus(Duration.ofDays(9))));
        client.act(
                cast.handler("U17"),
                assistance,
                "accept",
                "{\"officer\":\"" + cast.colleague("U17").account() + "\"}");

        standsAside("U17", assistance, cast.colleague("U17"));

        assertThat(page(cast.handler("U17"), assistance)).contains("已回避，由");
        assertThat(page(cast.handler("U12"), kase)).doesNotContain("已回避");
    }
}
