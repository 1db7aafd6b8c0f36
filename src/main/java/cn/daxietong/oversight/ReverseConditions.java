package cn.daxietong.oversight;

import cn.daxietong.casework.Case;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Matter;
import cn.daxietong.oversight.ReverseAction.Correct;
import cn.daxietong.oversight.ReverseAction.Register;
import cn.daxietong.oversight.ReverseAction.SendOpinion;
import cn.daxietong.oversight.ReverseAction.TransferOn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What must hold before a reverse transfer is registered and goes on. */
final class ReverseConditions {
    /** Only what was investigated as a crime can have come before the procuratorate. */
    static final Condition<ReverseTransfer, Register> COULD_BE_PROSECUTED = Condition.about(
            "about",
            "never_prosecuted",
            "criminal_procedure.177",
            "该案没有刑事立案，也没有移送其他机关，不会有不起诉决定；请选择已经刑事立案的案件",
            (r, about, scene) -> about.state() instanceof Case c && (c.filedAsCrime() || c.endedElsewhere()));

    static final Condition<ReverseTransfer, Register> PROSECUTION_IS_KNOWN = Condition.field(
            "prosecution",
            "prosecution_unknown",
            "criminal_procedure.177",
            "平台没有该案移送审查起诉的记录，请写明由哪个机关、何时移送本院审查起诉",
            (r, a, scene) -> scene.about()
                            .flatMap(ReverseConditions::origin)
                            .filter(Case::reachedProsecution)
                            .isPresent()
                    || a.prosecution() != null && !a.prosecution().isBlank());

    static final Condition<ReverseTransfer, Register> DECIDED_AFTER_TRANSFER = Condition.field(
            "decided_at",
            "too_early",
            "criminal_procedure.177",
            "不起诉决定的时间早于该案提出移送的时间，请核对决定书上的日期",
            (r, a, scene) -> notBefore(
                    a.decidedAt(),
                    scene.about().flatMap(ReverseConditions::origin).flatMap(Case::transferProposedAt)));

    static final Condition<ReverseTransfer, Correct> CORRECTED_AFTER_TRANSFER = Condition.notBefore(
            "decided_at",
            "criminal_procedure.177",
            c -> Optional.of(c.decidedAt()),
            "提出移送",
            r -> Optional.ofNullable(r.state().transferredAt()));

    static final Condition<ReverseTransfer, SendOpinion> AN_AUTHORITY = Condition.choice(
            "unit",
            "no_penalty_power",
            "penalty.17",
            "请选择有行政处罚权的机关",
            SendOpinion::unit,
            (r, unit, scene) -> scene.directory().investigates(unit));

    static final Condition<ReverseTransfer, TransferOn> ANOTHER_AUTHORITY = Condition.choice(
            "unit",
            "no_penalty_power",
            "penalty.17",
            "请选择本单位以外有行政处罚权的机关",
            TransferOn::unit,
            (r, unit, scene) -> scene.directory().investigates(unit) && !unit.equals(scene.unit()));

    private ReverseConditions() {}

    private static Optional<Case> origin(Matter<?> about) {
        return about.state() instanceof Case c ? Optional.of(c) : Optional.empty();
    }

    private static boolean notBefore(Instant decided, Optional<Instant> transferred) {
        return transferred
                .filter(t -> decided.isBefore(t.truncatedTo(ChronoUnit.MINUTES)))
                .isEmpty();
    }
}
