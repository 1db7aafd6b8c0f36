package cn.daxietong.casework;

import cn.daxietong.casework.Case.PenaltyProcedure;
import cn.daxietong.casework.CaseAction.Close;
import cn.daxietong.casework.CaseAction.DecidePenalty;
import cn.daxietong.casework.CaseAction.Outcome;
import cn.daxietong.casework.CaseAction.PreserveEvidence;
import cn.daxietong.casework.CaseAction.ProposeTransfer;
import cn.daxietong.casework.CaseAction.RefuseMeasure;
import cn.daxietong.casework.CaseAction.ReleaseItems;
import cn.daxietong.casework.CaseAction.ResumeClock;
import cn.daxietong.casework.CaseAction.Seize;
import cn.daxietong.casework.CaseAction.ServeDecision;
import cn.daxietong.casework.CaseAction.SuspendClock;
import cn.daxietong.casework.PenaltySignal.PenaltyDecided;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.OfficerChanged;
import cn.daxietong.matter.RunningClock;
import cn.daxietong.matter.Scene;
import cn.daxietong.shared.Post;
import cn.daxietong.transfer.Exhibit;
import cn.daxietong.transfer.Exhibit.Measure;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** What must hold for the steps of a case, each with its article and the sentence a person reads. */
final class CaseConditions {
    private static final int TWO = 2;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<String> EXTENDABLE = Set.of(CaseMeasures.SEIZURE, CaseMeasures.DETENTION);
    private static final Set<Outcome> LETS_GO =
            Set.of(Outcome.NOT_PENALISED, Outcome.NOT_ESTABLISHED, Outcome.DISMISSED);
    static final Condition<Case, Action> AN_INVESTIGATING_UNIT = Condition.matter(
            "not_an_enforcement_organ",
            "penalty.17",
            "只有具有行政处罚权的机关、公安机关和海关可以登记和查办案件；其他单位请登记线索",
            (c, scene) -> scene.directory().investigates(scene.unit()));

    static final Condition<Case, ProposeTransfer> TWO_OFFICERS = Condition.field(
            "officers",
            "two_officers_needed",
            "310.5",
            "请指定两名以上不同的执法人员组成专案组",
            (c, p, scene) -> Set.copyOf(p.officers()).size() >= TWO);

    /** Whoever takes over may belong to the group already; two must be left. */
    static final Condition<Case, OfficerChanged> TWO_OFFICERS_REMAIN = Condition.field(
            "successor",
            "two_officers_needed",
            "310.5",
            "决定回避后专案组不足两名执法人员，请指定专案组以外的本单位其他执法人员接替",
            (c, o, scene) -> Optional.ofNullable(
                            c.state().referral().regrouped(o).proposal())
                    .filter(p -> p.officers().size() >= TWO)
                    .isPresent());

    static final Condition<Case, ProposeTransfer> OWN_OFFICERS = Condition.field(
            "officers", "not_own_officers", "310.5", "专案组成员应当是本单位在岗人员，请从名单中选择", (c, p, scene) -> p.officers().stream()
                    .allMatch(o -> scene.directory().holds(o, scene.unit(), Post.HANDLER)
                            || scene.directory().holds(o, scene.unit(), Post.HEAD)));

    static final Condition<Case, ProposeTransfer> ANOTHER_INVESTIGATING_UNIT = Condition.choice(
            "target_unit",
            "not_an_investigating_unit",
            "penalty.27",
            "请选择另一个有侦查或者处罚职责的单位；拿不准的，先看“管辖研判”或者会商",
            ProposeTransfer::targetUnit,
            (c, unit, scene) -> !unit.equals(c.owner()) && scene.directory().investigates(unit));

    /** A measure is taken on conduct that has begun; whether before or after 立案 the law leaves open (行政处罚法 第五十六条, 行政强制法 第十八条). */
    static final Condition<Case, PreserveEvidence> PRESERVED_AFTER_CONDUCT = Condition.notBefore(
            "preserved_at", "penalty.56", p -> Optional.of(p.preservedAt()), "案件事实所填违法行为", CaseConditions::conduct);

