package cn.daxietong.matter;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.ledger.Entry;
import cn.daxietong.ledger.Ledger;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looking at one matter: what it is, who may do what now, what happened, who may see it and who looked. Every look leaves a trace. */
public final class Matters {
    private final Reading reading;
    private final Writing writing;
    private final MatterStore store;
    private final Proceedings proceedings;
    private final Looks trace;

    Matters(Reading reading, Writing writing, MatterStore store, Proceedings proceedings, Looks trace) {
        this.reading = reading;
        this.writing = writing;
        this.store = store;
        this.proceedings = proceedings;
        this.trace = trace;
    }

    /** @throws Refusal {@code not_found} where it is absent or not theirs to see */
    public Seen<?> see(Viewer viewer, UUID id, String purpose) {
        if (!viewer.post().worksOnMatters()) {
            throw Refusal.notFound();
        }
        var seen = reading.as(viewer, db -> seen(db, found(db, id, viewer), viewer));
        trace.looked(viewer, id, purpose);
        return seen;
    }

    /** As {@link #see}, for a page that asks for itself anew while it stands open: its looks within half an hour leave one trace. */
    public Seen<?> watch(Viewer viewer, UUID id, String purpose) {
        if (!viewer.post().worksOnMatters()) {
            throw Refusal.notFound();
        }
        var seen = visible(viewer, id);
        trace.watched(viewer, id, purpose);
        return seen;
    }

    /** As {@link #see}, where something else is the trace: the step that a form ends in, the book or the bag that is made and its taking away. */
    public Seen<?> visible(Viewer viewer, UUID id) {
        return reading.as(viewer, db -> seen(db, found(db, id, viewer), viewer));
    }

    /** Whoever was part of it and is no more is told why; to all others what is hidden is as if it were not there. */
    private Stored<?> found(JdbcClient db, UUID id, Viewer viewer) {
        var stored = store.find(db, id);
        if (stored.isEmpty()) {
            Bars.check(db, id, viewer.account());
        }
        return stored.orElseThrow(Refusal::notFound);
    }

