package cn.daxietong.casebook;

import cn.daxietong.attachment.ReadTrace;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.document.Format;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Seen;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Orders books and gives them out, to those who see the matter; order and taking away both stand on the matter's record of readings, which is
 * where copies of a file are noted: a book changes nothing about the matter, so it is no step of its procedure.
 */
@Service
class Books {
    private static final String PURPOSE = "casebook";
    static final String PENALTY = "penalty";
    /** Who informed is kept from everybody who reads the case. */
    private static final Set<String> APART = Set.of("tipoff", "reward", "reward_review");

    private static final int MOST_OPEN = 3;
    private static final int SHOWN = 20;

    private final Matters matters;
    private final Reading reading;
    private final Writing writing;
    private final Bindery bindery;
    private final ReadTrace trace;
    private final Clock clock;

    Books(Matters matters, Reading reading, Writing writing, Bindery bindery, ReadTrace trace, Clock clock) {
        this.matters = matters;
        this.reading = reading;
        this.writing = writing;
        this.bindery = bindery;
        this.trace = trace;
        this.clock = clock;
    }

    /** The matter to order a book of, for the form. */
    Seen<?> matter(Viewer viewer, UUID matter) {
        return matters.see(viewer, matter, "page");
    }

    /** The linked matters that the viewer sees: the penalty first, for it is the second half of the same case; never what pays an informer. */
    static List<Seen.Linked> chapters(Seen<?> seen) {
        return seen.links().stream()
                .filter(l -> !APART.contains(l.row().kind()))
                .sorted(Comparator.comparing(l -> !l.row().kind().equals(PENALTY)))
                .toList();
    }

    List<Book> of(Viewer viewer, UUID matter) {
        return reading.as(viewer, db -> BookStore.of(db, matter, SHOWN));
    }

    /**
     * Orders one; its making begins at once.
     *
     * @param chosen null for everything
     * @param linked the linked matters to bind in
     * @throws Refusal {@code not_found}, also where one of them is not theirs to see; {@code busy} where the person has enough under way
     */
    UUID order(Viewer viewer, UUID matter, @Nullable Set<UUID> chosen, Set<UUID> linked, Format format) {
        var seen = matters.see(viewer, matter, PURPOSE);
        var chapters = chapters(seen).stream()
                .map(c -> c.row().id())
                .filter(linked::contains)
                .toList();
        if (chapters.size() < linked.size()) {
            throw Refusal.notFound();
        }
        chapters.forEach(id -> matters.see(viewer, id, PURPOSE));
        int open = writing.inTransaction(db -> BookStore.open(db, viewer.account()));
        if (open >= MOST_OPEN) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "busy", "已有案卷在制作", "您已有 " + open + " 本案卷在制作，请等其中一本完成后再制作。");
        }
        var id = UUID.randomUUID();
        writing.run(db -> BookStore.add(
                db,
                new Book(
                        id,
                        matter,
                        new Book.Order(viewer, seen.matter().version(), format, chosen, chapters, clock.instant()),
                        Book.State.WAITING,
                        new Book.Progress("排队等候制作", 0, 0),
                        null)));
        bindery.wake();
        return id;
    }

    /** @throws Refusal {@code not_found} where it is absent, of another matter, or not their unit's */
    Book find(Viewer viewer, UUID matter, UUID book) {
        return reading.as(viewer, db -> BookStore.find(db, book))
                .filter(found -> found.matter().equals(matter))
                .orElseThrow(Refusal::notFound);
    }

    /** A book to be taken away. */
    record Taken(String name, Format format, Path file) {}

    Taken take(Viewer viewer, UUID matter, UUID id) {
        var book = find(viewer, matter, id);
        var made = book.made();
        var file = bindery.file(id, book.order().format());
        if (made == null || !Files.exists(file)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "not_ready",
                    "案卷还没有做好，或者已过保存期",
                    "制作好的案卷保存 " + Bindery.KEPT_DAYS + " 天，过期可重新制作。请回到制作页面查看。");
        }
        Stream.concat(Stream.of(matter), book.order().chapters().stream())
                .forEach(bound -> trace.looked(viewer, bound, PURPOSE));
        return new Taken(made.name(), book.order().format(), file);
    }
}
