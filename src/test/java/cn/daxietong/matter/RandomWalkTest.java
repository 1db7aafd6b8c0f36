package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten thousand seeded sequences of mostly sensible actions from each kind; no invariant may break and nobody may be stuck. */
class RandomWalkTest {
    private static final int WALKS = Integer.getInteger("daxietong.walks", 10_000);
    private static final int STEPS = 14;

    /** Where nothing is to do but to wait for the linked matter, whose own table names who must act. */
    private static final Set<String> WAITING = Set.of(
            "case transferring",
            "lead case_opened",
            "transfer filed",
            "transfer taken_over",
            "exhibit in_custody",
            "tipoff handed_on",
            // The teller, who has no account, is awaited.
            "reward granted");

    private static final String REWARD = """
            {"about":"%s","standard":"%s","base":%d,"payer":"U17","case_number":"鹿打私案〔2026〕1号",
             "eligibility":{"first_teller":true,"official":false,"injured":false,"participated":false,"rewarded":false,"checked":"看过材料"}}
            """;

    static Stream<String> kinds() {
        return Bench.INSTANCE.kinds.stream().map(MatterKind::code);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void random_sequences_break_no_invariant_and_reach_every_status(String kind) {
        var visited = new ConcurrentSkipListSet<String>();

        var broken = IntStream.range(0, WALKS)
                .parallel()
                .mapToObj(seed -> new Walk(kind, seed).run(visited))
                .flatMap(List::stream)
                .limit(5)
                .toList();

        assertThat(broken).isEmpty();
        assertThat(visited)
                .as("every status of " + kind + " is met by some walk")
                .containsAll(Bench.INSTANCE.kind(kind).procedure().statuses().stream()
                        .map(s -> kind + " " + s.code())
                        .toList());
    }

    @Test
    void a_matter_that_breaks_every_invariant_is_found_out() {
        var world = new Walk("case", 1).world;
        var id = new Walk("case", 1, world).begin();
        var sound = world.matter(id);
        var blind = new Matter<>(
                sound.id(),
                sound.kind(),
                sound.number(),
                List.of(),
                sound.title(),
                "closed",
                new UnitId("U07"),
                7,
                sound.createdAt(),
                sound.updatedAt(),
                List.of(),
                List.of(new RunningClock(
                        "penalty.decide", new UnitId("U07"), "", world.now, List.of(), null, null, false, false, null)),
                List.of(new Todo(new UnitId("U07"), null, "file", "立案", null, null, "")),
                List.of(),
                List.of(),
                sound.state());

        var told = List.of(new Decision.Notice(new UnitId("U07"), null, ""));
        var complaints = Invariants.complaints(
                world, new Decision<Object>(bare(sound), bare(blind), told, List.of(), List.of(), List.of()));

        assertThat(complaints).hasSize(7);
    }

    @SuppressWarnings("unchecked")
    private static Matter<Object> bare(Matter<?> matter) {
        return (Matter<Object>) matter;
    }

    /** One walk through the world, told by its seed alone. */
    private static final class Walk {
        private final String kind;
        private final int seed;
        private final Random random;
        private final World world;
        private final RandomActions actions;

        Walk(String kind, int seed) {
            this(kind, seed, new World());
        }

        Walk(String kind, int seed, World world) {
            this.kind = kind;
            this.seed = seed;
            this.random = new Random(450_223_000L + seed);
            this.world = world;
            this.actions = new RandomActions(random, world);
        }

        List<String> run(Set<String> visited) {
            var broken = new ArrayList<String>();
            begin();
            world.matters.values().forEach(m -> visited.add(m.kind() + " " + m.status()));
            for (int i = 0; i < STEPS && broken.isEmpty(); i++) {
                world.wait(Duration.ofHours(random.nextInt(random.nextInt(10) == 0 ? 900 : 30)));
                if (kind.equals("reward")
                        && seed % 2 == 0
                        && world.matters.values().stream()
                                .allMatch(m -> m.todos().isEmpty())) {
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
                    .filter(id ->
                            kind.equals("exhibit") || !world.matter(id).kind().equals("exhibit"))
                    .reduce((a, b) -> b)
                    .orElseThrow();
        }

        /** A matter of the walk's kind: registered by hand, or for a transfer and for goods by the case that it belongs to. */
        UUID begin() {
            return switch (kind) {
                case "transfer" -> transferred();
                case "penalty" -> penalty();
                case "exhibit" -> seized();
                case "inventory" -> counted();
                case "tipoff" -> tipoff();
                case "reward", "reward_review" -> reward();
                default -> begin(kind, Map.of());
            };
        }

        /** Sometimes the case is over before the goods are dealt with. */
        private UUID seized() {
            var id = begin("case", Map.of());
            var handler = Bench.viewer(world.matter(id).owner(), Post.HANDLER);
            seize(id, handler);
            if (actions.chance(0.3)) {
                tries(id, "file", handler);
                tries(id, "decide_penalty", handler);
                tries(id, "serve_decision", handler);
                tries(id, "close", handler);
            }
            return id;
        }

        private UUID counted() {
            var id = seized();
            var exhibits = world.matters.values().stream()
                    .filter(m -> m.kind().equals("exhibit"))
                    .toList();
            var viewer = Bench.viewer(exhibits.getFirst().owner(), Post.HANDLER);
            exhibits.forEach(m -> tries(m.id(), "store", viewer));
            for (int i = 0; i < 20; i++) {
                try {
                    return begin("inventory", Map.of());
                } catch (Refusal refusal) {
                    // Nothing stands at the place that was named.
                }
            }
            return id;
        }

        /** Until the list names nothing twice (行政强制法 第二十三条). */
        private void seize(UUID id, Viewer viewer) {
            var before = world.matters.size();
            while (world.matters.size() == before) {
                tries(id, "seize", viewer);
            }
        }

        private void tries(UUID id, String action, Viewer viewer) {
            for (int i = 0; i < 4; i++) {
                try {
                    take(id, action, viewer, Map.of());
                    return;
                } catch (Refusal | java.util.NoSuchElementException refusal) {
                    // As often as not what chance would do is not allowed.
                }
            }
        }

        private UUID transferred() {
            var market = new UnitId("U12");
            var id = begin("case", Map.of());
            var owner = world.matter(id).owner();
            var handler = Bench.viewer(owner, Post.HANDLER);
            seize(id, handler);
            var target = Stream.of("U08", "X01", "U08", "U17", "U12")
                    .map(UnitId::new)
                    .filter(u -> !u.equals(owner))
                    .skip(random.nextInt(3))
                    .findFirst()
                    .orElse(market);
            var two = List.of(
                    Bench.viewer(owner, Post.HANDLER).account(),
                    Bench.viewer(owner, Post.HEAD).account());
            take(
                    id,
                    "propose_transfer",
                    handler,
                    Map.of("targetUnit", target, "deviationReason", "已会商", "officers", two));
            take(id, "approve_transfer", Bench.viewer(owner, Post.HEAD), Map.of());
            return id;
        }

        /** Told on a page of its own, by the platform for a teller who has no account. */
        private UUID tipoff() {
            var office = Bench.viewer(UnitId.OFFICE, Post.HANDLER);
            var step = world.bench.kind("tipoff").procedure().openings().getFirst();
            return world.open("tipoff", actions.of(step.action(), null, office, Map.of()), office);
        }

        /** For a tip-off that proved true, by somebody who may have it; a review comes with it. */
        private UUID reward() {
            var tip = tipoff();
            var office = Bench.viewer(UnitId.OFFICE, Post.HANDLER);
            take(tip, "accept", office, Map.of());
            take(tip, "answer", "{\"outcome\":\"substantiated\"}", office);
            var step = world.bench.kind("reward").procedure().openingByHand().orElseThrow();
            var proposal = REWARD.formatted(
                    tip, actions.pick(List.of("market_level_1", "tobacco_loose")), random.nextInt(40_000_000));
            return world.open("reward", Json.MAPPER.readValue(proposal, step.action()), office);
        }

        private void take(UUID id, String action, String fields, Viewer viewer) {
            var matter = world.matter(id);
            var procedure = world.bench.kind(matter.kind()).procedure();
            var step = procedure.step(procedure.status(matter.status()), action).orElseThrow();
            world.act(id, Json.MAPPER.readValue(fields, step.action()), viewer);
        }

        /** About a case that its owner has filed (行政处罚法 第五十四条). */
        private UUID penalty() {
            for (int tries = 0; ; tries++) {
                var kase = begin("case", Map.of());
                var handler = Bench.viewer(world.matter(kase).owner(), Post.HANDLER);
                take(kase, "file", handler, Map.of());
                try {
                    var step =
                            world.bench.kind(kind).procedure().openingByHand().orElseThrow();
                    var id = world.open(kind, actions.of(step.action(), null, handler, Map.of("about", kase)), handler);
                    if (actions.chance(0.2)) {
                        unpaid(id, handler);
                    }
                    return id;
                } catch (Refusal refusal) {
                    world.matters.remove(kase);
                    if (tries == 100) {
                        throw refusal;
                    }
                }
            }
        }

        /** Served and urged, with the half year of 行政诉讼法 第四十六条 over, for which a walk is too short. */
        private void unpaid(UUID id, Viewer handler) {
            var head = Bench.viewer(handler.unit(), Post.HEAD);
            for (var action : List.of("issue_notice", "confirm_notified", "deliberate", "decide", "serve")) {
                tries(id, action, action.equals("decide") ? head : handler);
                world.wait(Duration.ofDays(3));
            }
            world.wait(Duration.ofDays(200));
            tries(id, "urge", handler);
        }

        private UUID begin(String opened, Map<String, Object> fixed) {
            var step = world.bench.kind(opened).procedure().openingByHand().orElseThrow();
            for (int tries = 0; ; tries++) {
                try {
                    return begin(opened, step, fixed);
                } catch (Refusal refusal) {
                    if (tries == 100) {
                        throw refusal;
                    }
                }
            }
        }

        private <S, A extends Action> UUID begin(String opened, Step<S, A> step, Map<String, Object> fixed) {
            var about = step.about().orElse(null);
            var other = about == null || !required(step, about.field())
                    ? null
                    : begin(about.kinds().getFirst(), Map.of());
            var units = new ArrayList<UnitId>();
            if (other == null) {
                units.addAll(List.of(new UnitId("U12"), new UnitId("U17"), new UnitId("U08")));
            } else {
                world.bench.units().stream().filter(world.matter(other)::seenBy).forEach(units::add);
            }
            var all = new HashMap<String, Object>(fixed);
            if (about != null) {
                all.put(about.field(), other);
            }
            var viewer = Bench.viewer(actions.pick(units), Post.HANDLER);
            return world.open(opened, actions.of(step.action(), null, viewer, all), viewer);
        }

        private static boolean required(Step<?, ?> step, String field) {
            return Fields.of(step.action()).stream().anyMatch(f -> f.name().equals(field) && f.required());
        }

        private void take(UUID id, String action, Viewer viewer, Map<String, Object> fixed) {
            var matter = world.matter(id);
            var procedure = world.bench.kind(matter.kind()).procedure();
            var step = procedure.step(procedure.status(matter.status()), action).orElseThrow();
            world.act(id, actions.of(step.action(), matter, viewer, fixed), viewer);
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
                    : Bench.viewer(actions.pick(units), post == null ? Post.HANDLER : post);
            try {
                return world.act(matter.id(), actions.of(row.action(), matter, viewer, Map.of()), viewer);
            } catch (Refusal refusal) {
                return List.of();
            }
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
}
