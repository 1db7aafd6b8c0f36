package cn.daxietong.coordination;

import static cn.daxietong.coordination.CoordinationStatus.ACCEPTED;
import static cn.daxietong.coordination.CoordinationStatus.ADVISED;
import static cn.daxietong.coordination.CoordinationStatus.ASKED;
import static cn.daxietong.coordination.CoordinationStatus.CLOSED;
import static cn.daxietong.coordination.CoordinationStatus.CONVENED;
import static cn.daxietong.coordination.CoordinationStatus.DECLINED;
import static cn.daxietong.coordination.CoordinationStatus.ENDED;
import static cn.daxietong.coordination.CoordinationStatus.MET;
import static cn.daxietong.coordination.CoordinationStatus.WITHDRAWN;

import cn.daxietong.coordination.CoordinationAction.Accept;
import cn.daxietong.coordination.CoordinationAction.Advise;
import cn.daxietong.coordination.CoordinationAction.Close;
import cn.daxietong.coordination.CoordinationAction.Convene;
import cn.daxietong.coordination.CoordinationAction.Decline;
import cn.daxietong.coordination.CoordinationAction.End;
import cn.daxietong.coordination.CoordinationAction.RecordMeeting;
import cn.daxietong.coordination.CoordinationAction.Reply;
import cn.daxietong.coordination.CoordinationAction.Request;
import cn.daxietong.coordination.CoordinationAction.Urge;
import cn.daxietong.coordination.CoordinationAction.View;
import cn.daxietong.coordination.CoordinationAction.Withdraw;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Who;
import cn.daxietong.shared.UnitId;
import java.util.Optional;
import java.util.Set;

/** The life of a coordination: notice 四（三）（组织研究和协调有争议的重大疑难案件） row by row. */
final class CoordinationProcedure {
    static final UnitId COMMISSION = UnitId.POLITICAL_LEGAL_COMMISSION;
    private static final String REPLIES = "coordination.replies";
    private static final Set<String> HANDLING =
            Set.of("court", "procuratorate", "police", "customs", "enforcement", "department");

    private static final Condition<Coordination, Action> ASKED_BY_OTHERS =
            Condition.pointless("asks_itself", "notice.4.3", "案件协调由办案单位或者指挥部办公室向县委政法委提请", (c, scene) -> !scene.unit()
                    .equals(COMMISSION));

    private static final Condition<Coordination, Request> UNITS_THAT_DIFFER = Condition.field(
            "views",
            "nobody_differs",
            "notice.4.3",
            "请逐个写明有分歧的办案单位，至少两家，每家只写一次",
            (c, r, scene) -> r.views().stream().map(View::unit).distinct().count() > 1
                    && r.views().stream().map(View::unit).distinct().count()
                            == r.views().size());

    private static final Condition<Coordination, Request> UNITS_THAT_HANDLE_CASES = Condition.field(
            "views",
            "handles_no_cases",
            "notice.4.3",
            "只能写办案单位：法院、检察院、公安、海关、行政执法机关和其他政府部门",
            (c, r, scene) -> r.views().stream().allMatch(v -> scene.directory()
                    .unit(v.unit())
                    .filter(u -> HANDLING.contains(u.kind()))
                    .isPresent()));

    private static final Condition<Coordination, Action> ALL_HAVE_REPLIED =
            Condition.matter("replies_missing", "notice.4.3", "还有单位没有回复采纳情况，可以催办；不再需要协调的，请终止协调", (c, scene) -> c.state()
                    .stillToReply()
                    .isEmpty());

    private static final Condition<Coordination, Action> SOMEBODY_TO_URGE =
            Condition.pointless("nobody_to_urge", "notice.4.3", "各单位都已回复", (c, scene) -> !c.state()
                    .stillToReply()
                    .isEmpty());

    static final Procedure<Coordination> TABLE = table();

    private CoordinationProcedure() {}

