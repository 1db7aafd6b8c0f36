package cn.daxietong.matter;

import cn.daxietong.shared.UnitId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a procedure table: from where, which action, by whom, under which article, to where, and with what consequences. Its methods are
 * the whole vocabulary of consequences; each reads as the regulation does.
 */
public final class Step<S, A extends Action> extends TimedRow<S, A> {
    private final Procedure.Builder<S> table;

    Step(Procedure.Builder<S> table, List<Status> from, Class<A> action) {
        super(from, action);
        this.table = table;
    }

    // --- who, where to, under which article

    public Step<S, A> by(Who<S> who) {
        by = who;
        return this;
    }

    /** Ids of the articles and clauses in {@code law}, the first being the one that is shown. */
    public Step<S, A> law(String... articles) {
        laws.addAll(List.of(articles));
        return this;
    }

    public Step<S, A> to(Status status) {
        target = status;
        return this;
    }

    /** Where the next status depends on what the action left in the state. */
    public Step<S, A> to(Function<S, Status> choice, Status... possible) {
        chooser = choice;
        choices = List.of(possible);
        return this;
    }

    public Step<S, A> then(Transition<S, A> next) {
        transition = next;
        return this;
    }

    public Step<S, A> then(BiFunction<S, A, S> next) {
        return then((state, a, scene) -> next.apply(state, a));
    }

    @SafeVarargs
    public final Step<S, A> requires(Condition<S, ? super A>... needed) {
        conditions.addAll(List.of(needed));
        return this;
    }

    /** As {@link #requires(Condition[])}, of conditions that are listed elsewhere. */
    public Step<S, A> requires(List<? extends Condition<S, ? super A>> needed) {
        conditions.addAll(needed);
        return this;
    }

    /** Somebody must do this, so it stands on the worklist of those who may; {@code title} names the duty where it offers a choice. */
    public Step<S, A> duty(String title) {
        return duty(title, m -> true);
    }

    public Step<S, A> duty(String title, Predicate<Matter<S>> onlyWhile) {
        duties.add(new Duty<>(title, Optional.empty(), onlyWhile));
        return this;
    }

    /** As {@link #duty(String, Predicate)}, where what brought the matter here gives the duty an article of its own; the first that holds counts. */
    public Step<S, A> duty(String title, String article, Predicate<Matter<S>> onlyWhile) {
        duties.add(new Duty<>(title, Optional.of(article), onlyWhile));
        return this;
    }

    /** Said before the step is taken, and no bar to it: on the matter alone, beside its button and above its form. */
    @SafeVarargs
    public final Step<S, A> warns(Condition<S, ? super A>... cautions) {
        this.cautions.addAll(List.of(cautions));
        return this;
    }

    /** Never stands out while anything else is due ({@link StandingOut}), nor while one of these ways is open: actions, or kinds begun about this. */
    public Step<S, A> yieldsTo(String... ways) {
        return yieldsTo(m -> true, ways);
    }

    public Step<S, A> yieldsTo(Predicate<Matter<S>> onlyWhile, String... ways) {
        yielding = onlyWhile;
        this.ways.addAll(List.of(ways));
        return this;
    }

    /** No second open matter of the kind about the same: one that counts and that the actor sees is named, and this refused. */
    public Step<S, A> onlyOne(String article, Predicate<Matter<S>> counts) {
        only = new Only<>(article, counts);
        return this;
    }

    /** The clocks whose due time the duty shows, where they are not ones that this step stops; the first that runs. */
    public Step<S, A> timedBy(String... clocks) {
        timing.addAll(List.of(clocks));
        return this;
    }

    /** Only as a consequence of another matter's step or of time; never offered to a person. */
    public Step<S, A> consequence() {
        hidden = true;
        return by(Who.platform());
    }

    /** Taken on a page of its own, because more belongs to it than fields; neither the spine's form nor the interface takes it. */
    public Step<S, A> onPage(String itsPage) {
        page = itsPage;
        return this;
    }

    /** As {@link #onPage}, on a public page, by somebody who has no account; the platform acts in the unit's name, and nobody there is offered it. */
    public Step<S, A> onPublicPage(String itsPage) {
        outsider = true;
        return onPage(itsPage);
    }

