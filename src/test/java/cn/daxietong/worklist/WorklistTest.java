package cn.daxietong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlatformTest
class WorklistTest {
    private final MockMvcTester web;
    private final Todos todos;
    private final Arranging arranging;
    private final Clock clock;
    private final DemoMatters matters;
    private final TestAccounts accounts;

    WorklistTest(
            MockMvcTester web,
            Todos todos,
            Arranging arranging,
            Proceedings proceedings,
            Writing writing,
            Clock clock) {
        this.web = web;
        this.todos = todos;
        this.arranging = arranging;
        this.clock = clock;
        this.matters = new DemoMatters(proceedings, writing, clock);
        this.accounts = new TestAccounts(writing, clock);
    }

    private List<UUID> ids(Viewer viewer, Wanted wanted) {
        var ids = new ArrayList<UUID>();
        @Nullable String cursor = null;
        do {
            var page = todos.page(viewer, wanted, cursor, 100);
            page.items().forEach(row -> ids.add(row.key().matter()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    @Test
    void the_unit_that_must_act_has_the_to_do_and_nobody_else() {
        var lead = matters.dispatched("U12", "寨沙镇涉嫌无合法来源冻品线索");

        assertThat(ids(DemoMatters.of("U12", Post.HANDLER), Wanted.unit(Span.ANY)))
                .contains(lead);
        assertThat(ids(DemoMatters.of("U12", Post.HEAD), Wanted.unit(Span.ANY))).contains(lead);
        assertThat(ids(DemoMatters.of("U17", Post.HANDLER), Wanted.unit(Span.ANY)))
                .doesNotContain(lead);
        assertThat(ids(DemoMatters.of("U18A", Post.HANDLER), Wanted.unit(Span.ANY)))
                .doesNotContain(lead);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIT_ADMIN", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"})
    void who_administers_reads_no_to_do(Post post) {
        var lead = matters.dispatched("U12", "管理岗位看不到的线索");
        var admin = accounts.some("U12", post);

        assertThat(ids(admin, Wanted.unit(Span.ANY))).isEmpty();
        assertThat(web.get().uri("/api/v1/worklist").with(TestAccounts.as(admin)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(lead.toString());
        assertThat(web.get().uri("/").with(TestAccounts.as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("不查看业务内容")
                .doesNotContain("管理岗位看不到的线索");
    }

    @Test
    void what_only_the_head_may_do_is_not_in_the_handlers_list() {
        var kase = matters.kase("U12", "寨沙镇涉嫌无证经营烟草案");
        matters.act(DemoMatters.of("U12", Post.HANDLER), kase, "file", "{}");
        var officer = accounts.some("U12", Post.HANDLER);
        var second = accounts.some("U12", Post.HANDLER);
        matters.act(
                officer,
                kase,
                "propose_transfer",
                "{\"target_unit\":\"U08\",\"officers\":[\"" + officer.account() + "\",\"" + second.account()
                        + "\"],\"report\":\"涉嫌犯罪，建议移送\"}");

        var handlers = todos.page(officer, Wanted.unit(Span.ANY), null, 200).items();
        var heads = todos.page(DemoMatters.of("U12", Post.HEAD), Wanted.unit(Span.ANY), null, 200)
                .items();

        assertThat(heads).anyMatch(row -> row.key().equals(new TodoKey(kase, "approve_transfer")));
        assertThat(handlers).noneMatch(row -> row.key().equals(new TodoKey(kase, "approve_transfer")));
    }

    @Test
    void the_api_says_what_to_do_in_which_matter_by_which_article() {
        var lead = matters.dispatched("U14", "接口里的线索");
        var handler = accounts.some("U14", Post.HANDLER);

        var body = web.get().uri("/api/v1/worklist?limit=200").with(TestAccounts.as(handler));

        assertThat(body).hasStatusOk();
        var items = Json.MAPPER
                .readTree(body.exchange().getResponse().getContentAsByteArray())
                .get("items");
        var item = items.valueStream()
                .filter(i -> i.get("matter").asString().equals(lead.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(item.get("kind").asString()).isEqualTo("lead");
        assertThat(item.get("number").asString()).startsWith("鹿打私线〔");
        assertThat(item.get("title").asString()).isEqualTo("接口里的线索");
        assertThat(item.get("action").asString()).isEqualTo("accept");
        assertThat(item.get("action_title").asString()).isEqualTo("受理或者退回线索");
        assertThat(item.get("law").asString()).contains("第五十四条");
    }

    @Test
    void pages_have_no_gap_and_no_double_while_rows_come_and_go() {
        var unit = "U17";
        var viewer = DemoMatters.of(unit, Post.HANDLER);
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            var id = matters.dispatched(unit, "翻页用的线索" + i);
            if (i % 3 != 0) {
                // Three at the same moment, and some without any due time.
                matters.due(id, Duration.ofHours(30 + i / 3));
            }
            all.add(id);
        }

        // By to-do and not by matter, for one matter may ask for two things.
        var seen = new ArrayList<TodoKey>();
        @Nullable String cursor = null;
        do {
            var page = todos.page(viewer, Wanted.unit(Span.ANY), cursor, 3);
            page.items().forEach(row -> seen.add(row.key()));
            cursor = page.next();
            matters.due(matters.dispatched(unit, "翻页时新来的线索"), Duration.ofMinutes(-5));
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).extracting(TodoKey::matter).containsAll(all);
    }

    @Test
    void the_page_before_is_the_page_that_was() {
        var viewer = DemoMatters.of("U15", Post.HANDLER);
        for (int i = 0; i < 7; i++) {
            matters.due(matters.dispatched("U15", "前后翻页的线索" + i), Duration.ofDays(3 + i));
        }
        var first = todos.page(viewer, Wanted.unit(Span.ANY), null, 3);
        var second = todos.page(viewer, Wanted.unit(Span.ANY), first.next(), 3);

        var again = todos.page(viewer, Wanted.unit(Span.ANY), second.previous(), 3);

        assertThat(again.items()).isEqualTo(first.items());
        assertThat(again.previous()).isNull();
        assertThat(again.next()).isNotNull();
    }

    @Test
    void a_to_do_is_put_off_for_one_person_until_the_day_before_it_is_due() {
        var lead = matters.dispatched("U12", "可以推迟的线索");
        matters.due(lead, Duration.ofDays(5));
        var one = accounts.some("U12", Post.HANDLER);
        var other = accounts.some("U12", Post.HANDLER);
        var key = new TodoKey(lead, "accept");
        var later = LocalDate.now(clock).plusDays(30).toString();

        arranging.snooze(one, List.of(key), later, "等鉴定意见");

        assertThat(ids(one, Wanted.unit(Span.ANY))).doesNotContain(lead);
        assertThat(ids(one, new Wanted(Span.ANY, Wanted.Whose.UNIT, true, null)))
                .contains(lead);
        assertThat(ids(other, Wanted.unit(Span.ANY))).contains(lead);

        matters.due(lead, Duration.ofHours(20));

        assertThat(ids(one, Wanted.unit(Span.ANY))).contains(lead);
    }

    @Test
    void putting_off_needs_a_day_to_come_and_a_reason() {
        var handler = accounts.some("U12", Post.HANDLER);
        var key = new TodoKey(matters.dispatched("U12", "推迟要写理由"), "accept");

        assertThatThrownBy(() -> arranging.snooze(
                        handler, List.of(key), LocalDate.now(clock).toString(), " "))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.faults())
                        .extracting(fault -> fault.field())
                        .containsExactly("until", "reason"));
    }

    @Test
    void what_is_given_to_a_colleague_leaves_the_others_lists() {
        var lead = matters.dispatched("U12", "分给同事的线索");
        var giver = accounts.some("U12", Post.HANDLER);
        var taker = accounts.some("U12", Post.HANDLER);

        var given = arranging.delegate(
                giver, List.of(new TodoKey(lead, "accept")), taker.account().value());

        assertThat(given).isOne();
        assertThat(ids(giver, Wanted.mine(Span.ANY))).doesNotContain(lead);
        assertThat(ids(giver, Wanted.unit(Span.ANY))).contains(lead);
        assertThat(ids(taker, new Wanted(Span.ANY, Wanted.Whose.GIVEN, false, null)))
                .contains(lead);
    }

    @Test
    void nothing_is_given_to_another_unit_or_arranged_in_one() {
        var lead = matters.dispatched("U12", "别单位的线索");
        var key = new TodoKey(lead, "accept");
        var stranger = accounts.some("U17", Post.HANDLER);
        var handler = accounts.some("U12", Post.HANDLER);

        assertThat(arranging.star(stranger, List.of(key))).isZero();
        assertThatThrownBy(() -> arranging.delegate(
                        handler, List.of(key), stranger.account().value()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void several_are_arranged_by_one_form() {
        var first = matters.dispatched("U12", "一起标记甲");
        var second = matters.dispatched("U12", "一起标记乙");
        var handler = accounts.some("U12", Post.HANDLER);

        assertThat(web.post()
                        .uri("/worklist/arrange")
                        .with(TestAccounts.as(handler))
                        .with(csrf())
                        .param("do", "star")
                        .param("item", first + ":accept", second + ":accept", "'; drop table:x"))
                .hasStatus3xxRedirection();

        assertThat(todos.of(handler, List.of(new TodoKey(first, "accept"), new TodoKey(second, "accept"))))
                .hasSize(2)
                .allMatch(TodoRow::starred);
    }

    @Test
    void the_home_page_puts_what_is_overdue_first() {
        var unit = "U13";
        var handler = accounts.some(unit, Post.HANDLER);
        matters.due(matters.dispatched(unit, "还有几天的线索"), Duration.ofDays(4));
        matters.due(matters.dispatched(unit, "已经超期的线索"), Duration.ofDays(-2));

        var page = web.get().uri("/").with(TestAccounts.as(handler)).exchange();

        assertThat(page).hasStatusOk();
        assertThat(page).bodyText().containsSubsequence("<h2 class=\"hidden\" id=\"todo-head\">", "已经超期的线索", "还有几天的线索");
        assertThat(page).bodyText().contains("有 1 件已超期");
    }
}
