package cn.daxietong.penalty;

import cn.daxietong.casework.Case;
import cn.daxietong.casework.CaseStatus;
import cn.daxietong.casework.Sanction;
import cn.daxietong.law.ClockLedger;
import cn.daxietong.law.Clocks;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.OfficerChanged;
import cn.daxietong.matter.OfficerChanged.Turn;
import cn.daxietong.matter.Scene;
import cn.daxietong.penalty.PenaltyAction.Adopted;
import cn.daxietong.penalty.PenaltyAction.Conclude;
import cn.daxietong.penalty.PenaltyAction.ConfirmNotified;
import cn.daxietong.penalty.PenaltyAction.Decide;
import cn.daxietong.penalty.PenaltyAction.Deliberate;
import cn.daxietong.penalty.PenaltyAction.HearStatement;
import cn.daxietong.penalty.PenaltyAction.HoldHearing;
import cn.daxietong.penalty.PenaltyAction.Proposed;
import cn.daxietong.penalty.PenaltyAction.RequestHearing;
import cn.daxietong.penalty.PenaltyAction.Revise;
import cn.daxietong.penalty.PenaltyAction.ScheduleHearing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What must hold on the way to a decision, each with its article and the sentence a person reads. */
final class PenaltyConditions {
    private static final int TWO = 2;
    static final String HEARING_REQUEST = "penalty.hearing.request";
    static final String HEARING_NOTICE = "penalty.hearing.notice";

    static final Condition<Penalty, Action> AN_ENFORCEMENT_ORGAN = Condition.matter(
            "not_an_enforcement_organ", "penalty.17", "只有具有行政处罚权的机关可以提出处理意见", (p, scene) -> scene.directory()
                    .investigates(scene.unit()));

    /** Asked of the page of a case before it offers to begin one, and of the case that the action names. */
    static final Condition<Penalty, Action> A_CASE_TO_DECIDE = Condition.matter(
            "case_not_ready", "penalty.57", "只能对本单位承办、已经立案、还没有进入行政处罚程序也没有作出处罚决定的案件提出处理意见", (p, scene) -> scene.about()
                    .map(m -> canBeDecided(m, scene))
                    .orElse(true));

    /** Of all that can be chosen only these are offered. */
    static final Condition<Penalty, Conclude> A_FILED_CASE_OF_ONES_OWN = Condition.about(
            "about",
            "case_not_ready",
            "penalty.57",
            "请选择本单位承办、已经立案、还没有作出处罚决定的案件",
            (p, about, scene) -> canBeDecided(about, scene));

    /** A warning and no bar, as where the case itself is decided. */
    static final Condition<Penalty, Action> FILING_SIGNED = Condition.matter(
            "filing_unsigned",
            "penalty.54",
            "所选案件的立案还没有负责人签批：请先在案件中办理“签批立案”；没有签批的立案，处罚决定可能因程序违法被撤销",
            (p, scene) -> scene.about()
                    .map(m -> !((Case) m.state()).awaitsSignature())
                    .orElse(true));

    static final Condition<Penalty, Conclude> NOT_FINED_YET = Condition.field(
            "proposal.sanctions",
            "second_fine",
            "penalty.29",
            "同一违法行为此前已被处以罚款，不得再次罚款；可以依法给予其他种类的行政处罚",
            (p, c, scene) -> !c.proposal().sanctions().contains(Sanction.FINE)
                    || scene.about().filter(m -> ((Case) m.state()).fined()).isEmpty());

    static final Condition<Penalty, Conclude> TWO_OFFICERS = Condition.field(
            "officers",
            "two_officers_needed",
            "penalty.42",
            "请填写两名以上不同的办案人员",
            (p, c, scene) -> Set.copyOf(c.officers()).size() >= TWO);

    static final Condition<Penalty, Conclude> OWN_OFFICERS = Condition.field(
            "officers",
            "not_own_officers",
            "penalty.42",
            "办案人员应当是本单位在岗人员，请从名单中选择",
            (p, c, scene) -> c.officers().stream().allMatch(o -> works(o, scene)));

