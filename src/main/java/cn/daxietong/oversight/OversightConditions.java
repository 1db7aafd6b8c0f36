package cn.daxietong.oversight;

import cn.daxietong.casework.Case;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;
import cn.daxietong.oversight.OversightAction.Form;
import cn.daxietong.oversight.OversightAction.Issue;
import cn.daxietong.shared.UnitId;
import cn.daxietong.transfer.Transfer;
import java.util.Set;

/** Which opinion may be put by whom, to whom and when. */
final class OversightConditions {
    private static final Set<String> NOT_SENT = Set.of("approved", "returned");
    private static final Set<String> AWAITS_FILING =
            Set.of("sent", "received", "refused", "reconsidering", "reconsidered", "supervision");

    static final Condition<Oversight, Issue> OWN_FORM = Condition.choice(
            "form",
            "not_own_form",
            "oversight.6",
            "县司法局提出行政执法监督意见；检察意见、纠正违法通知书、立案监督催办函由县检察院提出",
            Issue::form,
            (o, form, scene) -> (form == Form.LAW_ENFORCEMENT) == scene.unit().equals(UnitId.JUSTICE));

    static final Condition<Oversight, Issue> A_CASE_NOT_TRANSFERRED = fits(
            Form.TRANSFER_OPINION,
            "procuratorate.557",
            "检察意见（应当移送而不移送）只能向还没有移送的行政执法机关提出；该事项已经移送，或者承办单位自己就能刑事立案",
            OversightConditions::untransferred);

    static final Condition<Oversight, Issue> A_FILING_THAT_IS_LATE = fits(
            Form.CORRECTION,
            "procuratorate.564",
            "纠正违法通知书（逾期不立案等）只能向应当立案而没有立案的公安机关、海关提出；请选择已经移送的事项或者由它们承办的案件",
            OversightConditions::awaitsFiling);

    static final Condition<Oversight, Issue> AN_INVESTIGATION_THAT_RUNS = fits(
            Form.NUDGE, "procuratorate.564", "立案监督案件催办函只能就已经刑事立案、还在侦查的案件向公安机关、海关提出", OversightConditions::investigated);

    static final Condition<Oversight, Issue> NOT_CRIMINAL_WORK = fits(
            Form.LAW_ENFORCEMENT,
            "oversight.6",
            "该案已经刑事立案，侦查活动不是行政执法，请由县检察院监督",
            (about, scene) -> !investigated(about, scene));

    private OversightConditions() {}

    /** The unit that is to answer: of a transfer whose filing is overseen its receiver, else whoever answers for the matter. */
    static UnitId overseen(Form form, Matter<?> about) {
        return about.state() instanceof Transfer t && ofInvestigators(form) ? t.receiver() : about.owner();
    }

    /** Whether the form is for those who investigate crimes. */
    static boolean ofInvestigators(Form form) {
        return form == Form.CORRECTION || form == Form.NUDGE;
    }

    @FunctionalInterface
    private interface Standing {
        boolean fits(Matter<?> about, Scene scene);
    }

    /** On the form alone once the matter is chosen; before that every form may still fit. */
    private static Condition<Oversight, Issue> fits(Form form, String law, String sentence, Standing standing) {
        return Condition.choice(
                "form",
                "form_does_not_fit",
                law,
                sentence,
                Issue::form,
                (o, chosen, scene) -> chosen != form
                        || scene.about().filter(m -> !standing.fits(m, scene)).isEmpty());
    }

    private static boolean untransferred(Matter<?> about, Scene scene) {
        return !investigates(about.owner(), scene)
                && switch (about.state()) {
                    case Case c -> c.neverTransferred() && !c.filedAsCrime();
                    case Transfer t -> NOT_SENT.contains(about.status());
                    case null, default -> false;
                };
    }

    private static boolean awaitsFiling(Matter<?> about, Scene scene) {
        return switch (about.state()) {
            case Case c -> investigates(about.owner(), scene) && !c.filedAsCrime();
            case Transfer t -> investigates(t.receiver(), scene) && AWAITS_FILING.contains(about.status());
            case null, default -> false;
        };
    }

    private static boolean investigated(Matter<?> about, Scene scene) {
        return switch (about.state()) {
            case Case c -> about.status().equals("criminal_investigation");
            case Transfer t ->
                investigates(t.receiver(), scene) && about.status().equals("filed");
            case null, default -> false;
        };
    }

    private static boolean investigates(UnitId unit, Scene scene) {
        return scene.directory().isOfKind(unit, "police") || scene.directory().isOfKind(unit, "customs");
    }
}
