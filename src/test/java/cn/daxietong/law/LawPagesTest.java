package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest
class LawPagesTest {
    private final MockMvcTester web;
    private final Viewer handler;
    private final Viewer officeAdmin;
    private final Viewer justice;

    LawPagesTest(MockMvcTester web, Writing writing, Clock clock) {
        this.web = web;
        var accounts = new TestAccounts(writing, clock);
        this.handler = accounts.some("U17", Post.HANDLER);
        this.officeAdmin = accounts.some("OFFICE", Post.UNIT_ADMIN);
        this.justice = accounts.some("U09", Post.HANDLER);
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return web.get().uri(path).with(TestAccounts.as(viewer)).exchange();
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void every_table_is_readable_with_all_its_rows_and_their_articles() throws Exception {
        for (DecisionTableText table : DecisionTableText.all()) {
            var page = get(handler, "/law/tables/" + table.name());

            assertThat(page).hasStatusOk();
            assertThat(text(page)).contains(table.title());
            assertThat(table.rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.article()).as(row.note()).isNotNull());
            assertThat(text(page).split("<td data-label=\"条文\">", -1))
                    .hasSize(table.rows().size() + 1);
        }
        assertThat(text(get(handler, "/law/tables/smuggling"))).contains("个人偷逃应缴税额10万元以上", "2014-09-10起", "走私");
        assertThat(get(handler, "/law/tables/none")).hasStatus(404);
    }

    @Test
    void a_search_finds_articles_and_an_article_shows_its_clocks() throws Exception {
        assertThat(text(get(handler, "/law?q=先行登记保存"))).contains("penalty.56").doesNotContain("customs.13");
        assertThat(text(get(handler, "/law/articles/310.5"))).contains("24小时", "3日");
        assertThat(text(get(handler, "/law/articles/ip_2025")))
                .contains("待法制审核")
                .doesNotContain("确认与公布文本一致");
    }

    @Test
    void the_calculator_shows_the_due_time_and_every_day_left_out() throws Exception {
        String page = text(get(handler, "/law/clocks?clock=penalty.preserve&starts_at=2026-09-23T09:00"));

        assertThat(page).contains("2026年10月10日 23:59", "2026年10月5日", "第五十六条");
        assertThat(text(get(handler, "/law/clocks?clock=penalty.preserve&starts_at=x")))
                .contains("时间格式应为");
    }

    @Test
    void the_office_enters_a_local_holiday_and_takes_it_back_and_others_cannot() throws Exception {
        assertThat(text(get(handler, "/law/calendar/2026"))).doesNotContain("<h2>录入地方假日");
        assertThat(text(get(officeAdmin, "/law/calendar/2026"))).contains("<h2>录入地方假日");

        assertThat(enter(handler, "2026-04-21")).hasStatus(403);
        assertThat(enter(officeAdmin, "")).hasStatus(422);
        assertThat(enter(officeAdmin, "2026-04-21")).hasStatus(303);
        assertThat(text(get(handler, "/law/calendar/2026"))).contains("三月三测试");
    }

    private MvcTestResult enter(Viewer viewer, String day) {
        return web.post()
                .uri("/law/calendar/2026/holidays")
                .with(TestAccounts.as(viewer))
                .with(csrf())
                .param("day", day)
                .param("name", "三月三测试")
                .param("worked", "false")
                .param("source", "自治区人民政府通知")
                .exchange();
    }

    @Test
    void next_years_notice_is_imported_and_ends_the_provisional_label() throws Exception {
        assertThat(text(get(officeAdmin, "/law/calendar/2030"))).contains("暂定");

        var imported = web.post()
                .uri("/law/calendar/2030/import")
                .with(TestAccounts.as(officeAdmin))
                .with(csrf())
                .param("notice", "国务院办公厅通知（测试）")
                .param("off", "2030-01-01\n2030-02-02/2030-02-08")
                .param("work", "2030-02-09")
                .exchange();

        assertThat(imported).hasStatus(303);
        assertThat(text(get(handler, "/law/calendar/2030")))
                .contains("国务院办公厅通知（测试）")
                .doesNotContain("还没有导入");
    }

    @Test
    void the_justice_bureau_confirms_a_recalled_article_on_its_page() throws Exception {
        assertThat(text(get(justice, "/law/articles/reverse_rule"))).contains("确认与公布文本一致");

        var confirmed = web.post()
                .uri("/law/articles/reverse_rule/review")
                .with(TestAccounts.as(justice))
                .with(csrf())
                .param("confirmed", "true")
                .param("note", "已核对最高检公报")
                .exchange();

        assertThat(confirmed).hasStatus(303);
        assertThat(text(get(handler, "/law/articles/reverse_rule"))).contains("县司法局已确认", "已核对最高检公报");
    }
}
