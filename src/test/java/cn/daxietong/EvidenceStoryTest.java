package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Post;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An answer to one case helps the next of its kind while that can still be mended, and shows nobody the first. */
@PlatformTest
class EvidenceStoryTest {
    private static final String FROZEN =
            "{\"commodity\":\"frozen_goods\",\"act\":\"counterfeit\",\"conduct_date\":\"2026-09-01\",\"entity\":\"person\"}";
    private static final String OTHER =
            "{\"commodity\":\"frozen_goods\",\"act\":\"substandard\",\"conduct_date\":\"2026-09-01\",\"entity\":\"person\"}";
    private static final String SECTION = "证据要求（咨询意见，仅供参考）";

    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final Reading reading;

    EvidenceStoryTest(MockMvcTester web, Writing writing, Reading reading, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
        this.reading = reading;
    }

    private String answered(String kase, String requirement) {
        var asked = client.open(cast.handler("U12"), "consultation", """
                {"about":"%s","subject":"evidence","unit":"U05","question":"需要哪些证据","reply_by":"%s"}
                """.formatted(
                        kase, cast.clock().instant().plus(Duration.ofDays(5))));
        client.act(cast.handler("U05"), asked, "accept");
        client.act(cast.handler("U05"), asked, "answer", """
                {"opinion":"供参考","items":[{"requirement":"%s","why":"证明经营数额"}]}
                """.formatted(requirement));
        return asked;
    }

    @Test
    void a_later_case_of_the_kind_is_shown_what_was_answered_with_where_it_comes_from() {
        var asked = answered(stories.aCase("U12", "证据：先问的冻品案", FROZEN), "账本和转账记录");
        var number = client.see(cast.handler("U05"), asked).path("number").asString();
        var later = stories.aCase("U14", "证据：后办的冻品案", FROZEN);

        var theirs =
                client.get(cast.handler("U14"), "/matters/" + later).is(200).text();
        assertThat(theirs)
                .contains(SECTION, "账本和转账记录", "县检察院", number)
                .as("the consultation itself stays with those who see it")
                .doesNotContain("/matters/" + asked);

        var own = stories.aCase("U12", "证据：同一单位的冻品案", FROZEN);
        assertThat(client.get(cast.handler("U12"), "/matters/" + own).is(200).text())
                .contains("/matters/" + asked);
    }

    @Test
    void a_case_of_another_kind_or_one_that_is_closed_is_shown_nothing() {
        answered(stories.aCase("U12", "证据：另一先问的冻品案", FROZEN), "检疫证明");
        var other = stories.aCase("U14", "证据：另一类冻品案", OTHER);
        var closed = stories.aCase("U14", "证据：已结的冻品案", FROZEN);
        client.act(cast.handler("U14"), closed, "close", "{\"outcome\":\"not_established\",\"note\":\"查否\"}");

        assertThat(client.get(cast.handler("U14"), "/matters/" + other).text()).doesNotContain(SECTION);
        assertThat(client.get(cast.handler("U14"), "/matters/" + closed).text()).doesNotContain(SECTION);
    }

    @Test
    void an_administrator_reads_no_evidence() {
        answered(stories.aCase("U12", "证据：管理员看不到的冻品案", FROZEN), "运输记录");

        assertThat(reading.<Integer>as(
                        cast.in("U12", Post.UNIT_ADMIN), db -> db.sql("select count(*) from consultation.evidence")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }
}
