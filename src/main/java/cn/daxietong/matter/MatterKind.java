package cn.daxietong.matter;

import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.NavItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A kind of matter: its words, its procedure table, and the few things lists and searches need of its state. */
public interface MatterKind<S> {
    /** As in the API: lead, case, transfer. */
    String code();

    /** In Chinese: 线索、案件、移送. */
    String title();

    /** What its numbers begin with: 鹿打私线. */
    String series();

    /** As {@link #series()}; another one where a gap in the numbers would tell that there is a matter which nobody may know of. */
    default String series(S state) {
        return series();
    }

    Procedure<S> procedure();

    /** The matter's own title. */
    String title(S state);

    /** The commodity's id in the notice's list, for the filter. */
    default Optional<String> commodity(S state) {
        return Optional.empty();
    }

    /** Whom lists name as the unit that does the work, where the matter's owner only watches over it. */
    default Optional<UnitId> answering(S state) {
        return Optional.empty();
    }

    /** What a second matter about the same person, plate or phone is found by; matched by keyed digest only. */
    default List<Subject> subjects(S state) {
        return List.of();
    }

    /** Over whom two units at work are told of each other; nothing of what must stay unknown, such as a tip-off's. */
    default List<Subject> coordinated(S state) {
        return List.of();
    }

    /** By what a thing is told and found again that only one open matter may hold at a time (行政强制法 第二十三条). */
    default List<Personal> heldAlone(S state) {
        return List.of();
    }

    /** Whether it is held now; the database refuses a second one then. */
    default boolean holdsAlone(S state) {
        return true;
    }

    /** Who takes no part any more in what this matter is about, while it says so. */
    default Optional<Barred> bars(Matter<S> matter) {
        return Optional.empty();
    }

    /** Who is asked to stand aside from what this matter is about, while nobody has decided; told too to what begins about it later. */
    default Optional<AccountId> challenges(Matter<S> matter) {
        return Optional.empty();
    }

    /** What is said to whoever would hold what another open matter holds; nothing of where it is held. */
    default Refusal alreadyHeld(S state) {
        throw new IllegalStateException(code() + " holds nothing alone");
    }

    /** What follows from the state and the time of day, and so is shown and never kept: the cost up to now. */
    default List<Shown> derived(S state, Instant now) {
        return List.of();
    }

    /** Pages of its own beside the one that every matter has. */
    default List<cn.daxietong.web.Link> pages(UUID id) {
        return List.of();
    }

    /** What the form of an action begins with, by the action's field names; what the matter already knows is not typed again. */
    default Map<String, Object> prefilled(S state, String action) {
        return Map.of();
    }

    /** What a form that begins one starts with, from the matter that it is to be about, so that what is known is not typed again. */
    default Map<String, Object> begun(Matter<?> about) {
        return Map.of();
    }

    /** The part of the state on which the action decides, shown above its fields so that it is neither retyped nor signed unseen. */
    default Optional<Object> signs(S state, String action) {
        return Optional.empty();
    }

    /** What whoever takes the action is told before, where the law asks for another way. */
    default Optional<ActionForm.Caution> caution(UUID id, String action) {
        return Optional.empty();
    }

    /** What its owner does with it, as its page says beside the unit. */
    default String ownerDoes() {
        return "承办";
    }

    /** What the tables say of who is competent: shown with its articles wherever a unit is chosen, and offered first. */
    default Optional<JurisdictionAssessment> jurisdiction(S state) {
        return Optional.empty();
    }

    /** What can be picked as items, id and words. */
    default Map<String, String> items(S state) {
        return Map.of();
    }

    /** What the unit's own matters say for a field that picks {@code picks}, where no list of the platform's does. */
    default Optional<Known> known(String picks) {
        return Optional.empty();
    }

    /** Where its list stands in the navigation. */
    NavItem.Place place();

    /** What {@code component/icon.jte} draws beside it. */
    default String icon() {
        return code();
    }

    /** Whether even its numbers stay with those who see it, so that no check that runs outside the platform names one. */
    default boolean sealed() {
        return false;
    }

    /** To whom its list is shown in the navigation; hiding is no protection, the lists themselves hold only what the viewer sees. */
    default boolean concerns(Viewer viewer) {
        return true;
    }

    /** Whether units may open one by hand, by the page or the API, with the first opening row. */
    default boolean openedByHand() {
        return procedure().openingByHand().isPresent();
    }
}
