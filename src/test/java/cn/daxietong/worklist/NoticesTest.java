package cn.daxietong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlatformTest
class NoticesTest {
    private final MockMvcTester web;
    private final Notices notices;
    private final Writing writing;
    private final Clock clock;
    private final DemoMatters matters;
    private final TestAccounts accounts;

    NoticesTest(MockMvcTester web, Notices notices, Proceedings proceedings, Writing writing, Clock clock) {
        this.web = web;
        this.notices = notices;
        this.writing = writing;
        this.clock = clock;
        this.matters = new DemoMatters(proceedings, writing, clock);
        this.accounts = new TestAccounts(writing, clock);
    }

    private List<String> titles(Viewer viewer) {
        return notices.page(viewer, 0, 100).lines().stream()
                .map(NoticeLine::matterTitle)
                .toList();
    }

    @Test
    void a_unit_is_told_what_concerns_it_and_no_other_unit_is() {
        matters.dispatched("U10", "通知到县交通局的线索");

        assertThat(titles(accounts.some("U10", Post.HANDLER))).contains("通知到县交通局的线索");
        assertThat(titles(accounts.some("U07", Post.HANDLER))).doesNotContain("通知到县交通局的线索");
        assertThat(titles(accounts.some("U10", Post.AUDIT_ADMIN))).isEmpty();
    }

    @Test
    void each_account_reads_for_itself() {
        matters.dispatched("U15", "各读各的线索");
        var one = accounts.some("U15", Post.HANDLER);
        var other = accounts.some("U15", Post.HANDLER);
        var before = notices.unread(one);
        var newest = notices.page(one, 0, 1).lines().getFirst();

        assertThat(web.post()
                        .uri("/notices/" + newest.id() + "/read")
                        .with(TestAccounts.as(one))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(newest.unread()).isTrue();
        assertThat(notices.unread(one)).isEqualTo(before - 1);
        assertThat(notices.unread(other)).isEqualTo(before);
    }

    @Test
    void all_are_read_at_once_and_a_later_one_is_not_among_them() {
        var viewer = accounts.some("U13", Post.HANDLER);
        matters.dispatched("U13", "全部读过的线索");
        writing.run(db -> db.sql(
                        "insert into matter.notice (unit_id, matter_id, at, text) values ('U13', gen_random_uuid(), ?, '一小时前的通知')")
                .param(Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .update());
        matters.dispatched("U13", "刚刚到的也读过");

        notices.readAll(viewer);
        var left = notices.unread(viewer);
        matters.dispatched("U13", "读过之后新到的线索");

        assertThat(left).isZero();
        assertThat(notices.unread(viewer)).isOne();
    }

    @Test
    void a_page_of_notices_ends_where_the_next_begins() {
        var viewer = accounts.some("U14", Post.HANDLER);
        for (int i = 0; i < 5; i++) {
            matters.dispatched("U14", "通知翻页" + i);
        }
        var first = notices.page(viewer, 0, 3);

        var second = notices.page(viewer, first.next(), 3);

        assertThat(first.lines()).hasSize(3);
        assertThat(second.lines().getFirst().id())
                .isLessThan(first.lines().getLast().id());
    }
}
