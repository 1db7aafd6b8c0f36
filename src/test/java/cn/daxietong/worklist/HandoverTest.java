package cn.daxietong.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Post;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

@PlatformTest
class HandoverTest {
    private final Handover handover;
    private final Arranging arranging;
    private final SavedViews views;
    private final Todos todos;
    private final DemoMatters matters;
    private final TestAccounts accounts;

    HandoverTest(
            Handover handover,
            Arranging arranging,
            SavedViews views,
            Todos todos,
            Proceedings proceedings,
            Writing writing,
            Clock clock) {
        this.handover = handover;
        this.arranging = arranging;
        this.views = views;
        this.todos = todos;
        this.matters = new DemoMatters(proceedings, writing, clock);
        this.accounts = new TestAccounts(writing, clock);
    }

    @Test
    void who_leaves_hands_over_what_they_had_in_hand_and_the_views_they_kept() {
        var leaving = accounts.some("U12", Post.HANDLER);
        var staying = accounts.some("U12", Post.HANDLER);
        var admin = accounts.some("U12", Post.UNIT_ADMIN);
        var key = new TodoKey(matters.dispatched("U12", "要移交的线索"), "accept");
        arranging.delegate(leaving, List.of(key), leaving.account().value());
        views.save(leaving, "lead", "烟草", Asked.ofKind("lead").due("week"));
        views.save(leaving, "lead", "同名", Asked.ofKind("lead").due("week"));
        views.save(staying, "lead", "同名", Asked.ofKind("lead").due("today"));

        var listed = handover.list(leaving.account(), leaving.unit());
        handover.rehome(leaving.account(), staying.account(), leaving.unit(), admin);

        assertThat(listed).singleElement().satisfies(one -> {
            assertThat(one.number()).startsWith("鹿打私线").doesNotContain("要移交的线索");
            assertThat(one.title()).contains("要移交的线索");
        });
        assertThat(handover.list(leaving.account(), leaving.unit())).isEmpty();
        assertThat(todos.of(staying, List.of(key)))
                .extracting(TodoRow::assignee)
                .containsExactly(staying.account());
        assertThat(views.of(leaving, "lead")).isEmpty();
        assertThat(views.of(staying, "lead"))
                .extracting(SavedView::name, SavedView::query)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("烟草", "kind=lead&due=week"),
                        org.assertj.core.groups.Tuple.tuple("同名", "kind=lead&due=today"));
    }
}