    private static Procedure<Coordination> table() {
        // spotless:off
        return Procedure.of(Coordination.class, CoordinationStatus.class)
                .opening(Request.class).by(Who.anyUnit()).law("notice.4.3").to(ASKED)
                    .about("about", Request::about, "case", "transfer", "dispute")
                    .requires(ASKED_BY_OTHERS, UNITS_THAT_DIFFER, UNITS_THAT_HANDLE_CASES)
                    .then((none, r, scene) -> Coordination.requested(r, scene.about().orElseThrow(), scene.unit()))
                    .handsTo(c -> COMMISSION, "县委政法委组织研究和协调（方案四（三））")
                    .admits(asker(), "applicant", "提请协调的单位（方案四（三））")
                    .tells(commission(), "有单位提请协调有争议的重大疑难案件")

                .from(ASKED)
                .on(Accept.class).by(commission()).law("notice.4.3").to(ACCEPTED)
                    .duty("受理协调，或者说明不予协调的理由")
                    .admits(units(), "case_unit", "意见不一致的办案单位（方案四（三））")
                    .tells(asker(), "县委政法委已受理协调")
                    .tells(units(), "县委政法委正在协调本单位办理的案件，请准备意见")
                .on(Decline.class).by(commission()).law("notice.4.3").to(DECLINED)
                    .then((c, d) -> c.ended(d.reason()))
                    .tells(asker(), "县委政法委不予协调，请看理由")

                .from(ASKED, ACCEPTED, CONVENED)
                .on(Withdraw.class).by(asker()).law("notice.4.3").to(WITHDRAWN)
                    .then((c, w) -> c.ended(w.reason()))
                    .tells(commission().or(taking()), "协调提请已撤回")

                .from(ACCEPTED, CONVENED, MET, ADVISED)
                .on(Convene.class).by(commission()).law("notice.4.3").to(CONVENED)
                    .duty("召集协调会议", c -> c.status().equals(ACCEPTED.code()))
                    .then(Coordination::convened)
                    .admits(invited(), "informed", "应邀参加协调会议（方案四（三））")
                    .cancels(REPLIES)
                    .tells(asker().or(taking()), "请按时参加协调会议，时间、地点见详情")

                .from(CONVENED)
                .on(RecordMeeting.class).by(commission()).law("notice.4.3").to(MET)
                    .duty("开会后登记协调会议纪要")
                    .then(Coordination::met)
                    .issues(CoordinationDocuments.MINUTES)
                    .tells(asker().or(taking()), "协调会议纪要已登记")

                .from(MET)
                .on(Advise.class).by(commission()).law("notice.4.3").to(ADVISED)
                    .duty("出具协调意见，或者再次召集会议")
                    .then((c, a, scene) -> c.advised(a, scene.now()))
                    .limits(REPLIES, commission(), "出具协调意见", c -> c.state().replyBy())
                    .issues(CoordinationDocuments.ADVICE)
                    .tells(asker(), "县委政法委已出具协调意见")
                    .tells(units(), "县委政法委已出具协调意见，请回复采纳情况")

                .from(ADVISED)
                .on(Reply.class).by(stillToReply()).law("notice.4.3")
                    .duty("回复协调意见的采纳情况")
                    .timedBy(REPLIES)
                    .then((c, r, scene) -> c.replied(r, scene.unit(), scene.now()))
                    .tells(commission().or(asker()), "有单位回复了协调意见的采纳情况")
                .on(Urge.class).by(commission()).law("notice.4.3")
                    .requires(SOMEBODY_TO_URGE)
                    .tells(stillToReply(), "催办：请回复协调意见的采纳情况")
                    .tells(stillToReply().head(), "催办：请回复协调意见的采纳情况")
                .on(Close.class).by(commission()).law("notice.4.3").to(CLOSED)
                    .duty("办结协调", c -> c.state().stillToReply().isEmpty())
                    .requires(ALL_HAVE_REPLIED)
                    .then((c, close) -> c.ended(close.result()))
                    .stops(REPLIES)
                    .tells(asker().or(taking()), "案件协调已办结")

                .from(ACCEPTED, CONVENED, MET, ADVISED)
                .on(End.class).by(commission()).law("notice.4.3").to(ENDED)
                    .then((c, e) -> c.ended(e.reason()))
                    .cancels(REPLIES)
                    .tells(asker().or(taking()), "案件协调已终止，请看理由")
                .build();
        // spotless:on
    }

    private static Who<Coordination> commission() {
        return Who.unit("县委政法委", COMMISSION);
    }

    private static Who<Coordination> asker() {
        return Who.of("提请单位", c -> Optional.of(c.asker()));
    }

    private static Who<Coordination> units() {
        return Who.each("办案单位", Coordination::units);
    }

    private static Who<Coordination> invited() {
        return Who.each("应邀单位", Coordination::invited);
    }

    /** Of the units named those that have been let in: before it is accepted none. */
    private static Who<Coordination> taking() {
        return Who.<Coordination>role("办案单位", "case_unit").or(Who.role("应邀单位", "informed"));
    }

    private static Who<Coordination> stillToReply() {
        return Who.each("尚未回复的办案单位", Coordination::stillToReply);
    }
}
