package cn.daxietong.exhibit;

import static cn.daxietong.exhibit.ExhibitStatus.CONFISCATED;
import static cn.daxietong.exhibit.ExhibitStatus.DESTROYED;
import static cn.daxietong.exhibit.ExhibitStatus.DISPOSAL_APPROVED;
import static cn.daxietong.exhibit.ExhibitStatus.DISPOSAL_PROPOSED;
import static cn.daxietong.exhibit.ExhibitStatus.DISPOSED;
import static cn.daxietong.exhibit.ExhibitStatus.HANDING_OVER;
import static cn.daxietong.exhibit.ExhibitStatus.IN_CUSTODY;
import static cn.daxietong.exhibit.ExhibitStatus.REGISTERED;
import static cn.daxietong.exhibit.ExhibitStatus.RELEASED;
import static cn.daxietong.exhibit.ExhibitStatus.RETURNED;
import static cn.daxietong.exhibit.ExhibitStatus.SENT_ON;

import cn.daxietong.exhibit.ExhibitAction.ApproveDisposal;
import cn.daxietong.exhibit.ExhibitAction.CallBack;
import cn.daxietong.exhibit.ExhibitAction.Check;
import cn.daxietong.exhibit.ExhibitAction.DeclineHandover;
import cn.daxietong.exhibit.ExhibitAction.Dispose;
import cn.daxietong.exhibit.ExhibitAction.HandOver;
import cn.daxietong.exhibit.ExhibitAction.ProposeDisposal;
import cn.daxietong.exhibit.ExhibitAction.RejectDisposal;
import cn.daxietong.exhibit.ExhibitAction.ReturnItem;
import cn.daxietong.exhibit.ExhibitAction.Settle;
import cn.daxietong.exhibit.ExhibitAction.Store;
import cn.daxietong.exhibit.ExhibitAction.TakeOver;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Signed;
import cn.daxietong.matter.Who;
import cn.daxietong.transfer.TransferSignal.CaseEnded;
import cn.daxietong.transfer.TransferSignal.CustodyPassed;
import cn.daxietong.transfer.TransferSignal.ItemsDisposed;
import cn.daxietong.transfer.TransferSignal.ItemsReleased;
import java.util.List;
import java.util.Optional;

/** The life of an exhibit: 行政强制法 第二十六条 (kept well, at the organ's cost) to 第二十八条, with a handover that takes two (国务院令310号 第十二条). */
final class ExhibitProcedure {
    static final String QUALITY = "exhibit.quality";

    static final Procedure<Kept> TABLE = table();

    private ExhibitProcedure() {}

