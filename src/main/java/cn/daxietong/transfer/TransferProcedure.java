package cn.daxietong.transfer;

import static cn.daxietong.transfer.TransferStatus.APPROVED;
import static cn.daxietong.transfer.TransferStatus.CLOSED;
import static cn.daxietong.transfer.TransferStatus.FILED;
import static cn.daxietong.transfer.TransferStatus.RECEIVED;
import static cn.daxietong.transfer.TransferStatus.RECONSIDERED;
import static cn.daxietong.transfer.TransferStatus.RECONSIDERING;
import static cn.daxietong.transfer.TransferStatus.REFUSED;
import static cn.daxietong.transfer.TransferStatus.RETURNED;
import static cn.daxietong.transfer.TransferStatus.SENT;
import static cn.daxietong.transfer.TransferStatus.SUPERVISION;
import static cn.daxietong.transfer.TransferStatus.TAKEN_OVER;
import static cn.daxietong.transfer.TransferStatus.WITHDRAWN;

import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Who;
import cn.daxietong.shared.UnitId;
import cn.daxietong.transfer.TransferAction.AcceptExplanation;
import cn.daxietong.transfer.TransferAction.Close;
import cn.daxietong.transfer.TransferAction.ConfirmItems;
import cn.daxietong.transfer.TransferAction.DecideReconsideration;
import cn.daxietong.transfer.TransferAction.ExplainRefusal;
import cn.daxietong.transfer.TransferAction.ExtendComplexReview;
import cn.daxietong.transfer.TransferAction.ExtendReview;
import cn.daxietong.transfer.TransferAction.FileCriminalCase;
import cn.daxietong.transfer.TransferAction.Forward;
import cn.daxietong.transfer.TransferAction.HandOverItems;
import cn.daxietong.transfer.TransferAction.NotifyFiling;
import cn.daxietong.transfer.TransferAction.Nudge;
import cn.daxietong.transfer.TransferAction.RefuseToFile;
import cn.daxietong.transfer.TransferAction.RequestReconsideration;
import cn.daxietong.transfer.TransferAction.RequestSupplement;
import cn.daxietong.transfer.TransferAction.RequireExplanation;
import cn.daxietong.transfer.TransferAction.Return;
import cn.daxietong.transfer.TransferAction.Send;
import cn.daxietong.transfer.TransferAction.SignReceipt;
import cn.daxietong.transfer.TransferAction.SuggestSupervision;
import cn.daxietong.transfer.TransferAction.Supplement;
import cn.daxietong.transfer.TransferAction.Urge;
import cn.daxietong.transfer.TransferAction.Withdraw;
import cn.daxietong.transfer.TransferSignal.CaseEnded;
import cn.daxietong.transfer.TransferSignal.CaseFiledCriminally;
import cn.daxietong.transfer.TransferSignal.CaseReceived;
import cn.daxietong.transfer.TransferSignal.CaseTransferredAnew;
import cn.daxietong.transfer.TransferSignal.CustodyPassed;
import cn.daxietong.transfer.TransferSignal.FilingRefused;
import cn.daxietong.transfer.TransferSignal.ItemsDisposed;
import cn.daxietong.transfer.TransferSignal.ItemsReleased;
import cn.daxietong.transfer.TransferSignal.RefusalContested;
import cn.daxietong.transfer.TransferSignal.TransferEnded;
import java.util.Optional;

/** The life of a transfer: 国务院令310号 第五条 to 第十二条 row by row, with notice 三（三） and the procuratorate's 立案监督. */
final class TransferProcedure {

    static final Procedure<Transfer> TABLE = table();

    private TransferProcedure() {}

