package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** One random walk through the world, told by its seed alone. */
final class Walk {
    private static final int STEPS = 14;

    /** Where nothing is to do but to wait for the linked matter, whose own table names who must act. */
    private static final Set<String> WAITING = Set.of(
            "case transferring",
            "lead case_opened",
            "transfer filed",
            "transfer taken_over",
            "exhibit in_custody",
            "tipoff handed_on",
            // Until somebody lifts it, which nobody has to.
            "recusal recused",
            // The teller, who has no account, is awaited.
            "reward granted");

    private final String kind;
    private final int seed;
    private final Random random;
    private final World world = new World();
    private final RandomActions actions;

    Walk(String kind, int seed) {
        this.kind = kind;
        this.seed = seed;
        this.random = new Random(450_223_000L + seed);
        this.actions = new RandomActions(random, world);
    }

    World world() {
        return world;
    }

    List<String> run(Set<String> visited) {
        var broken = new ArrayList<String>();
        new Beginnings(kind, actions, world).begin();
        world.matters.values().forEach(m -> visited.add(m.kind() + " " + m.status()));
        for (int i = 0; i < STEPS && broken.isEmpty(); i++) {
            world.wait(Duration.ofHours(random.nextInt(random.nextInt(10) == 0 ? 900 : 30)));
            if (kind.equals("reward")
                    && seed % 2 == 0
                    && world.matters.values().stream().allMatch(m -> m.todos().isEmpty())) {
                // Whoever is awaited from outside may never come.
                world.wait(Duration.ofDays(100));
            }
            var ids = List.copyOf(world.matters.keySet());
            var id = random.nextInt(3) > 0 ? newest(ids) : actions.pick(ids);
            var decisions = step(id);
            for (int again = 0; decisions.isEmpty() && again < 3; again++) {
                decisions = step(id);
            }
            for (var decision : decisions) {
                broken.addAll(Invariants.complaints(world, decision));
                visited.add(decision.after().kind() + " " + decision.after().status());
            }
            broken.addAll(Invariants.complaints(world));
            world.matters.values().forEach(m -> stuck(m, broken));
        }
        return broken.stream()
                .map(b -> b + " (seed " + seed + ": " + world.story + ")")
                .toList();
    }

    /** The goods of a case would else draw a walk away from what it is about. */
    private UUID newest(List<UUID> ids) {
        return ids.stream()
                .filter(id -> kind.equals("exhibit") || !world.matter(id).kind().equals("exhibit"))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private List<Decision<?>> step(UUID id) {
        return step(world.matter(id));
    }

    private <S> List<Decision<?>> step(Matter<S> matter) {
        if (random.nextInt(8) == 0) {
            return world.announce(matter.id());
        }
        @SuppressWarnings("unchecked")
        var procedure = ((MatterKind<S>) world.bench.kind(matter.kind())).procedure();
        var rows = procedure.from(procedure.status(matter.status()));
        if (rows.isEmpty()) {
            return List.of();
        }
        var duties = rows.stream().filter(r -> r.isDuty()).toList();
        var row = actions.pick(duties.isEmpty() || actions.chance(0.6) ? rows : duties);
        var units = List.copyOf(row.by().unitsOf(matter));
        var post = row.by().post();
        var viewer = units.isEmpty() || random.nextInt(12) == 0
                ? Bench.viewer(actions.pick(world.bench.units()), actions.pick(List.of(Post.values())))
                : free(matter, Bench.viewer(actions.pick(units), post == null ? Post.HANDLER : post));
        try {
            return world.act(matter.id(), actions.of(row.action(), matter, viewer, Map.of()), viewer);
        } catch (Refusal refusal) {
            return List.of();
        }
    }

    /** Whoever goes on where the unit's first officer stands aside. */
    private Viewer free(Matter<?> matter, Viewer first) {
        return world.keptFrom(first.account()).containsKey(matter.id())
                ? Viewer.of(new AccountId(first.account() + "-5"), first.unit(), first.post(), first.name())
                : first;
    }

    private <S> void stuck(Matter<S> matter, List<String> broken) {
        @SuppressWarnings("unchecked")
        var procedure = ((MatterKind<S>) world.bench.kind(matter.kind())).procedure();
        var status = procedure.status(matter.status());
        // A second transfer waits for the goods of the first, a penalised case for the supervision of its refusal.
        var elsewhere = world.matters.values().stream()
                .anyMatch(m -> !m.id().equals(matter.id()) && !m.todos().isEmpty());
        if (status.closed() || elsewhere) {
            return;
        }
        var scene = world.scene(Bench.viewer(matter.owner(), Post.HANDLER));
        var possible = procedure.from(status).stream()
                .filter(s -> !s.isConsequence()
                        && world.decider.locks(s, matter, scene).isEmpty())
                .anyMatch(s -> s.by().unitsOf(matter).stream().anyMatch(matter::seenBy));
        var place = matter.kind() + " " + matter.status();
        if (!possible && !place.equals("case transferring")) {
            broken.add(place + ": nobody who sees it can do anything");
        }
        if (matter.todos().isEmpty() && !WAITING.contains(place)) {
            broken.add(place + ": nobody has to do anything");
        }
    }
}
