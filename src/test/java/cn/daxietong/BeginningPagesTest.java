package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What can be begun about a matter is offered on its page, and the form knows what it is about. */
@PlatformTest
class BeginningPagesTest {
    private final Client client;
    private final Cast cast;
    private final String kase;

    BeginningPagesTest(MockMvcTester web, Writing writing, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.kase = new Stories(client, cast).aCase("U12", "可以申请督办的案件", Stories.SMALL);
    }

    private String page(String unit, String path) {
        return client.get(cast.handler(unit), path).is(200).text();
    }

    @Test
    void a_case_offers_what_may_be_begun_about_it() {
        assertThat(page("U12", "/matters/" + kase))
                .contains("/matters/new/supervision?about=" + kase, "/matters/new/dispute?about=" + kase);
    }

    @Test
    void a_penalty_is_offered_only_by_a_case_of_ones_own_that_is_filed() {
        var offer = "/matters/new/penalty?about=" + kase;
        assertThat(page("U12", "/matters/" + kase)).doesNotContain(offer);

        client.act(cast.handler("U12"), kase, "file");

        assertThat(page("U12", "/matters/" + kase)).contains(offer);
        assertThat(page("OFFICE", "/matters/" + kase)).doesNotContain(offer);
    }

    @Test
    void a_penalty_on_a_filing_that_nobody_has_signed_is_warned_of_before_it_begins() {
        client.act(cast.handler("U12"), kase, "file");
        var form = "/matters/new/penalty?about=" + kase;
        assertThat(page("U12", form)).contains("所选案件的立案还没有负责人签批");

        client.act(cast.head("U12"), kase, "countersign_filing");

        assertThat(page("U12", form)).doesNotContain("立案还没有负责人签批");
    }

    @Test
    void a_penalty_begins_with_what_the_case_says_and_for_its_own_unit_only() {
        client.act(cast.handler("U12"), kase, "file");
        var summary = client.get(cast.handler("U12"), "/api/v1/matters/" + kase)
                .json()
                .path("data")
                .path("summary")
                .asString();

        assertThat(page("U12", "/matters/new/penalty?about=" + kase)).contains(summary + "</textarea>");
        assertThat(page("U17", "/matters/new/penalty?about=" + kase)).doesNotContain(summary);
    }

    @Test
    void the_form_asks_only_units_that_answer() {
        assertThat(page("U12", "/matters/new/consultation"))
                .contains("value=\"U05\"")
                .doesNotContain("value=\"T02\"");
        assertThat(page("U12", "/matters/new/assistance")).contains("value=\"T02\"");
    }

    @Test
    void the_form_shows_the_case_it_is_about() {
        assertThat(page("U12", "/matters/new/supervision?about=" + kase))
                .containsPattern("<option value=\"" + kase + "\" selected[^>]*>鹿打私案〔\\d+〕\\d+号 可以申请督办的案件");
    }

    @Test
    void what_can_be_chosen_stands_newest_first_with_its_number_day_and_status() {
        var newer = new Stories(client, cast).aCase("U12", "可以申请督办的案件", Stories.SMALL);

        var form = page("U12", "/matters/new/supervision");

        assertThat(form).containsPattern("鹿打私案〔\\d+〕\\d+号 可以申请督办的案件（\\d+年\\d+月\\d+日登记，待立案）");
        assertThat(form.indexOf(newer)).isPositive().isLessThan(form.indexOf(kase));
    }

    @Test
    void not_knowing_is_an_answer_only_where_it_is_kept_as_such() {
        assertThat(page("U12", "/matters/new/supervision")).contains("是否联合挂牌督办").doesNotContain(">不清楚<");
        assertThat(page("U12", "/matters/" + kase + "/actions/record_facts")).contains("不清楚");
    }

    @Test
    void a_case_that_the_unit_does_not_see_is_not_shown_though_its_address_be_guessed() {
        assertThat(page("U17", "/matters/new/supervision?about=" + kase)).doesNotContain("可以申请督办的案件");
    }

    @Test
    void several_units_can_be_ticked_where_several_are_asked_for() {
        assertThat(page("U12", "/matters/new/joint_case")).contains("name=\"units[0]\"", "县公安局", "县农业农村局");
    }
}
