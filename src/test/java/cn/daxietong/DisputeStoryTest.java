package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** 管辖异议 through the API: agreed, coordinated or designated, and at every moment one unit that keeps goods and evidence. */
@PlatformTest
class DisputeStoryTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;

    DisputeStoryTest(MockMvcTester web, Writing writing, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    /** 县市场监管局 holds a case which it says is the tobacco bureau's. */
    private String raised(String kase) {
        return client.open(cast.handler("U12"), "dispute", """
                {"about":"%s","claimed":"U17","grounds":"方案三（三）：烟草案件移交县烟草专卖局"}
                """.formatted(kase));
    }

    private String aCase() {
        return stories.aCase("U12", "管辖有异议的卷烟案", Stories.SMALL);
    }

    private static String outcome(JsonNode dispute) {
        return dispute.path("data").path("outcome").path("way").asString();
    }

    @Test
    void what_all_parties_agree_on_is_carried_out_by_the_transfer_that_follows() {
        var kase = aCase();
        var dispute = raised(kase);
        client.act(cast.handler("U12"), dispute, "propose_agreement", "{\"unit\":\"U17\",\"text\":\"由烟草局办理\"}");

        var agreed = client.act(cast.handler("U17"), dispute, "accept_agreement");

        assertThat(outcome(agreed)).isEqualTo("agreed");
        assertThat(agreed.path("status").asString()).isEqualTo("decided");
        var transfer = stories.transferred("U12", kase, "U17");
        client.act(cast.handler("U17"), transfer, "sign_receipt");
        assertThat(client.see(cast.handler("U17"), dispute).path("status").asString())
                .isEqualTo("settled");
    }

    @Test
    void an_opinion_of_the_office_is_no_designation_and_whoever_does_not_accept_it_reports_up() {
        var dispute = raised(aCase());
        var market = cast.handler("U12");
        client.act(market, dispute, "ask_office", "{\"text\":\"协商不成\"}");
        client.act(cast.handler("OFFICE"), dispute, "give_opinion", "{\"unit\":\"U17\",\"text\":\"宜由烟草局办理\"}");
        client.act(market, dispute, "accept_opinion");
        assertThat(client.see(market, dispute).path("status").asString()).isEqualTo("opinion_given");

        client.act(cast.handler("U17"), dispute, "report_up", "{\"superior\":\"GOV\",\"text\":\"不接受协调意见\"}");
        var designated = client.act(
                cast.head("GOV"),
                dispute,
                "designate",
                "{\"unit\":\"U12\",\"authority\":\"鹿寨县人民政府\",\"reason\":\"由最先立案的机关管辖\"}");

        assertThat(outcome(designated)).isEqualTo("designated");
        assertThat(designated.path("status").asString()).isEqualTo("settled");
    }

    @Test
    void at_every_moment_one_unit_keeps_the_goods() {
        var dispute = raised(aCase());
        var before = client.see(cast.handler("U12"), dispute);

        var after =
                client.act(cast.handler("OFFICE"), dispute, "set_interim", "{\"unit\":\"U17\",\"reason\":\"有专用仓库\"}");

        assertThat(before.path("data").path("interim").asString()).isEqualTo("U12");
        assertThat(after.path("data").path("interim").asString()).isEqualTo("U17");
        client.tries(cast.handler("OFFICE"), dispute, "set_interim", "{\"unit\":\"U16\",\"reason\":\"有仓库\"}")
                .is(422);
    }

    @Test
    void nobody_but_the_parties_and_the_office_learns_of_it() {
        var dispute = raised(aCase());

        client.get(cast.handler("U07"), "/api/v1/matters/" + dispute).is(404);
        client.get(cast.handler("GOV"), "/api/v1/matters/" + dispute).is(404);
        client.get(cast.handler("U17"), "/api/v1/matters/" + dispute).is(200);
    }
}