    private static Procedure<Transfer> table() {
        // spotless:off
        return Procedure.of(Transfer.class, TransferStatus.class)
                .opening(TransferOpening.class).consequence().law("310.5").to(APPROVED)
                    .then((none, opening) -> Transfer.opened(opening))
                    .handsTo(t -> t.state().sender(), "移送单位（国务院令310号第五条）")
                    .admits(sender(), "sender", "移送单位（国务院令310号第五条）")
                    .starts("transfer.send", sender(), "正职负责人批准移送")

                .from(APPROVED, RETURNED)
                .on(Send.class).by(sender()).law("310.6", "notice.3.3").to(SENT)
                    .duty("移送")
                    .requires(TransferConditions.INVESTIGATION_REPORT, TransferConditions.INSPECTION_REPORT)
                    .then((t, send) -> t.sent(send.materials()))
                    .stops("transfer.send")
                    .admits(receiver(), "receiver", "受移送单位（国务院令310号第七条）")
                    .admits(Who.office(), "office", "移送时报告指挥部办公室（方案三（三））")
                    .admits(Who.unit("县打私办", UnitId.ANTI_SMUGGLING_OFFICE), "informed", "移送时报告县打私办（方案三（三））")
                    .admitsWhen(TransferProcedure::suspected, procuratorate(), "overseer", "移送涉嫌犯罪案件的立案监督（方案四（五））")
                    .issues(TransferDocuments.LETTER)
                    .issues(TransferDocuments.LIST)
                    .tells(receiver(), "有案件移送本单位，请签收")
                    .tells(Who.<Transfer>office().or(Who.unit("", UnitId.ANTI_SMUGGLING_OFFICE)), "案件移送报告（方案三（三））")

                .from(APPROVED, RETURNED, SENT)
                .on(Withdraw.class).by(sender()).law("310.5").to(WITHDRAWN)
                    .then((t, w) -> t.said("withdraw", w.reason()))
                    .tells(receiver(), "移送已由移送单位撤回")
                    .signals("case", (t, w, scene) -> new TransferEnded(w.reason()))

                .from(SENT)
                .on(SignReceipt.class).by(receiver()).law("310.7").to(t -> t.criminal() ? RECEIVED : TAKEN_OVER, RECEIVED, TAKEN_OVER)
                    .duty("签收，或者退回、转送")
                    .issues(TransferDocuments.RECEIPT)
                    .starts("transfer.review", receiver(), "公安机关接受移送", (t, a) -> criminal(t))
                    .tells(sender(), "移送已签收")
                    .signalsWhen(t -> !criminal(t), "case", (t, a, scene) -> new CaseReceived(t.state().receiver()))
                .on(Return.class).by(receiver()).law("notice.3.3").to(RETURNED)
                    .then((t, r) -> t.said("return", r.reason()))
                    .dismisses("receiver")
                    .tells(sender(), "移送被退回，请补正后再移送，或者撤回")

                .from(SENT, RECEIVED)
                .on(Forward.class).by(receiver()).law("310.7").to(SENT)
                    .requires(TransferConditions.NOT_ORDERED_TO_FILE, TransferConditions.ANOTHER_INVESTIGATING_UNIT, TransferConditions.DISCOVERED_AFTER_SENDING)
                    .startsAt("transfer.forward", Who.role("转送单位", "receiver"), "公安机关发现不属于本机关管辖", (t, f) -> true,
                            (f, scene) -> Optional.ofNullable(f.discoveredAt()).orElse(scene.now()))
                    .stops("transfer.forward")
                    .cancels("transfer.review", "police.review.verify", "police.review.complex", "police.supplement")
                    .dismisses("receiver")
                    .then((t, f, scene) -> t.forwarded(f.targetUnit(), f.reason(), scene.directory().isOfKind(f.targetUnit(), "police")))
                    .admits(receiver(), "receiver", "转送（国务院令310号第七条）")
                    .admitsWhen(TransferProcedure::suspected, procuratorate(), "overseer", "移送涉嫌犯罪案件的立案监督（方案四（五））")
                    .tells(sender().or(receiver()), "移送已转送有管辖权的机关")

                .from(RECEIVED)
                .on(FileCriminalCase.class).by(receiver()).law("310.8").to(FILED)
                    .duty("按检察院通知立案", "procuratorate.563", t -> t.runs("procuratorate.file.after.notice"))
                    .duty("按复议决定立案", "310.9", t -> t.state().refusalOverturned())
                    .duty("审查并决定是否立案")
                    .timedBy("procuratorate.file.after.notice", "transfer.review")
                    .then((t, f) -> t.filed(f.number()))
                    .issues(TransferLetters.FILED)
                    .starts("procuratorate.nudge", procuratorate(), "公安机关按通知立案", (t, f) -> t.runs("procuratorate.file.after.notice"))
                    .stops("transfer.review", "police.review.verify", "police.review.complex", "procuratorate.file.after.notice")
                    .cancels("police.supplement")
                    .starts("transfer.handover", sender(), "收到立案通知书")
                    .tells(sender(), "已立案，请在三日内移交涉案物品及其他材料")
                    .signals("case", (t, f, scene) -> new CaseFiledCriminally(t.state().receiver(), f.number()))
                .on(RefuseToFile.class).by(receiver()).law("310.8").to(REFUSED)
                    .requires(TransferConditions.NOT_ORDERED_TO_FILE, TransferConditions.REFUSAL_NOT_OVERTURNED)
                    .then((t, r) -> t.said("refuse_to_file", r.reason()))
                    .issues(TransferLetters.REFUSED)
                    .stops("transfer.review", "police.review.verify", "police.review.complex")
                    .cancels("police.supplement")
                    .starts("transfer.reconsider.request", sender(), "收到不予立案通知书")
                    .tells(sender().or(procuratorate()), "不予立案，案卷退回")
                    .signals("case", (t, r, scene) -> new FilingRefused(r.reason()))
                .on(ExtendReview.class).by(receiver()).law("police_receipt", "310.8")
                    .requires(TransferConditions.REVIEW_EXTENDABLE)
                    .then((t, e) -> t.said("extend_review", e.reason()))
                    .startsBeside("police.review.verify", receiver(), "公安机关接受移送，需要查证", "transfer.review")
                    .tells(sender().or(procuratorate()), "公安机关延长立案审查，第八条三日期限照常计算")
                .on(ExtendComplexReview.class).by(receiver().head()).law("police_receipt", "310.8")
                    .timedBy("transfer.review")
                    .requires(TransferConditions.COMPLEX_REVIEW_EXTENDABLE)
                    .then((t, e) -> t.said("extend_complex_review", e.reason()))
                    .cancels("police.review.verify")
                    .startsBeside("police.review.complex", receiver(), "公安机关接受移送，重大疑难复杂", "transfer.review")
                    .tells(sender().or(procuratorate()), "公安机关负责人批准延长立案审查，第八条三日期限照常计算")
                .on(RequestSupplement.class).by(receiver()).law("310.6", "police_receipt")
                    .then((t, r) -> t.said("request_supplement", String.join("；", r.items())))
                    .issues(TransferLetters.SUPPLEMENT)
                    .startsBeside("police.receipt.supplement", receiver(), "公安机关接受移送，材料不全", "transfer.review")
                    .stops("police.receipt.supplement")
                    .starts("police.supplement", sender(), "收到补正告知", (t, r) -> !t.runs("police.supplement"))
                    .tells(sender(), "移送材料需要补充")
                .on(Supplement.class).by(sender()).law("310.6")
                    .duty("补充材料", t -> t.runs("police.supplement"))
                    .then((t, s) -> t.supplemented(s.materials()))
                    .stops("police.supplement")
                    .tells(receiver(), "补充材料已送达")

                .from(REFUSED)
                .on(RequestReconsideration.class).by(sender()).law("310.9").to(RECONSIDERING)
                    .duty("可提请复议或者建议立案监督", t -> t.runs("transfer.reconsider.request"))
                    .requires(TransferConditions.IN_TIME)
                    .then((t, r) -> t.said("request_reconsideration", r.grounds()))
                    .issues(TransferLetters.RECONSIDERATION)
                    .stops("transfer.reconsider.request")
                    .starts("transfer.reconsider.decide", receiver(), "收到提请复议文件")
                    .tells(receiver(), "移送单位提请复议")
                    .signals("case", (t, r, scene) -> new RefusalContested())

                .from(RECONSIDERING)
                .on(DecideReconsideration.class).by(receiver()).law("310.9").to(TransferProcedure::afterReconsideration, RECONSIDERED, RECEIVED)
                    .duty("作出复议决定")
                    .then((t, d) -> t.reconsidered(d.upheld(), d.reason()))
                    .issues(TransferLetters.RECONSIDERED)
                    .stops("transfer.reconsider.decide")
                    .starts("transfer.supervision.suggest", sender(), "收到复议决定", (t, d) -> d.upheld())
                    .starts("transfer.review", receiver(), "复议不维持不予立案，重新审查", (t, d) -> !d.upheld())
                    .tells(sender(), "复议决定已作出")
                    .signalsWhen(t -> t.state().refusalUpheld(), "case", (t, d, scene) -> new FilingRefused(d.reason()))

                .from(REFUSED, RECONSIDERED)
                .on(SuggestSupervision.class).by(sender()).law("310.9").to(SUPERVISION)
                    .duty("对复议决定仍有异议的，建议立案监督", t -> t.runs("transfer.supervision.suggest"))
                    .then((t, s) -> t.said("suggest_supervision", s.grounds()))
                    .issues(TransferLetters.SUGGESTION)
                    .stops("transfer.supervision.suggest", "transfer.reconsider.request")
                    .admits(procuratorate(), "overseer", "建议立案监督（国务院令310号第九条）")
                    .tells(procuratorate().or(receiver()), "移送单位建议立案监督")
                    .signals("case", (t, s, scene) -> new RefusalContested())

                .from(SUPERVISION)
                .on(RequireExplanation.class).by(procuratorate()).law("procuratorate.560")
                    .duty("审查立案监督建议", t -> !t.runs("procuratorate.explain") && !t.runs("procuratorate.reply.agency"))
                    .then((t, r) -> t.said("require_explanation", r.text()))
                    .issues(TransferLetters.EXPLANATION_REQUIRED)
                    .starts("procuratorate.explain", receiver(), "收到要求说明不立案理由通知书", (t, r) -> !t.runs("procuratorate.explain"))
                    .tells(receiver(), "检察院要求说明不立案理由")
                .on(ExplainRefusal.class).by(receiver()).law("procuratorate.560")
                    .duty("说明不立案理由", t -> t.runs("procuratorate.explain"))
                    .then((t, e) -> t.said("explain_refusal", e.reason()))
                    .issues(TransferLetters.EXPLANATION)
                    .stops("procuratorate.explain")
                    .starts("procuratorate.reply.agency", procuratorate(), "收到公安机关说明的理由", (t, e) -> !t.runs("procuratorate.reply.agency"))
                    .tells(procuratorate(), "公安机关已说明不立案理由")
                .on(AcceptExplanation.class).by(procuratorate()).law("procuratorate.561").to(RECONSIDERED)
                    .duty("答复移送单位，或者通知立案", t -> t.runs("procuratorate.reply.agency"))
                    .requires(TransferConditions.EXPLAINED)
                    .then((t, a) -> t.said("accept_explanation", a.text()))
                    .issues(TransferLetters.EXPLANATION_ACCEPTED)
                    .stops("procuratorate.reply.agency")
                    .cancels("procuratorate.explain")
                    .tells(sender(), "检察院认为不立案理由成立")
                    .signals("case", (t, a, scene) -> new FilingRefused(a.text()))
                .on(NotifyFiling.class).by(procuratorate()).law("procuratorate.563").to(RECEIVED)
                    .requires(TransferConditions.EXPLAINED)
                    .then((t, n) -> t.said("notify_filing", n.text()))
                    .issues(TransferLetters.FILING_ORDERED)
                    .stops("procuratorate.reply.agency")
                    .cancels("procuratorate.explain")
                    .starts("procuratorate.file.after.notice", receiver(), "收到通知立案书")
                    .tells(receiver().or(sender()), "检察院通知立案")

                .from(TAKEN_OVER)
                .on(FileCriminalCase.class).by(receiver()).law("customs.5").to(FILED)
                    .requires(TransferConditions.CUSTOMS_INVESTIGATES, TransferConditions.CASE_STILL_HERE)
                    .then((t, f) -> t.filed(f.number()))
                    .issues(TransferLetters.FILED)
                    .starts("transfer.handover", sender(), "收到立案通知书", (t, f) -> !t.state().withSender().isEmpty())
                    .tells(sender(), "海关缉私部门已立案")
                    .signals("case", (t, f, scene) -> new CaseFiledCriminally(t.state().receiver(), f.number()))

                .from(FILED)
                .on(Nudge.class).by(procuratorate()).law("procuratorate.564")
                    .requires(TransferConditions.INVESTIGATION_LASTS)
                    .duty("可发立案监督案件催办函")
                    .then((t, n) -> t.said("nudge", n.text()))
                    .issues(TransferLetters.NUDGE)
                    .stops("procuratorate.nudge")
                    .tells(receiver(), "检察院发出立案监督案件催办函")

                .from(FILED, TAKEN_OVER)
                .on(HandOverItems.class).by(sender()).law("310.12")
                    .duty("移交涉案物品及其他材料", TransferConditions::somethingToHandOver)
                    .timedBy("transfer.handover")
                    .requires(TransferConditions.SOMETHING_TO_HAND_OVER, TransferConditions.ITEMS_IN_SENDERS_CUSTODY)
                    .then((t, h) -> t.handingOver(h.items()))
                    .tells(receiver(), "移交的涉案物品、材料待确认接收")
                .on(ConfirmItems.class).by(receiver()).law("310.12")
                    .duty("确认接收涉案物品、材料", t -> !t.state().handingOver().isEmpty())
                    .timedBy("transfer.handover")
                    .requires(TransferConditions.HANDED_OVER)
                    .signals("case", (t, c, scene) -> new CustodyPassed(t.state().withReceiver(), t.state().receiver()))
                    .then((t, c) -> t.confirmed())
                    .stopsWhen(t -> t.state().withSender().isEmpty(), "transfer.handover")
                    .tells(sender(), "涉案物品已交接完毕")

                .from(RETURNED)
                .on(Close.class).by(sender()).law("310.10").to(CLOSED)
                    .then((t, c) -> t.ended(c.outcome()))
                    .signals("case", (t, c, scene) -> new TransferEnded(c.outcome()))
                .from(REFUSED, RECONSIDERED)
                .on(Close.class).by(sender()).law("310.10").to(CLOSED)
                    .duty("依法作出处理后办结")
                    .then((t, c) -> t.ended(c.outcome()))
                .from(FILED, TAKEN_OVER)
                .on(Close.class).by(receiver().or(sender())).law("310.12").to(CLOSED)
                    .requires(TransferConditions.NOTHING_LEFT_TO_HAND_OVER)
                    .then((t, c) -> t.ended(c.outcome()))
                    .tells(sender(), "移送已办结")

                .from(APPROVED, SENT, RETURNED, RECEIVED, REFUSED, RECONSIDERING, RECONSIDERED, SUPERVISION, FILED, TAKEN_OVER)
                .on(CustodyPassed.class).consequence().law("310.12")
                    .then((t, p) -> t.inCustody(p.items(), p.custodian()))
                .on(ItemsReleased.class).consequence().law("coercion.28")
                    .then((t, r) -> t.released(r.items()))
                .on(ItemsDisposed.class).consequence().law("coercion.27")
                    .then((t, d) -> t.disposed(d.items()))
                .from(REFUSED, RECONSIDERED)
                .on(CaseTransferredAnew.class).consequence().law("310.10").to(CLOSED)
                    .then((t, a) -> t.ended("案件已另行移送"))
                .on(CaseEnded.class).consequence().law("310.10").to(CLOSED)
                    .then((t, e) -> t.ended(e.outcome() + "：" + e.note()))
                .from(FILED, TAKEN_OVER)
                .on(CaseTransferredAnew.class).consequence().law("notice.3.3")
                    .then((t, a) -> t.said("case_transferred_anew", "案件已另行移送"))

                .from(FILED, TAKEN_OVER, CLOSED)
                .on(CaseEnded.class).consequence().law("310.8")
                    .then((t, e) -> t.ended(e.outcome() + "：" + e.note()))
                    .cancels("procuratorate.nudge")
                    .tells(sender(), "案件已有结果")

                .from(SENT, RECEIVED, RECONSIDERING)
                .on(Urge.class).by(Who.<Transfer>office().or(sender())).law("notice.3.3")
                    .tells(receiver(), "催办：请尽快办理移送")
                .build();
        // spotless:on
    }

    private static TransferStatus afterReconsideration(Transfer transfer) {
        return transfer.refusalUpheld() ? RECONSIDERED : RECEIVED;
    }

    private static Who<Transfer> sender() {
        return Who.of("移送单位", t -> Optional.of(t.sender()));
    }

    private static Who<Transfer> receiver() {
        return Who.of("受移送单位", t -> Optional.of(t.receiver()));
    }

    private static Who<Transfer> procuratorate() {
        return Who.unit("县检察院", UnitId.PROCURATORATE);
    }

    /** To the police, or of a case whose facts reach a threshold whoever takes it (海关法 第五条). */
    private static boolean suspected(Matter<Transfer> transfer) {
        return criminal(transfer) || !transfer.state().origin().grounds().isEmpty();
    }

    private static boolean criminal(Matter<Transfer> transfer) {
        return transfer.state().criminal();
    }
}
