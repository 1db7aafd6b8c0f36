package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest
class LawApiTest {
    private final MockMvcTester web;
    private final Calendars calendars;
    private final Confirmations confirmations;
    private final Threshold threshold;
    private final Viewer handler;
    private final Viewer justiceHead;

    LawApiTest(
            MockMvcTester web,
            Calendars calendars,
            Confirmations confirmations,
            Threshold threshold,
            Writing writing,
            Clock clock) {
        this.web = web;
        this.calendars = calendars;
        this.confirmations = confirmations;
        this.threshold = threshold;
        var accounts = new TestAccounts(writing, clock);
        this.handler = accounts.some("U17", Post.HANDLER);
        this.justiceHead = accounts.some("U09", Post.HEAD);
    }

    private MvcTestResult get(String path) {
        return web.get().uri(path).with(TestAccounts.as(handler)).exchange();
    }

    private MvcTestResult post(String path, String body) {
        return web.post()
                .uri(path)
                .with(TestAccounts.as(handler))
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void an_article_is_found_by_its_id_and_an_unknown_one_is_not() {
        assertThat(get("/api/v1/law/articles/310.5"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.number")
                .isEqualTo("第五条");
        assertThat(get("/api/v1/law/articles/310.99")).hasStatus(404);
    }

    @Test
    void the_clocks_are_listed_with_their_articles() {
        var answer = get("/api/v1/law/clocks");

        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[1].article_id")
                .isEqualTo("310.5");
        assertThat(answer).bodyJson().extractingPath("$.items.length()").isEqualTo(48);
    }

    @Test
    void a_clock_is_computed_with_what_it_left_out() {
        var answer =
                post("/api/v1/law/clocks:compute", "{\"clock\":\"penalty.preserve\",\"starts_at\":\"2026-09-23\"}");

        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.due_at").isEqualTo("2026-10-10T23:59:59+08:00");
        assertThat(answer).bodyJson().extractingPath("$.counted_days").isEqualTo(7);
        assertThat(answer).bodyJson().extractingPath("$.skipped[0].date").isEqualTo("2026-09-25");
        assertThat(answer).bodyJson().extractingPath("$.provisional").isEqualTo(false);
    }

    @Test
    void the_examples_of_hours_and_of_suspension_come_out_as_the_law_counts_them() {
        assertThat(post(
                        "/api/v1/law/clocks:compute",
                        "{\"clock\":\"transfer.send\",\"starts_at\":\"2026-09-30T16:30\"}"))
                .bodyJson()
                .extractingPath("$.due_at")
                .isEqualTo("2026-10-01T16:30:00+08:00");
        assertThat(post("/api/v1/law/clocks:compute", """
                        {"clock":"penalty.decide","starts_at":"2026-07-01T00:00:00+08:00",
                         "suspensions":[{"from":"2026-08-01","to":"2026-08-10","ground":"鉴定"}],"as_of":"2026-08-05"}"""))
                .bodyJson()
                .extractingPath("$")
                .satisfies(json -> assertThat(json.toString()).contains("2026-10-09T23:59:59+08:00", "suspended"));
    }

    @Test
    void all_faults_of_a_question_are_named_at_once() {
        var answer = post(
                "/api/v1/law/clocks:compute",
                "{\"clock\":\"no.such\",\"starts_at\":\"soon\",\"suspensions\":[{\"from\":\"2026-08-10\",\"to\":\"2026-08-01\"}]}");

        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors.length()")
                .isEqualTo(4);
    }

    @Test
    void malformed_facts_get_all_their_faults_in_chinese() {
        var answer = post("/api/v1/law/threshold:assess", """
                {"commodity":"opium","act":"smuggling","conduct_date":"2999-01-01","tax_evaded_yuan":-1,
                 "goods":[{"weight_tonnes":"many","sold":"yes"}],"prior_penalties":[{"date":"1948-12-31","kind":"smuggling"}],
                 "colour":"red"}""");

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactlyInAnyOrder(
                        "colour",
                        "commodity",
                        "conduct_date",
                        "goods[0].weight_tonnes",
                        "goods[0].sold",
                        "tax_evaded_yuan",
                        "prior_penalties[0].date");
        assertThat(post("/api/v1/law/threshold:assess", "[1]")).hasStatus(422);
        assertThat(post("/api/v1/law/threshold:assess", "{")).hasStatus(400);
    }

    @Test
    void facts_are_routed_and_held_against_the_thresholds() {
        String facts =
                "{\"commodity\":\"tobacco\",\"act\":\"smuggling\",\"conduct_date\":\"2026-03-01\",\"entity\":\"person\",\"tax_evaded_yuan\":120000}";

        var jurisdiction = post("/api/v1/law/jurisdiction:assess", facts);
        var assessed = post("/api/v1/law/threshold:assess", facts);

        assertThat(jurisdiction)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.conflict")
                .isEqualTo(true);
        assertThat(jurisdiction)
                .bodyJson()
                .extractingPath("$.candidates[0].basis")
                .isEqualTo("statute");
        assertThat(jurisdiction)
                .bodyJson()
                .extractingPath("$.candidates[0].unit")
                .isEqualTo("X01");
        assertThat(assessed).hasStatusOk().bodyJson().extractingPath("$.result").isEqualTo("reached");
        assertThat(assessed).bodyJson().extractingPath("$.hits[0].article").isEqualTo("第十六条");
    }

    @Test
    void a_local_holiday_moves_working_day_clocks_until_it_is_withdrawn() {
        LocalDate day = LocalDate.parse("2026-04-20");
        calendars.add(new LocalHoliday(day, "三月三", false, "自治区人民政府通知（测试）"), justiceHead);

        assertThat(calendars.get().isWorkday(day)).isFalse();
        assertThat(get("/api/v1/law/calendar/2026"))
                .bodyJson()
                .extractingPath("$.local[0].name")
                .isEqualTo("三月三");
        assertThatThrownBy(() -> calendars.add(new LocalHoliday(day, "重复", false, "测试"), justiceHead))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> calendars.add(new LocalHoliday(day.plusDays(1), "三月三", false, "测试"), handler))
                .isInstanceOf(Refusal.class);

        calendars.withdraw(calendars.holidays(2026).getFirst().id(), "测试结束", justiceHead);

        assertThat(calendars.get().isWorkday(day)).isTrue();
    }

    @Test
    void a_confirmed_fact_decides_and_a_withdrawn_confirmation_does_not() {
        Facts facts = TestFacts.facts("""
                {"commodity":"refined_oil","act":"unlicensed_operation","conduct_date":"2026-03-01","entity":"person",
                 "business_amount_yuan":60000,"illegal_gain_yuan":0}""");
        assertThatThrownBy(() -> confirmations.decide("prosecution_2022.71", true, "公报", handler))
                .isInstanceOf(Refusal.class);

        confirmations.decide("prosecution_2022.71", true, "已核对公安部公报原文", justiceHead);
        assertThat(threshold.assess(facts).reached()).isTrue();

        confirmations.decide("prosecution_2022.71", false, "发现文本有误", justiceHead);
        assertThat(threshold.assess(facts).reached()).isFalse();
    }

    @Test
    void people_are_warned_sixty_days_before_the_schedules_end() {
        assertThat(calendars.warning(LocalDate.parse("2026-10-31"))).isEmpty();
        assertThat(calendars.warning(LocalDate.parse("2026-11-01"))).isPresent();
        assertThat(calendars.warning(LocalDate.parse("2027-01-01")))
                .hasValueSatisfying(w -> assertThat(w).contains("暂定"));
    }
}
