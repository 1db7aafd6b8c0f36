package cn.daxietong.worklist;

import cn.daxietong.database.Reading;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Due;
import cn.daxietong.web.Errand;
import cn.daxietong.web.Link;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 早报: five plain sentences about real rows, each with the place it speaks of, and what waits beside any matter; nothing is scored and nobody is ranked. */
@Component
class MorningBrief {
    private final Reading reading;
    private final Todos todos;
    private final Notices notices;
    private final Clock clock;
    private final List<Errand> errands;

    MorningBrief(Reading reading, Todos todos, Notices notices, Clock clock, List<Errand> errands) {
        this.reading = reading;
        this.todos = todos;
        this.notices = notices;
        this.clock = clock;
        this.errands = List.copyOf(errands);
    }

    List<BriefLine> of(Viewer viewer, Map<Span, Todos.Group> groups) {
        var lines = new ArrayList<BriefLine>();
        errands.forEach(
                errand -> errand.of(viewer).ifPresent(said -> lines.add(new BriefLine(said.sentence(), said.link()))));
        lines.add(overdue(groups));
        lines.add(today(groups));
        lines.add(soon(groups));
        lines.add(news(viewer));
        lines.add(toldOrGiven(viewer));
        return lines;
    }

    private BriefLine overdue(Map<Span, Todos.Group> groups) {
        var group = groups.get(Span.OVERDUE);
        if (group == null || group.rows().isEmpty()) {
            return new BriefLine("没有超期的待办。", null);
        }
        var first = group.rows().getFirst();
        return new BriefLine("有 " + Lines.atMost(group.count()) + " 件已超期，最早的" + late(first) + "：", link(first));
    }

    private String late(TodoRow row) {
        var due = row.dueAt();
        return due == null ? "" : Due.running(due, clock).text();
    }

    private static BriefLine today(Map<Span, Todos.Group> groups) {
        var group = groups.get(Span.TODAY);
        if (group == null || group.rows().isEmpty()) {
            return new BriefLine("今日没有到期的待办。", null);
        }
        return new BriefLine(
                "今日有 " + Lines.atMost(group.count()) + " 件到期，先办：",
                link(group.rows().getFirst()));
    }

    private BriefLine soon(Map<Span, Todos.Group> groups) {
        var group = groups.get(Span.SOON);
        if (group == null || group.rows().isEmpty()) {
            return new BriefLine("今后七日没有到期的待办。", null);
        }
        var first = group.rows().getFirst();
        var due = first.dueAt();
        var day = due == null ? "" : "，最近的在" + Lines.DAY.format(due.atZone(clock.getZone()));
        return new BriefLine("今后七日有 " + Lines.atMost(group.count()) + " 件到期" + day + "：", link(first));
    }

    private BriefLine news(Viewer viewer) {
        var yesterday = LocalDate.now(clock).minusDays(1).atStartOfDay(clock.getZone());
        var moved = reading.as(viewer, db -> db.sql("""
                        select matter_id, title from matter.inbox
                         where unit_id = ? and updated_at >= ? order by updated_at desc, matter_id desc limit ?
                        """)
                .params(viewer.unit().value(), Timestamp.from(yesterday.toInstant()), Todos.COUNTED)
                .query((row, n) -> new Moved(row.getObject(1, UUID.class), row.getString(2)))
                .list());
        if (moved.isEmpty()) {
            return new BriefLine("昨日以来，本单位的事项没有新进展。", null);
        }
        var newest = moved.getFirst();
        return new BriefLine(
                "昨日以来 " + Lines.atMost(moved.size()) + " 件事项有新进展，最新的是：",
                Link.to(newest.title(), "/matters/" + newest.id()));
    }

    private record Moved(UUID id, String title) {}

    private BriefLine toldOrGiven(Viewer viewer) {
        var given = todos.count(viewer, new Wanted(Span.ANY, Wanted.Whose.GIVEN, false, null));
        var unread = notices.unread(viewer);
        if (given == 0 && unread == 0) {
            return new BriefLine("通知都已读过，没有同事转给您的待办。", null);
        }
        return Optional.of(given)
                .filter(n -> n > 0)
                .map(n -> new BriefLine(
                        "分给您办的有 " + Lines.atMost(n) + " 件，未读通知 " + Lines.atMost(unread) + " 条：",
                        Link.to("看分给我的", "/worklist?whose=given")))
                .orElseGet(() -> new BriefLine("有 " + Lines.atMost(unread) + " 条未读通知：", Link.to("看通知", "/notices")));
    }

    private static Link link(TodoRow row) {
        return Link.to(row.matterTitle(), "/matters/" + row.key().matter());
    }
}
