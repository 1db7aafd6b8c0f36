package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.law.Clocks;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Before a limit runs out its unit is reminded twice, after it the reminder climbs; each rung once, whatever is restarted. */
@PlatformTest(ownDatabase = true)
class RemindersTest {
    private final ApplicationContext platform;
    private final Proceedings proceedings;
    private final Reading reading;
    private final TestAccounts accounts;
    private final Clock clock;

    RemindersTest(ApplicationContext platform, Proceedings proceedings, Reading reading, Clock clock) {
        this.platform = platform;
        this.proceedings = proceedings;
        this.reading = reading;
        this.clock = clock;
        this.accounts = new TestAccounts(platform.getBean(Writing.class), clock);
    }

    /** A question to the procuratorate, asked now, to be answered in ten days. */
    private UUID asked() {
        var kase = proceedings.open(accounts.some("U12", Post.HANDLER), "case", Json.MAPPER.readTree("""
                {"title":"提醒的案件","facts":{"commodity":"tobacco"},"summary":"按检查笔录登记"}
                """));
        return proceedings.open(accounts.some("U12", Post.HANDLER), "consultation", Json.MAPPER.readTree("""
                        {"about":"%s","subject":"evidence","unit":"U05","question":"需要哪些证据","reply_by":"%s"}
                        """.formatted(
                        kase, clock.instant().plus(Duration.ofDays(10)))));
    }

    private void after(Duration span) {
        // A new object each time, as after a restart.
        new Reminders(
                        platform.getBean(Writing.class),
                        platform.getBean(MatterStore.class),
                        platform.getBean(Clocks.class),
                        platform.getBean(Reminders.Pace.class),
                        Clock.offset(clock, span))
                .run(500);
    }

    private List<String> told(Viewer viewer, UUID matter) {
        return reading.as(
                viewer, db -> db.sql("""
                        select coalesce(post, '') || ' ' || text from matter.notice
                         where matter_id = ? and text like '%届满%' order by id
                        """).param(matter).query(String.class).list());
    }

    @Test
    void nothing_is_said_while_it_is_green() {
        var asked = asked();

        after(Duration.ofDays(4));

        assertThat(told(accounts.some("U05", Post.HANDLER), asked)).isEmpty();
    }

    @Test
    void yellow_and_red_remind_the_unit_each_once_and_red_its_head_too() {
        var asked = asked();
        var unit = accounts.some("U05", Post.HANDLER);

        after(Duration.ofDays(6));
        after(Duration.ofDays(7));
        assertThat(told(unit, asked)).singleElement().asString().contains(" 提醒：", "请抓紧办理");

        after(Duration.ofDays(9));
        after(Duration.ofDays(9));
        assertThat(told(unit, asked)).hasSize(3).anyMatch(t -> t.startsWith("head 请督促"));
    }

    @Test
    void a_platform_that_stood_still_reminds_of_what_is_red_by_now_and_not_of_yellow() {
        var asked = asked();

        after(Duration.ofDays(9));
        after(Duration.ofDays(9));

        assertThat(told(accounts.some("U05", Post.HANDLER), asked)).hasSize(2).noneMatch(t -> t.startsWith(" 提醒："));
    }

    @Test
    void nobody_is_told_of_a_matter_that_they_do_not_see() {
        var asked = asked();

        after(Duration.ofDays(20));

        assertThat(told(accounts.some("OFFICE", Post.HANDLER), asked))
                .as("a consultation is not the office's to see")
                .isEmpty();
        assertThat(told(accounts.some("U07", Post.HANDLER), asked)).isEmpty();
    }

    @Test
    void a_time_finer_than_the_database_keeps_is_kept_as_the_ledger_says_it() {
        asked();
        var faults = new ArrayList<String>();

        new RowsCheck(platform.getBean(Kinds.class), platform.getBean(Vault.class)).check(owner(), faults::add);

        assertThat(faults).isEmpty();
    }

    private JdbcClient owner() {
        var environment = platform.getEnvironment();
        return JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password")));
    }

    @Test
    void after_the_limit_it_climbs_to_the_office_where_the_office_sees_the_matter() {
        var market = accounts.some("U12", Post.HANDLER);
        var kase = proceedings.open(market, "case", Json.MAPPER.readTree("""
                {"title":"提醒攀升的案件","facts":{"commodity":"tobacco"},"summary":"按检查笔录登记"}
                """));
        proceedings.act(market, kase, "file", null, null);
        var due = reading.as(market, db -> db.sql("select max(due_at) from matter.clock where matter_id = ?")
                .param(kase)
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant());
        var span = Duration.between(clock.instant(), due);

        after(span.plus(Duration.ofHours(1)));
        var head = told(market, kase);
        assertThat(told(accounts.some("OFFICE", Post.HANDLER), kase)).isEmpty();
        after(span.plus(Duration.ofHours(25)));
        after(span.plus(Duration.ofHours(26)));

        assertThat(head).allMatch(t -> t.startsWith("head "));
        var office = told(accounts.some("OFFICE", Post.HANDLER), kase);
        var rule = platform.getBean(Clocks.class).rule("penalty.decide");
        assertThat(office).hasSize(rule.onExpiry().contains("办公室") ? 0 : 1);
    }

    @Test
    void colours_follow_the_share_that_has_passed() {
        var lights = new Lights(0.5, 0.8);
        var from = Instant.parse("2026-11-01T00:00:00Z");
        var due = Instant.parse("2026-11-11T00:00:00Z");

        assertThat(lights.at(Lights.passed(from, due, Instant.parse("2026-11-05T23:59:00Z"))))
                .isEqualTo(Lights.Light.GREEN);
        assertThat(lights.at(Lights.passed(from, due, Instant.parse("2026-11-06T00:00:00Z"))))
                .isEqualTo(Lights.Light.YELLOW);
        assertThat(lights.at(Lights.passed(from, due, Instant.parse("2026-11-09T00:00:00Z"))))
                .isEqualTo(Lights.Light.RED);
        assertThat(lights.at(Lights.passed(from, due, Instant.parse("2026-12-09T00:00:00Z"))))
                .isEqualTo(Lights.Light.RED);
        assertThat(lights.words()).contains("50%", "80%");
        assertThatThrownBy(() -> new Lights(0.9, 0.8)).hasMessageContaining("daxietong.clocks.yellow");
    }
}
