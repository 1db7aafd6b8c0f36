package cn.daxietong.jointcase;

import static cn.daxietong.jointcase.AssistanceStatus.ACCEPTED;
import static cn.daxietong.jointcase.AssistanceStatus.DECLINED;
import static cn.daxietong.jointcase.AssistanceStatus.DONE;
import static cn.daxietong.jointcase.AssistanceStatus.REPORTED;
import static cn.daxietong.jointcase.AssistanceStatus.REQUESTED;
import static cn.daxietong.jointcase.AssistanceStatus.WITHDRAWN;

import cn.daxietong.document.Draft;
import cn.daxietong.jointcase.AssistanceAction.Accept;
import cn.daxietong.jointcase.AssistanceAction.AskMore;
import cn.daxietong.jointcase.AssistanceAction.Assign;
import cn.daxietong.jointcase.AssistanceAction.Confirm;
import cn.daxietong.jointcase.AssistanceAction.Decline;
import cn.daxietong.jointcase.AssistanceAction.Report;
import cn.daxietong.jointcase.AssistanceAction.Request;
import cn.daxietong.jointcase.AssistanceAction.Urge;
import cn.daxietong.jointcase.AssistanceAction.Withdraw;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.OfficerChanged;
import cn.daxietong.matter.OfficerChanged.Turn;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Who;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The life of a request for assistance: 行政处罚法 第二十六条, notice 三（二）. */
final class AssistanceProcedure {
    private static final String FINISH = "assistance.finish";

    private static final Condition<Assistance, Request> ANOTHER_UNIT = Condition.choice(
            "unit",
            "asks_itself",
            "penalty.26",
            "请选择本单位以外的单位",
            Request::unit,
            (a, unit, scene) -> !unit.equals(scene.unit()));

    private static final Condition<Assistance, Request> AN_OFFICER_OF_THE_UNIT = Condition.field(
            "officer",
            "not_their_officer",
            "penalty.26",
            "对方承办人应当是所选协查单位的在岗经办人，请核对单位和人员；不清楚的可以不填",
            (a, r, scene) -> r.officer() == null || scene.directory().holds(r.officer(), r.unit(), Post.HANDLER));

    private static final Condition<Assistance, Accept> OWN_OFFICER = ownOfficer(Accept::officer);

    private static final Condition<Assistance, Assign> ASSIGNS_OWN_OFFICER = ownOfficer(Assign::officer);

    static final DocumentTemplate<Assistance> LETTER =
            new Letter<>("assistance_letter", "协查函", "协查", a -> a.state().asker(), AssistanceProcedure::letter);

    static final Procedure<Assistance> TABLE = table();

    private AssistanceProcedure() {}

    private static Procedure<Assistance> table() {
        // spotless:off
        return Procedure.of(Assistance.class, AssistanceStatus.class)
                .opening(Request.class).by(Who.anyUnit()).law("penalty.26", "notice.3.2").to(REQUESTED)
                    .about("about", Request::about, "case", "joint_case", "operation", "lead")
                    .requires(ANOTHER_UNIT, AN_OFFICER_OF_THE_UNIT)
                    .then((none, r, scene) -> Assistance.requested(r, scene.unit(), scene.now()))
                    .admits(assistant(), "assistant", "协查单位（行政处罚法第二十六条）")
                    .limits(FINISH, assistant(), "收到协查请求", a -> a.state().dueAt())
                    .issues(LETTER)
                    .tells(assistant(), "有单位请求协查")

                .from(REQUESTED)
                .on(Accept.class).by(assistant()).law("penalty.26").to(ACCEPTED)
                    .duty("接受协查或者说明不能协助")
                    .timedBy(FINISH)
                    .requires(OWN_OFFICER)
                    .then((a, accept, scene) -> a.inHandOf(accept.officer(), scene.now()))
                .on(Decline.class).by(assistant()).law("penalty.26").to(DECLINED)
                    .then((a, d) -> a.ended(d.reason()))
                    .tells(asker(), "对方说明不能协助，请看理由")

                .from(REQUESTED, ACCEPTED)
                .on(Assign.class).by(assistant().head()).law("penalty.26")
                    .requires(ASSIGNS_OWN_OFFICER)
                    .then((a, assign, scene) -> a.inHandOf(assign.officer(), scene.now()))

                .from(REQUESTED, ACCEPTED, REPORTED)
                .on(OfficerChanged.class).consequence().law("penalty.43")
                    .heeding((a, c) -> c.is(Turn.REPLACED) && c.officer().equals(a.state().officer()))
                    .then((a, c, scene) -> a.inHandOf(c.successor(), scene.now()))

                .from(ACCEPTED)
                .on(Report.class).by(assistant()).law("penalty.26").to(REPORTED)
                    .duty("办理并报告协查结果")
                    .then((a, r, scene) -> a.reported(r.text(), scene.now()))
                    .stops(FINISH)
                    .tells(asker(), "协查结果已报告，请确认")

                .from(REPORTED)
                .on(Confirm.class).by(asker()).law("penalty.26").to(DONE)
                    .duty("确认协查结果，或者请补充")
                    .tells(assistant(), "协查已确认完成")
                .on(AskMore.class).by(asker()).law("penalty.26").to(ACCEPTED)
                    .then((a, m) -> a.askedMore(m.text(), m.dueAt()))
                    .limits(FINISH, assistant(), "收到补充协查请求", a -> a.state().dueAt())
                    .tells(assistant(), "对方请补充协查")

                .from(REQUESTED, ACCEPTED)
                .on(Urge.class).by(asker()).law("penalty.26")
                    .tells(assistant(), "催办：请尽快办理协查")
                .on(Withdraw.class).by(asker()).law("penalty.26").to(WITHDRAWN)
                    .then((a, w) -> a.ended(w.reason()))
                    .tells(assistant(), "协查请求已撤回")
                .build();
        // spotless:on
    }

    private static <A extends Action> Condition<Assistance, A> ownOfficer(Function<A, @Nullable AccountId> named) {
        return Condition.field(
                "officer", "not_own_officer", "penalty.26", "承办人应当是本单位在岗人员，请从名单中选择", (a, action, scene) -> {
                    var officer = named.apply(action);
                    return officer == null
                            || scene.directory().holds(officer, scene.unit(), Post.HANDLER)
                            || scene.directory().holds(officer, scene.unit(), Post.HEAD);
                });
    }

    private static Draft letter(Draft letter, Matter<Assistance> matter, Scene scene) {
        var a = matter.state();
        return letter.title("关于请求协查的函")
                .to(scene.directory().fullName(a.assistant()))
                .paragraph("根据《行政处罚法》第二十六条和《鹿寨县打击走私综合治理大协同平台建设工作方案》三（二），请协助查明以下情况（" + matter.number() + "）：")
                .paragraph(a.text())
                .paragraph("请于" + Letter.minute(a.dueAt()) + "前告知结果。不属于你单位职权范围的，请说明理由。");
    }

    private static Who<Assistance> asker() {
        return Who.of("请求单位", a -> Optional.of(a.asker()));
    }

    private static Who<Assistance> assistant() {
        return Who.of("协查单位", a -> Optional.of(a.assistant()));
    }
}
