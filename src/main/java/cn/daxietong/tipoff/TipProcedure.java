package cn.daxietong.tipoff;

import static cn.daxietong.tipoff.TipStatus.ACCEPTED;
import static cn.daxietong.tipoff.TipStatus.ANSWERED;
import static cn.daxietong.tipoff.TipStatus.CHECKED;
import static cn.daxietong.tipoff.TipStatus.DECLINED;
import static cn.daxietong.tipoff.TipStatus.HANDED_ON;
import static cn.daxietong.tipoff.TipStatus.MERGED;
import static cn.daxietong.tipoff.TipStatus.RECEIVED;
import static cn.daxietong.tipoff.TipStatus.TO_REWARD;

import cn.daxietong.lead.LeadOpening;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.matter.Followed;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Who;
import cn.daxietong.shared.UnitId;
import cn.daxietong.tipoff.TipAction.Accept;
import cn.daxietong.tipoff.TipAction.AllowIdentity;
import cn.daxietong.tipoff.TipAction.Answer;
import cn.daxietong.tipoff.TipAction.AskIdentity;
import cn.daxietong.tipoff.TipAction.Decline;
import cn.daxietong.tipoff.TipAction.DenyIdentity;
import cn.daxietong.tipoff.TipAction.DropRequest;
import cn.daxietong.tipoff.TipAction.ExtendTime;
import cn.daxietong.tipoff.TipAction.File;
import cn.daxietong.tipoff.TipAction.HandOn;
import cn.daxietong.tipoff.TipAction.Hear;
import cn.daxietong.tipoff.TipAction.Merge;
import cn.daxietong.tipoff.TipAction.NoReward;
import cn.daxietong.tipoff.TipAction.OpenIdentity;
import cn.daxietong.tipoff.TipAction.PartedFrom;
import cn.daxietong.tipoff.TipAction.Unmerge;
import cn.daxietong.tipoff.TipAction.Write;
import java.util.Set;

/** The life of a tip-off: notice 三（六）, with the clocks of 信访工作条例 towards the teller. */
final class TipProcedure {
    /** 县司法局, which oversees enforcement and takes no part in it (行政执法监督条例 第六条), keeps the second half of each identity. */
    static final UnitId CUSTODIAN = UnitId.JUSTICE;

    private static final String DESK = "/tipoffs/{id}";
    private static final String PUBLIC = "/report";

    private static final Condition<Tip, Action> AN_IDENTITY_IS_THERE =
            Condition.pointless("no_identity", "notice.3.6", "举报人没有留下身份", (tip, scene) -> tip.state()
                    .named());

    private static final Condition<Tip, Action> NOBODY_HAS_ASKED = Condition.matter(
            "already_asked",
            "notice.3.6",
            "已有人申请查看身份，请等保管人答复或者先打开",
            (tip, scene) -> tip.state().request() == null);

    private static final Condition<Tip, Action> SOMEBODY_ASKED =
            Condition.pointless("nobody_asked", "notice.3.6", "没有待答复的申请", (tip, scene) -> tip.state()
                    .identityAsked());

    private static final Condition<Tip, Action> SOMEBODY_HAS_ASKED = Condition.pointless(
            "nobody_asked",
            "notice.3.6",
            "没有查看身份的申请",
            (tip, scene) -> tip.state().request() != null);

    private static final Condition<Tip, Action> ALLOWED_AND_MINE =
            Condition.pointless("not_allowed", "notice.3.6", "申请还没有得到保管人同意，或者不是本人申请的", (tip, scene) -> {
                var request = tip.state().request();
                return request != null
                        && request.allowed()
                        && request.by().equals(scene.viewer().account());
            });

    /** The first teller is the one who is rewarded (举报奖励暂行办法), so what came later joins what came earlier, and no two join each other. */
    private static final Condition<Tip, Merge> AN_EARLIER_ONE = Condition.about(
            "about",
            "not_earlier",
            "market_reward.claim",
            "只能并入收到在先、自己没有并入别件的举报：请另选一件，或者到后收到的那一件里办理并入",
            (tip, other, scene) -> Merging.isEarlier(other, tip));

    private static final Condition<Tip, Action> NOTHING_WAS_REWARDED = Condition.matter(
            "rewarded_meanwhile",
            "market_reward.claim",
            "先前的那件举报已经提出奖励，不能再撤销并入；情况确有不同的，请给举报人留言说明",
            (tip, scene) -> !Merging.wasRewarded(tip));