    /** Which of these the viewer may see, where something names them that the viewer was shown. */
    public Set<UUID> visible(Viewer viewer, Collection<UUID> ids) {
        return reading.as(
                viewer,
                db -> Set.copyOf(db.sql("select matter_id from matter.inbox where unit_id = ? and matter_id = any(?)")
                        .params(viewer.unit().value(), ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list()));
    }

    /** The matters of a kind that the viewer may see and that are about one of these, oldest first. */
    public List<UUID> about(Viewer viewer, String kind, Collection<UUID> ids) {
        return reading.as(viewer, db -> db.sql("""
                        select i.matter_id from matter.inbox i
                         where i.unit_id = ? and i.kind = ?
                           and i.matter_id = any(array(select l.matter_id from matter.link l where l.other_id = any(?)))
                         order by i.created_at, i.matter_id
                        """)
                .params(viewer.unit().value(), kind, ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Those of these that the viewer may see, for telling which of them can be chosen: nothing of them is shown, so it leaves no trace. */
    List<Matter<?>> choosable(Viewer viewer, Collection<UUID> ids) {
        return reading.as(viewer, db -> ids.stream()
                .flatMap(id -> store.find(db, id).stream())
                .<Matter<?>>map(Stored::matter)
                .toList());
    }

    /** As {@link #see}, for a step just taken: the act itself is the trace. Who gave up the sight by it sees this once what it came to. */
    public Seen<?> afterStep(Viewer viewer, UUID id) {
        Optional<Seen<?>> still = reading.as(viewer, db -> store.find(db, id).map(s -> seen(db, s, viewer)));
        return still.isPresent() ? still.get() : writing.inTransaction(db -> farewell(db, viewer, id));
    }

    private Seen<?> farewell(JdbcClient db, Viewer viewer, UUID id) {
        var last = Ledger.stream(db, id).stream().reduce((a, b) -> b).orElseThrow(Refusal::notFound);
        if (!last.actor().equals(viewer.account()) || !last.unit().equals(viewer.unit())) {
            throw Refusal.notFound();
        }
        return farewell(store.find(db, id).orElseThrow(Refusal::notFound));
    }

    private static <S> Seen<S> farewell(Stored<S> stored) {
        return new Seen<>(stored.kind(), stored.matter(), List.of(), List.of(), false);
    }

    private <S> Seen<S> seen(JdbcClient db, Stored<S> stored, Viewer viewer) {
        var matter = stored.matter();
        var clear = matter.participants().stream()
                .anyMatch(p -> p.sees()
                        && p.unit().equals(viewer.unit())
                        && Role.of(p.role()).needsIdentifiers());
        return new Seen<>(
                stored.kind(), matter, offers(stored.kind(), matter, viewer), links(db, matter, viewer.unit()), clear);
    }

    <S> List<Offer> offers(MatterKind<S> kind, Matter<S> matter, Viewer viewer) {
        var decider = proceedings.asking();
        var scene = proceedings.scene(viewer);
        var status = kind.procedure().status(matter.status());
        var offers = new ArrayList<Offer>();
        for (var step : kind.procedure().offered(status)) {
            if (!step.isConsequence() && !step.isOutsiders() && step.by().admits(matter, viewer)) {
                var found = decider.locks(step, matter, scene);
                if (found.stream().anyMatch(Decider.Lock::hides)) {
                    continue;
                }
                var locks = reasons(found);
                var article = step.laws().isEmpty() ? null : step.laws().getFirst();
                offers.add(new Offer(
                        step.name(),
                        step.title(),
                        article == null ? null : decider.cite(article),
                        article,
                        step.timing(matter).map(RunningClock::dueAt).orElse(null),
                        step.page()
                                .map(p -> p.replace("{id}", matter.id().toString()))
                                .orElse(null),
                        locks,
                        reasons(decider.cautions(step, matter, scene)),
                        Fields.of(step.action())));
            }
        }
        return offers;
    }

    static List<Offer.Lock> reasons(List<Decider.Lock> found) {
        return found.stream()
                .map(l -> new Offer.Lock(l.code(), l.sentence(), l.law()))
                .toList();
    }

    private static List<Seen.Linked> links(JdbcClient db, Matter<?> matter, UnitId unit) {
        var rows = db.sql("""
                        select matter_id, kind, number, title, status, owner_unit, commodity, due_at, created_at, updated_at
                          from matter.inbox
                         where unit_id = ?
                           and matter_id = any(?::uuid[] || array(select l.matter_id from matter.link l where l.other_id = ?))
                         order by created_at, matter_id
                        """)
                .params(unit.value(), matter.links().stream().map(Link::matter).toArray(UUID[]::new), matter.id())
                .query((row, n) -> Inboxes.read(row))
                .list();
        // What is about this matter has the link on its side; here it is called by its kind.
        return rows.stream()
                .map(r -> new Seen.Linked(
                        matter.links().stream()
                                .filter(l -> l.matter().equals(r.id()))
                                .map(Link::rel)
                                .findFirst()
                                .orElse(r.kind()),
                        r))
                .toList();
    }

    /** Whether this viewer may begin a matter of the kind by hand, so that only they are shown the way to it. */
    public boolean mayOpen(Viewer viewer, MatterKind<?> kind) {
        return kind.openedByHand() && proceedings.asking().mayOpen(kind, proceedings.scene(viewer));
    }

    /** What this viewer may begin about the matter by hand: a supervision of the case, a dispute over the transfer. */
    List<MatterKind<?>> beginnings(Viewer viewer, Seen<?> seen, Kinds kinds) {
        var scene = proceedings.scene(viewer).about(seen.matter());
        return kinds.about(seen.matter()).stream()
                .filter(kind -> proceedings.asking().mayOpen(kind, scene))
                .toList();
    }

    /** What happened, oldest first. */
    public List<TimelineLine> timeline(Viewer viewer, UUID id) {
        return history(viewer, see(viewer, id, "timeline"));
    }

    /** As {@link #timeline}, for whoever has just seen the matter: one look leaves one trace. */
    public List<TimelineLine> history(Viewer viewer, Seen<?> seen) {
        var lines = new ArrayList<TimelineLine>();
        var status = "";
        for (var entry :
                reading.as(viewer, db -> Ledger.stream(db, seen.matter().id()))) {
            lines.add(line(seen.kind(), status, entry));
            status = MatterJson.tree(entry.body()).path("set").path("status").asString(status);
        }
        return List.copyOf(lines);
    }

    /** @param from the status from which the step was taken, for the same action may have another article from another; empty for the first */
    private <S> TimelineLine line(MatterKind<S> kind, String from, Entry entry) {
        var procedure = kind.procedure();
        var row = from.isEmpty()
                ? procedure.named(entry.event())
                : procedure.step(procedure.status(from), entry.event()).or(() -> procedure.named(entry.event()));
        var article = row.flatMap(s -> s.laws().stream().findFirst());
        return new TimelineLine(
                entry.version(),
                entry.event(),
                StepTitles.of(kind, entry.event()),
                entry.at(),
                entry.unit(),
                entry.actor().value(),
                article.map(a -> proceedings.asking().cite(a)).orElse(""),
                HexFormat.of().formatHex(entry.hash()),
                MatterJson.tree(entry.body()).path("acting").asBoolean(false));
    }

    /**
     * One line of the timeline.
     *
     * @param acting whether the actor stood in for an absent head
     */
    public record TimelineLine(
            int version,
            String event,
            String title,
            Instant at,
            UnitId unit,
            String actor,
            String law,
            String hash,
            boolean acting) {}

    /** One look at a matter. */
    public record Look(Instant at, String account, UnitId unit, String purpose) {}

    /** Who looked, newest first, at most {@code limit}. */
    public List<Look> looks(Viewer viewer, UUID id, int limit) {
        return reading.as(viewer, db -> db.sql("""
                        select at, account, unit_id, purpose from matter.reading where matter_id = ? order by at desc limit ?
                        """)
                .params(id, limit)
                .query((row, n) -> new Look(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        new UnitId(row.getString(3)),
                        row.getString(4)))
                .list());
    }
}
