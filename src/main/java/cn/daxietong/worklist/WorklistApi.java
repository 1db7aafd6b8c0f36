package cn.daxietong.worklist;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.PageSize;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's to-dos over HTTP (api.md). */
@RestController
class WorklistApi {
    private static final int USUAL = 50;

    private final Todos todos;
    private final Clock clock;

    WorklistApi(Todos todos, Clock clock) {
        this.todos = todos;
        this.clock = clock;
    }

    /** A list's answer. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WorklistView(List<WorkItem> items, @Nullable String next, int totalEstimate) {}

    /** @param title the matter's own; {@code actionTitle} says what to do */
    record WorkItem(
            String matter,
            String kind,
            String number,
            String title,
            String action,
            String actionTitle,
            @Nullable OffsetDateTime dueAt,
            String law,
            @Nullable String assignee,
            @Nullable OffsetDateTime snoozedUntil) {}

    @GetMapping("/api/v1/worklist")
    WorklistView list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "false") boolean snoozed,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var whose = mine ? Wanted.Whose.MINE : Wanted.Whose.UNIT;
        var wanted = new Wanted(Span.of(due), whose, snoozed, kind);
        var page = todos.page(viewer, wanted, cursor, PageSize.of(limit, USUAL));
        return new WorklistView(
                page.items().stream().map(this::item).toList(), page.next(), todos.count(viewer, wanted));
    }

    private WorkItem item(TodoRow row) {
        var assignee = row.assignee();
        var asleep = row.asleep();
        return new WorkItem(
                row.key().matter().toString(),
                row.kind(),
                row.number(),
                row.matterTitle(),
                row.key().action(),
                row.title(),
                local(row.dueAt()),
                row.law(),
                assignee == null ? null : assignee.value(),
                asleep != null && asleep.until().isAfter(clock.instant()) ? local(asleep.until()) : null);
    }

    private @Nullable OffsetDateTime local(@Nullable Instant at) {
        return at == null ? null : at.atZone(clock.getZone()).toOffsetDateTime();
    }
}