    private static final Condition<Tip, Answer> SOMETHING_SHOWS_IT = Condition.field(
            "basis",
            "basis_required",
            "notice.3.6",
            "线索还没有转为案件，答复“查实”要写明依据；还没有核查结果的，请等核查单位办完线索再答复",
            (tip, answer, scene) -> answer.outcome() != TipAction.Outcome.SUBSTANTIATED
                    || tip.state().ledToACase()
                    || answer.basis() != null && !answer.basis().isBlank());

    static final Procedure<Tip> TABLE = table();

    private TipProcedure() {}

    private static Procedure<Tip> table() {
        // spotless:off
        return Procedure.of(Tip.class, TipStatus.class)
                .opening(File.class).by(desks()).onPage(PUBLIC).law("notice.3.6").to(RECEIVED)
                    .then((none, f) -> Tip.filed(f))
                    .starts("petition.inform", desk(), "收到举报", (t, f) -> !f.officials())
                    .tells(desk(), "收到新的举报")

                .from(RECEIVED)
                .on(Accept.class).by(desk()).law("notice.3.6", "petition").to(ACCEPTED)
                    .duty("查看并决定是否受理")
                    .then((t, a) -> t.about(a.commodity()))
                    .stops("petition.inform")
                    .starts("petition.close", desk(), "受理举报", (t, a) -> !t.state().officials())
                .on(Decline.class).by(desk()).law("notice.3.6", "petition").to(DECLINED)
                    .then((t, d) -> t.declined(d.ground()))
                    .stops("petition.inform")

                .on(Merge.class).by(desk()).law("notice.3.6").to(MERGED)
                    .mentions("about", Merge::about, "tipoff")
                    .requires(AN_EARLIER_ONE)
                    .then((t, m) -> t.merged(RECEIVED))
                    .stops("petition.inform")

                .from(MERGED)
                .on(Unmerge.class).by(desk()).law("notice.3.6").to(Tip::beforeMerging, RECEIVED, ACCEPTED)
                    .undoes()
                    .then((t, u) -> t.parted(u.reason()))
                    .demands("tipoff", (t, u, scene) -> new PartedFrom())
                    .restarts("petition.inform", "petition.close", "petition.close.extended")
                    .tells(desk(), "撤销了并入，请继续办理；期限从原来的日子接着算")

                .from(ACCEPTED)
                .on(Merge.class).by(desk()).law("notice.3.6").to(MERGED)
                    .mentions("about", Merge::about, "tipoff")
                    .requires(AN_EARLIER_ONE)
                    .then((t, m) -> t.merged(ACCEPTED))
                    .stops("petition.close", "petition.close.extended")
                .on(HandOn.class).by(office().handler()).onPage(DESK).law("notice.3.6", "market_complaint.33").to(HANDED_ON)
                    .duty("转为线索交办")
                    .timedBy("petition.close", "petition.close.extended")
                    .then((t, h) -> t.about(h.commodity()))
                    .opens("lead", "tipoff", (t, h, scene) -> lead(h))

                .from(HANDED_ON)
                .on(Followed.class).consequence().law("notice.3.6").to(CHECKED)
                    .heeding((t, f) -> f.kind().equals("lead") && (f.closed() || f.event().equals("open_case")))
                    .then((t, f) -> t.checked(f.event().equals("open_case")))
                    .starts("market.inform.informant", desk(), "市场监管部门作出是否立案决定（实名举报）",
                            (t, f) -> t.state().manner() == TipAction.Manner.NAMED && f.owner().equals(UnitId.MARKET_REGULATION))
                    .tells(desk(), "举报的线索已有核查结果，请答复举报人")

                .from(ACCEPTED, HANDED_ON, CHECKED)
                .on(ExtendTime.class).by(desk().head()).law("petition.extend")
                    .requires(Extension.POSSIBLE)
                    .then((t, e) -> t.extended(e.reason()))
                    .startsBeside("petition.close.extended", desk(), "受理举报，批准延长三十日", "petition.close")
                    .stops("petition.close")
                    .issues(Extension.NOTICE)
                    .tells(desk(), "办理期限已批准延长三十日，告知书已送举报人")
                .on(Answer.class).by(desk()).law("notice.3.6", "petition").to(Tip::afterAnswer, ANSWERED, TO_REWARD)
                    .duty("答复举报人", t -> t.status().equals(CHECKED.code()))
                    .duty("跟进核查，有结果后答复举报人", t -> t.status().equals(HANDED_ON.code()))
                    .duty("依规依纪依法核查后答复举报人", t -> t.status().equals(ACCEPTED.code()) && t.state().officials())
                    .timedBy("market.inform.informant", "petition.close", "petition.close.extended")
                    .requires(SOMETHING_SHOWS_IT)
                    .then((t, a) -> t.answered(a))
                    .stops("market.inform.informant", "petition.close", "petition.close.extended")
                    .starts("reward.inform", desk(), "举报答复查实", (t, a) -> t.status().equals(TO_REWARD.code()))
                    .dismisses("custodian")

                .from(TO_REWARD)
                .on(RewardOpened.class).consequence().law("notice.3.6", "market_reward.claim").to(ANSWERED)
                    .stops("reward.inform")
                .on(NoReward.class).by(desk()).law("notice.3.6", "market_reward.claim").to(ANSWERED)
                    .duty("提出举报奖励，或者写明不提出的理由")
                    .timedBy("reward.inform")
                    .yieldsTo("reward")
                    .then((t, n) -> t.unrewarded(n.reason()))
                    .stops("reward.inform")
                .on(Followed.class).consequence().law("notice.3.6")
                    .heeding((t, f) -> f.kind().equals("lead") && f.closed())
                    .tells(desk(), "举报引出的线索已办结，请研究奖励")

                .from(RECEIVED, ACCEPTED, HANDED_ON, CHECKED, TO_REWARD, ANSWERED, MERGED, DECLINED)
                .on(PartedFrom.class).consequence().law("notice.3.6")
                    .requires(NOTHING_WAS_REWARDED)
                .on(Write.class).by(desk().handler()).onPage(DESK).law("notice.3.6")
                .on(Hear.class).by(desk()).onPublicPage(PUBLIC).law("notice.3.6")
                    .tells(desk(), "举报人有新的补充")
                .from(RECEIVED, ACCEPTED, HANDED_ON, CHECKED, TO_REWARD, ANSWERED)
                .on(DropRequest.class).by(desk().or(custodian())).law("notice.3.6")
                    .requires(SOMEBODY_HAS_ASKED)
                    .then((t, d) -> t.denied())
                    .dismisses("custodian")
                .on(AskIdentity.class).by(desk()).law("notice.3.6", "market_complaint.33")
                    .requires(AN_IDENTITY_IS_THERE, NOBODY_HAS_ASKED)
                    .then((t, a, scene) -> t.asked(a.reason(), scene))
                    .admits(custodian(), "custodian", "举报人身份由两个单位各掌一半（方案三（六）保密）")
                    .tells(custodian(), "有人申请查看举报人身份，请审查")
                .on(AllowIdentity.class).by(custodian()).onPage(DESK).law("notice.3.6", "market_complaint.33")
                    .duty("审查查看举报人身份的申请", t -> t.state().identityAsked())
                    .requires(SOMEBODY_ASKED)
                    .then((t, a) -> t.allowed())
                    .tells(desk(), "查看身份的申请已获同意，请申请人本人打开")
                .on(DenyIdentity.class).by(custodian()).law("notice.3.6", "market_complaint.33")
                    .requires(SOMEBODY_ASKED)
                    .then((t, d) -> t.denied())
                    .dismisses("custodian")
                    .tells(desk(), "查看身份的申请未获同意")
                .on(OpenIdentity.class).by(desk()).onPage(DESK).law("notice.3.6")
                    .requires(ALLOWED_AND_MINE)
                    .then((t, o) -> t.opened())
                    .dismisses("custodian")
                    .tells(custodian(), "举报人身份已由申请人打开")
                .build();
        // spotless:on
    }

    private static LeadOpening lead(HandOn h) {
        return new LeadOpening(
                h.title(),
                h.commodity(),
                h.place(),
                h.description(),
                h.copies().stream().map(id -> new Enclosure("净化副本", id)).toList());
    }

    /** Whoever received it. */
    private static Who<Tip> desk() {
        return Who.owner();
    }

    /** The office, of what is its own: what concerns officials is not handed on through it. */
    private static Who<Tip> office() {
        return Who.each("指挥部办公室", tip -> tip.officials() ? Set.of() : Set.of(UnitId.OFFICE));
    }

    private static Who<Tip> desks() {
        return desk().or(Who.unit("县纪委监委", TipDesk.DISCIPLINE.unit()));
    }

    private static Who<Tip> custodian() {
        return Who.unit("县司法局（保管人）", CUSTODIAN);
    }
}
