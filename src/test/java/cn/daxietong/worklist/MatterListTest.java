package cn.daxietong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Filter;
import cn.daxietong.matter.Inboxes;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlatformTest
class MatterListTest {
    private static final int HEAD = 3;

    private final MockMvcTester web;
    private final Inboxes inboxes;
    private final Writing writing;
    private final DemoMatters matters;
    private final TestAccounts accounts;

    MatterListTest(MockMvcTester web, Inboxes inboxes, Proceedings proceedings, Writing writing, Clock clock) {
        this.web = web;
        this.inboxes = inboxes;
        this.writing = writing;
        this.matters = new DemoMatters(proceedings, writing, clock);
        this.accounts = new TestAccounts(writing, clock);
    }

    private String page(Viewer viewer, String path) {
        var answer = web.get().uri(path).with(TestAccounts.as(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<Row> exported(Viewer viewer, String query) throws IOException {
        var answer = web.get()
                .uri("/matters/export?" + query)
                .with(TestAccounts.as(viewer))
                .exchange();
        assertThat(answer).hasStatusOk();
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            return book.getFirstSheet().read();
        }
    }

    @Test
    void a_list_shows_the_units_own_and_nobody_elses() {
        matters.lead("T01", "中渡镇涉嫌无合法来源畜禽活体案");
        var own = accounts.some("T01", Post.HANDLER);
        var stranger = accounts.some("U07", Post.HANDLER);

        assertThat(page(own, "/matters?kind=lead")).contains("中渡镇涉嫌无合法来源畜禽活体案", "登记线索");
        assertThat(page(own, "/matters?kind=case")).doesNotContain("登记案件");
        assertThat(page(accounts.some("U12", Post.HANDLER), "/matters?kind=case"))
                .contains("登记案件");
        assertThat(page(stranger, "/matters?kind=lead")).doesNotContain("中渡镇涉嫌无合法来源畜禽活体案");
        assertThat(page(stranger, "/matters?kind=lead&q=畜禽活体")).doesNotContain("中渡镇涉嫌");
        assertThat(page(accounts.some("T01", Post.UNIT_ADMIN), "/matters?kind=lead"))
                .doesNotContain("中渡镇涉嫌无合法来源畜禽活体案", "登记线索");
    }

    @Test
    void what_is_late_stands_above_what_moved_last() {
        var late = matters.lead("T02", "先办的旧案");
        for (int i = 0; i < 3; i++) {
            matters.lead("T02", "新近登记的案件" + i);
        }
        matters.due(late, Duration.ofDays(-3));

        var text = page(accounts.some("T02", Post.HANDLER), "/matters?kind=lead");

        assertThat(text).containsSubsequence("先办：已超期和七日内到期", "先办的旧案", "最近更新", "新近登记的案件2");
        assertThat(text.split("先办的旧案", -1)).hasSize(2);
    }

    @Test
    void a_filter_is_kept_under_a_name_for_oneself() {
        var mine = accounts.some("T03", Post.HANDLER);
        var colleague = accounts.some("T03", Post.HANDLER);

        assertThat(web.post()
                        .uri("/matters/views?kind=lead&due=week")
                        .with(TestAccounts.as(mine))
                        .with(csrf())
                        .param("name", "本周到期"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/matters?kind=lead&due=week");

        assertThat(page(mine, "/matters?kind=lead")).contains("本周到期</a>");
        assertThat(page(mine, "/matters?kind=lead&due=week")).contains("删除视图“本周到期”");
        assertThat(page(colleague, "/matters?kind=lead")).doesNotContain("本周到期</a>");
    }

    @Test
    void leafing_forth_and_back_shows_the_same_pages() {
        var viewer = accounts.some("T04", Post.HANDLER);
        var made = new ArrayList<UUID>();
        for (int i = 0; i < 7; i++) {
            made.addFirst(matters.lead("T04", "来回翻页的案件" + i));
        }
        var filter = Filter.ofKind("lead");
        var first = inboxes.page(viewer, filter, null, 3);
        var second = inboxes.page(viewer, filter, first.next(), 3);
        var third = inboxes.page(viewer, filter, second.next(), 3);

        var secondAgain = inboxes.page(viewer, filter, third.previous(), 3);
        var firstAgain = inboxes.page(viewer, filter, secondAgain.previous(), 3);

        assertThat(first.items()).extracting(row -> row.id()).isEqualTo(made.subList(0, 3));
        assertThat(third.items()).extracting(row -> row.id()).isEqualTo(made.subList(6, 7));
        assertThat(third.next()).isNull();
        assertThat(secondAgain.items()).isEqualTo(second.items());
        assertThat(firstAgain.items()).isEqualTo(first.items());
        assertThat(firstAgain.previous()).isNull();
    }

    @Test
    void an_export_holds_what_the_list_holds_typed_and_counted() throws IOException {
        var viewer = accounts.some("U10", Post.HANDLER);
        var first = matters.kase("U10", "=HYPERLINK(\"http://example\",\"点我\")");
        matters.kase("U10", "@SUM(1)案");
        matters.lead("U10", "不在范围内的线索");
        matters.due(first, Duration.ofDays(2));

        var rows = exported(viewer, "kind=case");

        assertThat(rows.getFirst().getCellText(0)).contains("县交通局", viewer.name(), "内部工作用");
        assertThat(rows.get(1).getCellText(0)).isEqualTo("范围：类别：案件");
        assertThat(rows).hasSize(HEAD + 2 + 1);
        var formulaLike = rows.get(HEAD + 1);
        assertThat(formulaLike.getCell(2).getType()).isEqualTo(CellType.STRING);
        assertThat(formulaLike.getCell(2).getFormula()).isNull();
        assertThat(formulaLike.getCellText(2)).startsWith("=HYPERLINK");
        assertThat(formulaLike.getCellAsDate(6)).isPresent();
        assertThat(formulaLike.getCell(7).getType()).isEqualTo(CellType.NUMBER);
        assertThat(rows.getLast().getCellText(0)).isEqualTo("共导出 2 条");
        assertThat(traces(viewer)).containsExactly("kind=case 2");
    }

    private List<String> traces(Viewer viewer) {
        return writing.inTransaction(
                db -> db.sql("select filter || ' ' || rows from worklist.export_log where account = ?")
                        .param(viewer.account().value())
                        .query(String.class)
                        .list());
    }

    @Test
    void an_export_of_another_unit_is_empty_and_who_administers_gets_none() throws IOException {
        matters.lead("T06", "别人导不出的案件");

        var rows = exported(accounts.some("U07", Post.HANDLER), "q=" + "别人导不出");

        assertThat(rows).hasSize(HEAD + 1);
        assertThat(rows.getLast().getCellText(0)).isEqualTo("共导出 0 条");
        assertThat(web.get()
                        .uri("/matters/export?kind=lead")
                        .with(TestAccounts.as(accounts.some("T06", Post.SYSTEM_ADMIN))))
                .hasStatus(403);
    }

    @Test
    void ten_thousand_rows_are_exported_without_a_gap() throws IOException {
        var viewer = accounts.some("T07", Post.HANDLER);
        writing.run(db -> db.sql("""
                        insert into matter.inbox (unit_id, matter_id, kind, status, closed, number, title, owner_unit, created_at, updated_at)
                        select 'T07', gen_random_uuid(), 'lead', 'registered', false, 'N' || i, '第' || i || '件', 'T07',
                               timestamptz '2026-01-01' + i * interval '1 minute', timestamptz '2026-01-01' + (i / 7) * interval '1 minute'
                          from generate_series(1, 10000) i
                        """).update());

        var rows = exported(viewer, "kind=lead");

        assertThat(rows.subList(HEAD, rows.size() - 1))
                .hasSize(10_000)
                .extracting(row -> row.getCellText(0))
                .doesNotHaveDuplicates();
        assertThat(rows.getLast().getCellText(0)).isEqualTo("共导出 10000 条");
        assertThat(page(viewer, "/matters?kind=lead")).contains("共 <strong>1000+</strong> 件");
    }

    @Test
    void a_print_says_for_whom_and_how_many() {
        var viewer = accounts.some("T08", Post.HANDLER);
        matters.lead("T08", "要打印的案件");

        assertThat(page(viewer, "/matters/print?kind=lead")).contains("要打印的案件", "共 1 条", "内部工作用");
    }

    @Test
    void a_filter_that_is_none_gets_a_clear_answer() {
        var viewer = accounts.some("T08", Post.HANDLER);

        for (var query : List.of("kind=nonsense", "due=never", "cursor=xx", "sort=odd")) {
            assertThat(web.get().uri("/matters?" + query).with(TestAccounts.as(viewer)))
                    .as(query)
                    .hasStatus(422);
        }
        assertThat(web.get().uri("/matters?kind=lead&status=nonsense").with(TestAccounts.as(viewer)))
                .hasStatusOk();
    }
}
