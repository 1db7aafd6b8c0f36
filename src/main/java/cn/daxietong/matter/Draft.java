package cn.daxietong.matter;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.law.ClockLedger;
import cn.daxietong.law.Clocks;
import cn.daxietong.law.Suspension;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A matter while one step is being decided: the only mutable thing in the spine, and gone when the step is done. */
final class Draft<S> {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final MatterKind<S> kind;
    private final Clocks law;
    private final Numbers numbers;
    private final UUID id;
    private final Instant createdAt;
    private final int version;
    private final Instant now;
    private String number;
    private final List<String> formerNumbers;
    private String title;
    private Status status;
    private UnitId owner;
    private S state;
    private final List<Participant> participants;
    private final List<RunningClock> clocks;
    private final List<IssuedDocument> documents;
    private final List<Link> links;
    private List<Todo> todos = List.of();
    private final List<Decision.Notice> notices = new ArrayList<>();
    private final List<Decision.Opening> openings = new ArrayList<>();
    private final List<Decision.Signal> signals = new ArrayList<>();
    private final List<Decision.Issued> issued = new ArrayList<>();

    Draft(MatterKind<S> kind, Matter<S> before, Clocks law, Numbers numbers, Instant now) {
        this.kind = kind;
        this.law = law;
        this.numbers = numbers;
        this.id = before.id();
        this.createdAt = before.createdAt();
        this.version = before.version() + 1;
        this.now = now;
        this.number = before.number();
        this.formerNumbers = new ArrayList<>(before.formerNumbers());
        this.title = before.title();
        this.status = kind.procedure().status(before.status());
        this.owner = before.owner();
        this.state = before.state();
        this.participants = new ArrayList<>(before.participants());
        this.clocks = new ArrayList<>(before.clocks());
        this.documents = new ArrayList<>(before.documents());
        this.links = new ArrayList<>(before.links());
    }

    Matter<S> asMatter() {
        return new Matter<>(
                id,
                kind.code(),
                number,
                List.copyOf(formerNumbers),
                title,
                status.code(),
                owner,
                version,
                createdAt,
                now,
                List.copyOf(participants),
                List.copyOf(clocks),
                todos,
                List.copyOf(documents),
                List.copyOf(links),
                state);
    }

    void become(S next, Status nextStatus) {
        state = next;
        status = nextStatus;
        title = kind.title(next);
    }

    void start(String clock, UnitId unit, String fact, Instant from) {
        var due = law.dueAt(ClockLedger.start(clock, from));
        clocks.add(new RunningClock(clock, unit, fact, from, List.of(), due, null, false, false, null));
    }

    /** A limit whose end an authority named. */
    void limit(String clock, UnitId unit, String fact, Instant until) {
        clocks.add(new RunningClock(clock, unit, fact, now, List.of(), until, null, false, false, until));
    }

    void end(String clock, Instant at, boolean cancelled) {
        clocks.replaceAll(c -> c.clock().equals(clock) && c.runs() ? c.ended(at, cancelled) : c);
    }

    void endAll(Instant at) {
        clocks.replaceAll(c -> c.runs() ? c.ended(at, true) : c);
    }

    void suspend(String clock, Instant at, String ground, @Nullable String document) {
        var from = at.atZone(ZONE).toLocalDate();
        onRunning(clock, c -> {
            var spans = c.plus(new Suspension(from, null, ground, document));
            return c.withSuspensions(
                    spans, law.dueAt(c.withSuspensions(spans, null).ledger()));
        });
    }

    void resume(String clock, Instant at) {
        var today = at.atZone(ZONE).toLocalDate();
        onRunning(clock, c -> {
            var last = c.suspensions().getLast();
            var spans = new ArrayList<>(c.suspensions());
            spans.set(
                    spans.size() - 1,
                    new Suspension(
                            last.from(),
                            today.isBefore(last.from()) ? last.from() : today,
                            last.ground(),
                            last.document()));
            return c.withSuspensions(
                    List.copyOf(spans),
                    law.dueAt(c.withSuspensions(List.copyOf(spans), null).ledger()));
        });
    }

    private void onRunning(String clock, UnaryOperator<RunningClock> change) {
        clocks.replaceAll(c -> c.clock().equals(clock) && c.runs() ? change.apply(c) : c);
    }

    void rederive() {
        clocks.replaceAll(c -> c.runs() ? c.withDue(law.dueAt(c.ledger())) : c);
    }

    void announce(String clock) {
        onRunning(clock, RunningClock::told);
    }

    void admit(UnitId unit, String role, String basis, Instant from) {
        if (participants.stream()
                .noneMatch(p -> p.sees() && p.unit().equals(unit) && p.role().equals(role))) {
            participants.add(new Participant(unit, role, basis, from, null));
        }
    }

    /** One person's sight, of which the rest of their unit learns nothing. */
    void admit(Viewer viewer, String role, String basis, Instant from) {
        participants.add(new Participant(viewer.unit(), role, basis, from, null, viewer.account()));
    }

