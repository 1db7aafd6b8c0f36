package cn.daxietong.matter;

import cn.daxietong.law.Articles;
import cn.daxietong.law.Clocks;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the row, checks it and computes what the step comes to. Pure but for the numbers it takes; touches no database. */
final class Decider {
    private final Clocks clocks;
    private final Articles articles;
    private final Numbers numbers;

    Decider(Clocks clocks, Articles articles, Numbers numbers) {
        this.clocks = clocks;
        this.articles = articles;
        this.numbers = numbers;
    }

    /** Begins a matter. */
    <S, A extends Action> Decision<S> open(MatterKind<S> kind, UUID id, A action, Scene scene, List<Link> links) {
        @SuppressWarnings("unchecked")
        var type = (Class<A>) action.getClass();
        var step = kind.procedure()
                .opening(type)
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " opens no " + kind.code()));
        var blank = blank(kind, id, scene, links);
        checkActor(step, blank, scene);
        checkConditions(step, blank, action, scene);
        return carryOut(kind, blank, step, action, scene, true);
    }

    /** Whether this person may begin one by hand, as far as it can be told before anything is typed. */
    <S> boolean mayOpen(MatterKind<S> kind, Scene scene) {
        return kind.procedure()
                .openingByHand()
                .filter(step -> step.by().admits(blank(kind, new UUID(0, 0), scene, List.of()), scene.viewer()))
                .filter(step -> locks(step, blank(kind, new UUID(0, 0), scene, List.of()), scene)
                        .isEmpty())
                .isPresent();
    }

    /** The nothing before a matter's first entry: version 0, no number, the creating unit as owner until the opening row says otherwise. */
    @SuppressWarnings("NullAway") // no state before the first step; the opening row's transition makes it
    static <S> Matter<S> blank(MatterKind<S> kind, UUID id, Scene scene, List<Link> links) {
        var first = kind.procedure().statuses().getFirst().code();
        return new Matter<S>(
                id,
                kind.code(),
                "",
                List.of(),
                "",
                first,
                scene.unit(),
                0,
                scene.now(),
                scene.now(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                links,
                null);
    }

    /** Takes one step. */
    <S, A extends Action> Decision<S> act(MatterKind<S> kind, Matter<S> before, A action, Scene scene) {
        @SuppressWarnings("unchecked")
        var type = (Class<A>) action.getClass();
        var procedure = kind.procedure();
        var status = procedure.status(before.status());
        var step = procedure.step(status, type).orElseThrow(() -> notNow(kind, before, Action.nameOf(type)));
        checkActor(step, before, scene);
        checkConditions(step, before, action, scene);
        return carryOut(kind, before, step, action, scene, false);
    }

    /** Whether a signal moves this matter from where it stands. */
    <S, A extends Action> boolean heeds(MatterKind<S> kind, Matter<S> matter, A signal) {
        var procedure = kind.procedure();
        @SuppressWarnings("unchecked")
        var type = (Class<A>) signal.getClass();
        return procedure
                .step(procedure.status(matter.status()), type)
                .filter(step -> step.heeds(matter, signal))
                .isPresent();
    }

    <S> Refusal notNow(MatterKind<S> kind, Matter<S> matter, String action) {
        var procedure = kind.procedure();
        var status = procedure.status(matter.status());
        var title = procedure.anyStep(action).map(Step::title).orElse(action);
        var possible = procedure.from(status).stream()
                .filter(s -> !s.isConsequence())
                .map(Step::title)
                .toList();
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "action_not_allowed",
                "现在不能办理",
                kind.title() + "目前为“" + status.title() + "”，不能办理“" + title + "”。"
                        + (possible.isEmpty() ? "该事项已经办结。" : "此时可以办理：" + String.join("、", possible) + "。"));
    }

    <S> void checkActor(Step<S, ?> step, Matter<S> matter, Scene scene) {
        if (scene.isConsequence()) {
            return;
        }
        if (step.isConsequence() || !step.by().admits(matter, scene.viewer())) {
            var units = step.by().unitsOf(matter).stream()
                    .map(u -> scene.directory().shortName(u))
                    .toList();
            throw Refusal.forbidden("“" + step.title() + "”由" + step.by().title()
                    + (units.isEmpty() ? "" : "（" + String.join("、", units) + "）") + "办理，您当前是"
                    + scene.directory().shortName(scene.unit())
                    + scene.viewer().post().title() + "。");
        }
    }

    private <S, A extends Action> void checkConditions(Step<S, A> step, Matter<S> matter, A action, Scene scene) {
        var faults = new ArrayList<Fault>();
        step.only().ifPresent(only -> only(step, only, scene).ifPresent(faults::add));
        for (var condition : step.conditions()) {
            if (!condition.test().holds(matter, action, scene)) {
                if (condition.field() == null) {
                    throw new Refusal(
                            Refusal.Kind.CONFLICT, condition.code(), "条件尚不具备", said(condition, matter, action));
                }
                faults.add(new Fault(condition.field(), condition.code(), said(condition, matter, action)));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    /** Names the others that stand in the way; at the field that names what it is about, else as a refusal of the whole. */
    @SuppressWarnings("unchecked") // the scene brings matters of this kind alone
    private <S> Optional<Fault> only(Step<S, ?> step, Row.Only<S> only, Scene scene) {
        var others = scene.alike().stream()
                .filter(other -> only.counts().test((Matter<S>) other))
                .map(Matter::number)
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var said = "同一事项已有正在办理的“" + String.join("”“", others) + "”，请在其中办理，不要重复（" + cite(only.law()) + "）";
        if (step.about().isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "already_open", "条件尚不具备", said);
        }
        return Optional.of(new Fault(step.about().get().field(), "already_open", said));
    }

    private <S, A extends Action> String said(Condition<S, ? super A> condition, Matter<S> matter, A action) {
        return condition.sentence().of(matter, action) + "（" + cite(condition.law()) + "）";
    }

    private <S, A extends Action> Decision<S> carryOut(
            MatterKind<S> kind, Matter<S> before, Step<S, A> step, A action, Scene scene, boolean opening) {
        var draft = new Draft<>(kind, before, clocks, numbers, scene.now());
        var next = step.transition().apply(before.state(), action, scene);
        draft.become(next, step.next(next, draft.status()));
        if (opening) {
            draft.renumber(scene);
        }
        step.effects().forEach(effect -> effect.apply(draft, action, scene));
        if (opening) {
            // Whoever answers for a matter sees it, whatever else the row says.
            draft.admit(draft.asMatter().owner(), "owner", "承办单位", scene.now());
        }
        if (draft.status().closed()) {
            draft.endAll(scene.now());
        }
        draft.agree(duties(kind, draft.asMatter(), scene));
        return draft.done(before);
    }

    /** A clock ran out and those whom its rule names are told; nothing else changes. */
    <S> Decision<S> clockRanOut(MatterKind<S> kind, Matter<S> before, RunningClock clock, Scene scene) {
        var draft = new Draft<>(kind, before, clocks, numbers, scene.now());
        draft.announce(clock.clock());
        var rule = clocks.rule(clock.clock());
        var text = rule.law() + rule.article() + "的期限已过：" + rule.startsWhen();
        draft.tell(Who.unit("", clock.actorUnit()), text);
        draft.tell(Who.owner(), text);
        if (rule.onExpiry().contains("负责人")) {
            draft.tell(Who.<S>unit("", clock.actorUnit()).head(), text);
        }
        if (rule.onExpiry().contains("办公室")) {
            draft.admit(UnitId.OFFICE, "office", "期限已过，" + rule.onExpiry(), scene.now());
            draft.tell(Who.office(), text);
        }
        if (rule.onExpiry().contains("组长")) {
            draft.admit(UnitId.GROUP_LEADER, "leader", "期限已过，" + rule.onExpiry(), scene.now());
            draft.tell(Who.unit("", UnitId.GROUP_LEADER), text);
        }
        if (rule.onExpiry().contains("检察") || clock.clock().startsWith("procuratorate.")) {
            draft.admit(UnitId.PROCURATORATE, "overseer", "期限已过，" + rule.onExpiry(), scene.now());
            draft.tell(Who.unit("", UnitId.PROCURATORATE), text);
        }
        if (rule.onExpiry().contains("司法局")) {
            draft.admit(UnitId.JUSTICE, "overseer", "期限已过，" + rule.onExpiry(), scene.now());
            draft.tell(Who.unit("", UnitId.JUSTICE), text);
        }
        draft.agree(duties(kind, draft.asMatter(), scene));
        return draft.done(before);
    }

    /** The same matter with the due times of its running clocks derived anew, and the to-dos that show them; nothing where none moved. */
    <S> Optional<Decision<S>> rederived(MatterKind<S> kind, Matter<S> before, Scene scene) {
        var draft = new Draft<>(kind, before, clocks, numbers, scene.now());
        draft.rederive();
        draft.agree(duties(kind, draft.asMatter(), scene));
        return Optional.of(draft.done(before)).filter(d -> !d.after().clocks().equals(before.clocks()));
    }

    /** The same matter after a reform: one unit stands wherever the other stood, but for what is past. */
    <S> Optional<Decision<S>> succeeded(MatterKind<S> kind, Matter<S> before, UnitId from, UnitId into, Scene scene) {
        var draft = new Draft<>(kind, before, clocks, numbers, scene.now());
        draft.succeed(from, into, scene);
        draft.tell(Who.unit("", into), scene.directory().shortName(from) + "并入本单位，其承担的" + kind.title() + "由本单位接续办理");
        draft.agree(duties(kind, draft.asMatter(), scene));
        return Optional.of(draft.done(before))
                .filter(d -> !d.after().participants().equals(before.participants()));
    }

    private <S> List<Todo> duties(MatterKind<S> kind, Matter<S> matter, Scene scene) {
        var procedure = kind.procedure();
        var status = procedure.status(matter.status());
        var todos = new ArrayList<Todo>();
        if (status.closed()) {
            return todos;
        }
        for (var step : procedure.from(status)) {
            var duty = step.duty(matter);
            // The unit has the duty, even where the one who has just acted may not do it.
            var impersonal =
                    step.conditions().stream().filter(c -> !c.personal()).toList();
            if (duty.isPresent() && failing(impersonal, matter, scene).isEmpty()) {
                var clock = step.timing(matter);
                for (var unit : step.by().unitsOf(matter)) {
                    todos.add(new Todo(
                            unit,
                            step.by().post(),
                            step.name(),
                            duty.get().title(),
                            clock.map(RunningClock::clock).orElse(null),
                            clock.map(RunningClock::dueAt).orElse(null),
                            duty.get()
                                    .article()
                                    .or(() -> step.laws().stream().findFirst())
                                    .map(this::cite)
                                    .orElse("")));
                }
            }
        }
        return todos;
    }

    /** The reasons why a step cannot be taken whatever is typed; empty where it can. */
    <S> List<Lock> locks(Step<S, ?> step, Matter<S> matter, Scene scene) {
        return failing(step.conditions(), matter, scene);
    }

    /** What does not bar a step but is said before it is taken. */
    <S> List<Lock> cautions(Step<S, ?> step, Matter<S> matter, Scene scene) {
        return failing(step.cautions(), matter, scene);
    }

    private <S> List<Lock> failing(List<? extends Condition<S, ?>> conditions, Matter<S> matter, Scene scene) {
        var locks = new ArrayList<Lock>();
        for (var condition : conditions) {
            if (condition.field() == null && !holdsWithoutAction(condition, matter, scene)) {
                locks.add(new Lock(
                        condition.code(), onMatter(condition, matter), cite(condition.law()), condition.hides()));
            }
        }
        return locks;
    }

    /** Why an action is locked, with its article; {@code hides} where it is not even worth showing. */
    record Lock(String code, String sentence, String law, boolean hides) {}

    @SuppressWarnings({"unchecked", "NullAway"}) // a condition on the matter alone never looks at the action
    private static <S> boolean holdsWithoutAction(Condition<S, ?> condition, Matter<S> matter, Scene scene) {
        return ((Condition<S, Action>) condition).test().holds(matter, null, scene);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a sentence on the matter alone never looks at the action
    private static <S> String onMatter(Condition<S, ?> condition, Matter<S> matter) {
        return ((Condition<S, Action>) condition).sentence().of(matter, null);
    }

    /** The article as people read it: 《行政执法机关移送涉嫌犯罪案件的规定》第七条. */
    String cite(String article) {
        return articles.find(article).map(a -> a.citation()).orElse(article);
    }
}