    static final Condition<Case, Seize> SEIZED_AFTER_CONDUCT = Condition.notBefore(
            "seized_at", "coercion.23", s -> Optional.of(s.seizedAt()), "案件事实所填违法行为", CaseConditions::conduct);

    static final Condition<Case, ServeDecision> SERVED_AFTER_DECISION = Condition.notBefore(
            "served_at", "penalty.61", s -> Optional.of(s.servedAt()), "作出处罚决定", c -> Optional.ofNullable(
                            c.state().ending().penalty())
                    .flatMap(p -> Optional.ofNullable(p.decidedAt())));

    static final Condition<Case, Action> FILING_TO_SIGN = Condition.pointless(
            "nothing_to_sign", "penalty.54", "没有待签批的立案", (c, scene) -> c.state().awaitsSignature());

    static final Condition<Case, Action> OWNER_INVESTIGATES_CRIMES = Condition.pointless(
            "not_an_investigating_organ",
            "customs.5",
            "只有公安机关或者海关缉私部门可以刑事立案",
            (c, scene) -> scene.directory().isOfKind(c.owner(), "police")
                    || scene.directory().isOfKind(c.owner(), "customs"));

    /** 当事人没有违法行为、不再需要采取措施的，应当及时解除 (行政强制法 第二十八条). */
    static final Condition<Case, Close> NOTHING_HELD_WITHOUT_GROUND = Condition.field(
            "outcome",
            "items_held",
            "coercion.28",
            "还有先行登记保存或者查封扣押的物品没有解除，请先解除措施再以这一结果结案",
            (c, close, scene) -> !LETS_GO.contains(close.outcome())
                    || c.state().items().stream().noneMatch(Exhibit::held));

    static final Condition<Case, Close> OUTCOME_FITS = outcomeFits("penalty.57");

    /** The end of a criminal case is no decision under 行政处罚法; the notice says whose it is. */
    static final Condition<Case, Close> CRIMINAL_OUTCOME_FITS = outcomeFits("notice.4.8");

    private static Condition<Case, Close> outcomeFits(String law) {
        return Condition.field(
                "outcome",
                "outcome_does_not_fit",
                law,
                "案件结果与办理情况不符：没有作出处罚决定的，不能写“已作行政处罚”；没有刑事立案的，不能写移送审查起诉、不起诉或者判决",
                (c, close, scene) -> switch (close.outcome()) {
                    case PENALISED -> c.state().ending().penalty() != null;
                    case SENT_FOR_PROSECUTION, NOT_PROSECUTED, JUDGED ->
                        c.state().referral().filingNumber() != null;
                    case NOT_PENALISED, NOT_ESTABLISHED, DISMISSED, TRANSFERRED -> true;
                });
    }

    /** 不得以行政处罚代替移送. */
    static final Condition<Case, Action> TRANSFER_ANSWERED = new Condition<>(
            "transfer_first",
            "310.11",
            (c, a) -> c.state().underway()
                    ? "移送正在办理，等待答复之前不得以行政处罚代替移送"
                    : "案件事实达到移送标准，不得以行政处罚代替移送：请先移送并等待答复，或者由正职负责人书面说明不予移送的理由",
            null,
            false,
            (c, a, scene) -> !c.state().mustTransferFirst());

    /** 同一个违法行为，不得给予两次以上罚款: what the platform can see of it. */
    static final Condition<Case, Action> NO_SECOND_FINE = new Condition<>(
            "second_fine",
            "penalty.29",
            (c, a) -> "同一违法行为此前已被处以罚款，不得再次罚款；可以依法给予其他种类的行政处罚",
            null,
            false,
            (c, a, scene) -> !c.state().fined() || !fines(a));

    /** A decision is taken once: in the procedure where one has begun, else by the case's own short way. */
    static final Condition<Case, Action> NO_PROCEDURE_OF_ITS_OWN = Condition.matter(
            "penalty_procedure",
            "penalty.57",
            "本案已进入行政处罚程序，请在该程序中告知、审核、决定和送达",
            (c, scene) -> c.state().ending().penaltyProcedure() == null);