    static final Condition<Penalty, Conclude> FINE_AS_PROPOSED = fineAsProposed(Conclude::proposal);
    static final Condition<Penalty, Conclude> A_SANCTION = aSanction(Conclude::proposal);
    static final Condition<Penalty, Revise> FINE_AS_REVISED = fineAsProposed(Revise::proposal);
    static final Condition<Penalty, Revise> A_REVISED_SANCTION = aSanction(Revise::proposal);

    /** 不得因当事人陈述、申辩而给予更重的处罚. */
    static final Condition<Penalty, Revise> NOT_HARSHER_FOR_SPEAKING = Condition.field(
            "proposal.fine_yuan",
            "harsher_after_defence",
            "penalty.45",
            "当事人已经陈述、申辩，罚款不得高于告知的数额；确因查明新的事实或者证据而改变的，请选择“是否因查明新的事实或者证据”并重新告知",
            (p, r, scene) -> {
                var told = p.state().rights().noticedFine();
                var fine = r.proposal().fineYuan();
                var spoke = p.state().rights().statements().stream().anyMatch(s -> s.adopted() != Adopted.WAIVED);
                return !spoke
                        || Boolean.TRUE.equals(r.newFacts())
                        || fine == null
                        || told != null && fine.compareTo(told) <= 0;
            });

    static final Condition<Penalty, Action> A_PENALTY_IS_PROPOSED = Condition.pointless(
            "no_penalty_proposed",
            "penalty.44",
            "处理意见是不予行政处罚，没有拟处罚的内容可以告知",
            (p, scene) -> p.state().proposal().noPenalty() == null);

    static final Condition<Penalty, Action> NOT_YET_NOTIFIED = Condition.pointless(
            "already_notified",
            "penalty.44",
            "告知书送达时间已经登记",
            (p, scene) -> p.state().rights().notifiedAt() == null);

    static final Condition<Penalty, ConfirmNotified> NOTIFIED_AFTER_NOTICE = Condition.notBefore(
            "notified_at", "penalty.44", c -> Optional.of(c.notifiedAt()), "制发处罚告知书", p -> p.documents().stream()
                    .filter(d -> d.kind().equals(PenaltyDocuments.NOTICE.kind()))
                    .map(d -> d.issuedAt())
                    .reduce((a, b) -> b));

    /** 未告知的，不得作出行政处罚决定. */
    static final Condition<Penalty, Action> NOTIFIED = Condition.matter(
            "not_notified",
            "penalty.62",
            "告知书还没有送达当事人，请先登记送达",
            (p, scene) -> p.state().rights().notifiedAt() != null);

    static final Condition<Penalty, HearStatement> STATED_AFTER_NOTICE = Condition.notBefore(
            "stated_at",
            "penalty.45",
            h -> Optional.of(h.statedAt()),
            "告知",
            p -> Optional.ofNullable(p.state().rights().notifiedAt()));

    static final Condition<Penalty, Action> HAS_A_RIGHT_TO_BE_HEARD =
            Condition.pointless("no_hearing_right", "penalty.63", "本案不属于听证范围", (p, scene) -> p.state()
                    .mayAskForHearing());

    static final Condition<Penalty, RequestHearing> ASKED_IN_TIME = Condition.field(
            "requested_at",
            "asked_too_late",
            "penalty.64",
            "提出时间应当在告知之后、要求听证的五个工作日之内；逾期的视为放弃",
            (p, r, scene) -> p.clocks().stream()
                    .filter(c -> c.clock().equals(HEARING_REQUEST) && !c.cancelled())
                    .reduce((a, b) -> b)
                    .filter(c -> !r.requestedAt().isBefore(c.startsAt()))
                    .filter(c -> c.dueAt() == null || !r.requestedAt().isAfter(c.dueAt()))
                    .isPresent());

    static final Condition<Penalty, ScheduleHearing> PRESIDER_IS_ANOTHER = Condition.field(
            "presider",
            "presider_investigated",
            "penalty.64",
            "听证由本单位指定的非本案调查人员主持，请选择办案人员以外的人",
            (p, s, scene) ->
                    works(s.presider(), scene) && !p.state().ground().officers().contains(s.presider()));

    static final Condition<Penalty, Action> HEARING_SET =
            Condition.pointless("no_hearing_set", "penalty.64", "还没有确定听证时间", (p, scene) -> p.state()
                    .hearingAt()
                    .isPresent());

