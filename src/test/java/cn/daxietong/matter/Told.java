package cn.daxietong.matter;

import cn.daxietong.document.Section;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Validation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A story told step by step to the world in memory, in the words of the API. */
final class Told {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String REACHED =
            "{\"commodity\":\"tobacco\",\"act\":\"unlicensed_operation\",\"conduct_date\":\"2026-08-20\",\"entity\":\"person\",\"business_amount_yuan\":60000}";
    static final String SMALL =
            "{\"commodity\":\"tobacco\",\"act\":\"unlicensed_operation\",\"conduct_date\":\"2026-08-20\",\"entity\":\"person\",\"business_amount_yuan\":3000,\"prior_penalties\":[]}";

    final World world = new World();
    private final FieldReader reader = new FieldReader(
            Validation.byDefaultProvider()
                    .configure()
                    .clockProvider(this::clock)
                    .buildValidatorFactory()
                    .getValidator(),
            world.bench.directory,
            clock());

    private Clock clock() {
        return Clock.fixed(world.now, ZONE);
    }

    Told later(Duration time) {
        world.wait(time);
        return this;
    }

    UUID open(String unit, String kind, String fields) {
        var step = world.bench.kind(kind).procedure().openings().stream()
                .filter(s -> !s.isConsequence())
                .findFirst()
                .orElseThrow();
        return world.open(
                kind,
                reader.read(step.action(), Json.MAPPER.readTree(fields)),
                Bench.viewer(new UnitId(unit), Post.HANDLER));
    }

    UUID aCase(String unit, String facts) {
        return open(unit, "case", "{\"title\":\"某案\",\"summary\":\"按检查笔录登记\",\"facts\":" + facts + "}");
    }

    List<Decision<?>> act(String unit, UUID id, String action) {
        return act(unit, id, action, "{}");
    }

    List<Decision<?>> act(String unit, UUID id, String action, String fields) {
        return act(unit, Post.HANDLER, id, action, fields);
    }

    List<Decision<?>> head(String unit, UUID id, String action, String fields) {
        return act(unit, Post.HEAD, id, action, fields);
    }

    private List<Decision<?>> act(String unit, Post post, UUID id, String action, String fields) {
        var matter = world.matter(id);
        var procedure = world.bench.kind(matter.kind()).procedure();
        var step = procedure
                .step(procedure.status(matter.status()), action)
                .orElseThrow(() -> new AssertionError(action + " is not possible in " + matter.status()));
        return world.act(
                id, reader.read(step.action(), Json.MAPPER.readTree(fields)), Bench.viewer(new UnitId(unit), post));
    }

    /** Proposed, approved and sent by 县市场监管局; returns the transfer. */
    UUID transferred(UUID kase, String to) {
        act(
                "U12",
                kase,
                "propose_transfer",
                "{\"target_unit\":\"" + to
                        + "\",\"officers\":[\"u12-handler\",\"u12-head\"],\"report\":\"建议移送\",\"deviation_reason\":\"已会商\"}");
        head("U12", kase, "approve_transfer", "{}");
        var transfer = world.matter(kase).linked("transfer").orElseThrow();
        act(
                "U12",
                transfer,
                "send",
                "{\"materials\":[{\"kind\":\"investigation_report\"},{\"kind\":\"inspection_report\"}]}");
        return transfer;
    }

    /** Sent to the police and signed for. */
    UUID underReview() {
        var transfer = transferred(aCase("U12", REACHED), "U08");
        act("U08", transfer, "sign_receipt");
        return transfer;
    }

    RunningClock clock(UUID id, String clock) {
        return world.matter(id).clocks().stream()
                .filter(c -> c.clock().equals(clock))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError(clock + " never started"));
    }

    Todo todo(UUID id, String action) {
        return world.matter(id).todos().stream()
                .filter(t -> t.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        action + " is nobody's duty: " + world.matter(id).todos()));
    }

    static Refusal refusal(Runnable step) {
        try {
            step.run();
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("was not refused");
    }

    static Instant at(String local) {
        return FieldReader.instant(local);
    }

    /** The box of this label in the newest form that these decisions issued. */
    static Section.Approval box(List<Decision<?>> decisions, String label) {
        return decisions.stream()
                .flatMap(d -> d.issued().stream())
                .flatMap(issued -> issued.content().body().stream())
                .filter(Section.Form.class::isInstance)
                .flatMap(f -> ((Section.Form) f).rows().stream())
                .filter(Section.Approval.class::isInstance)
                .map(Section.Approval.class::cast)
                .filter(a -> a.label().equals(label))
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
