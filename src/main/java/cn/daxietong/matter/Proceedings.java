package cn.daxietong.matter;

import cn.daxietong.attachment.AttachmentRef;
import cn.daxietong.attachment.Attachments;
import cn.daxietong.database.Statements;
import cn.daxietong.database.Writing;
import cn.daxietong.law.Articles;
import cn.daxietong.law.Clocks;
import cn.daxietong.ledger.Ledger;
import cn.daxietong.matter.OfficerChanged.Turn;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.CarriedOut;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The one way in which anything changes: load and lock, check version and viewer, find the row, check its conditions, compute what it comes to,
 * append the entry, write the rows, and let linked matters follow; all of it in one transaction or none.
 */
public final class Proceedings {
    private static final int TRIES = 3;
    private static final byte[] NO_HEAD = new byte[0];

    private final Writing writing;
    private final MatterStore store;
    private final Kinds kinds;
    private final FieldReader fields;
    private final Rulebook rulebook;

    /** What deciding needs beside the matter. */
    record Rulebook(
            Clocks clocks,
            Articles articles,
            Directory directory,
            Clock clock,
            DocumentShelf documents,
            Attachments attachments,
            List<StepListener> listeners) {}

    Proceedings(Writing writing, MatterStore store, Kinds kinds, FieldReader fields, Rulebook rulebook) {
        this.writing = writing;
        this.store = store;
        this.kinds = kinds;
        this.fields = fields;
        this.rulebook = rulebook;
    }

    /** The same proceedings at another time of day, for telling what happened before the platform was there. */
    public Proceedings asOf(Clock clock) {
        return new Proceedings(
                writing,
                store,
                kinds,
                fields,
                new Rulebook(
                        rulebook.clocks(),
                        rulebook.articles(),
                        rulebook.directory(),
                        clock,
                        rulebook.documents(),
                        rulebook.attachments(),
                        rulebook.listeners()));
    }

    /** Begins a matter of a kind with what was typed. */
    public UUID open(Viewer viewer, String kindCode, @Nullable JsonNode typed) {
        return open(viewer, kinds.kind(kindCode), typed);
    }

    private <S> UUID open(Viewer viewer, MatterKind<S> kind, @Nullable JsonNode typed) {
        var step = kind.procedure()
                .openingByHand()
                .orElseThrow(() -> Refusal.forbidden(kind.title() + "不能直接登记，由前一环节自动产生。"));
        writes(viewer);
        var action = fields.read(step.action(), typed);
        return open(viewer, kind.code(), action);
    }

    /** Begins a matter with an action made in Java. */
    public UUID open(Viewer viewer, String kindCode, Action action) {
        writes(viewer);
        var id = UUID.randomUUID();
        return again(() -> writing.inTransaction(db -> {
            begin(db, viewer, kinds.kind(kindCode), id, action);
            CarriedOut.by(db, id);
            return id;
        }));
    }

    private <S, A extends Action> void begin(JdbcClient db, Viewer viewer, MatterKind<S> kind, UUID id, A action) {
        @SuppressWarnings("unchecked")
        var step = kind.procedure().opening((Class<A>) action.getClass());
        var scene = step.isEmpty() ? scene(viewer) : scene(db, kind, viewer, step.get(), action);
        scene.about().ifPresent(other -> Bars.checkNamed(db, action, List.of(other.id())));
        if (step.flatMap(Step::only).isPresent()) {
            var about = scene.about().map(Matter::id).map(List::of).orElse(List.of());
            scene = scene.beside(Alike.of(db, store, kind.code(), about, id, viewer));
        }
        begin(db, kind, id, action, scene, List.of());
    }

    /**
     * Takes one step with what was typed.
     *
     * @param expected the version that the person looked at; absent where the client sends none
     * @throws Refusal {@code not_found}, {@code stale}, {@code action_not_allowed}, {@code forbidden}, {@code invalid_fields} or a condition's code
     */
    public void act(Viewer viewer, UUID id, String action, @Nullable JsonNode typed, @Nullable Integer expected) {
        act(viewer, id, action, typed, expected, false);
    }

    /** Takes a step from the page of its own that it has. */
    public void act(Viewer viewer, UUID id, Action action) {
        act(viewer, id, Action.nameOf(action.getClass()), Json.MAPPER.valueToTree(action), null, true);
    }

    private void act(
            Viewer viewer,
            UUID id,
            String action,
            @Nullable JsonNode typed,
            @Nullable Integer expected,
            boolean onItsPage) {
        writes(viewer);
        again(() -> writing.inTransaction(db -> {
            var stored = store.lock(db, id, viewer).orElseThrow(Refusal::notFound);
            act(db, stored, viewer, action, typed, expected, onItsPage);
            CarriedOut.by(db, id);
            return Boolean.TRUE;
        }));
    }

    private static void writes(Viewer viewer) {
        if (!viewer.scopes().isEmpty() && !viewer.scopes().contains("write")) {
            throw Refusal.forbidden("该接口令牌只有读取权限，不能办理事项。");
        }
        if (!viewer.post().worksOnMatters()) {
            throw Refusal.forbidden(viewer.post().title() + "不办理业务事项，也不查看业务内容。");
        }
    }