    /** Takes back an ending that was a mistake: the only kind of row that may lead out of a closed status. */
    public Step<S, A> undoes() {
        undoing = true;
        return this;
    }

    /** A consequence that is taken only where this holds; otherwise the matter stays as it is, without an entry. */
    public Step<S, A> heeding(BiPredicate<Matter<S>, A> when) {
        heeded = when;
        return this;
    }

    /** The action names another matter of one of these kinds, not yet over, that the actor sees; the two are linked, and the rules may look at it. */
    public Step<S, A> about(String field, Function<A, @Nullable UUID> which, String... kinds) {
        return about(new About<>(field, which, List.of(kinds), true, true));
    }

    /** As {@link #about(String, Function, String...)}, of a matter of any other kind. */
    public Step<S, A> aboutAnyKind(String field, Function<A, @Nullable UUID> which) {
        return about(new About<>(field, which, List.of(), true, true));
    }

    /** As {@link #about(String, Function, String...)}, of one that may be over too. */
    public Step<S, A> aboutAny(String field, Function<A, @Nullable UUID> which, String... kinds) {
        return about(new About<>(field, which, List.of(kinds), false, true));
    }

    /** As {@link #about(String, Function, String...)}, but not offered on the other's page, which has a step of its own for it. */
    public Step<S, A> mentions(String field, Function<A, @Nullable UUID> which, String... kinds) {
        return about(new About<>(field, which, List.of(kinds), false, false));
    }

    /** The rules may look over the acting unit's own open matters of this kind ({@link Scene#surveyed}), such as what should stand in a store. */
    public Step<S, A> surveys(String kind) {
        surveyed = kind;
        return this;
    }

    private Step<S, A> about(About<A> named) {
        about = named;
        return effect(
                (draft, a, scene) -> scene.about().ifPresent(other -> draft.link(new Link(other.kind(), other.id()))));
    }

    // --- documents, people, other matters
    // ---------------------------------------------------------------------------------------------

    public Step<S, A> issues(DocumentTemplate<S> template) {
        return issuesWhen((m, a) -> true, template);
    }

    public Step<S, A> issuesWhen(BiPredicate<Matter<S>, A> when, DocumentTemplate<S> template) {
        documents.add(template);
        return effect((draft, a, scene) -> {
            if (when.test(draft.asMatter(), a)) {
                draft.issue(template, scene);
            }
        });
    }

    /** Issues the form again with what has been added to it, under the number that it has. */
    public Step<S, A> reissues(DocumentTemplate<S> template) {
        documents.add(template);
        return effect((draft, a, scene) -> draft.reissue(template, scene));
    }

    /** As {@link #reissues(DocumentTemplate)}, of the one with this number where there may be several. */
    public Step<S, A> reissues(DocumentTemplate<S> template, Function<Matter<S>, Optional<String>> number) {
        documents.add(template);
        return effect(
                (draft, a, scene) -> number.apply(draft.asMatter()).ifPresent(n -> draft.issue(template, scene, n)));
    }

    /** Lets the units see the matter from now on, in this role and for this reason. */
    public Step<S, A> admits(Who<S> who, String role, String basis) {
        return admitsWhen(m -> true, who, role, basis);
    }

    public Step<S, A> admitsWhen(Predicate<Matter<S>> when, Who<S> who, String role, String basis) {
        return effect((draft, a, scene) -> {
            var matter = draft.asMatter();
            if (when.test(matter)) {
                who.unitsOf(matter).forEach(unit -> draft.admit(unit, role, basis, scene.now()));
            }
        });
    }

    /** Lets the acting person alone see the matter from now on, and nobody else of their unit (doc/adr/0017). */
    public Step<S, A> admitsActorAlone(String role, String basis) {
        return effect((draft, a, scene) -> draft.admit(scene.viewer(), role, basis, scene.now()));
    }

    /** Ends the sight that the role gave. */
    public Step<S, A> dismisses(String role) {
        return effect((draft, a, scene) -> draft.dismiss(role, scene.now()));
    }

