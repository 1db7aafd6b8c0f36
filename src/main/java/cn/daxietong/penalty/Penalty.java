package cn.daxietong.penalty;

import cn.daxietong.casework.Case;
import cn.daxietong.casework.PenaltySignal.PenaltyDecided;
import cn.daxietong.casework.Sanction;
import cn.daxietong.matter.Followed;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.OfficerChanged;
import cn.daxietong.matter.OfficerChanged.Turn;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.matter.Subject;
import cn.daxietong.penalty.PenaltyAction.Adopted;
import cn.daxietong.penalty.PenaltyAction.Conclude;
import cn.daxietong.penalty.PenaltyAction.ConfirmNotified;
import cn.daxietong.penalty.PenaltyAction.Decide;
import cn.daxietong.penalty.PenaltyAction.Deliberate;
import cn.daxietong.penalty.PenaltyAction.Discuss;
import cn.daxietong.penalty.PenaltyAction.HearStatement;
import cn.daxietong.penalty.PenaltyAction.HoldHearing;
import cn.daxietong.penalty.PenaltyAction.LegalReview;
import cn.daxietong.penalty.PenaltyAction.Proposed;
import cn.daxietong.penalty.PenaltyAction.RequestHearing;
import cn.daxietong.penalty.PenaltyAction.Required;
import cn.daxietong.penalty.PenaltyAction.Revise;
import cn.daxietong.penalty.PenaltyAction.ScheduleHearing;
import cn.daxietong.penalty.PenaltyAction.Verdict;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a penalty: what is proposed against whom, which safeguards it has been through, what was decided, how it is carried out. */
@JsonIgnoreProperties("conflict") // how it was kept before a recusal was a matter of its own
public record Penalty(
        @JsonUnwrapped Ground ground,
        @Title("处理意见") Proposed proposal,
        @JsonUnwrapped Safeguards safeguards,
        @JsonUnwrapped Rights rights,
        @JsonUnwrapped Execution execution) {

    /**
     * What it is about.
     *
     * @param transferFirst whether the case must be transferred before anybody may be penalised (国务院令310号 第十一条); kept as the case stands
     */
    record Ground(
            @Title("处罚机关") UnitId unit,
            @Title("所涉案件") String subject,
            @Title(value = "当事人", multiline = true) String party,
            @Title("涉及的人、车、单位") List<Subject> subjects,
            @Title("办案人员") List<AccountId> officers,
            @Title("案件应当先移送") boolean transferFirst) {}

    /**
     * What must come before the decision, and what has.
     *
     * @param recusals the numbers of those not yet decided; from before they were kept, the officer
     */
    record Safeguards(
            @Title("程序要求") Required required,
            @Title("法制审核") @Nullable Review review,
            @Title("集体讨论") @Nullable Discussion discussion,
            @Title("等待决定的回避申请") @JsonAlias("challenged") List<String> recusals) {
        @SuppressWarnings("NullAway") // what was written before a recusal was a matter of its own arrives as null
        Safeguards {
            recusals = recusals == null ? List.of() : List.copyOf(recusals);
        }
    }

    /** 法制审核 (行政处罚法 第五十八条). */
    record Review(
            @Title("审核结论") Verdict verdict,
            @Title(value = "审核意见", multiline = true) String opinion,
            @Title("审核人员具有法律职业资格") boolean qualified,
            @Title("审核") Signed signed) {}

    /** 集体讨论 (行政处罚法 第五十七条第二款). */
    record Discussion(
            @Title("讨论时间") Instant at,
            @Title("参加的负责人") List<String> attendees,
            @Title(value = "讨论意见", multiline = true) String opinions,
            @Title(value = "结论", multiline = true) String conclusion,
            @Title("登记") Signed signed) {}

    /**
     * What the party was told and said.
     *
     * @param noticedFine what the party was told it would pay, which its defence must not raise (行政处罚法 第四十五条)
     */
    record Rights(
            @Title("告知时间") @Nullable Instant notifiedAt,
            @Title("告知的罚款数额（元）") @Nullable BigDecimal noticedFine,
            @Title("陈述申辩") List<Statement> statements,
            @Title("听证") @Nullable Hearing hearing,
            @Title("当事人放弃听证") boolean hearingWaived) {
        static final Rights NONE = new Rights(null, null, List.of(), null, false);
    }

    /** 陈述申辩 and the answer to it. */
    record Statement(
            @Title("时间") Instant at,
            @Title(value = "内容", multiline = true) String text,
            @Title(value = "复核意见", multiline = true) String response,
            @Title("是否采纳") Adopted adopted) {}

    /** A hearing asked for (行政处罚法 第六十三条至第六十五条). */
    record Hearing(
            @Title("要求听证的时间") Instant requestedAt,
            @Title("听证时间") @Nullable Instant at,
            @Title("地点") @Nullable String place,
            @Title("主持人") @Nullable AccountId presider,
            @Title("不公开举行的理由") @Nullable String closedFor,
            @Title("举行时间") @Nullable Instant heldAt,

            @Title(value = "听证笔录摘要", multiline = true) @Nullable
            String minutes,

            @Title(value = "主持人意见", multiline = true) @Nullable
            String opinion) {
        static Hearing requested(Instant at) {
            return new Hearing(at, null, null, null, null, null, null, null);
        }

        Hearing set(ScheduleHearing s) {
            return new Hearing(requestedAt, s.at(), s.place(), s.presider(), s.closedFor(), null, null, null);
        }

        /** Who presides may stand aside until it is held (行政处罚法 第六十四条). */
        Hearing presidedBy(@Nullable AccountId another) {
            return new Hearing(requestedAt, at, place, another, closedFor, heldAt, minutes, opinion);
        }

        Hearing held(HoldHearing h) {
            return new Hearing(requestedAt, at, place, presider, closedFor, h.heldAt(), h.minutes(), h.opinion());
        }
    }

    static Penalty concluded(Conclude c, Matter<?> about) {
        var origin = (Case) about.state();
        return new Penalty(
                new Ground(
                        about.owner(),
                        about.cited(),
                        c.party(),
                        origin.subjects(),
                        c.officers(),
                        origin.mustTransferFirst()),
                c.proposal(),
                new Safeguards(c.required(), null, null, List.of()),
                Rights.NONE,
                Execution.NONE);
    }

    /** What was reviewed and discussed was the proposal as it stood, and what the party was told is to be told anew. */
    Penalty revised(Revise r) {
        return new Penalty(
                ground,
                r.proposal(),
                new Safeguards(r.required(), null, null, safeguards.recusals),
                new Rights(null, rights.noticedFine, rights.statements, null, false),
                execution);
    }

    Penalty reviewed(LegalReview r, Scene scene) {
        var review = new Review(r.verdict(), r.opinion(), r.qualified(), Signed.by(scene));
        return with(new Safeguards(safeguards.required, review, safeguards.discussion, safeguards.recusals));
    }

    Penalty discussed(Discuss d, Scene scene) {
        var discussion = new Discussion(d.discussedAt(), d.attendees(), d.opinions(), d.conclusion(), Signed.by(scene));
        return with(new Safeguards(safeguards.required, safeguards.review, discussion, safeguards.recusals));
    }

    /** Somebody is asked to stand aside by this recusal, goes on after all, or is replaced (行政处罚法 第四十三条). */
    Penalty changed(OfficerChanged c, Scene scene) {
        var waiting = new ArrayList<>(safeguards.recusals);
        var recusal = scene.cause().map(Matter::number).orElseThrow();
        waiting.removeAll(Set.of(recusal, c.officer().value()));
        if (c.is(Turn.CHALLENGED)) {
            waiting.add(recusal);
        }
        var hearing = rights.hearing;
        var next = hearing != null && presiderLost(c)
                ? with(hearing.presidedBy(c.successor()), rights.hearingWaived)
                : this;
        return next.with(new Safeguards(safeguards.required, safeguards.review, safeguards.discussion, waiting))
                .with(new Ground(
                        ground.unit,
                        ground.subject,
                        ground.party,
                        ground.subjects,
                        officersAfter(c),
                        ground.transferFirst));
    }

    List<AccountId> officersAfter(OfficerChanged c) {
        var officers = new LinkedHashSet<>(ground.officers);
        if (c.is(Turn.REPLACED) && officers.remove(c.officer()) && c.successor() != null) {
            officers.add(c.successor());
        }
        return List.copyOf(officers);
    }

    /** Whether whoever was to preside over a hearing that is still to be held is replaced. */
    boolean presiderLost(OfficerChanged c) {
        return c.is(Turn.REPLACED) && presides(c.officer());
    }

    /** Whether one who presides over a hearing that is still to be held would investigate from now on. */
    boolean presiderInvestigates(OfficerChanged c) {
        return takesOver(c) && presides(c.successor());
    }

    boolean reviewerInvestigates(OfficerChanged c) {
        var review = safeguards.review;
        return takesOver(c) && review != null && review.signed.account().equals(c.successor());
    }

    private boolean takesOver(OfficerChanged c) {
        return c.is(Turn.REPLACED) && ground.officers.contains(c.officer());
    }

    private boolean presides(@Nullable AccountId who) {
        var hearing = rights.hearing;
        return who != null
                && hearing != null
                && hearing.heldAt == null
                && !rights.hearingWaived
                && who.equals(hearing.presider);
    }

    Penalty noticed() {
        return with(new Rights(null, proposal.fineYuan(), rights.statements, null, false));
    }

    Penalty notified(ConfirmNotified c) {
        return with(new Rights(c.notifiedAt(), rights.noticedFine, rights.statements, rights.hearing, false));
    }

    Penalty heard(HearStatement h) {
        var all = new ArrayList<>(rights.statements);
        all.add(new Statement(h.statedAt(), h.text(), h.response(), h.adopted()));
        return with(new Rights(
                rights.notifiedAt, rights.noticedFine, List.copyOf(all), rights.hearing, rights.hearingWaived));
    }

    Penalty hearingRequested(RequestHearing r) {
        return with(Hearing.requested(r.requestedAt()), false);
    }

    Penalty hearingSet(ScheduleHearing s) {
        return with(Objects.requireNonNull(rights.hearing).set(s), false);
    }

    Penalty hearingHeld(HoldHearing h) {
        return with(Objects.requireNonNull(rights.hearing).held(h), false);
    }

    Penalty deliberating(Deliberate d) {
        return with(rights.hearing, Boolean.TRUE.equals(d.waived()));
    }

    private Penalty with(@Nullable Hearing hearing, boolean waived) {
        return with(new Rights(rights.notifiedAt, rights.noticedFine, rights.statements, hearing, waived));
    }

    Penalty decided(Decide d, Scene scene) {
        return with(execution.decided(d, proposal.fineYuan(), Signed.by(scene)));
    }

    /** As the case stands now: it may have to be transferred first, or the question may be answered. */
    Penalty following(Scene scene) {
        var first = scene.cause()
                .filter(m -> m.state() instanceof Case)
                .map(m -> ((Case) m.state()).mustTransferFirst())
                .orElse(ground.transferFirst);
        return with(new Ground(ground.unit, ground.subject, ground.party, ground.subjects, ground.officers, first));
    }

    /** The case went to others or ended; what was paid counts towards a criminal fine (行政处罚法 第三十五条). */
    Penalty overtaken(Followed f) {
        var how = f.status().equals("criminal_investigation") ? "案件已刑事立案" : f.closed() ? "案件已结案" : "案件已转由其他单位承办";
        var paid = execution.paid();
        return with(
                execution.ended(paid.signum() > 0 ? how + "；已缴罚款" + Yuan.text(paid) + "，折抵相应罚金" : how + "，行政处罚程序终止"));
    }

    Penalty with(Execution next) {
        return new Penalty(ground, proposal, safeguards, rights, next);
    }

    private Penalty with(Ground next) {
        return new Penalty(next, proposal, safeguards, rights, execution);
    }

    private Penalty with(Safeguards next) {
        return new Penalty(ground, proposal, next, rights, execution);
    }

    private Penalty with(Rights next) {
        return new Penalty(ground, proposal, safeguards, next, execution);
    }

    /** Whether the case is no longer one in which this unit may penalise. */
    boolean isOvertakenBy(Followed f) {
        return f.closed()
                || f.status().equals("criminal_investigation")
                || !f.owner().equals(ground.unit);
    }

    Optional<Instant> hearingAt() {
        return Optional.ofNullable(rights.hearing).map(Hearing::at);
    }

    boolean fines() {
        return proposal.sanctions().contains(Sanction.FINE);
    }

    boolean mayAskForHearing() {
        return safeguards.required.hearing();
    }

    boolean lacksReview() {
        var review = safeguards.review;
        return safeguards.required.review() && (review == null || review.verdict != Verdict.PASSED);
    }

    /** Whether nothing tells against whoever reviewed (行政处罚法 第五十八条第二款). */
    boolean reviewerQualified() {
        var review = safeguards.review;
        return review == null || review.qualified;
    }

    boolean lacksDiscussion() {
        return safeguards.required.discussion() && safeguards.discussion == null;
    }

    /** What whoever decides reads: who, what is proposed, what was checked and what the party said. */
    record DecidedOn(
            @Title(value = "当事人", multiline = true) String party,
            @Title("处理意见") Proposed proposal,
            @Title("陈述申辩") List<Statement> statements,
            @Title("听证") @Nullable Hearing hearing,
            @Title("法制审核") @Nullable Review review,
            @Title("集体讨论") @Nullable Discussion discussion) {}

    DecidedOn decidedOn() {
        return new DecidedOn(
                ground.party, proposal, rights.statements, rights.hearing, safeguards.review, safeguards.discussion);
    }

    /** What the case is told of the decision: the fine where there is one, for 一事不二罚 is about fines. */
    PenaltyDecided announced() {
        var kind = fines() ? Sanction.FINE : proposal.sanctions().getFirst();
        return new PenaltyDecided(kind, proposal.fineYuan(), proposal.text());
    }
}