    static final Condition<Penalty, HoldHearing> HELD_WHEN_SET =
            Condition.notBefore("held_at", "penalty.64", h -> Optional.of(h.heldAt()), "通知的听证", p -> p.state()
                    .hearingAt());

    static final Condition<Penalty, Deliberate> HEARING_OVER = Condition.field(
            "waived",
            "hearing_open",
            "penalty.64",
            "当事人有权要求听证，期限还没有届满或者听证还没有举行；当事人书面放弃的，请选择“是”",
            (p, d, scene) -> Boolean.TRUE.equals(d.waived())
                    || !p.state().mayAskForHearing()
                    || p.state().rights().hearing() == null && !stillTime(p.clocks(), scene.now()));

    static final Condition<Penalty, Action> REVIEW_ASKED_FOR = Condition.pointless(
            "no_review_needed",
            "penalty.58",
            "本案的处理意见已经通过法制审核",
            (p, scene) -> p.state().safeguards().review() == null
                    || p.state().lacksReview()
                    || !p.state().reviewerQualified());

    /** Whoever investigated does not review their own proposal; somebody else of the unit does. */
    static final Condition<Penalty, Action> REVIEWED_BY_ANOTHER = Condition.<Penalty>matter(
                    "reviews_own_case",
                    "penalty.58",
                    "您是本案的办案人员，不能审核自己提出的处理意见，请由本单位从事法制审核的其他人员办理",
                    (p, scene) -> !p.state()
                            .ground()
                            .officers()
                            .contains(scene.viewer().account()))
            .ofThePerson();

    /** A warning and no bar: only whoever reviews for the first time must have passed (初次从事), which no field of ours knows. */
    static final Condition<Penalty, Action> REVIEWER_QUALIFIED = Condition.matter(
            "reviewer_not_qualified",
            "penalty.58",
            "法制审核登记的审核人员没有取得法律职业资格。初次从事法制审核的人员，应当通过国家统一法律职业资格考试取得资格：请先核实其不是初次从事；是初次从事的，请由有资格的人员重新审核",
            (p, scene) -> p.state().reviewerQualified());

    static final Condition<Penalty, Action> REVIEWED =
            Condition.matter("not_reviewed", "penalty.58", "依法应当法制审核，未经审核或者审核未通过的，不得作出决定", (p, scene) -> !p.state()
                    .lacksReview());

    static final Condition<Penalty, Action> DISCUSSED =
            Condition.matter("not_discussed", "penalty.57", "情节复杂或者重大的，应当由负责人集体讨论决定，请先登记集体讨论", (p, scene) -> !p.state()
                    .lacksDiscussion());

    static final Condition<Penalty, Action> NO_RECUSAL_OPEN = new Condition<>(
            "recusal_open",
            "penalty.43",
            (p, a) -> "有回避申请还没有决定（" + String.join("、", p.state().safeguards().recusals()) + "），请负责人先逐件决定是否回避",
            null,
            false,
            (p, a, scene) -> p.state().safeguards().recusals().isEmpty());

    /** Whoever takes over may be one of the officers already; two must be left (行政处罚法 第四十二条). */
    static final Condition<Penalty, OfficerChanged> TWO_REMAIN = Condition.field(
            "successor",
            "two_officers_needed",
            "penalty.42",
            "决定回避后办案人员不足两名，请指定办案人员以外的本单位其他执法人员接替",
            (p, c, scene) -> !c.is(Turn.REPLACED) || p.state().officersAfter(c).size() >= TWO);

    /** 听证由行政机关指定的非本案调查人员主持 (行政处罚法 第六十四条). */
    static final Condition<Penalty, OfficerChanged> ANOTHER_PRESIDES = Condition.field(
            "successor",
            "presider_investigates",
            "penalty.64",
            "听证主持人回避的，请指定不是本案调查人员的人接替",
            (p, c, scene) ->
                    !p.state().presiderLost(c) || !p.state().ground().officers().contains(c.successor()));

