package cn.daxietong.worklist;

import cn.daxietong.identity.Accounts;
import cn.daxietong.law.Article;
import cn.daxietong.law.Articles;
import cn.daxietong.matter.Kinds;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Due;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts rows into the words that pages show. */
@Component
class Lines {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    /** The notice is everybody's daily bread here, and its full name would fill the line. */
    private static final String NOTICE =
            "《" + Articles.bundled().get("notice.2").law() + "》";

    private static final Map<String, String> ARTICLE_BY_CITATION = Articles.bundled().all().stream()
            .collect(Collectors.toMap(Article::citation, Article::id, (first, other) -> first));

    private final Kinds kinds;
    private final Units units;
    private final Accounts accounts;
    private final Clock clock;

    Lines(Kinds kinds, Units units, Accounts accounts, Clock clock) {
        this.kinds = kinds;
        this.units = units;
        this.accounts = accounts;
        this.clock = clock;
    }

    List<TodoGroup> groups(Viewer viewer, Map<Span, Todos.Group> groups) {
        return groups.entrySet().stream()
                .map(e -> new TodoGroup(
                        e.getKey(),
                        lines(viewer, e.getValue().rows()),
                        atMost(e.getValue().count()),
                        e.getValue().count() > e.getValue().rows().size()))
                .toList();
    }

    List<TodoLine> lines(Viewer viewer, List<TodoRow> rows) {
        var names = accounts.names(rows.stream()
                .map(TodoRow::assignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream().map(row -> line(viewer, row, names)).toList();
    }

    private TodoLine line(Viewer viewer, TodoRow row, Map<AccountId, String> names) {
        var assignee = row.assignee();
        var owner = row.owner();
        var due = row.dueAt();
        var path = "/matters/" + row.key().matter();
        var mine = viewer.account().equals(assignee);
        return new TodoLine(
                row.key().text(),
                path,
                path + "/actions/" + row.key().action(),
                row.number(),
                kinds.kind(row.kind()).title(),
                row.matterTitle(),
                row.title(),
                basis(row.law()),
                due == null ? Due.none() : Due.running(due, clock),
                owner == null ? "" : units.shortName(owner),
                new TodoLine.Hand(
                        assignee == null ? "未分办" : mine ? "我" : names.getOrDefault(assignee, assignee.value()),
                        mine,
                        assignee == null),
                row.starred(),
                asleep(row));
    }

    private String asleep(TodoRow row) {
        var asleep = row.asleep();
        if (asleep == null) {
            return "";
        }
        var until = asleep.until().atZone(clock.getZone());
        return asleep.until().isAfter(clock.instant())
                ? "推迟到" + DAY.format(until) + "：" + asleep.reason()
                : "曾推迟到" + DAY.format(until) + "：" + asleep.reason();
    }

    private static TodoLine.Basis basis(String law) {
        var article = ARTICLE_BY_CITATION.get(law);
        return new TodoLine.Basis(law.replace(NOTICE, "《工作方案》"), article == null ? null : "/law/articles/" + article);
    }

    ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    /** A count that stops where nobody reads on. */
    static String atMost(int count) {
        return count >= Todos.COUNTED ? (Todos.COUNTED - 1) + "+" : String.valueOf(count);
    }
}
