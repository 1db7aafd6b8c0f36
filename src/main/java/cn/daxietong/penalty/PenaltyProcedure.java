package cn.daxietong.penalty;

import static cn.daxietong.penalty.PenaltyStatus.COURT;
import static cn.daxietong.penalty.PenaltyStatus.DECIDED;
import static cn.daxietong.penalty.PenaltyStatus.DELIBERATING;
import static cn.daxietong.penalty.PenaltyStatus.DRAFTED;
import static cn.daxietong.penalty.PenaltyStatus.EXECUTED;
import static cn.daxietong.penalty.PenaltyStatus.HEARING;
import static cn.daxietong.penalty.PenaltyStatus.NOTIFIED;
import static cn.daxietong.penalty.PenaltyStatus.NOT_PENALISED;
import static cn.daxietong.penalty.PenaltyStatus.OVERTAKEN;
import static cn.daxietong.penalty.PenaltyStatus.REVOKED;
import static cn.daxietong.penalty.PenaltyStatus.SERVED;
import static cn.daxietong.penalty.PenaltyStatus.URGED;
import static cn.daxietong.penalty.PenaltyStatus.WITHDRAWN;

import cn.daxietong.casework.PenaltySignal.PenaltyBegun;
import cn.daxietong.casework.PenaltySignal.PenaltyDropped;
import cn.daxietong.casework.PenaltySignal.PenaltyExecuted;
import cn.daxietong.casework.PenaltySignal.PenaltyRevoked;
import cn.daxietong.casework.PenaltySignal.PenaltyServed;
import cn.daxietong.law.Clocks;
import cn.daxietong.matter.Followed;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.OfficerChanged;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Step;
import cn.daxietong.matter.Who;
import cn.daxietong.penalty.Execution.Postponement;
import cn.daxietong.penalty.ExecutionAction.ApplyToCourt;
import cn.daxietong.penalty.ExecutionAction.Channel;
import cn.daxietong.penalty.ExecutionAction.Contest;
import cn.daxietong.penalty.ExecutionAction.DrawUpAccount;
import cn.daxietong.penalty.ExecutionAction.EndContest;
import cn.daxietong.penalty.ExecutionAction.Finish;
import cn.daxietong.penalty.ExecutionAction.HandInCash;
import cn.daxietong.penalty.ExecutionAction.Postpone;
import cn.daxietong.penalty.ExecutionAction.RecordPayment;
import cn.daxietong.penalty.ExecutionAction.RecordRevocation;
import cn.daxietong.penalty.ExecutionAction.Remedy;
import cn.daxietong.penalty.ExecutionAction.Serve;
import cn.daxietong.penalty.ExecutionAction.Urge;
import cn.daxietong.penalty.PenaltyAction.Conclude;
import cn.daxietong.penalty.PenaltyAction.ConfirmNotified;
import cn.daxietong.penalty.PenaltyAction.Decide;
import cn.daxietong.penalty.PenaltyAction.Deliberate;
import cn.daxietong.penalty.PenaltyAction.Discuss;
import cn.daxietong.penalty.PenaltyAction.HearStatement;
import cn.daxietong.penalty.PenaltyAction.HoldHearing;
import cn.daxietong.penalty.PenaltyAction.IssueNotice;
import cn.daxietong.penalty.PenaltyAction.LegalReview;
import cn.daxietong.penalty.PenaltyAction.NotPenalise;
import cn.daxietong.penalty.PenaltyAction.RequestHearing;
import cn.daxietong.penalty.PenaltyAction.Revise;
import cn.daxietong.penalty.PenaltyAction.ScheduleHearing;
import cn.daxietong.penalty.PenaltyAction.Withdraw;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The life of a penalty: 行政处罚法 第四十二条 to 第七十三条 row by row; it knows its case, which knows it only by signals. */
final class PenaltyProcedure {
    private static final String HEARING_REQUEST = PenaltyConditions.HEARING_REQUEST;
    private static final String HEARING_NOTICE = PenaltyConditions.HEARING_NOTICE;
    private static final String PAY = ExecutionConditions.PAY;
    private static final String POSTPONED = "penalty.postponed";
    private static final String CASH = ExecutionConditions.CASH;
    private static final String RECONSIDER = ExecutionConditions.RECONSIDER;
    private static final String SUE = ExecutionConditions.SUE;
    private static final String SUE_AFTER_REVIEW = ExecutionConditions.SUE_AFTER_REVIEW;