    static final Condition<Case, Action> PENALTY_EXECUTED = Condition.matter(
            "penalty_not_executed",
            "penalty.47",
            "行政处罚决定还在执行，请先在行政处罚程序中办理完毕再结案",
            (c, scene) -> c.state().ending().penaltyProcedure() != PenaltyProcedure.DECIDED);

    private static final Set<Sanction> TO_BE_HEARD = Set.of(Sanction.LICENCE, Sanction.BUSINESS);

    /** 吊销许可证件、责令停产停业: the party is to be told of its right to a hearing, which the short way does not do. */
    static final Condition<Case, DecidePenalty> NO_RIGHT_TO_A_HEARING = Condition.choice(
            "kind",
            "hearing_first",
            "penalty.63",
            "这类处罚当事人有权要求听证，请用“调查终结，提出处理意见”办理行政处罚程序，先告知再决定",
            DecidePenalty::kind,
            (c, kind, scene) -> !TO_BE_HEARD.contains(kind));

    /** A warning and no bar, for what was served and paid before it stood here. */
    static final Condition<Case, Action> DECISION_SERVED =
            Condition.matter("decision_not_served", "penalty.61", "处罚决定书还没有登记送达；以“已作行政处罚并执行”结案的，请先登记送达", (c, scene) -> {
                var p = c.state().ending().penalty();
                return p == null || p.servedAt() != null;
            });

    static final Condition<Case, DecidePenalty> A_FINE_HAS_AN_AMOUNT = Condition.field(
            "amount_yuan",
            "amount_needed",
            "penalty.57",
            "罚款应当写明金额",
            (c, d, scene) -> d.kind() != Sanction.FINE
                    || d.amountYuan() != null && d.amountYuan().signum() > 0);

    static final Condition<Case, Action> SEIZED_AND_NOT_EXTENDED = Condition.pointless(
            "not_extendable",
            "coercion.25",
            "没有查封扣押期限在计算，或者已经延长过一次；延长以一次为限，不得超过三十日（海关扣留不得超过一年）",
            (c, scene) -> !c.state().seizureExtended()
                    && c.clocks().stream()
                            .filter(k -> EXTENDABLE.contains(k.clock()))
                            .anyMatch(k -> k.suspended() || runsInTime(k, scene)));

    static final Condition<Case, Action> URGENT_SEIZURE_TO_APPROVE =
            toSign(Taking.Kind.URGENT_SEIZURE, "nothing_to_approve", "coercion.19", "没有待补办批准的当场查封扣押");

    static final Condition<Case, Action> SEIZURE_TO_SIGN =
            toSign(Taking.Kind.SEIZURE, "nothing_to_sign", "coercion.18", "没有待签批的查封扣押");

    static final Condition<Case, Action> PRESERVATION_TO_SIGN =
            toSign(Taking.Kind.PRESERVATION, "nothing_to_sign", "penalty.56", "没有待签批的先行登记保存");

    static final Condition<Case, Action> SOMETHING_TO_SIGN =
            Condition.pointless("nothing_to_sign", "coercion.18", "没有待签批的措施", (c, scene) -> c.state()
                    .holding()
                    .toSign(c.owner()));

    static final Condition<Case, RefuseMeasure> THIS_WAITS = Condition.choice(
            "measure",
            "nothing_to_sign",
            "coercion.18",
            "这一类措施没有待签批的",
            RefuseMeasure::measure,
            (c, kind, scene) -> c.state().holding().toSign(kind, c.owner()).isPresent());

    /** A warning and no bar, as with an unsigned filing: 须向行政机关负责人报告并经批准. */
    static final Condition<Case, Action> SIGN_BEFORE_IT_ENDS = unsigned("结案以后不能再补签，请本单位正职负责人先批准或者不批准");

    /** A warning and no bar: a transfer has 24 hours. */
    static final Condition<Case, Action> SIGN_BEFORE_IT_LEAVES = unsigned("案件由接收单位承办以后，本单位不能再在平台上补签，请先签批");

