package cn.daxietong.law;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which recalled facts 县司法局 has confirmed; until then they are shown as 待法制审核 and never decide alone. */
public final class Confirmations implements Predicate<String> {
    private final Reading reading;
    private final Writing writing;
    private final Articles articles;
    private final Clock clock;
    private volatile Set<String> confirmed;

    Confirmations(Reading reading, Writing writing, Articles articles, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.articles = articles;
        this.clock = clock;
        this.confirmed = read();
    }

    /** The last word on an article. */
    public record Decision(String article, boolean confirmed, String note, String by, OffsetDateTime at) {}

    @Override
    public boolean test(String article) {
        return confirmed.contains(article);
    }

    /** Whether it is still to be shown as 待法制审核. */
    public boolean pending(Article article) {
        return article.pendingReview() && !test(article.id());
    }

    Optional<Decision> latest(String article) {
        return decisions().stream().filter(d -> d.article().equals(article)).findFirst();
    }

    private Set<String> read() {
        return decisions().stream()
                .filter(Decision::confirmed)
                .map(Decision::article)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Decision> decisions() {
        return reading.open(db -> db.sql("""
                        select distinct on (article) article, confirmed, note, decided_by, decided_at
                        from law.confirmation
                        order by article, id desc
                        """)
                .query((row, n) -> new Decision(
                        row.getString("article"),
                        row.getBoolean("confirmed"),
                        row.getString("note"),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class)))
                .list());
    }

    static boolean mayConfirm(Viewer viewer) {
        return viewer.unit().equals(Calendars.JUSTICE_BUREAU) && viewer.post().worksOnMatters();
    }

    void decide(String article, boolean confirm, String note, Viewer viewer) {
        if (!mayConfirm(viewer)) {
            throw Refusal.forbidden("待法制审核的条文由县司法局核对原文后确认。");
        }
        Article known = articles.find(article).orElseThrow(Refusal::notFound);
        if (!known.pendingReview()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "not_pending", "无需确认", "该条文已核对原文，不需要确认。");
        }
        if (note.isBlank() || note.length() > 500) {
            throw Refusal.invalid(List.of(new Fault("note", "required", "请写明核对的文本来源，不超过500字。")));
        }
        writing.run(db -> db.sql("""
                        insert into law.confirmation (article, confirmed, note, decided_by, decided_unit, decided_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        article,
                        confirm,
                        note,
                        viewer.account().value(),
                        viewer.unit().value(),
                        OffsetDateTime.now(clock))
                .update());
        confirmed = read();
    }
}
