package cn.daxietong.matter;

import cn.daxietong.attachment.Attachments;
import cn.daxietong.law.Article;
import cn.daxietong.law.Articles;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Badge;
import cn.daxietong.web.Due;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the page of a matter shows. */
@Component
final class SheetWriter {
    private static final int LOOKS = 50;
    private static final String ENCLOSE = Action.nameOf(Enclose.class);

    private final Matters matters;
    private final Kinds kinds;
    private final Wording words;
    private final Attachments attachments;
    private final ClockLines clocks;
    private final FindingsWriter findings;

    SheetWriter(
            Matters matters,
            Kinds kinds,
            Wording words,
            Attachments attachments,
            ClockLines clocks,
            FindingsWriter findings) {
        this.matters = matters;
        this.kinds = kinds;
        this.words = words;
        this.attachments = attachments;
        this.clocks = clocks;
        this.findings = findings;
    }

    <S> Sheet write(Viewer viewer, Seen<S> seen, boolean newestFirst) {
        var matter = seen.matter();
        var lines = matters.history(viewer, seen);
        var begun = matters.beginnings(viewer, seen, kinds);
        var due = matter.todos().stream()
                .filter(t -> mine(viewer, t))
                .map(Todo::action)
                .collect(Collectors.toSet());
        var first =
                StandingOut.of(seen, due, begun.stream().map(MatterKind::code).toList());
        return new Sheet(
                head(seen),
                new Sheet.Work(
                        acts(seen, due, first),
                        duties(viewer, matter),
                        matter.clocks().stream()
                                .sorted(Comparator.comparing((RunningClock c) -> !c.runs()))
                                .map(clocks::line)
                                .toList(),
                        Courses.of(seen, lines),
                        beginnings(seen, begun, first)),
                List.of(data(seen)),
                findings.recorded(Objects.requireNonNull(matter.state())).orElse(null),
                trail(viewer, matter, lines, newestFirst),
                papers(viewer, seen));
    }

    private <S> Shown.Group data(Seen<S> seen) {
        var known = Readable.basics(words, seen);
        var state = Objects.requireNonNull(seen.matter().state());
        var derived = seen.kind().derived(state, clocks.now());
        var doubts = Subject.doubts(seen.kind().subjects(state)).stream().map(d -> new Shown.Line("请核对", d, null));
        return new Shown.Group(
                known.title(),
                Stream.of(known.parts().stream(), derived.stream(), doubts)
                        .<Shown>flatMap(s -> s)
                        .toList());
    }

