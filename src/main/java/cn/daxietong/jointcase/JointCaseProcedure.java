package cn.daxietong.jointcase;

import static cn.daxietong.jointcase.JointCaseStatus.CLOSED;
import static cn.daxietong.jointcase.JointCaseStatus.DISSOLVED;
import static cn.daxietong.jointcase.JointCaseStatus.RESEARCH;
import static cn.daxietong.jointcase.JointCaseStatus.UNDERWAY;

import cn.daxietong.document.Draft;
import cn.daxietong.jointcase.JointCase.Part;
import cn.daxietong.jointcase.JointCase.Related;
import cn.daxietong.jointcase.JointCase.Shared;
import cn.daxietong.jointcase.JointCaseAction.AddSubjects;
import cn.daxietong.jointcase.JointCaseAction.Close;
import cn.daxietong.jointcase.JointCaseAction.Conclude;
import cn.daxietong.jointcase.JointCaseAction.Convene;
import cn.daxietong.jointcase.JointCaseAction.Dissolve;
import cn.daxietong.jointcase.JointCaseAction.HoldMeeting;
import cn.daxietong.jointcase.JointCaseAction.Invite;
import cn.daxietong.jointcase.JointCaseAction.Join;
import cn.daxietong.jointcase.JointCaseAction.Leave;
import cn.daxietong.jointcase.JointCaseAction.Relate;
import cn.daxietong.jointcase.JointCaseAction.ShareGoods;
import cn.daxietong.jointcase.JointCaseAction.StayOut;
import cn.daxietong.jointcase.JointCaseAction.Study;
import cn.daxietong.jointcase.JointCaseAction.WithdrawGoods;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Who;
import java.util.Optional;
import java.util.stream.Collectors;

/** The life of a joint case: notice 三（二） row by row, with 专题研究 for what stays unsolved. */
final class JointCaseProcedure {
    private static final Condition<JointCase, Convene> SOMEBODY_ELSE =
            Condition.field("units", "nobody_else", "notice.3.2", "请邀请本单位以外的单位", (j, c, scene) -> c.units().stream()
                    .anyMatch(u -> !u.equals(scene.unit())));

    private static final Condition<JointCase, Invite> NOT_IN_IT_YET = Condition.field(
            "unit",
            "already_in_it",
            "notice.3.2",
            "该单位已经参加或者已被邀请",
            (j, i, scene) -> !j.state().working().contains(i.unit())
                    && !j.state().invited().contains(i.unit()));

    private static final Condition<JointCase, Relate> NOT_RELATED_SO_YET = Condition.field(
            "relation",
            "already_related",
            "notice.3.2",
            "该案件已经以同一关系关联，不要重复登记；关系有变化的，选择新的关系，平台改写原来的一条",
            (j, r, scene) -> scene.about()
                    .filter(c -> j.state().room().related().stream()
                            .anyMatch(k -> k.caseNumber().equals(c.number()) && k.relation() == r.relation()))
                    .isEmpty());

    private static final Condition<JointCase, ShareGoods> OWN_CASE = Condition.about(
            "about",
            "not_own_case",
            "notice.3.2",
            "只能共享本单位承办的案件的涉案物品；其他单位承办的，请该单位参加联合办案后自己共享",
            (j, kase, scene) -> kase.owner().equals(scene.unit()));

    private static final Condition<JointCase, ShareGoods> NOT_SHARED_YET = Condition.about(
            "about",
            "already_shared",
            "notice.3.2",
            "本单位已经在这里共享该案件的涉案物品，以后登记的也会自动列出，不用重复办理",
            (j, kase, scene) -> j.state().room().goods().stream().noneMatch(s -> s.is(kase, scene.unit())));

    private static final Condition<JointCase, WithdrawGoods> SHARED_BY_US = Condition.choice(
            "case_number",
            "not_shared_by_us",
            "notice.3.2",
            "本单位没有在这里共享该案件的涉案物品，请选择本单位共享的案件",
            WithdrawGoods::caseNumber,
            (j, number, scene) -> j.state().room().goods().stream().anyMatch(s -> s.is(number, scene.unit())));

    static final DocumentTemplate<JointCase> MINUTES =
            new Letter<>("joint_minutes", "会商纪要", null, j -> j.state().lead(), JointCaseProcedure::minutes);

    static final Procedure<JointCase> TABLE = table();

    private JointCaseProcedure() {}

    static boolean over(Matter<?> room) {
        return TABLE.status(room.status()).closed();
    }

