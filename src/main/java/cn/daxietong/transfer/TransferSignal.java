package cn.daxietong.transfer;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.util.List;

/** What a transfer lets its case know, and what the case lets the transfer know; each is a row in the other's table. */
public sealed interface TransferSignal extends Action {

    /** Signed for by an administrative organ, which now answers for the case. */
    @Title("移送被签收，案件由接收单位承办")
    record CaseReceived(UnitId receiver) implements TransferSignal {}

    /** Filed as a criminal case by the receiver, which now answers for it (国务院令310号 第八、十二条). */
    @Title("公安机关立案，案件由立案单位承办")
    record CaseFiledCriminally(UnitId receiver, String filingNumber) implements TransferSignal {}

    /** Refused, so that the sender deals with it itself (国务院令310号 第十条). */
    @Title("案件由原单位依法处理")
    record FilingRefused(String reason) implements TransferSignal {}

    /** The refusal is contested, so that a penalty waits again (国务院令310号 第十一条). */
    @Title("对不予立案提请复议或者立案监督")
    record RefusalContested() implements TransferSignal {}

    /** Ended without an answer: withdrawn, or closed after a return. */
    @Title("移送终止，案件退回原单位")
    record TransferEnded(String reason) implements TransferSignal {}

    /** Handed over and confirmed: custody of these items is the receiver's. */
    @Title("涉案物品交接完毕")
    record CustodyPassed(List<String> items, UnitId custodian) implements TransferSignal {}

    /** Released by the unit that answers for the case, so that nothing is left to hand over. */
    @Title("涉案物品已解除措施")
    record ItemsReleased(List<String> items) implements TransferSignal {}

    /** Disposed of by law, so that nothing is left to hand over but what came of them. */
    @Title("涉案物品已处置")
    record ItemsDisposed(List<String> items) implements TransferSignal {}

    /** The unit that answers for the case transfers it anew, so that this transfer moves it no more. */
    @Title("案件已另行移送")
    record CaseTransferredAnew() implements TransferSignal {}

    /** The case came to its end; the sender learns it without asking. */
    @Title("案件结果反馈")
    record CaseEnded(String outcome, String note) implements TransferSignal {}
}