    /** The other way round: whoever is to preside does not become one who investigates (行政处罚法 第六十四条). */
    static final Condition<Penalty, OfficerChanged> PRESIDES_ONLY = Condition.field(
            "successor",
            "presider_investigates",
            "penalty.64",
            "接替人是本案听证的主持人，听证还没有举行，不能由他接替调查人员：请改选其他人员接替，或者先在行政处罚中重新“决定举行听证并通知”、另定主持人，再决定回避",
            (p, c, scene) -> !p.state().presiderInvestigates(c));

    /** Nor does whoever reviewed it, for nobody reviews their own proposal (行政处罚法 第五十八条). */
    static final Condition<Penalty, OfficerChanged> REVIEWED_ONLY = Condition.field(
            "successor",
            "reviewer_investigates",
            "penalty.58",
            "接替人审核过本案的处理意见，不能由他接替调查人员，请改选其他人员接替",
            (p, c, scene) -> !p.state().reviewerInvestigates(c));

    /** 不得以行政处罚代替移送; the case itself refuses it too, should it stand otherwise when the decision reaches it. */
    static final Condition<Penalty, Action> TRANSFER_ANSWERED = Condition.matter(
            "transfer_first", "310.11", "案件应当移送公安机关而移送还没有答复，不得以行政处罚代替移送；请先在案件中办理移送并等待答复", (p, scene) -> !p.state()
                    .ground()
                    .transferFirst());

    static final Condition<Penalty, Decide> NOT_FINED_ELSEWHERE = Condition.field(
            "single_fine",
            "second_fine",
            "penalty.29",
            "给予罚款的，请先核实同一违法行为没有被其他机关罚款，并选择“是”",
            (p, d, scene) -> !p.state().fines() || Boolean.TRUE.equals(d.singleFine()));

    private PenaltyConditions() {}

    /** 应当在举行听证的七日前通知: counted in working days from the notice, which goes out now. */
    static Condition<Penalty, ScheduleHearing> noticeInTime(Clocks clocks) {
        return Condition.field("at", "notice_too_short", "penalty.64", "听证应当在通知之日起七个工作日之后举行，请另定时间", (p, s, scene) -> {
            var due = clocks.dueAt(ClockLedger.start(HEARING_NOTICE, scene.now()));
            return due == null || s.at().isAfter(due);
        });
    }

    private static boolean stillTime(List<cn.daxietong.matter.RunningClock> clocks, Instant now) {
        return clocks.stream()
                .anyMatch(c -> c.clock().equals(HEARING_REQUEST)
                        && c.runs()
                        && (c.dueAt() == null || !now.isAfter(c.dueAt())));
    }

    private static boolean canBeDecided(Matter<?> about, Scene scene) {
        return about.owner().equals(scene.unit())
                && about.status().equals(CaseStatus.FILED.code())
                && about.state() instanceof Case c
                && !c.inPenaltyProcedure();
    }

    private static boolean works(AccountId account, Scene scene) {
        return scene.directory().holds(account, scene.unit(), Post.HANDLER)
                || scene.directory().holds(account, scene.unit(), Post.HEAD);
    }

    private static <A extends Action> Condition<Penalty, A> fineAsProposed(Function<A, Proposed> proposal) {
        return Condition.field(
                "proposal.fine_yuan",
                "amount_needed",
                "penalty.57",
                "处罚种类含罚款的，应当写明罚款数额；不含罚款的不填",
                (p, a, scene) -> proposal.apply(a).sanctions().contains(Sanction.FINE)
                        == (proposal.apply(a).fineYuan() != null));
    }

    /** Either sanctions or no penalty, with its ground (行政处罚法 第三十三条、第五十七条); never both. */
    private static <A extends Action> Condition<Penalty, A> aSanction(Function<A, Proposed> proposal) {
        return Condition.field(
                "proposal.sanctions",
                "no_sanction",
                "penalty.57",
                "拟给予处罚的，选择处罚种类，不填不予处罚的情形；拟不予行政处罚的，只填不予处罚的情形和理由，不选处罚种类，也不填罚款和没收数额",
                (p, a, scene) -> {
                    var proposed = proposal.apply(a);
                    return proposed.noPenalty() == null
                            ? !proposed.sanctions().isEmpty()
                                    && !proposed.sanctions().contains(Sanction.NO_PENALTY)
                            : proposed.sanctions().isEmpty()
                                    && proposed.fineYuan() == null
                                    && proposed.confiscatedYuan() == null;
                });
    }
}
