package cn.daxietong.casework;

import cn.daxietong.casework.CaseAction.Close;
import cn.daxietong.casework.CaseAction.DecidePenalty;
import cn.daxietong.casework.CaseAction.Item;
import cn.daxietong.casework.CaseAction.Outcome;
import cn.daxietong.casework.CaseAction.PenaltyKind;
import cn.daxietong.casework.CaseAction.ProposeTransfer;
import cn.daxietong.law.Facts;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import cn.daxietong.transfer.Exhibit;
import cn.daxietong.transfer.Exhibit.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case.
 *
 * @param filed whether 立案 was decided, so that a case which comes back from a transfer stands where it stood
 * @param items everything under a measure, each in one unit's custody
 * @param transferred where the last transfer stands, which decides whether a penalty waits
 * @param refusedByHead the head's reasons for not approving a transfer, on record (国务院令310号 第五条第二款)
 */
public record Case(
        String title,
        @Title(value = "案情摘要", multiline = true) String summary,
        @Title("案件事实") Facts facts,
        Assessment assessment,
        boolean filed,
        @Title("涉案物品") List<Exhibit> items,
        boolean seizureExtended,
        boolean seizureToApprove,
        @Title("移送意见") @Nullable Proposal proposal,
        @Title("移送办理") TransferState transferred,

        @Title(value = "负责人不予移送的理由", multiline = true) @Nullable
        String refusedByHead,

        @Title("公安机关立案文号") @Nullable String filingNumber,
        @Title("行政处罚") @Nullable Penalty penalty,
        @Title("案件结果") @Nullable Outcome outcome,
        @Title(value = "结案说明", multiline = true) @Nullable String note) {

    /** A proposed transfer. */
    record Proposal(
            @Title("受移送单位") UnitId targetUnit,
            @Title("专案组成员") List<AccountId> officers,
            @Title(value = "书面报告", multiline = true) String report,
            @Title("提出时间") Instant at) {}

    /** A decision. */
    record Penalty(
            @Title("处罚种类") PenaltyKind kind,
            @Title("金额（元）") @Nullable BigDecimal amountYuan,
            @Title(value = "决定内容", multiline = true) String text,
            @Title("送达时间") @Nullable Instant servedAt) {}

    /** Whether a suspected crime has been answered for. */
    enum TransferState {
        @Title("尚未移送")
        NONE,
        @Title("移送办理中")
        UNDERWAY,
        /** Refused and not contested: the administrative organ deals with it (国务院令310号 第十条). */
        @Title("不予立案，由行政机关处理")
        REFUSED,
        @Title("已由受移送机关办理")
        TAKEN_OVER
    }

    static Case opened(String title, Facts facts, String summary, Assessment assessment) {
        return new Case(
                title,
                summary,
                facts,
                assessment,
                false,
                List.of(),
                false,
                false,
                null,
                TransferState.NONE,
                null,
                null,
                null,
                null,
                null);
    }

    /** New facts that reach a threshold on new grounds are not answered by what was said to the old ones. */
    Case knowing(Facts newer, Assessment newAssessment) {
        var reopened = newAssessment.reached() && !newAssessment.grounds().equals(assessment.grounds());
        var known = withFacts(newer, newAssessment);
        return reopened && transferred != TransferState.TAKEN_OVER
                ? known.with(proposal, TransferState.NONE, null, filingNumber)
                : known;
    }

    private Case withFacts(Facts newer, Assessment newAssessment) {
        return new Case(
                title,
                summary,
                newer,
                newAssessment,
                filed,
                items,
                seizureExtended,
                seizureToApprove,
                proposal,
                transferred,
                refusedByHead,
                filingNumber,
                penalty,
                outcome,
                note);
    }

    Case holding(List<Item> more, Measure measure, UnitId custodian, boolean toApprove) {
        var all = new ArrayList<>(items);
        for (var item : more) {
            all.add(new Exhibit(
                    String.valueOf(all.size() + 1),
                    item.description(),
                    item.quantity(),
                    item.unit(),
                    item.valueYuan(),
                    item.location(),
                    measure,
                    custodian));
        }
        return withItems(all, seizureExtended, seizureToApprove || toApprove);
    }

    Case released(List<String> which) {
        return withItems(
                changed(e -> which.contains(e.id()), e -> e.under(Measure.RELEASED)),
                seizureExtended,
                seizureToApprove);
    }

    Case inCustody(List<String> which, UnitId custodian) {
        return withItems(changed(e -> which.contains(e.id()), e -> e.in(custodian)), seizureExtended, seizureToApprove);
    }

    private List<Exhibit> changed(Predicate<Exhibit> which, UnaryOperator<Exhibit> change) {
        return items.stream().map(e -> which.test(e) ? change.apply(e) : e).toList();
    }

    Case seizureApproved() {
        return withItems(items, seizureExtended, false);
    }

    Case extended() {
        return withItems(items, true, seizureToApprove);
    }

    Case proposing(ProposeTransfer p, Instant at) {
        return with(new Proposal(p.targetUnit(), p.officers(), p.report(), at), transferred, null, filingNumber);
    }

    Case transferring() {
        return with(proposal, TransferState.UNDERWAY, null, filingNumber);
    }

    Case rejected(String reason) {
        return with(null, transferred, reason, filingNumber);
    }

    Case answered(TransferState state) {
        return with(proposal, state, refusedByHead, filingNumber);
    }

    Case filedCriminally(String number) {
        return with(proposal, TransferState.TAKEN_OVER, refusedByHead, number);
    }

    Case filedByItsOwner() {
        return filed(true);
    }

    /** Under a new owner filing and the questions of transfer begin afresh. */
    Case takenOver() {
        return with(null, TransferState.NONE, null, filingNumber).filed(false);
    }

    private Case filed(boolean decided) {
        return new Case(
                title,
                summary,
                facts,
                assessment,
                decided,
                items,
                seizureExtended,
                seizureToApprove,
                proposal,
                transferred,
                refusedByHead,
                filingNumber,
                penalty,
                outcome,
                note);
    }

    Case penalised(DecidePenalty d) {
        return with(new Penalty(d.kind(), d.amountYuan(), d.text(), null), outcome, note);
    }

    Case served(Instant at) {
        var decided = penalty;
        return decided == null
                ? this
                : with(new Penalty(decided.kind(), decided.amountYuan(), decided.text(), at), outcome, note);
    }

    Case closed(Close c) {
        return with(penalty, c.outcome(), c.note());
    }

    boolean holds(Measure measure) {
        return items.stream().anyMatch(e -> e.measure() == measure);
    }

    /** Whether 应移送 still stands unanswered, so that no penalty may take its place (国务院令310号 第十一条). */
    boolean mustTransferFirst() {
        return transferred == TransferState.UNDERWAY
                || assessment.reached() && transferred == TransferState.NONE && refusedByHead == null;
    }

    private Case withItems(List<Exhibit> goods, boolean extended, boolean toApprove) {
        return new Case(
                title,
                summary,
                facts,
                assessment,
                filed,
                List.copyOf(goods),
                extended,
                toApprove,
                proposal,
                transferred,
                refusedByHead,
                filingNumber,
                penalty,
                outcome,
                note);
    }

    private Case with(@Nullable Proposal p, TransferState t, @Nullable String refusal, @Nullable String filing) {
        return new Case(
                title,
                summary,
                facts,
                assessment,
                filed,
                items,
                seizureExtended,
                seizureToApprove,
                p,
                t,
                refusal,
                filing,
                penalty,
                outcome,
                note);
    }

    private Case with(@Nullable Penalty decided, @Nullable Outcome end, @Nullable String words) {
        return new Case(
                title,
                summary,
                facts,
                assessment,
                filed,
                items,
                seizureExtended,
                seizureToApprove,
                proposal,
                transferred,
                refusedByHead,
                filingNumber,
                decided,
                end,
                words);
    }
}
