package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** What the audit administrator learns of tip-offs: numbers of a month that is over, and never one that could be a person. */
@PlatformTest(ownDatabase = true)
@Import(TestAccounts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthlyCountsTest {
    private static final String PAGE = "/tipoffs/counts";
    private static final String API = "/api/v1/tipoff-counts";

    private final Filing filing;
    private final Officers officers;
    private final MonthlyCounts counts;
    private final TestAccounts accounts;
    private final Proceedings proceedings;
    private final Writing writing;
    private final Reading reading;
    private final MockMvcTester web;
    private final Clock clock;
    private Viewer auditor;
    private YearMonth month;
    private String published = "";

    @TempDir
    Path folder;

    @SuppressWarnings("ParameterNumber")
    MonthlyCountsTest(
            Filing filing,
            Officers officers,
            MonthlyCounts counts,
            TestAccounts accounts,
            Proceedings proceedings,
            Writing writing,
            Reading reading,
            MockMvcTester web,
            Clock clock) {
        this.filing = filing;
        this.officers = officers;
        this.counts = counts;
        this.accounts = accounts;
        this.proceedings = proceedings;
        this.writing = writing;
        this.reading = reading;
        this.web = web;
        this.clock = clock;
    }

    @BeforeAll
    void a_month_is_over() {
        Holders.enrol(officers, accounts);
        auditor = accounts.some("OFFICE", Post.AUDIT_ADMIN);
        month = YearMonth.now(clock.withZone(Filing.ZONE)).minusMonths(2);
        var then = Clock.fixed(month.atDay(5).atTime(10, 0).atZone(Filing.ZONE).toInstant(), Filing.ZONE);
        for (int i = 0; i < 9; i++) {
            told(then, "anonymous");
        }
        for (int i = 0; i < 2; i++) {
            told(then, "insider");
        }
        for (int i = 0; i < 6; i++) {
            told(then, "named");
        }
        var one = newest();
        var office = accounts.some("OFFICE", Post.HANDLER);
        var later = proceedings.asOf(Clock.offset(then, Duration.ofDays(20)));
        later.act(office, one, Json.MAPPER.readValue("{\"commodity\":\"tobacco\"}", TipAction.Accept.class));
        later.act(
                office,
                one,
                Json.MAPPER.readValue("{\"outcome\":\"SUBSTANTIATED\",\"basis\":\"处罚决定\"}", TipAction.Answer.class));
        counts.publish();
        published = main(get(PAGE + "?month=" + month, auditor));
    }

    private void told(Clock then, String manner) {
        var identity = manner.equals("named") ? new Identity("某", "1") : new Identity("", "");
        filing.asOf(then).file(new TipForm(manner, "有人在卖没有票的东西", "", "", identity, "", List.of(), null, "", "", ""));
    }

    private java.util.UUID newest() {
        return writing.inTransaction(db -> db.sql(
                        "select id from matter.matter where kind = 'tipoff' order by length(number) desc, number desc limit 1")
                .query(java.util.UUID.class)
                .single());
    }

    private MvcTestResult get(String path, Viewer viewer) {
        return web.get().uri(path).with(TestAccounts.as(viewer)).exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Without the frame, which bears what is new with each request. */
    private static String main(MvcTestResult result) {
        var page = body(result);
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private List<MonthlyCounts.Cell> cells(String heading) {
        return counts.of(auditor, month).stream()
                .filter(c -> c.heading().equals(heading))
                .toList();
    }

    @Test
    void small_cells_and_whatever_would_yield_them_are_hidden_alike() {
        assertThat(cells("本月收到，按举报方式"))
                .extracting(MonthlyCounts.Cell::title, MonthlyCounts.Cell::shown)
                .containsExactly(tuple("合计", "17"), tuple("实名", "少于 5"), tuple("匿名", "9"), tuple("内部知情人", "少于 5"));
        assertThat(cells("本月办结，按结果")).allMatch(c -> c.shown().equals("少于 5"));
        assertThat(cells("本月批准奖励，按金额")).hasSize(4).allMatch(c -> c.shown().equals("少于 5"));
        assertThat(published).contains("少于 5", "别处的数字可以点开", "期限内办结").doesNotContain("/matters/", "/tipoffs/counts/o");
    }

    @Test
    void a_month_says_the_same_whatever_happens_afterwards() {
        var then = Clock.fixed(month.atDay(9).atStartOfDay(Filing.ZONE).toInstant(), Filing.ZONE);
        told(then, "insider");

        counts.publish();

        assertThat(main(get(PAGE + "?month=" + month, auditor))).isEqualTo(published);
    }

    @Test
    void the_current_month_and_any_other_period_are_not_to_be_had() {
        var now = YearMonth.now(clock.withZone(Filing.ZONE));
        filing.tell("今天刚看到的事", "", "", "");
        counts.publish();

        assertThat(get(PAGE + "?month=" + now, auditor)).hasStatus(404);
        assertThat(get(API + "?month=" + now, auditor)).hasStatus(404);
        assertThat(get(PAGE + "/excel?month=" + now, auditor)).hasStatus(404);
        assertThat(body(get(PAGE + "?month=2026", auditor))).contains("2026-11 这样");
        assertThat(main(get(PAGE + "?month=" + month + "&manner=insider&unit=U12", auditor)))
                .as("there are no filters")
                .isEqualTo(published);
    }

    @Test
    void page_file_and_interface_say_the_same() throws Exception {
        var api = Json.MAPPER.readTree(get(API, auditor).getResponse().getContentAsByteArray());
        var newest = YearMonth.parse(api.path("month").asString());
        assertThat(api.path("months").toString()).contains(month.toString());
        assertThat(newest).isEqualTo(month.plusMonths(1));
        var file = get(PAGE + "/excel?month=" + month, auditor).getResponse().getContentAsByteArray();
        var texts = new StringBuilder();
        try (var zip =
                new ZipFile(Files.write(folder.resolve("counts.xlsx"), file).toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                texts.append(HtmlUtils.htmlUnescape(
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)));
            }
        }

        for (var cell : counts.of(auditor, month)) {
            assertThat(texts).contains(cell.title(), cell.shown());
            assertThat(published).contains(cell.title(), cell.shown());
        }
    }

    @Test
    void nobody_but_the_audit_administrator_is_given_a_number() {
        for (var post : Post.values()) {
            for (var unit : List.of("OFFICE", "HQ", "U09", "U05", "U12")) {
                if (post == Post.AUDIT_ADMIN) {
                    continue;
                }
                var viewer = accounts.some(unit, post);
                for (var path : List.of(PAGE, PAGE + "?month=" + month, PAGE + "/excel?month=" + month, API)) {
                    assertThat(get(path, viewer))
                            .as(post + " of " + unit + " " + path)
                            .hasStatus(403);
                }
                assertThat(reading.<Integer>as(viewer, db -> db.sql("select count(*) from tipoff.published")
                                .query(Integer.class)
                                .single()))
                        .isZero();
            }
        }
        assertThat(web.get().uri(PAGE).exchange()).hasStatus3xxRedirection();
    }
}
