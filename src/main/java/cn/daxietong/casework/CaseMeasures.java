package cn.daxietong.casework;

import static cn.daxietong.casework.CaseStatus.CLOSED;
import static cn.daxietong.casework.CaseStatus.CRIMINAL_INVESTIGATION;
import static cn.daxietong.casework.CaseStatus.FILED;
import static cn.daxietong.casework.CaseStatus.PENALTY_DECIDED;
import static cn.daxietong.casework.CaseStatus.REGISTERED;
import static cn.daxietong.casework.CaseStatus.TRANSFERRING;
import static cn.daxietong.casework.CaseStatus.TRANSFER_PROPOSED;

import cn.daxietong.casework.CaseAction.ApprovePreservation;
import cn.daxietong.casework.CaseAction.ApproveSeizure;
import cn.daxietong.casework.CaseAction.ApproveUrgentSeizure;
import cn.daxietong.casework.CaseAction.ExtendSeizure;
import cn.daxietong.casework.CaseAction.PreserveEvidence;
import cn.daxietong.casework.CaseAction.RefuseMeasure;
import cn.daxietong.casework.CaseAction.ReleaseItems;
import cn.daxietong.casework.CaseAction.ResumeClock;
import cn.daxietong.casework.CaseAction.Seize;
import cn.daxietong.casework.CaseAction.SuspendClock;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Step;
import cn.daxietong.matter.Who;
import cn.daxietong.shared.UnitId;
import cn.daxietong.transfer.Exhibit.Measure;
import cn.daxietong.transfer.TransferSignal.CustodyPassed;
import cn.daxietong.transfer.TransferSignal.ItemsDisposed;
import cn.daxietong.transfer.TransferSignal.ItemsReleased;
import java.util.Arrays;
import java.util.Optional;

/** The rows of a case about what is held: 行政处罚法 第五十六条, 行政强制法 第十八条 to 第二十八条, 海关行政处罚实施条例 第四十条. */
final class CaseMeasures {
    static final String SEIZURE = "seizure.limit";
    static final String EXTENSION = "seizure.extend";
    static final String DETENTION = "customs.detain";
    static final String LONGER_DETENTION = "customs.detain.extend";
    static final String REPORT = "seizure.urgent.report";
    private static final String PRESERVATION = "penalty.preserve";
    private static final String[] OF_SEIZURE = {SEIZURE, EXTENSION, DETENTION, LONGER_DETENTION};
    static final String[] ALL = {SEIZURE, EXTENSION, DETENTION, LONGER_DETENTION, REPORT, PRESERVATION};

    private CaseMeasures() {}