    /** The steps of a case that change whether it must be transferred first. */
    private static final Set<String> TRANSFER_NEWS = Set.of(
            "record_facts",
            "approve_transfer",
            "reject_transfer",
            "filing_refused",
            "transfer_ended",
            "refusal_contested");

    private final Clocks clocks;

    /** @param clocks count the days between the notice of a hearing and the hearing */
    PenaltyProcedure(Clocks clocks) {
        this.clocks = clocks;
    }

    Procedure<Penalty> table() {
        // spotless:off
        var rows = Procedure.of(Penalty.class, PenaltyStatus.class)
                .opening(Conclude.class).by(Who.anyUnit()).law("penalty.57", "penalty.42").to(DRAFTED)
                    .about("about", Conclude::about, "case")
                    .requires(PenaltyConditions.AN_ENFORCEMENT_ORGAN, PenaltyConditions.A_CASE_TO_DECIDE, PenaltyConditions.A_FILED_CASE_OF_ONES_OWN, PenaltyConditions.TWO_OFFICERS, PenaltyConditions.OWN_OFFICERS,
                            PenaltyConditions.A_SANCTION, PenaltyConditions.FINE_AS_PROPOSED, PenaltyConditions.NOT_FINED_YET)
                    .warns(PenaltyConditions.FILING_SIGNED)
                    .then((none, c, scene) -> Penalty.concluded(c, scene.about().orElseThrow()))
                    .demands("case", (p, c, scene) -> new PenaltyBegun())
                    .admits(Who.office(), "office", "指挥部办公室掌握全县案件（方案二）")
                    .admits(justice(), "overseer", "行政执法监督（行政执法监督条例第六条）")
                    .admitsWhen(p -> p.state().ground().transferFirst(), procuratorate(), "overseer", "应移送案件的监督（方案四（五））")

                .from(DRAFTED)
                .on(IssueNotice.class).by(Who.owner()).law("penalty.44", "penalty.62").to(NOTIFIED)
                    .duty("告知当事人", p -> p.state().proposal().noPenalty() == null)
                    .requires(PenaltyConditions.A_PENALTY_IS_PROPOSED, PenaltyConditions.NO_RECUSAL_OPEN)
                    .then((p, i) -> p.noticed())
                    .issues(PenaltyDocuments.NOTICE)

                .from(NOTIFIED)
                .on(ConfirmNotified.class).by(Who.owner()).law("penalty.44")
                    .duty("登记告知书送达", p -> p.state().rights().notifiedAt() == null)
                    .requires(PenaltyConditions.NOT_YET_NOTIFIED, PenaltyConditions.NOTIFIED_AFTER_NOTICE)
                    .then(Penalty::notified)
                    .startsAt(HEARING_REQUEST, Who.owner(), "告知听证权利", (p, c) -> p.state().mayAskForHearing(), (c, scene) -> c.notifiedAt())
                .on(RequestHearing.class).by(Who.owner()).law("penalty.64", "penalty.63").to(HEARING)
                    .requires(PenaltyConditions.HAS_A_RIGHT_TO_BE_HEARD, PenaltyConditions.NOTIFIED, PenaltyConditions.ASKED_IN_TIME)
                    .then(Penalty::hearingRequested)
                    .stops(HEARING_REQUEST)

                .from(NOTIFIED, HEARING, DELIBERATING)
                .on(HearStatement.class).by(Who.owner()).law("penalty.45")
                    .requires(PenaltyConditions.NOTIFIED, PenaltyConditions.STATED_AFTER_NOTICE)
                    .then(Penalty::heard)

                .from(HEARING)
                .on(ScheduleHearing.class).by(Who.owner()).law("penalty.64")
                    .duty("决定举行听证并通知", p -> p.state().hearingAt().isEmpty())
                    .requires(PenaltyConditions.PRESIDER_IS_ANOTHER, PenaltyConditions.noticeInTime(clocks))
                    .then(Penalty::hearingSet)
                    .starts(HEARING_NOTICE, Who.owner(), "决定举行听证（听证日前）")
                    .stops(HEARING_NOTICE)
                    .issues(PenaltyDocuments.HEARING_NOTICE)
                .on(HoldHearing.class).by(Who.owner()).law("penalty.64", "penalty.65").to(DELIBERATING)
                    .duty("举行听证并登记", p -> p.state().hearingAt().isPresent())
                    .requires(PenaltyConditions.HEARING_SET, PenaltyConditions.HELD_WHEN_SET)
                    .then(Penalty::hearingHeld)

                .from(NOTIFIED, HEARING)
                .on(Deliberate.class).by(Who.owner()).law("penalty.57").to(DELIBERATING)
                    .duty("听取陈述申辩后进入审查决定", p -> p.status().equals(NOTIFIED.code()) && p.state().rights().notifiedAt() != null)
                    .timedBy(HEARING_REQUEST)
                    .requires(PenaltyConditions.NOTIFIED, PenaltyConditions.HEARING_OVER)
                    .then(Penalty::deliberating)
                    .cancels(HEARING_REQUEST)

                .from(DRAFTED, NOTIFIED, HEARING, DELIBERATING)
                .on(LegalReview.class).by(Who.owner()).law("penalty.58")
                    .duty("法制审核", p -> p.status().equals(DELIBERATING.code()) && p.state().lacksReview())
                    .requires(PenaltyConditions.REVIEW_ASKED_FOR, PenaltyConditions.REVIEWED_BY_ANOTHER)
                    .warns(PenaltyConditions.REVIEWER_QUALIFIED)
                    .then((p, r, scene) -> p.reviewed(r, scene))
                    .issues(PenaltyDocuments.REVIEW)
                .on(OfficerChanged.class).consequence().law("penalty.43", "penalty.42")
                    .requires(PenaltyConditions.TWO_REMAIN, PenaltyConditions.ANOTHER_PRESIDES, PenaltyConditions.PRESIDES_ONLY, PenaltyConditions.REVIEWED_ONLY)
                    .then((p, c, scene) -> p.changed(c, scene))
                .on(NotPenalise.class).by(Who.<Penalty>owner().head()).law("penalty.57", "penalty.33", "penalty.36").to(NOT_PENALISED)
                    .duty("审查不予行政处罚的意见", p -> p.state().proposal().noPenalty() != null)
                    .requires(PenaltyConditions.TRANSFER_ANSWERED, PenaltyConditions.NO_RECUSAL_OPEN)
                    .then((p, n) -> p.with(p.execution().ended(cn.daxietong.matter.Fields.titleOf(n.ground()) + "：" + n.reason())))
                    .demands("case", (p, n, scene) -> new PenaltyDropped(n.reason()))
                    .tells(Who.owner(), "负责人决定不予行政处罚")
                .on(Withdraw.class).by(Who.owner()).law("penalty.57").to(WITHDRAWN)
                    .then((p, w) -> p.with(p.execution().ended(w.reason())))
                    .demands("case", (p, w, scene) -> new PenaltyDropped(w.reason()))

                .from(DRAFTED, DELIBERATING)
                .on(Revise.class).by(Who.owner()).law("penalty.57", "penalty.45").to(DRAFTED)
                    .requires(PenaltyConditions.A_REVISED_SANCTION, PenaltyConditions.FINE_AS_REVISED, PenaltyConditions.NOT_HARSHER_FOR_SPEAKING)
                    .then(Penalty::revised)

                .from(DELIBERATING)
                .on(Discuss.class).by(Who.<Penalty>owner().head()).law("penalty.57")
                    .duty("负责人集体讨论", p -> p.state().lacksDiscussion())
                    .warns(PenaltyConditions.REVIEWER_QUALIFIED)
                    .then((p, d, scene) -> p.discussed(d, scene))
                    .issues(PenaltyDocuments.DISCUSSION)
                .on(Decide.class).by(Who.<Penalty>owner().head()).law("penalty.57", "penalty.59").to(DECIDED)
                    .duty("作出行政处罚决定")
                    .requires(PenaltyConditions.TRANSFER_ANSWERED, PenaltyConditions.NO_RECUSAL_OPEN, PenaltyConditions.REVIEWED,
                            PenaltyConditions.DISCUSSED, PenaltyConditions.NOT_FINED_ELSEWHERE)
                    .warns(PenaltyConditions.REVIEWER_QUALIFIED)
                    .then((p, d, scene) -> p.decided(d, scene))
                    .demands("case", (p, d, scene) -> p.state().announced())
                    .issues(PenaltyDocuments.DECISION)
                    .starts("penalty.serve", Who.owner(), "作出处罚决定")
                    .tells(Who.owner(), "行政处罚决定已作出，请七日内送达")

                .from(DECIDED)
                .on(Serve.class).by(Who.owner()).law("penalty.61").to(SERVED)
                    .duty("送达处罚决定书")
                    .requires(ExecutionConditions.SERVED_AFTER_DECISION)
                    .then((p, s) -> p.with(p.execution().served(s)))
                    .stops("penalty.serve")
                    .startsAt(PAY, Who.owner(), "收到处罚决定书", (p, s) -> p.state().execution().fine().signum() > 0, (s, scene) -> s.servedAt())
                    .startsAt(RECONSIDER, Who.owner(), "知道处罚决定", (p, s) -> true, (s, scene) -> s.servedAt())
                    .startsAt(SUE, Who.owner(), "知道处罚决定", (p, s) -> true, (s, scene) -> s.servedAt())
                    .issues(PenaltyDocuments.SERVICE)
                    .demands("case", (p, s, scene) -> new PenaltyServed(s.servedAt()))

                .from(SERVED, URGED, COURT)
                .on(RecordPayment.class).by(Who.owner()).law("penalty.67", "penalty.72")
                    .duty("督促并登记罚款缴纳", p -> p.state().execution().unpaid().signum() > 0)
                    .timedBy(POSTPONED, PAY)
                    .requires(ExecutionConditions.PAID_AFTER_DECISION, ExecutionConditions.NOT_OVERPAID, ExecutionConditions.SURCHARGE_WITHIN_FINE)
                    .then((p, r) -> p.with(p.execution().paid(r)))
                    .startsAt(CASH, Who.owner(), "当场收缴罚款", (p, r) -> r.channel() == Channel.ON_THE_SPOT && !p.runs(CASH),
                            (r, scene) -> r.paidOn().atStartOfDay(ExecutionConditions.ZONE).toInstant())
                    .stopsWhen(PenaltyProcedure::paidUp, PAY, POSTPONED)
                .on(HandInCash.class).by(Who.owner()).law("penalty.71")
                    .duty("交回当场收缴的罚款", p -> p.runs(CASH))
                    .requires(ExecutionConditions.CASH_TO_HAND_IN)
                    .stops(CASH)
                .on(Postpone.class).by(Who.<Penalty>owner().head()).law("penalty.66")
                    .requires(ExecutionConditions.SOMETHING_UNPAID)
                    .then((p, a) -> p.with(p.execution().postponed(new Postponement(a.until(), a.plan()))))
                    .cancels(PAY)
                    .limits(POSTPONED, Who.owner(), "批准暂缓或者分期缴纳", PenaltyProcedure::postponedUntil)
                .on(Contest.class).by(Who.owner()).law("penalty.73", "reconsideration.20", "litigation.46")
                    .requires(ExecutionConditions.NOT_CONTESTED, ExecutionConditions.CONTESTED_AFTER_SERVICE)
                    .then((p, c) -> p.with(p.execution().contested(c)))
                    .stopsWhen(p -> contested(p, Remedy.RECONSIDERATION), RECONSIDER)
                    .stopsWhen(p -> contested(p, Remedy.LITIGATION), SUE, SUE_AFTER_REVIEW)
                .on(EndContest.class).by(Who.owner()).law("penalty.73", "litigation.45")
                    .duty("登记复议或者诉讼结果", p -> p.state().execution().isContested())
                    .requires(ExecutionConditions.CONTESTED, ExecutionConditions.ENDED_AFTER_IT_BEGAN, ExecutionConditions.CHANGED_TO_WHAT, ExecutionConditions.RECEIVED_WHEN)
                    .then((p, e) -> p.with(p.execution().contestEnded(e)))
                    .stopsWhen(p -> p.state().execution().isReconsidered(), SUE)
                    .startsAt(SUE_AFTER_REVIEW, Who.owner(), "收到复议决定书", (p, e) -> e.receivedOn() != null, PenaltyProcedure::reviewReceived)
                    .stopsWhen(PenaltyProcedure::paidUp, PAY, POSTPONED)
                .on(DrawUpAccount.class).by(Who.owner()).law("penalty.72")
                    .requires(ExecutionConditions.NOT_FAR_AHEAD)
                    .then((p, d, scene) -> p.with(p.execution().accounted(d.asOf() == null ? ExecutionConditions.day(scene.now()) : d.asOf())))
                    .issues(ExecutionDocuments.ACCOUNT)
                .on(Finish.class).by(Who.owner()).law("penalty.67", "penalty.74").to(EXECUTED)
                    .duty("登记执行完毕", p -> paidUp(p) || p.status().equals(COURT.code()))
                    .requires(ExecutionConditions.FINE_PAID, ExecutionConditions.CASH_HANDED_IN, ExecutionConditions.CONTEST_OVER, ExecutionConditions.SURCHARGE_SETTLED)
                    .then((p, f) -> p.with(p.execution().ended(f.note() + (f.surchargeNote() == null ? "" : "\n加处罚款：" + f.surchargeNote()))))
                    .demands("case", (p, f, scene) -> new PenaltyExecuted())
                    .tells(Who.owner(), "行政处罚已执行完毕，案件可以结案")

                .from(SERVED)
                .on(Urge.class).by(Who.owner()).law("coercion.54").to(URGED)
                    .requires(ExecutionConditions.PAYMENT_OVERDUE, ExecutionConditions.CONTEST_OVER)
                    .then((p, u) -> p.with(p.execution().urged(u)))
                    .issues(ExecutionDocuments.URGING)

                .from(URGED)
                .on(ApplyToCourt.class).by(Who.<Penalty>owner().head()).law("coercion.53", "coercion.54").to(COURT)
                    .duty("催告后仍不履行的，申请人民法院强制执行")
                    .requires(ExecutionConditions.CONTEST_OVER, ExecutionConditions.REMEDY_PERIODS_OVER)
                    .then((p, a) -> p.with(p.execution().applied(a)))
                    .issues(ExecutionDocuments.COURT)

                .from(DECIDED, SERVED, URGED, COURT)
                .on(RecordRevocation.class).by(Who.owner()).law("penalty.48").to(REVOKED)
                    .then((p, r) -> p.with(p.execution().ended(r.body() + "撤销处罚决定：" + r.reason())))
                    .demands("case", (p, r, scene) -> new PenaltyRevoked(r.reason()))
                    .tells(Who.owner(), "处罚决定已被撤销，案件回到立案调查")
                .on(Followed.class).consequence().law("penalty.27", "penalty.35").to(OVERTAKEN)
                    .heeding(PenaltyProcedure::overtakes)
                    .then((p, f) -> p.overtaken(f))
                    .tells(Who.owner(), "案件转为刑事办理，行政处罚程序终止；已缴罚款折抵罚金");
        return follows(follows(follows(follows(rows, DRAFTED), NOTIFIED), HEARING), DELIBERATING).build();
    }

