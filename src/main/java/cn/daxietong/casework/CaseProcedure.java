package cn.daxietong.casework;

import static cn.daxietong.casework.CaseStatus.CLOSED;
import static cn.daxietong.casework.CaseStatus.CRIMINAL_INVESTIGATION;
import static cn.daxietong.casework.CaseStatus.FILED;
import static cn.daxietong.casework.CaseStatus.PENALTY_DECIDED;
import static cn.daxietong.casework.CaseStatus.REGISTERED;
import static cn.daxietong.casework.CaseStatus.TRANSFERRING;
import static cn.daxietong.casework.CaseStatus.TRANSFER_PROPOSED;

import cn.daxietong.casework.Case.PenaltyProcedure;
import cn.daxietong.casework.CaseAction.ApproveTransfer;
import cn.daxietong.casework.CaseAction.Close;
import cn.daxietong.casework.CaseAction.CountersignFiling;
import cn.daxietong.casework.CaseAction.DecidePenalty;
import cn.daxietong.casework.CaseAction.File;
import cn.daxietong.casework.CaseAction.FileCriminalCase;
import cn.daxietong.casework.CaseAction.Open;
import cn.daxietong.casework.CaseAction.ProposeTransfer;
import cn.daxietong.casework.CaseAction.RecordFacts;
import cn.daxietong.casework.CaseAction.RejectTransfer;
import cn.daxietong.casework.CaseAction.ServeDecision;
import cn.daxietong.casework.CaseAction.Urge;
import cn.daxietong.casework.PenaltySignal.PenaltyBegun;
import cn.daxietong.casework.PenaltySignal.PenaltyDecided;
import cn.daxietong.casework.PenaltySignal.PenaltyDropped;
import cn.daxietong.casework.PenaltySignal.PenaltyExecuted;
import cn.daxietong.casework.PenaltySignal.PenaltyRevoked;
import cn.daxietong.casework.PenaltySignal.PenaltyServed;
import cn.daxietong.casework.Referral.TransferState;
import cn.daxietong.exhibit.CaseHandedOver;
import cn.daxietong.law.Facts;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.OfficerChanged;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.matter.Subject;
import cn.daxietong.matter.Who;
import cn.daxietong.shared.UnitId;
import cn.daxietong.transfer.TransferOpening;
import cn.daxietong.transfer.TransferSignal.CaseEnded;
import cn.daxietong.transfer.TransferSignal.CaseFiledCriminally;
import cn.daxietong.transfer.TransferSignal.CaseReceived;
import cn.daxietong.transfer.TransferSignal.CaseTransferredAnew;
import cn.daxietong.transfer.TransferSignal.FilingRefused;
import cn.daxietong.transfer.TransferSignal.RefusalContested;
import cn.daxietong.transfer.TransferSignal.TransferEnded;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The life of a case: 行政处罚法, 行政强制法 and 国务院令310号 第三条 to 第五条, 第十条 to 第十二条. */
final class CaseProcedure {
    private static final String UNSIGNED = "案件的立案还没有签批，处罚程序已经在进行，请尽快签批立案";
    static final String AFTER_ACTING = "tobacco.file.after.acting";

    private final Function<Facts, Assessment> law;

    /** @param law applies the tables to facts */
    CaseProcedure(Function<Facts, Assessment> law) {
        this.law = law;
    }