    private static Procedure<JointCase> table() {
        // spotless:off
        return Procedure.of(JointCase.class, JointCaseStatus.class)
                .opening(Convene.class).by(Who.anyUnit()).law("notice.3.2").to(UNDERWAY)
                    .about("about", Convene::about, "case", "lead")
                    .requires(SOMEBODY_ELSE)
                    .then((none, c, scene) -> JointCase.convened(c, scene.unit()))
                    .admits(invited(), "member", "联合办案成员单位（方案三（二））")
                    .admits(Who.office(), "office", "联合办案由指挥部办公室协调（方案三（二））")
                    .tells(invited(), "邀请本单位参加联合办案")

                .from(UNDERWAY, RESEARCH)
                .on(Join.class).by(invited()).law("notice.3.2")
                    .duty("答复是否参加联合办案")
                    .then((j, join, scene) -> j.member(scene.unit(), Part.JOINED))
                    .tells(lead(), "有单位参加联合办案")
                .on(StayOut.class).by(invited()).law("notice.3.2")
                    .then((j, s, scene) -> j.member(scene.unit(), Part.STAYED_OUT).recorded(scene.now(), "不参加：" + s.reason(), scene.unit()))
                    .tells(lead().or(Who.office()), "有单位说明不参加联合办案")
                    .dismissesActor("member")
                .on(Invite.class).by(lead().or(Who.office())).law("notice.3.2")
                    .requires(NOT_IN_IT_YET)
                    .then((j, i) -> j.member(i.unit(), Part.INVITED))
                    .admits(invited(), "member", "联合办案成员单位（方案三（二））")
                    .tells(invited(), "邀请本单位参加联合办案")
                .on(JointCaseAction.Record.class).by(working()).law("notice.3.2")
                    .then((j, r, scene) -> j.recorded(r.at(), r.text(), scene.unit()))
                    .tells(working(), "联合办案有新的记录")
                .on(AddSubjects.class).by(working()).law("notice.3.2")
                    .then((j, a) -> j.after(a.subjects()))
                .on(Relate.class).by(working()).law("notice.3.2")
                    .aboutAny("about", Relate::about, "case")
                    .requires(NOT_RELATED_SO_YET)
                    .then((j, r, scene) -> j.relating(new Related(scene.about().map(Matter::number).orElse(""), r.relation(), r.reason())))
                .on(ShareGoods.class).by(working()).law("notice.3.2")
                    .aboutAny("about", ShareGoods::about, "case")
                    .requires(OWN_CASE, NOT_SHARED_YET)
                    .then((j, s, scene) -> j.sharing(scene.about().map(c -> new Shared(c.id(), c.number(), scene.unit(), scene.now())).orElseThrow()))
                    .tells(working(), "有单位在联合办案中共享涉案物品")
                .on(WithdrawGoods.class).by(sharing()).law("notice.3.2")
                    .requires(SHARED_BY_US)
                    .then((j, w, scene) -> j.withdrawn(w.caseNumber(), scene.unit())
                            .recorded(scene.now(), "停止共享" + w.caseNumber() + "的涉案物品：" + w.reason(), scene.unit()))
                    .tells(working(), "有单位停止共享涉案物品")
                .on(HoldMeeting.class).by(lead().or(Who.office())).law("notice.3.2")
                    .then(JointCase::met)
                    .issues(MINUTES)
                    .tells(working(), "会商纪要已登记")
                .on(Leave.class).by(joined()).law("notice.3.2")
                    .then((j, l, scene) -> j.left(scene.unit()).recorded(scene.now(), "退出：" + l.reason(), scene.unit()))
                    .tells(lead().or(Who.office()), "有单位退出联合办案")
                    .dismissesActor("member")

                .from(UNDERWAY)
                .on(Study.class).by(lead().or(Who.office())).law("notice.3.2", "notice.3.5").to(RESEARCH)
                    .then((j, s) -> j.studying(s.problem()))
                    .tells(working().or(Who.office()), "联合办案转入专题研究")
                .on(Close.class).by(lead()).law("notice.3.2").to(CLOSED)
                    .duty("推进联合办案，办结后登记结果")
                    .yieldsTo("record")
                    .then((j, c) -> j.ended(c.result()))
                    .tells(working().or(Who.office()), "联合办案已办结")

                .from(RESEARCH)
                .on(Conclude.class).by(lead().or(Who.office())).law("notice.3.2", "notice.3.5").to(UNDERWAY)
                    .duty("研究并形成对策和解决方案")
                    .then((j, c, scene) -> j.recorded(scene.now(), "研究结论：" + c.measures(), scene.unit()))
                    .tells(working(), "专题研究已形成结论")

                .from(UNDERWAY, RESEARCH)
                .on(Dissolve.class).by(lead().or(Who.office())).law("notice.3.2").to(DISSOLVED)
                    .then((j, d) -> j.ended(d.reason()))
                    .tells(working().or(invited()).or(Who.office()), "联合办案已解散")
                .build();
        // spotless:on
    }

    private static Draft minutes(Draft letter, Matter<JointCase> matter, Scene scene) {
        var j = matter.state();
        var meeting = j.room().meetings().getLast();
        letter.title("“" + j.call().title() + "”会商纪要")
                .paragraph("时间：" + Letter.minute(meeting.at()))
                .paragraph("参加单位："
                        + meeting.units().stream()
                                .map(scene.directory()::shortName)
                                .collect(Collectors.joining("、")))
                .paragraph(meeting.minutes());
        if (!meeting.resolutions().isEmpty()) {
            letter.heading(1, "议定事项");
            var n = 1;
            for (var resolution : meeting.resolutions()) {
                letter.paragraph(n++ + "." + resolution);
            }
        }
        return letter;
    }

    private static Who<JointCase> lead() {
        return Who.of("牵头单位", j -> Optional.of(j.lead()));
    }

    private static Who<JointCase> invited() {
        return Who.each("受邀单位", JointCase::invited);
    }

    private static Who<JointCase> working() {
        return Who.each("参加单位", JointCase::working);
    }

    private static Who<JointCase> sharing() {
        return Who.each("共享涉案物品的单位", JointCase::sharing);
    }

    private static Who<JointCase> joined() {
        return Who.each("成员单位", JointCase::joined);
    }
}
