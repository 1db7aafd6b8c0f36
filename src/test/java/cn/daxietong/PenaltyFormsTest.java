package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the forms of a penalty show before anybody signs: the way that the law asks for, what is decided on, and no penalty said as no penalty. */
@PlatformTest
class PenaltyFormsTest {
    private static final String PROPOSAL = """
            {"kind":"penalty","fields":{"about":"%s","party":"某某商行","officers":%s,
             "proposal":{"facts":"首次违法，已经改正","evidence":"现场笔录","grounds":"烟草专卖法第三十二条",%s"text":"违法行为轻微并及时改正，没有造成危害后果"},
             "required":{"hearing":false,"review":false,"discussion":false,"basis":"不予处罚，不属于听证范围"}}}
            """;

    private final Client client;
    private final Cast cast;
    private final String kase;

    PenaltyFormsTest(MockMvcTester web, Writing writing, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.kase = new Stories(client, cast).aCase("U12", "看清再签的卷烟案", Stories.SMALL);
        client.act(cast.head("U12"), kase, "file");
    }

    private String page(String path) {
        return client.get(cast.head("U12"), path).is(200).text();
    }

    private Client.Answer proposes(String what) {
        return client.post(
                cast.handler("U12"), "/api/v1/matters", PROPOSAL.formatted(kase, cast.officers("U12"), what));
    }

    @Test
    void the_short_way_of_a_case_warns_and_leads_to_the_procedure() {
        assertThat(page("/matters/" + kase + "/actions/decide_penalty"))
                .contains("第四十四条", "第四十五条", "第六十三条", "/matters/new/penalty?about=" + kase);
    }

    @Test
    void whoever_decides_has_the_proposal_and_what_the_party_said_before_them() {
        var penalties = new Penalties(client, cast, "U12");
        var penalty = penalties.proposed(kase, false);
        penalties.notified(penalty);
        client.act(cast.handler("U12"), penalty, "hear_statement", """
                {"stated_at":"%s","text":"当事人说明系首次","response":"属实","adopted":"partly"}
                """.formatted(
                        cast.clock().instant()));
        client.act(cast.handler("U12"), penalty, "deliberate");
        penalties.reviewedAndDiscussed(penalty);

        assertThat(page("/matters/" + penalty + "/actions/decide"))
                .contains("请核对", "没收违法所得，并处罚款二千元", "当事人说明系首次", "程序合法", "一致同意");
    }

    @Test
    void no_penalty_is_no_kind_of_penalty() {
        assertThat(client.get(cast.handler("U12"), "/matters/new/penalty?about=" + kase)
                        .text())
                .contains("拟不予行政处罚的情形")
                .doesNotContain("value=\"no_penalty\"");
        for (var what : new String[] {
            "\"sanctions\":[\"no_penalty\"],",
            "\"no_penalty\":\"minor\",\"sanctions\":[\"fine\"],\"fine_yuan\":100,",
            "\"no_penalty\":\"minor\",\"sanctions\":[],\"confiscated_yuan\":100,",
            "\"sanctions\":[],"
        }) {
            assertThat(proposes(what).is(422).text()).contains("只填不予处罚的情形和理由");
        }
    }

    @Test
    void a_proposal_not_to_penalise_goes_to_the_head_and_notifies_nobody() {
        var penalty =
                proposes("\"no_penalty\":\"minor\",").is(201).json().path("id").asString();

        client.tries(cast.handler("U12"), penalty, "issue_notice", "{}").is(409);
        assertThat(client.get(cast.head("U12"), "/api/v1/worklist?kind=penalty&limit=200")
                        .text())
                .contains(penalty, "审查不予行政处罚的意见");
        assertThat(page("/matters/" + penalty + "/actions/not_penalise"))
                .contains("违法行为轻微并及时改正，没有造成危害后果")
                .containsPattern("value=\"minor\" selected");
        client.tries(cast.handler("U12"), penalty, "not_penalise", "{\"ground\":\"minor\",\"reason\":\"同意\"}")
                .is(403);
        var decided = client.act(cast.head("U12"), penalty, "not_penalise", "{\"ground\":\"minor\",\"reason\":\"同意\"}");

        assertThat(decided.path("status").asString()).isEqualTo("not_penalised");
        assertThat(client.see(cast.handler("U12"), kase).path("status").asString())
                .isEqualTo("filed");
    }
}