    private <S> void act(
            JdbcClient db,
            Stored<S> stored,
            Viewer viewer,
            String action,
            @Nullable JsonNode typed,
            @Nullable Integer expected,
            boolean onItsPage) {
        var kind = stored.kind();
        var matter = stored.matter();
        if (expected != null && expected != matter.version()) {
            throw Objections.stale(
                    kind, matter.version(), expected, Ledger.stream(db, matter.id()), rulebook.directory());
        }
        var decider = decider(db);
        var procedure = kind.procedure();
        var step = procedure
                .step(procedure.status(matter.status()), action)
                .filter(s -> !s.isConsequence())
                .orElseThrow(() -> procedure.anyStep(action).isPresent()
                        ? decider.notNow(kind, matter, action)
                        : Objections.unknown(action));
        if (step.page().isPresent() && !onItsPage) {
            throw Objections.elsewhere(step.title());
        }
        var scene = scene(viewer);
        decider.checkActor(step, matter, scene);
        var files = take(db, stored, step, typed, viewer);
        rulebook.attachments().link(db, matter.id(), files);
    }

    private <S, A extends Action> List<UUID> take(
            JdbcClient db, Stored<S> stored, Step<S, A> step, @Nullable JsonNode typed, Viewer viewer) {
        var action = fields.read(step.action(), typed);
        var files = attached(viewer, action);
        var scene = scene(db, stored.kind(), viewer, step, action);
        Bars.checkNamed(db, action, Bars.around(stored.matter(), scene));
        if (step.only().isPresent()) {
            var matter = stored.matter();
            var about = matter.links().stream().map(Link::matter).toList();
            scene = scene.beside(Alike.of(db, store, matter.kind(), about, matter.id(), viewer));
        }
        commit(db, stored, decider(db).act(stored.kind(), stored.matter(), action, scene), action, scene);
        return files;
    }

    /** The scene with the matter that the action names; one that the actor may not see is answered like one that does not exist. */
    private <A extends Action> Scene scene(
            JdbcClient db, MatterKind<?> kind, Viewer viewer, Step<?, A> step, A action) {
        var surveyed = step.surveyed().map(other -> Survey.of(db, store, other, viewer));
        var scene = scene(viewer).surveying(surveyed.orElse(List.of()));
        var about = step.about().orElse(null);
        var id = about == null ? null : about.which().apply(action);
        if (about == null || id == null) {
            return scene;
        }
        var other = store.lock(db, id, viewer)
                .map(Stored::matter)
                .orElseThrow(() -> Refusal.invalid(
                        List.of(new Fault(about.field(), "unknown_matter", "没有这个事项，或者本单位看不到它；请从本单位的事项中选择"))));
        return scene.about(kinds.suitable(kind, about, other), kinds.commodity(other));
    }

    /** The files that the action hands in; one that the actor may not see is answered like one that does not exist. */
    private List<UUID> attached(Viewer viewer, Action action) {
        var ids = action instanceof Record fieldsOfAction ? Fields.attachments(fieldsOfAction) : List.<UUID>of();
        if (!ids.isEmpty()) {
            var seen = rulebook.attachments().visible(viewer, ids).stream()
                    .map(AttachmentRef::id)
                    .toList();
            if (!seen.containsAll(ids)) {
                throw Refusal.invalid(
                        List.of(new Fault("attachment", "unknown_attachment", "有的附件不存在，或者不是本单位上传的，请重新上传后再提交")));
            }
        }
        return ids;
    }

    private <S> void begin(JdbcClient db, MatterKind<S> kind, UUID id, Action action, Scene scene, List<Link> links) {
        var files = attached(scene.viewer(), action);
        var decision = decider(db).open(kind, id, action, scene, links);
        var key = store.freshKey(id);
        var written = store.entry(
                decision.after(), null, NO_HEAD, key, Action.nameOf(action.getClass()), action, scene.viewer());
        write(db, kind, null, written, key, decision, scene);
        rulebook.attachments().link(db, id, files);
        catchUp(db, decision.after(), scene);
    }

    /** What begins while somebody is asked to stand aside from what it is about hears of it like whatever was there before. */
    private void catchUp(JdbcClient db, Matter<?> begun, Scene scene) {
        if (kinds.namesOfficers(begun)) {
            begun.links().stream()
                    .flatMap(link -> store.followers(db, link.matter()).stream())
                    .distinct()
                    .flatMap(id -> store.find(db, id).stream())
                    .map(Stored::matter)
                    .forEach(asking -> kinds.challenges(asking)
                            .map(officer -> new OfficerChanged(officer, Turn.CHALLENGED, null))
                            .ifPresent(news -> letAll(db, List.of(begun.id()), news, scene.because(asking))));
        }
    }

