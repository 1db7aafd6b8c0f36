package cn.daxietong.matter;

import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** How a walk begins: what must have happened before there is a matter of its kind. */
final class Beginnings {
    private static final String REWARD = """
            {"about":"%s","standard":"%s","base":%d,"payer":"U17","case_number":"鹿打私案〔2026〕1号",
             "eligibility":{"first_teller":true,"official":false,"injured":false,"participated":false,"rewarded":false,"checked":"看过材料"}}
            """;

    private final String kind;
    private final RandomActions actions;
    private final World world;

    Beginnings(String kind, RandomActions actions, World world) {
        this.kind = kind;
        this.actions = actions;
        this.world = world;
    }

    /** A matter of the walk's kind: registered by hand, or for a transfer and for goods by the case that it belongs to. */
    UUID begin() {
        return switch (kind) {
            case "transfer" -> transferred();
            case "penalty" -> penalty();
            case "exhibit" -> seized();
            case "inventory" -> counted();
            case "tipoff" -> tipoff();
            case "tipoff_day" -> onAPage(kind);
            case "reward", "reward_review" -> reward();
            case "oversight" -> overseen();
            case "reverse_transfer" -> notProsecuted();
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
                .skip(actions.below(3))
                .findFirst()
                .orElse(market);
        var two = List.of(
                Bench.viewer(owner, Post.HANDLER).account(),
                Bench.viewer(owner, Post.HEAD).account());
        take(id, "propose_transfer", handler, Map.of("targetUnit", target, "deviationReason", "已会商", "officers", two));
        take(id, "approve_transfer", Bench.viewer(owner, Post.HEAD), Map.of());
        return id;
    }

    /** Sometimes after an earlier one, with which it may be merged. */
    private UUID tipoff() {
        if (actions.chance(0.6)) {
            onAPage(kind);
        }
        return onAPage(kind);
    }

    /** Told on a page of its own, by the platform for a teller who has no account. */
    private UUID onAPage(String kind) {
        var office = Bench.viewer(UnitId.OFFICE, Post.HANDLER);
        var step = world.bench.kind(kind).procedure().openings().getFirst();
        return world.open(kind, actions.of(step.action(), null, office, Map.of()), office);
    }

    /** For a tip-off that proved true, by somebody who may have it; a review comes with it. */
    private UUID reward() {
        var tip = onAPage("tipoff");
        var office = Bench.viewer(UnitId.OFFICE, Post.HANDLER);
        take(tip, "accept", office, Map.of());
        take(tip, "answer", "{\"outcome\":\"substantiated\",\"basis\":\"处罚决定\"}", office);
        var step = world.bench.kind("reward").procedure().openingByHand().orElseThrow();
        var proposal = REWARD.formatted(
                tip, actions.pick(List.of("market_level_1", "tobacco_loose")), actions.below(40_000_000));
        return world.open("reward", Json.MAPPER.readValue(proposal, step.action()), office);
    }

    /** Of a case that should have been transferred, or that its owner could have filed and did not (人民检察院刑事诉讼规则 第五百五十七、五百六十四条). */
    private UUID overseen() {
        for (int tries = 0; ; tries++) {
            var kase = world.matter(begin("case", Map.of()));
            var form = kase.owner().equals(new UnitId("U08")) ? "CORRECTION" : "TRANSFER_OPINION";
            try {
                return opened(
                        "{\"about\":\"%s\",\"form\":\"%s\",\"text\":\"请说明\",\"reply_by\":\"%s\",\"attachments\":[]}"
                                .formatted(kase.id(), form, world.now.plus(Duration.ofDays(7))));
            } catch (Refusal refusal) {
                world.matters.remove(kase.id());
                if (tries == 1_000) {
                    throw refusal;
                }
            }
        }
    }

    /** Of a case that the police filed as a crime (刑事诉讼法 第一百七十七条). */
    private UUID notProsecuted() {
        var police = Bench.viewer(new UnitId("U08"), Post.HANDLER);
        var step = world.bench.kind("case").procedure().openingByHand().orElseThrow();
        for (int tries = 0; ; tries++) {
            try {
                var fields = actions.of(step.action(), null, police, Collections.singletonMap("lead", null));
                var kase = world.open("case", fields, police);
                take(kase, "file_criminal_case", police, Map.of());
                return opened(
                        "{\"about\":\"%s\",\"decided_at\":\"%s\",\"prosecution\":\"侦查终结后移送\",\"summary\":\"情节轻微\"}"
                                .formatted(kase, world.now));
            } catch (Refusal refusal) {
                if (tries == 1_000) {
                    throw refusal;
                }
            }
        }
    }

    private UUID opened(String fields) {
        var step = world.bench.kind(kind).procedure().openingByHand().orElseThrow();
        return world.open(
                kind, Json.MAPPER.readValue(fields, step.action()), Bench.viewer(new UnitId("U05"), Post.HANDLER));
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
            take(kase, "file", actions.chance(0.8) ? Bench.viewer(handler.unit(), Post.HEAD) : handler, Map.of());
            try {
                var step = world.bench.kind(kind).procedure().openingByHand().orElseThrow();
                var id = world.open(kind, actions.of(step.action(), null, handler, Map.of("about", kase)), handler);
                if (actions.chance(0.2)) {
                    unpaid(id, handler);
                }
                return id;
            } catch (Refusal refusal) {
                world.matters.remove(kase);
                if (tries == 1_000) {
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
                if (tries == 1_000) {
                    throw refusal;
                }
            }
        }
    }

    private <S, A extends Action> UUID begin(String opened, Step<S, A> step, Map<String, Object> fixed) {
        var about = step.about().orElse(null);
        var other = about == null || !required(step, about.field())
                ? null
                : begin(about.kinds().isEmpty() ? "case" : about.kinds().getFirst(), Map.of());
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
        try {
            return world.open(opened, actions.of(step.action(), null, viewer, all), viewer);
        } catch (Refusal refusal) {
            if (other != null) {
                world.matters.remove(other);
            }
            throw refusal;
        }
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
}