    void dismiss(String role, Instant at) {
        dismiss(role, null, at);
    }

    /** Ends the sight that the role gave to one unit; the others keep theirs. */
    void dismiss(String role, @Nullable UnitId unit, Instant at) {
        participants.replaceAll(p ->
                p.sees() && p.role().equals(role) && (unit == null || p.unit().equals(unit)) ? p.endedAt(at) : p);
    }

    /** Whoever answers for a matter answers for its running clocks. */
    void handTo(UnitId unit, String basis, Instant at) {
        var former = owner;
        clocks.replaceAll(c -> c.runs() && c.actorUnit().equals(former) ? c.against(unit) : c);
        owner = unit;
        dismiss("owner", at);
        admit(unit, "owner", basis, at);
    }

    /** Whatever one unit was in this matter another is from now on; what it was stays on record. */
    void succeed(UnitId from, UnitId into, Scene scene) {
        var roles = participants.stream()
                .filter(p -> p.sees() && p.unit().equals(from))
                .map(Participant::role)
                .toList();
        participants.replaceAll(p -> p.sees() && p.unit().equals(from) ? p.endedAt(scene.now()) : p);
        roles.forEach(role -> admit(into, role, scene.directory().shortName(from) + "并入后接续", scene.now()));
        clocks.replaceAll(c -> c.runs() && c.actorUnit().equals(from) ? c.against(into) : c);
        owner = owner.equals(from) ? into : owner;
        state = MatterJson.succeeding(state, kind.procedure().stateType(), from, into);
    }

    /** Whoever kept the old number still finds the matter by it. */
    void renumber(Scene scene) {
        if (!number.isEmpty()) {
            formerNumbers.add(number);
        }
        var series = kind.series(state) + "〔" + scene.now().atZone(ZONE).getYear() + "〕";
        number = series + numbers.next(series) + "号";
    }

    void issue(DocumentTemplate<S> template, Scene scene) {
        issue(
                template,
                scene,
                template.series(asMatter(), scene.directory())
                        .map(prefix -> prefix + "〔" + scene.now().atZone(ZONE).getYear() + "〕")
                        .map(series -> series + numbers.next(series) + "号")
                        .orElse(null));
    }

    /** The same form with what has been added to it since, under the number that it has; one that was never issued is not begun here. */
    void reissue(DocumentTemplate<S> template, Scene scene) {
        documents.stream()
                .filter(d -> d.kind().equals(template.kind()))
                .reduce((a, b) -> b)
                .ifPresent(last -> issue(template, scene, last.number()));
    }

    void issue(DocumentTemplate<S> template, Scene scene, @Nullable String documentNumber) {
        var matter = asMatter();
        OfficialDocument content = template.compose(matter, scene, documentNumber);
        var document = new IssuedDocument(
                UUID.randomUUID(),
                template.kind(),
                template.title(matter),
                documentNumber,
                template.issuer(matter),
                scene.now(),
                ContentDigest.of(Json.MAPPER.valueToTree(content)));
        documents.add(document);
        issued.add(new Decision.Issued(document, content));
    }

    void tell(Who<S> who, String text) {
        for (var unit : who.unitsOf(asMatter())) {
            notices.add(new Decision.Notice(unit, who.post(), text));
        }
    }

    void link(Link link) {
        // Named again, it is the newest.
        links.remove(link);
        links.add(link);
    }

    void open(String otherKind, String backLink, Action opening) {
        var otherId = UUID.randomUUID();
        links.add(new Link(otherKind, otherId));
        openings.add(new Decision.Opening(otherKind, otherId, opening, new Link(backLink, id)));
    }

    void signal(String rel, Action signal) {
        links.stream()
                .filter(l -> l.rel().equals(rel))
                .reduce((a, b) -> b)
                .ifPresent(l -> signals.add(new Decision.Signal(l.matter(), signal, false)));
    }

    void demand(String rel, Action signal) {
        var link = links.stream()
                .filter(l -> l.rel().equals(rel))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new IllegalStateException("no " + rel + " to demand this of"));
        signals.add(new Decision.Signal(link.matter(), signal, true));
    }

    void signalEach(String rel, Action signal) {
        links.stream()
                .filter(l -> l.rel().equals(rel))
                .forEach(l -> signals.add(new Decision.Signal(l.matter(), signal, false)));
    }

    void signalAll(Action signal) {
        links.forEach(l -> signals.add(new Decision.Signal(l.matter(), signal, false, true)));
    }

    void agree(List<Todo> duties) {
        todos = List.copyOf(duties);
    }

    Status status() {
        return status;
    }

    /** A unit that never saw the matter is told nothing of it: a notice, too, says that there is one. */
    Decision<S> done(Matter<S> before) {
        return new Decision<>(
                before,
                asMatter(),
                notices.stream()
                        .filter(n -> before.seenBy(n.unit()) || asMatter().seenBy(n.unit()))
                        .toList(),
                List.copyOf(openings),
                List.copyOf(signals),
                List.copyOf(issued));
    }
}