    /** As {@link #dismisses(String)}, of the acting unit alone. */
    public Step<S, A> dismissesActor(String role) {
        leaving = true;
        return effect((draft, a, scene) -> draft.dismiss(role, scene.unit(), scene.now()));
    }

    /** Makes the unit the one that answers for the matter; the former owner's sight as owner ends with it. */
    public Step<S, A> handsTo(Function<Matter<S>, UnitId> newOwner, String basis) {
        return effect((draft, a, scene) -> draft.handTo(newOwner.apply(draft.asMatter()), basis, scene.now()));
    }

    /** As {@link #handsTo(Function, String)}, where the action names the unit. */
    public Step<S, A> handsTo(BiFunction<Matter<S>, A, UnitId> newOwner, String basis) {
        return effect((draft, a, scene) -> draft.handTo(newOwner.apply(draft.asMatter(), a), basis, scene.now()));
    }

    public Step<S, A> renumbers() {
        return effect((draft, a, scene) -> draft.renumber(scene));
    }

    public Step<S, A> tells(Who<S> who, String text) {
        return effect((draft, a, scene) -> draft.tell(who, text));
    }

    public Step<S, A> tellsWhen(Predicate<Matter<S>> when, Who<S> who, String text) {
        return effect((draft, a, scene) -> {
            if (when.test(draft.asMatter())) {
                draft.tell(who, text);
            }
        });
    }

    /** Opens a matter of another kind, linked both ways. */
    public Step<S, A> opens(String kind, String backLink, OpenedFrom<S, A> opening) {
        return effect((draft, a, scene) -> draft.open(kind, backLink, opening.apply(draft.asMatter(), a, scene)));
    }

    /** Opens one matter of another kind for each of these, all linked both ways. */
    public Step<S, A> opensEach(String kind, String backLink, EachFrom<S, A> openings) {
        return effect((draft, a, scene) ->
                openings.apply(draft.asMatter(), a, scene).forEach(opening -> draft.open(kind, backLink, opening)));
    }

    /** Lets every matter with this link know; each heeds what concerns it. */
    public Step<S, A> signalsEach(String rel, OpenedFrom<S, A> signal) {
        return effect((draft, a, scene) -> draft.signalEach(rel, signal.apply(draft.asMatter(), a, scene)));
    }

    /** Lets whatever the matter is linked with know, of any kind, and what is about that; each heeds what concerns it. */
    public Step<S, A> signalsAll(OpenedFrom<S, A> signal) {
        return effect((draft, a, scene) -> draft.signalAll(signal.apply(draft.asMatter(), a, scene)));
    }

    /** Lets the newest matter with this link know, as an action of its own; one whose table has no such row from where it stands is not moved. */
    public Step<S, A> signals(String rel, OpenedFrom<S, A> signal) {
        return signalsWhen(m -> true, rel, signal);
    }

    public Step<S, A> signalsWhen(Predicate<Matter<S>> when, String rel, OpenedFrom<S, A> signal) {
        return effect((draft, a, scene) -> {
            var matter = draft.asMatter();
            if (when.test(matter)) {
                draft.signal(rel, signal.apply(matter, a, scene));
            }
        });
    }

    /**
     * As {@link #signals}, where the linked matter must take it: what its own table or conditions refuse is refused here, in its own words, and
     * nothing is done on either side.
     */
    public Step<S, A> demands(String rel, OpenedFrom<S, A> signal) {
        return effect((draft, a, scene) -> draft.demand(rel, signal.apply(draft.asMatter(), a, scene)));
    }

    @Override
    Step<S, A> effect(Effect<S, A> effect) {
        effects.add(effect);
        return this;
    }

    /** The next row, from the same status. */
    public <B extends Action> Step<S, B> on(Class<B> next) {
        return table.row(from, next);
    }

    public <B extends Action> Step<S, B> opening(Class<B> next) {
        return table.opening(next);
    }

    public Procedure.Builder<S> from(Status... next) {
        return table.from(next);
    }

    public Procedure<S> build() {
        return table.build();
    }
}