    /** A warning and no bar where a decision is only registered: the statute asks for 立案 in time and not for a form, and units without a head at hand go on. */
    static final Condition<Case, Action> FILING_SIGNED = Condition.matter(
            "filing_unsigned",
            "penalty.54",
            "立案还没有负责人签批：请承办单位正职负责人先办理“签批立案”，再作出决定；没有签批的立案，决定可能因程序违法被撤销",
            (c, scene) -> !c.state().awaitsSignature());

    static final Condition<Case, ReleaseItems> ITEMS_ARE_HELD = Condition.field(
            "items", "not_held", "coercion.28", "所列物品有的不在措施之下，请从清单中选择", (c, r, scene) -> c.state().items().stream()
                    .filter(Exhibit::held)
                    .map(Exhibit::id)
                    .toList()
                    .containsAll(r.items()));

    static final Condition<Case, Action> SOMETHING_IS_HELD = Condition.pointless(
            "nothing_held",
            "coercion.28",
            "没有处于先行登记保存或者查封扣押的物品",
            (c, scene) -> c.state().holds(Measure.SEIZED) || c.state().holds(Measure.PRESERVED));

    static final Condition<Case, SuspendClock> CLOCK_RUNS = Condition.field(
            "clock",
            "clock_not_running",
            "penalty.60",
            "该时限没有在计算、已经中止、已经超期，或者依法不能中止；可以中止的只有办案期限和查封扣押期限",
            (c, s, scene) -> c.clocks().stream().anyMatch(k -> k.clock().equals(s.clock()) && mayStandStill(k, scene)));

    static final Condition<Case, ResumeClock> CLOCK_IS_SUSPENDED = Condition.field(
            "clock", "clock_not_suspended", "penalty.60", "该时限没有中止，不需要恢复", (c, s, scene) -> c.clocks().stream()
                    .anyMatch(k -> k.clock().equals(s.clock()) && k.suspended()));

    static final Condition<Case, Action> SOME_CLOCK_RUNS =
            Condition.pointless("no_clock", "penalty.60", "没有正在计算的时限", (c, scene) -> c.clocks().stream()
                    .anyMatch(k -> k.runs() && !k.suspended()));

    static final Condition<Case, Action> SOME_CLOCK_IS_SUSPENDED =
            Condition.pointless("no_suspended_clock", "penalty.60", "没有中止的时限", (c, scene) -> c.clocks().stream()
                    .anyMatch(k -> k.suspended()));

    private static final Set<String> SUSPENDABLE =
            Set.of("penalty.decide", CaseMeasures.SEIZURE, CaseMeasures.EXTENSION);

    private CaseConditions() {}

    /** 检测、检验、检疫、鉴定等期间不计入办案和查封扣押期限; the hours and days of 国务院令310号 know no such stop, and what is past cannot be held. */
    private static boolean mayStandStill(RunningClock clock, Scene scene) {
        return SUSPENDABLE.contains(clock.clock()) && runsInTime(clock, scene);
    }

    private static boolean runsInTime(RunningClock clock, Scene scene) {
        var due = clock.dueAt();
        return clock.runs() && !clock.suspended() && due != null && !due.isBefore(scene.now());
    }

    private static Condition<Case, Action> unsigned(String why) {
        return Condition.matter(
                "measures_unsigned", "coercion.18", "还有查封扣押或者先行登记保存没有签批：" + why, (c, scene) -> !c.state()
                        .holding()
                        .toSign(c.owner()));
    }

    private static Condition<Case, Action> toSign(Taking.Kind kind, String code, String law, String sentence) {
        return Condition.pointless(code, law, sentence, (c, scene) -> c.state()
                .holding()
                .toSign(kind, c.owner())
                .isPresent());
    }

    private static boolean fines(Action action) {
        return action instanceof DecidePenalty d && d.kind() == Sanction.FINE
                || action instanceof PenaltyDecided p && p.kind() == Sanction.FINE;
    }

    private static Optional<Instant> conduct(Matter<Case> c) {
        return Optional.ofNullable(c.state().facts().conductDate())
                .map(day -> day.atStartOfDay(ZONE).toInstant());
    }
}