    /** Before the decision the procedure ends with the case's going to others, and else keeps up with whether it must be transferred. */
    private static Step<Penalty, Followed> follows(Step<Penalty, ?> rows, PenaltyStatus here) {
        return rows.from(here)
                .on(Followed.class).consequence().law("penalty.27", "310.11").to(p -> p.execution().outcome() == null ? here : OVERTAKEN, here, OVERTAKEN)
                    .heeding((p, f) -> overtakes(p, f) || TRANSFER_NEWS.contains(f.event()))
                    .then((p, f, scene) -> p.isOvertakenBy(f) ? p.overtaken(f) : p.following(scene))
                    .admitsWhen(p -> p.state().ground().transferFirst(), procuratorate(), "overseer", "应移送案件的监督（方案四（五））")
                    .tellsWhen(p -> p.status().equals(OVERTAKEN.code()), Who.owner(), "案件已移交或者结案，行政处罚程序终止");
        // spotless:on
    }

    private static boolean overtakes(Matter<Penalty> penalty, Followed f) {
        return penalty.state().isOvertakenBy(f);
    }

    private static boolean paidUp(Matter<Penalty> penalty) {
        return penalty.state().execution().unpaid().signum() == 0;
    }

    private static boolean contested(Matter<Penalty> penalty, Remedy remedy) {
        return penalty.state().execution().contests().getLast().remedy() == remedy;
    }

    private static Instant reviewReceived(EndContest e, Scene scene) {
        return e.receivedOn() == null
                ? scene.now()
                : e.receivedOn().atStartOfDay(ExecutionConditions.ZONE).toInstant();
    }

    private static @Nullable Instant postponedUntil(Matter<Penalty> penalty) {
        var postponement = penalty.state().execution().postponement();
        return postponement == null ? null : postponement.until();
    }

    private static Who<Penalty> procuratorate() {
        return Who.unit("县检察院", UnitId.PROCURATORATE);
    }

    private static Who<Penalty> justice() {
        return Who.unit("县司法局", UnitId.JUSTICE);
    }
}