    private <S> void write(
            JdbcClient db,
            MatterKind<S> kind,
            @Nullable Matter<S> before,
            MatterStore.Written<S> written,
            MatterKey key,
            Decision<S> decision,
            Scene scene) {
        var statements = new Statements();
        var id = written.after().id();
        // Before the matter, whose key is stored with it if it was made for a document.
        decision.issued().forEach(issued -> rulebook.documents()
                .keep(statements, id, issued.document(), issued.content(), key::seal));
        store.save(statements, kind, before, written, key);
        MatterStore.tell(statements, decision.notices(), written.after(), scene.now());
        HeldAlone.send(statements, db, kind, written.after().state());
        new Overlaps(store, rulebook.directory()).tell(db, kind, before, written.after(), scene.now());
        // Nobody can be about a matter that is only now beginning.
        var followers = before == null ? List.<UUID>of() : store.followers(db, id);
        follow(db, decision, written.entry().event(), followers, scene);
    }

    private <S> void commit(JdbcClient db, Stored<S> stored, Decision<S> decision, Action action, Scene scene) {
        commit(db, stored, decision, Action.nameOf(action.getClass()), action, scene);
    }

    private <S> Stored<S> commit(
            JdbcClient db, Stored<S> stored, Decision<S> decision, String event, Object typed, Scene scene) {
        var written = store.entry(
                decision.after(), stored.tree().get(), stored.head(), stored.key(), event, typed, scene.viewer());
        write(db, stored.kind(), stored.matter(), written, stored.key(), decision, scene);
        return new Stored<>(
                stored.kind(), decision.after(), written::tree, written.entry().hash(), stored.key());
    }

    private void follow(JdbcClient db, Decision<?> decision, String event, List<UUID> followers, Scene scene) {
        var after = decision.after();
        rulebook.listeners().forEach(listener -> listener.taken(db, after, event));
        var consequence = scene.because(after);
        for (var opening : decision.openings()) {
            begin(db, kinds.kind(opening.kind()), opening.id(), opening.action(), consequence, List.of(opening.back()));
        }
        for (var signal : decision.signals()) {
            if (scene.causedBy(signal.matter())) {
                continue;
            }
            store.lockLinked(db, signal.matter())
                    .ifPresent(other -> let(db, other, signal.action(), signal.demanded(), consequence));
            if (signal.beyond()) {
                letAll(db, store.followers(db, signal.matter()), signal.action(), consequence);
            }
        }
        var closed = kinds.kind(after.kind()).procedure().status(after.status()).closed();
        var news = new Followed(after.id(), after.kind(), event, after.status(), closed, after.owner());
        letAll(db, followers.stream().filter(f -> !scene.causedBy(f)).toList(), news, consequence);
    }

    private void letAll(JdbcClient db, List<UUID> followers, Action news, Scene consequence) {
        for (var follower : followers) {
            if (!consequence.causedBy(follower)) {
                store.lockLinked(db, follower).ifPresent(other -> let(db, other, news, false, consequence));
            }
        }
    }

    private <S> void let(JdbcClient db, Stored<S> stored, Action signal, boolean demanded, Scene scene) {
        var decider = decider(db);
        if (decider.heeds(stored.kind(), stored.matter(), signal)) {
            commit(db, stored, decider.act(stored.kind(), stored.matter(), signal, scene), signal, scene);
        } else if (demanded) {
            throw decider.notNow(stored.kind(), stored.matter(), Action.nameOf(signal.getClass()));
        }
    }

    /** What happens to a matter without anybody's step, whatever its kind; nothing where it stays as it is. */
    @FunctionalInterface
    interface Unattended {
        <S> Optional<Decision<S>> decide(Decider decider, MatterKind<S> kind, Matter<S> matter, Scene scene);
    }

    /** Whether something happened, and so an entry was written. */
    boolean unattended(UUID id, String event, Object said, Unattended what) {
        return again(() -> writing.inTransaction(db -> store.lockLinked(db, id)
                .map(stored -> unattended(db, stored, event, said, what))
                .orElse(false)));
    }

    private <S> boolean unattended(JdbcClient db, Stored<S> stored, String event, Object said, Unattended what) {
        var scene = scene(platformFor(stored.matter().owner()));
        var decision = what.decide(decider(db), stored.kind(), stored.matter(), scene);
        decision.ifPresent(d -> commit(db, stored, d, event, said, scene));
        return decision.isPresent();
    }

    private static Viewer platformFor(UnitId owner) {
        return new Viewer(AccountId.SYSTEM, owner, Post.HANDLER, "平台", false, Set.of());
    }

    Scene scene(Viewer viewer) {
        return new Scene(viewer, now(), rulebook.directory());
    }

    private Instant now() {
        return rulebook.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Decider decider(JdbcClient db) {
        return new Decider(rulebook.clocks(), rulebook.articles(), Numbers.of(db));
    }

    /** For questions that take no number: what is offered, and why something is locked. */
    Decider asking() {
        return new Decider(rulebook.clocks(), rulebook.articles(), series -> 0);
    }

    /** Two officers at once: the database lets one wait, and where two steps lock each other's matters it ends one, which simply tries again. */
    private static <T> T again(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (ConcurrencyFailureException e) {
                if (tried == TRIES) {
                    throw new Refusal(Refusal.Kind.CONFLICT, "busy", "正在被他人办理", "同一事项正在被他人办理，请稍后刷新再试；已填内容均已保留。");
                }
            }
        }
    }
}
