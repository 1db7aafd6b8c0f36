package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows that people's lists read, derived from a matter and nothing else; so that live work, replay and bulk loading write the same ones.
 */
record Rows(
        Set<Inbox> inbox,
        Set<TodoRow> todos,
        Set<ClockRow> clocks,
        Set<SubjectRow> subjects,
        Set<Link> links,
        Set<BarRow> bars) {
    /** Of a matter that is not there yet. */
    static final Rows NONE = new Rows(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** One row per unit that may see the matter; with an account where only that person may. */
    record Inbox(
            UnitId unit,
            @Nullable AccountId account,
            String kind,
            String status,
            boolean closed,
            String number,
            String title,
            UnitId owner,
            @Nullable String commodity,
            @Nullable Instant dueAt,
            Instant createdAt,
            Instant updatedAt) {}

    /** One row per unit that must do something. */
    record TodoRow(int place, Todo todo, @Nullable AccountId account, String kind, String number, String matterTitle) {}

    /** One row per clock that was ever started. */
    record ClockRow(int place, RunningClock clock) {}

    /**
     * By what a search finds it.
     *
     * @param heldAlone whether no other open matter may hold the same
     * @param atWork the units that are after it, in order; nobody where the matter is over or must not be told of
     */
    record SubjectRow(String digest, boolean heldAlone, List<String> atWork) {}

    /** Who is kept from what. */
    record BarRow(UUID other, AccountId account, String why) {}

    static <S> Rows of(MatterKind<S> kind, Matter<S> matter, Vault vault) {
        var due = matter.clocks().stream()
                .filter(c -> c.runs() && !c.suspended())
                .map(RunningClock::dueAt)
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        var closed = kind.procedure().status(matter.status()).closed();
        var answering = kind.answering(matter.state()).orElse(matter.owner());
        var commodity = kind.commodity(matter.state()).orElse(null);
        var inbox = new LinkedHashSet<Inbox>();
        for (var participant : matter.participants()) {
            if (participant.sees()) {
                inbox.add(new Inbox(
                        participant.unit(),
                        matter.seenOnlyBy(participant.unit()).orElse(null),
                        matter.kind(),
                        matter.status(),
                        closed,
                        matter.number(),
                        matter.title(),
                        answering,
                        commodity,
                        due,
                        matter.createdAt(),
                        matter.updatedAt()));
            }
        }
        var todos = new LinkedHashSet<TodoRow>();
        for (int i = 0; i < matter.todos().size(); i++) {
            var todo = matter.todos().get(i);
            todos.add(new TodoRow(
                    i,
                    todo,
                    matter.seenOnlyBy(todo.unit()).orElse(null),
                    matter.kind(),
                    matter.number(),
                    matter.title()));
        }
        var clocks = new LinkedHashSet<ClockRow>();
        for (int i = 0; i < matter.clocks().size(); i++) {
            clocks.add(new ClockRow(i, matter.clocks().get(i)));
        }
        var subjects = new LinkedHashSet<SubjectRow>();
        var coordinated = closed ? List.<Subject>of() : kind.coordinated(matter.state());
        var atWork =
                Overlaps.atWork(matter).stream().map(UnitId::value).sorted().toList();
        kind.subjects(matter.state()).stream()
                .filter(s -> !s.value().equals(Personal.DESTROYED))
                .forEach(s -> subjects.add(
                        new SubjectRow(vault.digest(s), false, coordinated.contains(s) ? atWork : List.of())));
        var holds = !closed && kind.holdsAlone(matter.state());
        kind.heldAlone(matter.state()).stream()
                .filter(thing -> !thing.equals(Personal.DESTROYED))
                .forEach(thing -> subjects.add(new SubjectRow(vault.digest(thing), holds, List.of())));
        var bars = new LinkedHashSet<BarRow>();
        kind.bars(matter).ifPresent(bar -> matter.links()
                .forEach(link -> bars.add(new BarRow(link.matter(), bar.account(), bar.why()))));
        return new Rows(inbox, todos, clocks, subjects, new LinkedHashSet<>(matter.links()), bars);
    }

    /** By what a list finds the matter: its title and every number that it has had. */
    static List<String> pieces(Matter<?> matter) {
        var texts = new ArrayList<>(List.of(matter.number(), matter.title()));
        texts.addAll(matter.formerNumbers());
        return bigrams(texts.toArray(String[]::new));
    }

    /** Two-character pieces of number and title, by which a list finds Chinese text without a dictionary. */
    static List<String> bigrams(String... texts) {
        var pieces = new LinkedHashSet<String>();
        for (var text : texts) {
            var points = text.toLowerCase(java.util.Locale.ROOT)
                    .codePoints()
                    .filter(c -> !Character.isWhitespace(c))
                    .toArray();
            for (int i = 0; i < points.length; i++) {
                pieces.add(new String(points, i, 1));
                if (i + 1 < points.length) {
                    pieces.add(new String(points, i, 2));
                }
            }
        }
        return new ArrayList<>(pieces);
    }

    /** The pieces that a search text must all have: its pairs, or itself where it is one character. */
    static List<String> searched(String text) {
        var all = bigrams(text);
        return text.strip().codePointCount(0, text.strip().length()) <= 1
                ? all
                : all.stream().filter(p -> p.codePointCount(0, p.length()) == 2).toList();
    }
}