    Procedure<Case> table() {
        // spotless:off
        var known = Procedure.of(Case.class, CaseStatus.class)
                .opening(Open.class).by(Who.anyUnit()).law("penalty.54").to(REGISTERED)
                    .mentions("lead", Open::lead, "lead")
                    .requires(CaseConditions.AN_INVESTIGATING_UNIT)
                    .then((none, open, scene) -> opened(open.title(), open.subjects(), open.facts(), open.summary()))
                    .starts("tobacco.file", Who.owner(), "发现违法线索，登记案件", (c, open) -> c.owner().equals(UnitId.TOBACCO))
                    .admits(Who.office(), "office", "指挥部办公室掌握全县案件（方案二）")
                    .admitsWhen(CaseProcedure::reached, procuratorate(), "overseer", "应移送案件的监督（方案四（五））")
                .opening(CaseOpening.class).consequence().law("penalty.54").to(REGISTERED)
                    .then((none, open, scene) -> opened(open))
                    .admits(Who.office(), "office", "指挥部办公室掌握全县案件（方案二）")
                    .admitsWhen(CaseProcedure::reached, procuratorate(), "overseer", "应移送案件的监督（方案四（五））")

                .from(REGISTERED)
                .on(File.class).by(Who.owner()).law("penalty.54").to(FILED)
                    .duty("立案")
                    .then((c, f, scene) -> c.filedBy(Signed.by(scene)))
                    .issues(CaseDocuments.FILING)
                    .stops("tobacco.file", AFTER_ACTING)
                    .starts("penalty.decide", Who.owner(), "行政处罚案件立案")
                    .admits(justice(), "overseer", "行政执法监督（行政执法监督条例第六条）")

                .from(FILED, TRANSFER_PROPOSED, TRANSFERRING, PENALTY_DECIDED)
                .on(CountersignFiling.class).by(Who.<Case>owner().head()).law("penalty.54", "tobacco_procedure.35")
                    .duty("签批立案", c -> c.state().awaitsSignature())
                    .requires(CaseConditions.FILING_TO_SIGN)
                    .then((c, s, scene) -> c.filingApproved(scene))
                    .reissues(CaseDocuments.FILING)

                .from(REGISTERED, FILED)
                .on(RecordFacts.class).by(Who.owner()).law("penalty.54")
                    .then((c, r, scene) -> c.knowing(r.facts(), law.apply(r.facts())))
                    .admitsWhen(CaseProcedure::reached, procuratorate(), "overseer", "应移送案件的监督（方案四（五））");
        return CaseMeasures.rows(known)
                .from(REGISTERED, FILED, TRANSFER_PROPOSED, TRANSFERRING, CRIMINAL_INVESTIGATION, PENALTY_DECIDED)
                .on(Urge.class).by(Who.office()).law("notice.2")
                    .tells(Who.owner(), "催办：请尽快办理案件")

                .from(REGISTERED, FILED)
                .on(ProposeTransfer.class).by(Who.owner()).law("310.3", "310.5").to(TRANSFER_PROPOSED)
                    .duty("提出移送", c -> reached(c) && c.state().mustTransferFirst())
                    .requires(CaseConditions.TWO_OFFICERS, CaseConditions.OWN_OFFICERS,
                            CaseConditions.ANOTHER_INVESTIGATING_UNIT)
                    .then((c, p, scene) -> c.proposing(p, scene.now()))
                    .starts("transfer.approve", Who.owner(), "专案组移送书面报告送达负责人")
                    .tells(Who.<Case>owner().head(), "移送报告待审批，三日内决定")

                .from(REGISTERED, FILED)
                .on(FileCriminalCase.class).by(Who.owner()).law("customs.5", "310.8").to(CRIMINAL_INVESTIGATION)
                    .requires(CaseConditions.OWNER_INVESTIGATES_CRIMES)
                    .then((c, f) -> c.filedCriminally(f.number()))
                    .cancels("penalty.decide", "tobacco.file", AFTER_ACTING)
                    .stopsWhen(CaseMeasures::handedToCriminalInvestigation, CaseMeasures.ALL)
                    .admits(procuratorate(), "overseer", "立案监督（方案四（五））")

                .from(TRANSFER_PROPOSED)
                .on(ApproveTransfer.class).by(Who.<Case>owner().head()).law("310.5").to(TRANSFERRING)
                    .duty("审批移送")
                    .warns(CaseConditions.SIGN_BEFORE_IT_LEAVES)
                    .then((c, a) -> c.transferring())
                    .stops("transfer.approve")
                    .signals("transfer", (c, a, scene) -> new CaseTransferredAnew())
                    .opens("transfer", "case", (c, a, scene) -> opening(c, scene))
                .on(RejectTransfer.class).by(Who.<Case>owner().head()).law("310.5").to(CaseProcedure::whereItStood, FILED, REGISTERED)
                    .then((c, r) -> c.rejected(r.reason()))
                    .stops("transfer.approve")
                    .issues(CaseDocuments.REFUSAL)
                    .starts("penalty.decide", Who.owner(), "行政处罚案件立案", (c, r) -> c.state().filing().filed() && !c.runs("penalty.decide"))
                    .tells(Who.owner(), "负责人不批准移送，理由已记录在案")
                .on(OfficerChanged.class).consequence().law("310.5", "penalty.43")
                    .heeding((c, o) -> c.state().referral().loses(o))
                    .requires(CaseConditions.TWO_OFFICERS_REMAIN)
                    .then((c, o) -> c.with(c.referral().regrouped(o)))

                .from(TRANSFERRING)
                .on(CaseReceived.class).consequence().law("notice.3.3", "penalty.27").to(REGISTERED)
                    .then((c, r) -> c.takenOver())
                    .cancels("penalty.decide", "tobacco.file", AFTER_ACTING, "transfer.approve", CaseMeasures.REPORT)
                    .handsTo((c, r) -> r.receiver(), "签收移送（方案三（三））")
                    .dismisses("overseer")
                    .admitsWhen(CaseProcedure::reached, procuratorate(), "overseer", "应移送案件的监督（方案四（五））")
                    .renumbers()
                    .starts("tobacco.file", Who.owner(), "收到移送", (c, r) -> c.owner().equals(UnitId.TOBACCO))
                    .signalsEach("exhibit", (c, r, scene) -> new CaseHandedOver(c.owner(), c.number()))
                .on(FilingRefused.class).consequence().law("310.10").to(CaseProcedure::whereItStood, FILED, REGISTERED)
                    .then((c, r) -> c.answered(TransferState.REFUSED))
                    .starts("penalty.decide", Who.owner(), "行政处罚案件立案", (c, r) -> c.state().filing().filed() && !c.runs("penalty.decide"))
                .on(TransferEnded.class).consequence().law("310.10").to(CaseProcedure::whereItStood, FILED, REGISTERED)
                    .then((c, r) -> c.answered(TransferState.NONE))
                    .starts("penalty.decide", Who.owner(), "行政处罚案件立案", (c, r) -> c.state().filing().filed() && !c.runs("penalty.decide"))

                .from(REGISTERED, FILED, TRANSFER_PROPOSED)
                .on(RefusalContested.class).consequence().law("310.11").to(TRANSFERRING)
                    .then((c, r) -> c.answered(TransferState.UNDERWAY))
                    .cancels("transfer.approve")
                .from(PENALTY_DECIDED)
                .on(RefusalContested.class).consequence().law("310.11")
                    .then((c, r) -> c.answered(TransferState.UNDERWAY))
                .on(FilingRefused.class).consequence().law("310.10")
                    .then((c, r) -> c.answered(TransferState.REFUSED))

                .from(REGISTERED, FILED, TRANSFER_PROPOSED, TRANSFERRING, PENALTY_DECIDED)
                .on(CaseFiledCriminally.class).consequence().law("310.8", "310.12").to(CRIMINAL_INVESTIGATION)
                    .then((c, f) -> c.filedCriminally(f.filingNumber()))
                    .cancels("penalty.decide", "penalty.serve", "tobacco.file", AFTER_ACTING, "transfer.approve", CaseMeasures.REPORT)
                    .handsTo((c, f) -> f.receiver(), "立案侦查（国务院令310号第八条）")
                    .admits(procuratorate(), "overseer", "立案监督（方案四（五））")
                    .renumbers()
                    .signalsEach("exhibit", (c, f, scene) -> new CaseHandedOver(c.owner(), c.number()))

                .from(FILED)
                .on(PenaltyBegun.class).consequence().law("penalty.57")
                    .requires(CaseConditions.NO_PROCEDURE_OF_ITS_OWN)
                    .then((c, b) -> c.procedure(PenaltyProcedure.UNDERWAY))
                    .tellsWhen(CaseProcedure::unsigned, Who.<Case>owner().head(), UNSIGNED)

                .from(CRIMINAL_INVESTIGATION, CLOSED)
                .on(ReturnedForPenalty.class).consequence().law("criminal_procedure.177")
                    .then((c, r) -> c.answered(TransferState.NOT_PROSECUTED))
                .on(ReturnWithdrawn.class).consequence().law("criminal_procedure.177")
                    .heeding((c, r) -> c.state().returnedForPenalty())
                    .then((c, r) -> c.answered(TransferState.TAKEN_OVER))

                .from(FILED, TRANSFERRING)
                .on(PenaltyDecided.class).consequence().law("penalty.57", "310.11").to(PENALTY_DECIDED)
                    .requires(CaseConditions.TRANSFER_ANSWERED, CaseConditions.NO_SECOND_FINE, CaseConditions.FILING_SIGNED)
                    .then((c, d, scene) -> c.penalised(d, scene.now()))
                    .stops("penalty.decide")
                .on(DecidePenalty.class).by(Who.owner()).law("penalty.57", "310.11").to(PENALTY_DECIDED)
                    .yieldsTo("penalty")
                    .duty("作出处理决定", c -> !c.state().mustTransferFirst() && c.status().equals(FILED.code()))
                    .requires(CaseConditions.TRANSFER_ANSWERED, CaseConditions.NO_PROCEDURE_OF_ITS_OWN,
                            CaseConditions.NO_SECOND_FINE, CaseConditions.A_FINE_HAS_AN_AMOUNT, CaseConditions.NO_RIGHT_TO_A_HEARING)
                    .warns(CaseConditions.FILING_SIGNED)
                    .then((c, d, scene) -> c.penalised(d, scene.now()))
                    .stops("penalty.decide")
                    .tellsWhen(CaseProcedure::unsigned, Who.<Case>owner().head(), UNSIGNED)
                    .starts("penalty.serve", Who.owner(), "作出处罚决定")

                .from(PENALTY_DECIDED)
                .on(ServeDecision.class).by(Who.owner()).law("penalty.61")
                    .duty("送达处罚决定书", c -> c.runs("penalty.serve"))
                    .requires(CaseConditions.NO_PROCEDURE_OF_ITS_OWN, CaseConditions.SERVED_AFTER_DECISION)
                    .then((c, s) -> c.served(s.servedAt()))
                    .stops("penalty.serve")

                .on(PenaltyServed.class).consequence().law("penalty.61")
                    .then((c, s) -> c.served(s.at()))
                .on(PenaltyExecuted.class).consequence().law("penalty.67")
                    .then((c, e) -> c.procedure(PenaltyProcedure.EXECUTED))
                .on(PenaltyRevoked.class).consequence().law("penalty.48").to(FILED)
                    .then((c, r) -> c.penaltyRevoked())

                .from(REGISTERED, FILED, TRANSFER_PROPOSED, TRANSFERRING)
                .on(PenaltyDropped.class).consequence().law("penalty.57")
                    .then((c, d) -> c.procedure(null))

                .from(CRIMINAL_INVESTIGATION)
                .on(Close.class).by(Who.owner()).law("notice.4.8", "criminal_procedure.177").to(CLOSED)
                    .duty("侦查终结后结案")
                    .requires(CaseConditions.TRANSFER_ANSWERED, CaseConditions.CRIMINAL_OUTCOME_FITS, CaseConditions.NOTHING_HELD_WITHOUT_GROUND)
                    .warns(CaseConditions.SIGN_BEFORE_IT_ENDS)
                    .then(Case::closed)
                    .signals("transfer", (c, close, scene) -> ended(close))
                    .signalsEach("exhibit", (c, close, scene) -> ended(close))
                    .tellsWhen(c -> c.state().holding().toSign(c.owner()), Who.<Case>owner().head(), "案件已结案，还有措施没有签批")
                    .tells(Who.office(), "案件已结案")

                .from(REGISTERED, FILED, PENALTY_DECIDED)
                .on(Close.class).by(Who.owner()).law("penalty.57").to(CLOSED)
                    .duty("执行完毕后结案", c -> c.status().equals(PENALTY_DECIDED.code()) && !c.runs("penalty.serve"))
                    .requires(CaseConditions.TRANSFER_ANSWERED, CaseConditions.PENALTY_EXECUTED,
                            CaseConditions.OUTCOME_FITS, CaseConditions.NOTHING_HELD_WITHOUT_GROUND)
                    .warns(CaseConditions.SIGN_BEFORE_IT_ENDS, CaseConditions.DECISION_SERVED)
                    .then(Case::closed)
                    .signals("transfer", (c, close, scene) -> ended(close))
                    .signalsEach("exhibit", (c, close, scene) -> ended(close))
                    .tellsWhen(c -> c.state().holding().toSign(c.owner()), Who.<Case>owner().head(), "案件已结案，还有措施没有签批")
                    .tells(Who.office(), "案件已结案")
                .build();
        // spotless:on
    }

