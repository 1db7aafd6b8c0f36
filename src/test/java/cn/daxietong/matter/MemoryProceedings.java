package cn.daxietong.matter;

import cn.daxietong.law.Articles;
import cn.daxietong.law.Clocks;
import cn.daxietong.ledger.Entry;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Viewer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The proceedings without a database: the same decider, the same entries, the same rows, kept in memory until they are written in bulk. One
 * instance tells a few lifelines and is thrown away; what it shares with others is safe between threads.
 */
final class MemoryProceedings implements Stage {
    private static final int MOST_KEPT = 40_000;
    private static final byte[] NO_HEAD = new byte[0];

    private final Shared shared;
    private final Decider decider;
    private final Sink sink;
    private final Map<UUID, Life<?>> lives = new LinkedHashMap<>();

    /** What all tellers share. */
    record Shared(
            Kinds kinds,
            Vault vault,
            MatterStore store,
            Clocks clocks,
            Articles articles,
            Directory directory,
            FieldReader fields,
            Numbers numbers,
            Map<String, Action> actions) {
        static Shared of(
                Kinds kinds, Vault vault, Clocks clocks, Directory directory, FieldReader fields, Numbers numbers) {
            return new Shared(
                    kinds,
                    vault,
                    new MatterStore(kinds, vault),
                    clocks,
                    Articles.bundled(),
                    directory,
                    fields,
                    numbers,
                    new ConcurrentHashMap<>());
        }

        /** The same words make the same action, so they are read once, as long as there are not too many. */
        <A extends Action> A action(Class<A> type, String json) {
            var name = type.getName() + json;
            var known = actions.get(name);
            if (known != null) {
                return type.cast(known);
            }
            var read = fields.read(type, Json.MAPPER.readTree(json));
            if (actions.size() < MOST_KEPT) {
                actions.put(name, read);
            }
            return read;
        }
    }

    /** Where rows go that belong to a step and not to the matter as it stands. */
    interface Sink {
        void entry(Entry entry);

        void notice(Decision.Notice notice, UUID matter, Instant at);

        void document(UUID matter, Decision.Issued issued, MatterKey key);

        <S> void matter(Stored<S> stored, String snapshot, Rows rows);
    }

    private record Life<S>(Stored<S> stored, String snapshot) {}

    MemoryProceedings(Shared shared, Sink sink) {
        this.shared = shared;
        this.sink = sink;
        this.decider = new Decider(shared.clocks(), shared.articles(), shared.numbers());
    }

    @Override
    public UUID open(Viewer viewer, String kindCode, String json, Instant at) {
        var id = UUID.randomUUID();
        var kind = shared.kinds().kind(kindCode);
        var step = kind.procedure().openingByHand().orElseThrow();
        begin(kind, id, shared.action(step.action(), json), scene(viewer, at), List.of());
        return id;
    }

    @Override
    public void act(Viewer viewer, UUID id, String action, String json, Instant at) {
        act(life(id).stored(), action, json, scene(viewer, at));
    }

    private <S> void act(Stored<S> stored, String name, String json, Scene scene) {
        var procedure = stored.kind().procedure();
        var step = procedure
                .step(procedure.status(stored.matter().status()), name)
                .filter(s -> !s.isConsequence())
                .orElseThrow(() -> decider.notNow(stored.kind(), stored.matter(), name));
        var action = shared.action(step.action(), json);
        commit(stored, decider.act(stored.kind(), stored.matter(), action, scene), action, scene);
    }

    @Override
    public UUID linked(UUID matter, String rel) {
        return life(matter).stored().matter().linked(rel).orElseThrow();
    }

    /** Writes the matters as they stand at the end. */
    void finish() {
        lives.values().forEach(this::finish);
        lives.clear();
    }

    private <S> void finish(Life<S> life) {
        var stored = life.stored();
        sink.matter(stored, life.snapshot(), Rows.of(stored.kind(), stored.matter(), shared.vault()));
    }

    private Life<?> life(UUID id) {
        return Optional.ofNullable(lives.get(id)).orElseThrow();
    }

    private Scene scene(Viewer viewer, Instant at) {
        return new Scene(viewer, at, shared.directory());
    }

    private <S> void begin(MatterKind<S> kind, UUID id, Action action, Scene scene, List<Link> links) {
        var decision = decider.open(kind, id, action, scene, links);
        var key = shared.store().freshKey(id);
        keep(
                kind,
                shared.store()
                        .entry(
                                decision.after(),
                                null,
                                NO_HEAD,
                                key,
                                Action.nameOf(action.getClass()),
                                action,
                                scene.viewer()),
                key);
        follow(decision, scene);
    }

    private <S> void commit(Stored<S> stored, Decision<S> decision, Action action, Scene scene) {
        var written = shared.store()
                .entry(
                        decision.after(),
                        stored.tree().get(),
                        stored.head(),
                        stored.key(),
                        Action.nameOf(action.getClass()),
                        action,
                        scene.viewer());
        keep(stored.kind(), written, stored.key());
        follow(decision, scene);
    }

    private <S> void keep(MatterKind<S> kind, MatterStore.Written<S> written, MatterKey key) {
        sink.entry(written.entry());
        var after = written.after();
        lives.put(
                after.id(),
                new Life<>(
                        new Stored<>(kind, after, written::tree, written.entry().hash(), key), written.snapshot()));
    }

    private void follow(Decision<?> decision, Scene scene) {
        var after = decision.after();
        var key = life(after.id()).stored().key();
        decision.issued().forEach(issued -> sink.document(after.id(), issued, key));
        decision.notices().forEach(notice -> sink.notice(notice, after.id(), scene.now()));
        var consequence = scene.because(after);
        for (var opening : decision.openings()) {
            begin(
                    shared.kinds().kind(opening.kind()),
                    opening.id(),
                    opening.action(),
                    consequence,
                    List.of(opening.back()));
        }
        for (var signal : decision.signals()) {
            if (!scene.causedBy(signal.matter())) {
                let(life(signal.matter()).stored(), signal.action(), signal.demanded(), consequence);
            }
        }
    }

    private <S> void let(Stored<S> stored, Action signal, boolean demanded, Scene scene) {
        if (decider.heeds(stored.kind(), stored.matter(), signal)) {
            commit(stored, decider.act(stored.kind(), stored.matter(), signal, scene), signal, scene);
        } else if (demanded) {
            throw decider.notNow(stored.kind(), stored.matter(), Action.nameOf(signal.getClass()));
        }
    }
}