    static Step<Case, ?> rows(Step<Case, ?> before) {
        // spotless:off
        return before
                .from(REGISTERED, FILED)
                .on(PreserveEvidence.class).by(Who.owner()).law("penalty.56")
                    .requires(CaseConditions.PRESERVED_AFTER_CONDUCT)
                    .then((c, p, scene) -> c.with(c.holding().preserved(p, scene)))
                    .issues(TakingDocuments.PRESERVATION.decision)
                    .issues(TakingDocuments.PRESERVATION.list)
                    .tellsWhen(c -> toSign(c, Taking.Kind.PRESERVATION), Who.<Case>owner().head(), "先行登记保存待签批")
                    .startsAt(PRESERVATION, Who.owner(), "先行登记保存", (c, p) -> !c.runs(PRESERVATION), (p, scene) -> p.preservedAt())
                    .startsAt(CaseProcedure.AFTER_ACTING, Who.owner(), "立案前先行调查", (c, p) -> CaseProcedure.tobaccoActsFirst(c), (p, scene) -> p.preservedAt())
                    .opensEach("exhibit", "case", (c, p, scene) -> CaseExhibits.openings(c, p.items(), p.preservedAt()))
                .on(Seize.class).by(Who.owner()).law("coercion.18", "coercion.23", "coercion.24", "coercion.25", "customs_penalty.40")
                    .requires(CaseConditions.SEIZED_AFTER_CONDUCT)
                    .then((c, s, scene) -> c.with(c.holding().seized(s, scene)))
                    .issues(TakingDocuments.SEIZURE.decision)
                    .issues(TakingDocuments.SEIZURE.list)
                    .tellsWhen(c -> toSign(c, Taking.Kind.SEIZURE), Who.<Case>owner().head(), "查封扣押待签批")
                    .startsAt(SEIZURE, Who.owner(), "查封扣押", (c, s) -> !byCustoms(c) && !c.runs(SEIZURE), (s, scene) -> s.seizedAt())
                    .startsAt(DETENTION, Who.owner(), "海关扣留", (c, s) -> byCustoms(c) && !c.runs(DETENTION), (s, scene) -> s.seizedAt())
                    .startsAt(REPORT, Who.owner(), "当场实施强制措施",
                            (c, s) -> Boolean.TRUE.equals(s.urgent()) && !c.runs(REPORT), (s, scene) -> s.seizedAt())
                    .startsAt(CaseProcedure.AFTER_ACTING, Who.owner(), "立案前先行调查", (c, s) -> CaseProcedure.tobaccoActsFirst(c), (s, scene) -> s.seizedAt())
                    .opensEach("exhibit", "case", (c, s, scene) -> CaseExhibits.openings(c, s.items(), s.seizedAt()))

                .from(REGISTERED, FILED, TRANSFER_PROPOSED, TRANSFERRING, CRIMINAL_INVESTIGATION, PENALTY_DECIDED)
                .on(ApproveUrgentSeizure.class).by(Who.<Case>owner().head()).law("coercion.19")
                    .duty("补办当场查封扣押的批准手续", c -> toSign(c, Taking.Kind.URGENT_SEIZURE))
                    .requires(CaseConditions.URGENT_SEIZURE_TO_APPROVE)
                    .then((c, a, scene) -> c.with(c.holding().approved(Taking.Kind.URGENT_SEIZURE, scene)))
                    .reissues(TakingDocuments.SEIZURE.decision, TakingDocuments.SEIZURE::decidedLast)
                    .stopsWhen(c -> !toSign(c, Taking.Kind.URGENT_SEIZURE), REPORT)
                .on(ApproveSeizure.class).by(Who.<Case>owner().head()).law("coercion.18")
                    .duty("签批查封扣押", c -> toSign(c, Taking.Kind.SEIZURE))
                    .requires(CaseConditions.SEIZURE_TO_SIGN)
                    .then((c, a, scene) -> c.with(c.holding().approved(Taking.Kind.SEIZURE, scene)))
                    .reissues(TakingDocuments.SEIZURE.decision, TakingDocuments.SEIZURE::decidedLast)
                .on(ApprovePreservation.class).by(Who.<Case>owner().head()).law("penalty.56")
                    .duty("签批先行登记保存", c -> toSign(c, Taking.Kind.PRESERVATION))
                    .requires(CaseConditions.PRESERVATION_TO_SIGN)
                    .then((c, a, scene) -> c.with(c.holding().approved(Taking.Kind.PRESERVATION, scene)))
                    .reissues(TakingDocuments.PRESERVATION.decision, TakingDocuments.PRESERVATION::decidedLast)
                .on(RefuseMeasure.class).by(Who.<Case>owner().head()).law("coercion.18", "coercion.19", "coercion.28", "penalty.56")
                    .requires(CaseConditions.SOMETHING_TO_SIGN, CaseConditions.THIS_WAITS)
                    .then((c, r, scene) -> c.with(c.holding().refused(r.measure(), r.reason(), scene)))
                    .reissues(TakingDocuments.SEIZURE.decision, TakingDocuments.SEIZURE::refusedLast)
                    .reissues(TakingDocuments.PRESERVATION.decision, TakingDocuments.PRESERVATION::refusedLast)
                    .signals("transfer", (c, r, scene) -> new ItemsReleased(c.state().refusedItems()))
                    .signalsEach("exhibit", (c, r, scene) -> new ItemsReleased(c.state().refusedItems()))
                    .stopsWhen(c -> !c.state().holds(Measure.SEIZED), OF_SEIZURE)
                    .stopsWhen(c -> !c.state().holds(Measure.PRESERVED), PRESERVATION)
                    .stopsWhen(c -> !toSign(c, Taking.Kind.URGENT_SEIZURE), REPORT)
                    .tells(Who.owner(), "负责人不批准所采取的措施，请立即返还物品")
                .on(ExtendSeizure.class).by(Who.<Case>owner().head()).law("coercion.25", "customs_penalty.40")
                    .requires(CaseConditions.SEIZED_AND_NOT_EXTENDED)
                    .then((c, e) -> c.with(c.holding().extended()))
                    .starts(EXTENSION, Who.owner(), "批准延长查封扣押", (c, e) -> c.runs(SEIZURE))
                    .starts(LONGER_DETENTION, Who.owner(), "批准延长扣留", (c, e) -> c.runs(DETENTION))
                    .stops(SEIZURE, DETENTION)
                .on(ReleaseItems.class).by(Who.owner()).law("coercion.28", "penalty.56")
                    .yieldsTo()
                    .duty("处理查封扣押、先行登记保存的物品", c -> c.runs(PRESERVATION) || Arrays.stream(OF_SEIZURE).anyMatch(c::runs))
                    .requires(CaseConditions.SOMETHING_IS_HELD, CaseConditions.ITEMS_ARE_HELD)
                    .then((c, r) -> c.released(r.items()))
                    .signals("transfer", (c, r, scene) -> new ItemsReleased(r.items()))
                    .signalsEach("exhibit", (c, r, scene) -> new ItemsReleased(r.items()))
                    .stopsWhen(c -> !c.state().holds(Measure.SEIZED), OF_SEIZURE)
                    .stopsWhen(c -> !c.state().holds(Measure.PRESERVED), PRESERVATION)
                .on(SuspendClock.class).by(Who.owner()).law("penalty.60", "coercion.25")
                    .requires(CaseConditions.SOME_CLOCK_RUNS, CaseConditions.CLOCK_RUNS)
                    .suspends(SuspendClock::clock, SuspendClock::ground, s -> Optional.ofNullable(s.document()))
                .on(ResumeClock.class).by(Who.owner()).law("penalty.60")
                    .requires(CaseConditions.SOME_CLOCK_IS_SUSPENDED, CaseConditions.CLOCK_IS_SUSPENDED)
                    .resumes(ResumeClock::clock)

                .from(REGISTERED, FILED, TRANSFER_PROPOSED, TRANSFERRING, CRIMINAL_INVESTIGATION, PENALTY_DECIDED, CLOSED)
                .on(CustodyPassed.class).consequence().law("310.12")
                    .then((c, p) -> c.inCustody(p.items(), p.custodian()))
                    .stopsWhen(CaseMeasures::handedToCriminalInvestigation, ALL)
                    .signalsEach("transfer", (c, p, scene) -> p)
                    .signalsEach("exhibit", (c, p, scene) -> p)
                .on(ItemsDisposed.class).consequence().law("coercion.27")
                    .then((c, d) -> c.disposed(d.items()))
                    .stopsWhen(c -> !c.state().holds(Measure.SEIZED), OF_SEIZURE)
                    .stopsWhen(c -> !c.state().holds(Measure.PRESERVED), PRESERVATION)
                    .signalsEach("transfer", (c, d, scene) -> d);
        // spotless:on
    }

    /** What the criminal investigation holds itself is under no administrative measure any more (国务院令310号 第十二条). */
    static boolean handedToCriminalInvestigation(Matter<Case> matter) {
        return matter.status().equals(CRIMINAL_INVESTIGATION.code())
                && matter.state().items().stream()
                        .allMatch(e -> !e.held() || e.custodian().equals(matter.owner()));
    }

    private static boolean toSign(Matter<Case> matter, Taking.Kind kind) {
        return matter.state().holding().toSign(kind, matter.owner()).isPresent();
    }

    /** The customs detain for a year, not for thirty days (海关行政处罚实施条例 第四十条). */
    private static boolean byCustoms(Matter<Case> matter) {
        return matter.owner().equals(UnitId.CUSTOMS);
    }
}
