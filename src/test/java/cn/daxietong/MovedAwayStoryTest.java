package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Somebody still has the form of a matter open that has meanwhile gone to another unit: refused in words, with nothing lost and nothing changed. */
@PlatformTest
class MovedAwayStoryTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final MockMvcTester web;

    MovedAwayStoryTest(MockMvcTester web, Writing writing, Clock clock) {
        this.web = web;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    /** The version of the case that the sender looked at, and then it is the police's. */
    private int takenOver(String kase) {
        var looked = client.see(cast.handler("U12"), kase).path("version").asInt();
        var transfer = stories.transferred("U12", kase, "U08");
        client.act(cast.handler("U08"), transfer, "sign_receipt");
        client.act(cast.handler("U08"), transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕77号\"}");
        return looked;
    }

    @Test
    void a_step_under_the_version_of_before_is_refused_like_that_on_what_never_was() {
        var kase = stories.aCase("U12", "已经移交的案件", Stories.REACHED);
        var looked = takenOver(kase);
        var before = client.see(cast.handler("U08"), kase).path("version").asInt();

        var answer = client.post(
                cast.handler("U12"),
                "/api/v1/matters/" + kase + "/actions/record_facts",
                "{\"fields\":{\"facts\":" + Stories.SMALL + "}}",
                "If-Match",
                "\"" + looked + "\"");

        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.json().path("detail").asString()).contains("您无权查看", "向承办单位申请");
        assertThat(client.see(cast.handler("U08"), kase).path("version").asInt())
                .isEqualTo(before);
    }

    @Test
    void while_the_sender_still_sees_it_the_step_is_stale_and_says_who_did_what() {
        var kase = stories.aCase("U12", "移送还在路上的案件", Stories.REACHED);
        var transfer = stories.transferred("U12", kase, "U08");
        var looked = client.see(cast.handler("U12"), transfer).path("version").asInt();
        client.act(cast.handler("U08"), transfer, "sign_receipt");

        var stale = client.post(
                        cast.handler("U12"),
                        "/api/v1/matters/" + transfer + "/actions/withdraw",
                        "{\"fields\":{\"reason\":\"材料有误\"}}",
                        "If-Match",
                        "\"" + looked + "\"")
                .is(412);
        var late = client.tries(cast.handler("U12"), transfer, "withdraw", "{\"reason\":\"材料有误\"}")
                .is(409);

        assertThat(stale.json().path("detail").asString()).contains("县公安局", "已保留");
        assertThat(late.json().path("detail").asString()).contains("不能办理");
    }

    @Test
    void what_was_typed_on_the_page_is_given_back_with_the_refusal() {
        var kase = stories.aCase("U12", "表单还开着的案件", Stories.REACHED);
        var looked = takenOver(kase);

        var answer = web.post()
                .uri("/matters/" + kase + "/actions/record_facts")
                .with(TestAccounts.as(cast.handler("U12")))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("version", String.valueOf(looked))
                .param("facts.commodity", "tobacco")
                .param("facts.place", "中渡镇示例路甲五号")
                .exchange()
                .getResponse();
        var text = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);

        assertThat(answer.getStatus()).as(text).isEqualTo(404);
        assertThat(text).contains("您无权查看", "中渡镇示例路甲五号").doesNotContain("表单还开着的案件");
    }
}