    private static Procedure<Kept> table() {
        // spotless:off
        return Procedure.of(Kept.class, ExhibitStatus.class)
                .opening(ExhibitOpening.class).consequence().law("coercion.23", "penalty.56").to(REGISTERED)
                    .then((none, o, scene) -> Kept.opened(o, scene))
                    .handsTo(k -> k.state().custody().custodian(), "采取措施并保管的单位（行政强制法第二十六条）")
                    .admits(caseUnit(), "case_unit", "办案单位（行政强制法第二十六条）")

                .from(REGISTERED, IN_CUSTODY)
                .on(Store.class).by(Who.owner()).law("coercion.26").to(IN_CUSTODY)
                    .duty("入库：登记存放地点、保管类别和保质期限", k -> k.status().equals(REGISTERED.code()))
                    .requires(ExhibitConditions.AN_END_FOR_WHAT_DECAYS, ExhibitConditions.IDENTIFIED_ONCE)
                    .then((k, s, scene) -> k.stored(s, scene.unit(), scene.now()))
                    .stopsWhen(k -> k.state().quality().goodUntil() == null, QUALITY)
                    .limits(QUALITY, Who.owner(), "登记保质期限", Kept::newLimit)

                .from(IN_CUSTODY)
                .on(HandOver.class).by(Who.owner()).law("coercion.26", "310.12").to(HANDING_OVER)
                    .requires(ExhibitConditions.A_UNIT_THAT_CAN_KEEP, ExhibitConditions.TO_SOMEBODY_ELSE, ExhibitConditions.BACK_TO_THE_CASE_UNIT,
                            ExhibitConditions.WHOLE)
                    .then((k, h, scene) -> k.offered(h, scene))
                    .admits(offeredTo(), "taker", "待接收物品的单位（国务院令310号第十二条）")
                    .limits("exhibit.takeover", taker(), "物品移交待接收", k -> k.state().custody().underWay().orElseThrow().answerBy())
                    .issues(ExhibitDocuments.HANDOVER)
                    .tells(taker(), "有物品移交本单位，请清点后接收，或者不予接收")

                .from(HANDING_OVER)
                .on(TakeOver.class).by(taker()).law("310.12", "coercion.26").to(IN_CUSTODY)
                    .duty("清点并接收物品，或者不予接收")
                    .requires(ExhibitConditions.A_DIFFERENCE_IS_EXPLAINED)
                    .then((k, t, scene) -> k.taken(t, scene))
                    .stops("exhibit.takeover")
                    .dismisses("taker")
                    .handsTo(k -> k.state().custody().custodian(), "接收保管的单位（行政强制法第二十六条）")
                    .admits(formerCustodian(), "former_custodian", "交出物品的单位，留存交接记录（国务院令310号第十二条）")
                    .reissues(ExhibitDocuments.HANDOVER)
                    .tells(formerCustodian().or(caseUnit()), "物品已由接收单位签收")
                    .signals("case", (k, t, scene) -> new CustodyPassed(List.of(k.state().thing().item()), k.owner()))
                .on(DeclineHandover.class).by(taker()).law("coercion.26").to(IN_CUSTODY)
                    .stops("exhibit.takeover")
                    .dismisses("taker")
                    .then((k, d) -> k.notTaken("不予接收：" + d.reason()))
                    .tells(Who.owner(), "对方不予接收，物品仍由本单位保管")
                .on(CallBack.class).by(Who.owner()).law("coercion.26").to(IN_CUSTODY)
                    .cancels("exhibit.takeover")
                    .tells(taker(), "物品移交已由对方收回")
                    .dismisses("taker")
                    .then((k, c) -> k.notTaken("收回移交：" + c.reason()))

                .from(IN_CUSTODY, HANDING_OVER, DISPOSAL_PROPOSED, DISPOSAL_APPROVED)
                .on(Check.class).by(Who.owner()).law("coercion.26")
                    .duty("到期以前检查品质：重新确定保质期限，或者提出先行处置", k -> k.runs(QUALITY) && k.status().equals(IN_CUSTODY.code()))
                    .timedBy(QUALITY)
                    .requires(ExhibitConditions.A_LOSS_IS_EXPLAINED)
                    .then((k, c, scene) -> k.checked(new Kept.Looked(scene.now(), scene.unit(), c.quantity(), c.note()), c.goodUntil()))
                    .limits(QUALITY, Who.owner(), "检查后重新确定保质期限", Kept::newLimit)

                .from(IN_CUSTODY)
                .on(ProposeDisposal.class).by(Who.<Kept>owner().or(caseUnit())).law("coercion.27", "coercion.28", "310.4").to(DISPOSAL_PROPOSED)
                    .requires(ExhibitConditions.OTHER_LAW_IS_NAMED, ExhibitConditions.CUSTOMS_LAW_FOR_CUSTOMS)
                    .then((k, p, scene) -> k.proposing(p, scene))
                    .issues(ExhibitDocuments.DISPOSAL)
                    .tells(caseUnit().head(), "物品先行处置待审批")

                .from(DISPOSAL_PROPOSED)
                .on(ApproveDisposal.class).by(caseUnit().head()).law("coercion.27", "customs.92").to(DISPOSAL_APPROVED)
                    .duty("审批先行处置")
                    .timedBy(QUALITY)
                    .requires(ExhibitConditions.CUSTOMS_APPROVAL)
                    .then((k, a, scene) -> k.approved(Signed.by(scene), a.approval()))
                    .reissues(ExhibitDocuments.DISPOSAL)
                    .tells(Who.owner(), "先行处置已批准，请办理并登记结果")
                .on(RejectDisposal.class).by(caseUnit().head()).law("coercion.27").to(IN_CUSTODY)
                    .then((k, r) -> k.rejected("不批准先行处置：" + r.reason()))
                    .tells(Who.owner(), "先行处置没有批准，请继续妥善保管")

                .from(DISPOSAL_APPROVED)
                .on(Dispose.class).by(Who.owner()).law("coercion.28", "310.4").to(DISPOSED)
                    .duty("办理先行处置，登记经过和价款")
                    .timedBy(QUALITY)
                    .stops(QUALITY)
                    .then((k, d, scene) -> k.ended(new Kept.Ending(DISPOSED, DISPOSED.title(), null, d.proceedsYuan(), d.note()), scene.now()))
                    .tells(caseUnit(), "物品已先行处置，价款随案处理")
                    .signals("case", (k, d, scene) -> new ItemsDisposed(List.of(k.state().thing().item())))

                .from(IN_CUSTODY)
                .on(Settle.class).by(Who.<Kept>owner().head()).law("coercion.27", "coercion.28").to(Kept::end, CONFISCATED, DESTROYED, SENT_ON, RETURNED)
                    .duty("案件已有结果，处置物品", k -> k.state().affair().caseOutcome() != null)
                    .requires(ExhibitConditions.DECIDED_BEFORE)
                    .then((k, s, scene) -> k.ended(new Kept.Ending(s.how().status(), Fields.titleOf(s.how()), s.legalBasis(), null, s.note()), scene.now()))
                    .tells(caseUnit(), "物品已按处理结果处置")
                    .signals("case", (k, s, scene) -> new ItemsDisposed(List.of(k.state().thing().item())))

                .from(RELEASED)
                .on(ReturnItem.class).by(Who.owner()).law("coercion.28").to(RETURNED)
                    .duty("返还物品并登记")
                    .then((k, r, scene) -> k.ended(new Kept.Ending(RETURNED, Fields.titleOf(r.how()), null, null, r.note()), scene.now()))
                    .tells(caseUnit(), "物品已返还")

                .from(REGISTERED, IN_CUSTODY, HANDING_OVER, DISPOSAL_PROPOSED, DISPOSAL_APPROVED)
                .on(ItemsReleased.class).consequence().law("coercion.28").to(RELEASED)
                    .heeding((k, r) -> r.items().contains(k.state().thing().item()))
                    .cancels("exhibit.takeover")
                    .tells(taker(), "物品已解除措施，移交不再进行")
                    .dismisses("taker")
                    .then((k, r) -> k.released())
                    .tells(Who.owner(), "物品已解除措施，请返还")
                .on(CustodyPassed.class).consequence().law("310.12").to(REGISTERED)
                    .heeding((k, p) -> p.items().contains(k.state().thing().item()) && !p.custodian().equals(k.owner()))
                    .cancels("exhibit.takeover")
                    .dismisses("taker")
                    .then((k, p, scene) -> k.passedTo(p.custodian(), scene.now()))
                    .handsTo(k -> k.state().custody().custodian(), "随移送接收物品（国务院令310号第十二条）")
                    .admits(formerCustodian(), "former_custodian", "交出物品的单位，留存交接记录（国务院令310号第十二条）")
                .from(REGISTERED, IN_CUSTODY, HANDING_OVER, DISPOSAL_PROPOSED, DISPOSAL_APPROVED, RELEASED)
                .on(CaseHandedOver.class).consequence().law("notice.3.3")
                    .dismisses("case_unit")
                    .then((k, c) -> k.handedOver(c))
                    .admits(caseUnit(), "case_unit", "承办案件的单位（行政强制法第二十六条）")
                .on(CaseEnded.class).consequence().law("coercion.27")
                    .then((k, e) -> k.decided(e.outcome() + "：" + e.note()))
                    .tells(Who.owner(), "案件已有结果，请依法处置物品")
                .build();
        // spotless:on
    }

    private static Who<Kept> caseUnit() {
        return Who.of("办案单位", k -> Optional.of(k.affair().caseUnit()));
    }

    private static Who<Kept> offeredTo() {
        return Who.of("接收单位", k -> k.custody().underWay().map(Custody.Handover::to));
    }

    /** Also when the step has just ended what it was to take. */
    private static Who<Kept> taker() {
        return Who.role("接收单位", "taker");
    }

    private static Who<Kept> formerCustodian() {
        return Who.of("交出单位", k -> k.custody().former());
    }
}
