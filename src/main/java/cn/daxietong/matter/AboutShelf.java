package cn.daxietong.matter;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.FormTree;
import cn.daxietong.web.Option;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The matters that an action may be about: newest first, each told from others of its name by number, day and status. */
@Component
final class AboutShelf {
    private static final int MOST_LOOKED_AT = 200;
    private static final int MOST_OFFERED = 50;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Inboxes inboxes;
    private final Matters matters;
    private final Kinds kinds;
    private final Proceedings proceedings;

    AboutShelf(Inboxes inboxes, Matters matters, Kinds kinds, Proceedings proceedings) {
        this.proceedings = proceedings;
        this.inboxes = inboxes;
        this.matters = matters;
        this.kinds = kinds;
    }

    /** What may be chosen in the form of an action, given the matter that it is about as far as that has been chosen. */
    <S> Choices<S> choices(Viewer viewer, Step<S, ?> step, Matter<S> matter, FormTree typed) {
        var scene = proceedings.scene(viewer);
        return new Choices<>(
                step,
                matter,
                step.about()
                        .flatMap(about -> chosen(viewer, typed.text(about.field())))
                        .map(scene::about)
                        .orElse(scene));
    }

    /** As {@link #choices(Viewer, Step, Matter, FormTree)}, of a matter that is only to begin. */
    <S> Choices<S> choices(Viewer viewer, MatterKind<S> kind, Step<S, ?> step, FormTree typed) {
        return choices(viewer, step, Decider.blank(kind, new UUID(0, 0), proceedings.scene(viewer), List.of()), typed);
    }

    /** What is to be thought of before a matter is begun about the one that is chosen. */
    <S> List<Offer.Lock> cautions(Choices<S> choices) {
        return Matters.reasons(proceedings.asking().cautions(choices.step(), choices.matter(), choices.scene()));
    }

    /** The matter that has been chosen, where the viewer may see it. */
    private Optional<Matter<?>> chosen(Viewer viewer, String typed) {
        return ID.matcher(typed).matches()
                ? matters.choosable(viewer, List.of(UUID.fromString(typed))).stream()
                        .findFirst()
                : Optional.empty();
    }

    /** What can be chosen, and what has been chosen all the same, so that a fault stands beside what it is about. */
    List<Option> offered(Viewer viewer, About<?> about, String chosen, Choices<?> choices) {
        var rows = new LinkedHashMap<UUID, InboxRow>();
        var kinds = about.kinds().isEmpty() ? Collections.<@Nullable String>singletonList(null) : about.kinds();
        for (var kind : kinds) {
            inboxes
                    .page(viewer, new Filter(kind, null, null, null, null, null, null), null, MOST_LOOKED_AT)
                    .items()
                    .stream()
                    .filter(r ->
                            kind != null || !r.kind().equals(choices.matter().kind()))
                    .filter(r -> !about.open() || !closed(r))
                    .forEach(r -> rows.put(r.id(), r));
        }
        if (choices.narrows(about.field())) {
            rows.keySet().retainAll(admitted(viewer, rows.keySet(), about.field(), choices));
        }
        var offered = rows.values().stream()
                .sorted(Comparator.comparing(InboxRow::createdAt)
                        .thenComparing(InboxRow::number)
                        .reversed())
                .limit(MOST_OFFERED)
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        if (ID.matcher(chosen).matches()
                && offered.stream().noneMatch(r -> r.id().toString().equals(chosen))) {
            inboxes.row(viewer, UUID.fromString(chosen)).ifPresent(offered::addFirst);
        }
        return offered.stream()
                .map(r -> new Option(r.id().toString(), words(r)))
                .toList();
    }

    private Set<UUID> admitted(Viewer viewer, Set<UUID> ids, String field, Choices<?> choices) {
        return matters.choosable(viewer, ids).stream()
                .filter(m -> choices.admits(field, m))
                .map(Matter::id)
                .collect(Collectors.toSet());
    }

    private boolean closed(InboxRow row) {
        return kinds.kind(row.kind()).procedure().status(row.status()).closed();
    }

    private String words(InboxRow row) {
        return row.number() + " " + row.title() + "（"
                + Wording.day(row.createdAt().atZone(MatterView.ZONE).toLocalDate()) + "登记，"
                + kinds.statusTitle(row.kind(), row.status()) + "）";
    }
}
