package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.law.Clocks;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlatformTest(ownDatabase = true)
@Import(TestAccounts.class)
class RederivationTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Proceedings proceedings;
    private final Matters matters;
    private final TestAccounts accounts;
    private final MockMvcTester web;
    private final Rederivation rederivation;

    RederivationTest(
            Proceedings proceedings,
            Matters matters,
            TestAccounts accounts,
            MockMvcTester web,
            Writing writing,
            Clocks clocks,
            Clock clock) {
        this.proceedings = proceedings;
        this.matters = matters;
        this.accounts = accounts;
        this.web = web;
        this.rederivation = new Rederivation(writing, proceedings, clocks, clock);
    }

    @Test
    void a_local_holiday_moves_the_due_time_of_what_already_runs_and_says_so_in_the_ledger() {
        var officer = accounts.some("U12", Post.HANDLER);
        var office = accounts.some("OFFICE", Post.HEAD);
        var preserved = LocalDate.now(ZONE).minusDays(1);
        var id = proceedings.open(
                officer, "case", Json.MAPPER.readTree("{\"title\":\"先行登记保存\",\"summary\":\"x\",\"facts\":{}}"));
        proceedings.act(officer, id, "preserve_evidence", Json.MAPPER.readTree("""
                {"items":[{"description":"卷烟","quantity":1,"unit":"条"}],"preserved_at":"%sT10:00:00+08:00"}
                """.formatted(preserved)), null);
        assertThat(rederivation.run()).isZero();
        var before = due(officer, id);

        var workday = preserved.plusDays(2);
        while (workday.getDayOfWeek().getValue() > 5) {
            workday = workday.plusDays(1);
        }
        assertThat(web.post()
                        .uri("/law/calendar/" + workday.getYear() + "/holidays")
                        .param("day", workday.toString())
                        .param("name", "壮族三月三")
                        .param("source", "自治区政府公告")
                        .with(csrf())
                        .with(TestAccounts.as(office)))
                .hasStatus3xxRedirection();

        assertThat(rederivation.run()).isEqualTo(1);
        assertThat(due(officer, id)).isAfter(before);
        assertThat(matters.timeline(officer, id))
                .last()
                .extracting(Matters.TimelineLine::event)
                .isEqualTo("due_rederived");
        assertThat(rederivation.run()).as("nothing to do twice").isZero();
    }

    private java.time.Instant due(cn.daxietong.shared.Viewer viewer, UUID id) {
        return java.util.Objects.requireNonNull(
                matters.afterStep(viewer, id).matter().clocks().getFirst().dueAt());
    }
}
