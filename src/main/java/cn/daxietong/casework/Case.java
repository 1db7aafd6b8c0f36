package cn.daxietong.casework;

import cn.daxietong.casework.CaseAction.Close;
import cn.daxietong.casework.CaseAction.DecidePenalty;
import cn.daxietong.casework.CaseAction.Outcome;
import cn.daxietong.casework.CaseAction.ProposeTransfer;
import cn.daxietong.casework.PenaltySignal.PenaltyDecided;
import cn.daxietong.casework.Referral.Proposal;
import cn.daxietong.casework.Referral.TransferState;
import cn.daxietong.law.Facts;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.matter.Subject;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import cn.daxietong.transfer.Exhibit;
import cn.daxietong.transfer.Exhibit.Measure;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a case: what it is about, whether it is filed, what is held, how the question of transfer stands, how it ends. */
public record Case(
        @JsonUnwrapped Substance substance,
        @JsonUnwrapped Filing filing,
        @JsonUnwrapped Holding holding,
        @JsonUnwrapped Referral referral,
        @JsonUnwrapped Ending ending) {

    /** Who did what, and what the tables say to it. */
    record Substance(
            String title,
            @Title(value = "案情摘要", multiline = true) String summary,
            @Title("涉及的人、车、单位") List<Subject> subjects,
            @Title("案件事实") Facts facts,
            Assessment assessment) {
        @SuppressWarnings("NullAway") // what was written before a case had subjects arrives as null
        Substance {
            subjects = subjects == null ? List.of() : subjects;
        }
    }

    /**
     * Whether 立案 was decided, so that a case which comes back from a transfer stands where it stood; and by whom.
     *
     * @param approvedBy the head: 立案日期为负责人批准立案之日 (烟草专卖行政处罚程序规定 第三十五条)
     */
    record Filing(
            boolean filed,
            @Title("立案审批") @Nullable FilingApproval filingApproval,
            @Title("立案承办") @Nullable Signed filedBy,
            @Title("立案签批") @Nullable Signed approvedBy) {
        static final Filing NONE = new Filing(false, null, null, null);
    }

    /** Whether the head has signed the filing on the platform. */
    enum FilingApproval {
        @Title("待负责人签批")
        PENDING,
        @Title("负责人已签批")
        GIVEN
    }

    /** How far a penalty procedure of its own has come. */
    enum PenaltyProcedure {
        @Title("办理中")
        UNDERWAY,
        @Title("已作出决定，执行中")
        DECIDED,
        @Title("执行完毕")
        EXECUTED
    }

    /**
     * How it ends.
     *
     * @param penaltyProcedure absent where the decision is taken by the case's own short way, or not yet
     * @param finedBefore whether the same act has been fined in the case that this one goes back to (行政处罚法 第二十九条)
     */
    record Ending(
            @Title("行政处罚") @Nullable Penalty penalty,
            @Title("案件结果") @Nullable Outcome outcome,

            @Title(value = "结案说明", multiline = true) @Nullable
            String note,

            @Title("行政处罚程序") @Nullable PenaltyProcedure penaltyProcedure,
            @Title("同一行为此前已被罚款") @Nullable Boolean finedBefore) {
        static final Ending NONE = new Ending(null, null, null, null, null);

        Ending with(@Nullable Penalty next) {
            return new Ending(next, outcome, note, penaltyProcedure, finedBefore);
        }

        Ending at(@Nullable PenaltyProcedure next) {
            return new Ending(penalty, outcome, note, next, finedBefore);
        }
    }

    /** A decision. */
    record Penalty(
            @Title("处罚种类") Sanction kind,
            @Title("金额（元）") @Nullable BigDecimal amountYuan,
            @Title(value = "决定内容", multiline = true) String text,
            @Title("决定时间") @Nullable Instant decidedAt,
            @Title("送达时间") @Nullable Instant servedAt) {}

    /** As it goes on from a case in which the same act was fined already. */
    Case finedBefore() {
        return with(new Ending(ending.penalty, ending.outcome, ending.note, ending.penaltyProcedure, true));
    }

    static Case opened(String title, List<Subject> subjects, Facts facts, String summary, Assessment assessment) {
        var substance = new Substance(title, summary, subjects, facts, assessment);
        return new Case(substance, Filing.NONE, Holding.NONE, Referral.NONE, Ending.NONE);
    }

    /** New facts that reach a threshold on new grounds are not answered by what was said to the old ones. */
    Case knowing(Facts newer, Assessment newAssessment) {
        var known = new Substance(substance.title, substance.summary, substance.subjects, newer, newAssessment);
        var reopened = newAssessment.reached()
                && !newAssessment.grounds().equals(assessment().grounds());
        return new Case(
                known,
                filing,
                holding,
                reopened && !referral.transferred().stands()
                        ? new Referral(referral.proposal(), TransferState.NONE, null, referral.filingNumber())
                        : referral,
                ending);
    }

    Case released(List<String> which) {
        return with(holding.changed(which, e -> e.under(Measure.RELEASED)));
    }

    Case disposed(List<String> which) {
        return with(holding.changed(which, e -> e.under(Measure.DISPOSED)));
    }

    Case inCustody(List<String> which, UnitId custodian) {
        return with(holding.changed(which, e -> e.in(custodian)));
    }

    Case proposing(ProposeTransfer p, Instant at) {
        var proposal = new Proposal(p.targetUnit(), p.deviationReason(), p.officers(), p.report(), at);
        return with(new Referral(proposal, referral.transferred(), null, referral.filingNumber()));
    }

    Case transferring() {
        return with(new Referral(referral.proposal(), TransferState.UNDERWAY, null, referral.filingNumber()));
    }

    Case rejected(String reason) {
        return with(new Referral(null, referral.transferred(), reason, referral.filingNumber()));
    }

    Case answered(TransferState state) {
        return with(referral.state(state));
    }

    Case filedCriminally(String number) {
        return with(new Referral(referral.proposal(), TransferState.TAKEN_OVER, referral.refusedByHead(), number))
                .procedure(null);
    }

    /** Filed by the head it is approved at once; by a handler the head's signature is still to come. */
    Case filedBy(Signed signed) {
        return with(
                signed.byHead()
                        ? new Filing(true, FilingApproval.GIVEN, null, signed)
                        : new Filing(true, FilingApproval.PENDING, signed, null));
    }

    Case filingApproved(Scene scene) {
        return with(new Filing(true, FilingApproval.GIVEN, filing.filedBy, Signed.by(scene)));
    }

    /** Under a new owner filing and the questions of transfer begin afresh. */
    Case takenOver() {
        var afresh = new Referral(null, TransferState.NONE, null, referral.filingNumber());
        return new Case(substance, Filing.NONE, holding, afresh, ending.at(null));
    }

    Case penalised(DecidePenalty d, Instant at) {
        return with(ending.with(new Penalty(d.kind(), d.amountYuan(), d.text(), at, null)));
    }

    Case penalised(PenaltyDecided d, Instant at) {
        return with(ending.with(new Penalty(d.kind(), d.fineYuan(), d.text(), at, null))
                .at(PenaltyProcedure.DECIDED));
    }

    Case served(Instant at) {
        var p = ending.penalty;
        return p == null ? this : with(ending.with(new Penalty(p.kind, p.amountYuan, p.text, p.decidedAt, at)));
    }

    Case procedure(@Nullable PenaltyProcedure next) {
        return with(ending.at(next));
    }

    Case penaltyRevoked() {
        return with(ending.with(null).at(null));
    }

    Case closed(Close c) {
        return with(new Ending(ending.penalty, c.outcome(), c.note(), ending.penaltyProcedure, ending.finedBefore));
    }

    /** What the tables are asked with. */
    public Facts facts() {
        return substance.facts;
    }

    /** Whom and what it is about. */
    public List<Subject> subjects() {
        return substance.subjects;
    }

    /** 案情摘要. */
    public String summary() {
        return substance.summary;
    }

    Assessment assessment() {
        return substance.assessment;
    }

    /** An act and the things that it took, as the head is shown them. */
    record ToSign(
            @Title("案件") String title,
            @Title("待签批的措施") Taking taking,
            @Title("物品") List<Exhibit> items) {}

    Object toSign(Taking t) {
        return new ToSign(
                substance.title,
                t,
                items().stream().filter(e -> t.items().contains(e.id())).toList());
    }

    /** What is given back because the head did not approve what was refused last. */
    List<String> refusedItems() {
        return holding.refusedLast().map(Taking::items).orElse(List.of());
    }

    List<Exhibit> items() {
        return holding.items();
    }

    boolean seizureExtended() {
        return holding.seizureExtended();
    }

    boolean holds(Measure measure) {
        return items().stream().anyMatch(e -> e.measure() == measure);
    }

    /** Whether the head has not signed the filing yet (行政处罚法 第五十四条). */
    public boolean awaitsSignature() {
        return filing.filingApproval == FilingApproval.PENDING;
    }

    /** Whether the same act has been fined, here or in the case that this one goes back to (行政处罚法 第二十九条). */
    public boolean fined() {
        var p = ending.penalty;
        return Boolean.TRUE.equals(ending.finedBefore) || p != null && p.kind == Sanction.FINE;
    }

    /** Whether a penalty is being decided or carried out by its own procedure. */
    public boolean inPenaltyProcedure() {
        return ending.penaltyProcedure != null;
    }

    /** Whether 应移送 still stands unanswered, so that no penalty may take its place (国务院令310号 第十一条). */
    public boolean mustTransferFirst() {
        return underway()
                || assessment().reached()
                        && referral.transferred() == TransferState.NONE
                        && referral.refusedByHead() == null;
    }

    /** Whether 应移送 stands and no transfer was made, whatever its owner's head said to it. */
    public boolean untransferred() {
        return assessment().reached() && referral.transferred() == TransferState.NONE;
    }

    /** Whether the head refused the transfer and gave reasons (国务院令310号 第五条第二款). */
    public boolean transferRejected() {
        return referral.refusedByHead() != null;
    }

    /** Whether it ended in a decision not to prosecute that has not been sent on for a penalty (刑事诉讼法 第一百七十七条). */
    public boolean unprosecutedAndNotReturned() {
        return ending.outcome == Outcome.NOT_PROSECUTED && referral.transferred() != TransferState.NOT_PROSECUTED;
    }

    /** Whether the procuratorate has taken it up for 反向移送. */
    boolean returnedForPenalty() {
        return referral.transferred() == TransferState.NOT_PROSECUTED;
    }

    /** Whether it became a criminal case, here or with whoever had it before. */
    public boolean filedAsCrime() {
        return referral.filingNumber() != null;
    }

    /** Whether it was given away to an organ that may not be on the platform, so that what became of it is not known here. */
    public boolean endedElsewhere() {
        return ending.outcome == Outcome.TRANSFERRED;
    }

    /** Whether its investigation ended, as far as it is recorded here, in prosecution or in a decision against one. */
    public boolean reachedProsecution() {
        return ending.outcome == Outcome.SENT_FOR_PROSECUTION || ending.outcome == Outcome.NOT_PROSECUTED;
    }

    /** Whether no transfer of it was begun or answered. */
    public boolean neverTransferred() {
        return referral.transferred() == TransferState.NONE;
    }

    /** When its transfer was proposed; absent where the organ that investigates it filed it itself. */
    public Optional<Instant> transferProposedAt() {
        return Optional.ofNullable(referral.proposal()).map(Proposal::at);
    }

    boolean underway() {
        return referral.transferred() == TransferState.UNDERWAY;
    }

    private Case with(Filing next) {
        return new Case(substance, next, holding, referral, ending);
    }

    Case with(Holding next) {
        return new Case(substance, filing, next, referral, ending);
    }

    Case with(Referral next) {
        return new Case(substance, filing, holding, next, ending);
    }

    private Case with(Ending next) {
        return new Case(substance, filing, holding, referral, next);
    }
}