    private static CaseEnded ended(Close close) {
        return new CaseEnded(Fields.titleOf(close.outcome()), close.note());
    }

    private Case opened(CaseOpening open) {
        var c = opened(open.title(), open.subjects(), open.facts(), open.summary());
        var answered = open.notProsecuted() ? c.answered(TransferState.NOT_PROSECUTED) : c;
        return open.finedBefore() ? answered.finedBefore() : answered;
    }

    private Case opened(String title, List<Subject> subjects, Facts facts, String summary) {
        return Case.opened(title, subjects, facts, summary, law.apply(facts));
    }

    /** To the police as a suspected crime; to another administrative organ by competence. */
    private static TransferOpening opening(Matter<Case> matter, Scene scene) {
        var c = matter.state();
        var proposal = Optional.ofNullable(c.referral().proposal()).orElseThrow();
        var criminal = scene.directory().isOfKind(proposal.targetUnit(), "police");
        var commodity = c.facts().commodity();
        return new TransferOpening(
                c.substance().title(),
                matter.number(),
                matter.owner(),
                proposal.targetUnit(),
                criminal,
                criminal && c.assessment().waitsForInspection(),
                proposal.officers(),
                proposal.report(),
                proposal.deviationReason(),
                c.substance().summary(),
                commodity == null ? null : commodity.code(),
                c.assessment().grounds(),
                c.assessment().jurisdiction(),
                c.items().stream().filter(e -> e.held()).toList());
    }

    private static CaseStatus whereItStood(Case c) {
        return c.filing().filed() ? FILED : REGISTERED;
    }

    /** 对正在发生的违法行为先行调查的，七日内补办立案 (烟草专卖行政处罚程序规定 第三十五条): a measure before filing is such an act. */
    static boolean tobaccoActsFirst(Matter<Case> matter) {
        return matter.owner().equals(UnitId.TOBACCO) && !matter.state().filing().filed() && !matter.runs(AFTER_ACTING);
    }

    private static boolean unsigned(Matter<Case> matter) {
        return matter.state().awaitsSignature();
    }

    private static boolean reached(Matter<Case> matter) {
        return matter.state().assessment().reached();
    }

    private static Who<Case> procuratorate() {
        return Who.unit("县检察院", UnitId.PROCURATORATE);
    }

    private static Who<Case> justice() {
        return Who.unit("县司法局", UnitId.JUSTICE);
    }
}