    private Sheet.Head head(Seen<?> seen) {
        var m = seen.matter();
        var due = m.clocks().stream()
                .filter(c -> c.runs() && !c.suspended())
                .map(RunningClock::dueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(this::until)
                .orElse(null);
        return new Sheet.Head(
                m.id(),
                seen.kind().title(),
                m.number(),
                m.formerNumbers(),
                m.title(),
                new Badge(seen.closed() ? Badge.Kind.DONE : Badge.Kind.RUNNING, seen.statusTitle()),
                seen.kind().ownerDoes(),
                words.unit(m.owner()),
                due,
                Wording.minute(m.createdAt()));
    }

    private static List<Sheet.Beginning> beginnings(Seen<?> seen, List<MatterKind<?>> begun, Set<String> first) {
        return begun.stream()
                .map(kind -> new Sheet.Beginning(
                        kind.procedure().openingByHand().map(Step::title).orElse(kind.title()),
                        "/matters/new/" + kind.code() + "?about="
                                + seen.matter().id(),
                        first.contains(kind.code())))
                .toList();
    }

    private Due until(Instant at) {
        return clocks.until(at);
    }

    private List<Sheet.Act> acts(Seen<?> seen, Set<String> due, Set<String> first) {
        return seen.offers().stream()
                .filter(o -> !o.name().equals(ENCLOSE))
                .map(o -> {
                    var at = o.dueAt();
                    return new Sheet.Act(
                            o,
                            due.contains(o.name()),
                            first.contains(o.name()),
                            at == null ? null : until(at),
                            article(o.article()));
                })
                .toList();
    }

    private static boolean mine(Viewer viewer, Todo todo) {
        return todo.unit().equals(viewer.unit()) && (todo.post() == null || todo.post() == viewer.post());
    }

    private List<Sheet.Duty> duties(Viewer viewer, Matter<?> matter) {
        return matter.todos().stream()
                .map(t -> {
                    var post = t.post();
                    var due = t.dueAt();
                    return new Sheet.Duty(
                            mine(viewer, t),
                            words.unit(t.unit()),
                            post == null ? null : post.title(),
                            t.title(),
                            t.law(),
                            due == null ? null : until(due));
                })
                .toList();
    }

    static @Nullable Article article(@Nullable String id) {
        return id == null ? null : Articles.bundled().find(id).orElse(null);
    }

    private Sheet.Trail trail(Viewer viewer, Matter<?> matter, List<Matters.TimelineLine> lines, boolean newestFirst) {
        var events = lines.stream()
                .map(l -> new Sheet.Event(
                        l.version(), l.title(), Wording.minute(l.at()), words.actor(l), l.law(), l.hash()))
                .toList();
        var sights = matter.participants().stream()
                .map(p -> {
                    var until = p.until();
                    return new Sheet.Sight(
                            words.unit(p.unit()),
                            Wording.role(p.role()),
                            p.basis(),
                            Wording.minute(p.from()),
                            until == null ? "办理期间" : Wording.minute(until) + " 止");
                })
                .toList();
        var glances = matters.looks(viewer, matter.id(), LOOKS).stream()
                .map(l -> new Sheet.Glance(
                        Wording.minute(l.at()),
                        words.account(new cn.daxietong.shared.AccountId(l.account())),
                        words.unit(l.unit()),
                        Wording.purpose(l.purpose())))
                .toList();
        return new Sheet.Trail(newestFirst ? events.reversed() : events, newestFirst, sights, glances);
    }

    private Sheet.Papers papers(Viewer viewer, Seen<?> seen) {
        var matter = seen.matter();
        var files = attachments.of(viewer, matter.id()).stream()
                .map(f -> new Sheet.File(
                        f.id(),
                        f.name(),
                        size(f.content().size()),
                        words.unit(f.origin().unit()) + " "
                                + words.account(f.origin().account()),
                        Wording.minute(f.origin().at()),
                        f.content().sha256()))
                .toList();
        return new Sheet.Papers(
                matter.documents().reversed().stream()
                        .map(d -> new Sheet.Paper(
                                d.id(),
                                d.title(),
                                d.number(),
                                words.unit(d.unit()),
                                Wording.minute(d.issuedAt()),
                                d.replacedIn(matter.documents())))
                        .toList(),
                files,
                seen.links().stream()
                        .map(l -> new Sheet.Relative(
                                kinds.kind(l.row().kind()).title(),
                                l.row().id(),
                                l.row().number(),
                                l.row().title(),
                                kinds.statusTitle(l.row().kind(), l.row().status()),
                                words.unit(l.row().ownerUnit())))
                        .toList(),
                upload(seen),
                seen.kind().pages(matter.id()));
    }

    /** It is asked for beside the files and not among the steps, because it brings the matter no further. */
    private Sheet.@Nullable Upload upload(Seen<?> seen) {
        return seen.offers().stream()
                .filter(o -> o.open() && o.name().equals(ENCLOSE))
                .findFirst()
                .map(o -> new Sheet.Upload(
                        "/matters/" + seen.matter().id() + "/actions/" + ENCLOSE + "?once=" + UUID.randomUUID(),
                        attachments.accepted()))
                .orElse(null);
    }

    static String size(long bytes) {
        return bytes < 1 << 20 ? Math.max(1, bytes >> 10) + " KB" : "%.1f MB".formatted(bytes / 1048576.0);
    }
}
