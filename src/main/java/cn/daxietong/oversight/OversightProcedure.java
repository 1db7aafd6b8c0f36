package cn.daxietong.oversight;

import static cn.daxietong.oversight.OversightStatus.CLOSED;
import static cn.daxietong.oversight.OversightStatus.ISSUED;
import static cn.daxietong.oversight.OversightStatus.REPLIED;
import static cn.daxietong.oversight.OversightStatus.REPORTED_UP;
import static cn.daxietong.oversight.OversightStatus.REVOKED;

import cn.daxietong.document.Draft;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Followed;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Who;
import cn.daxietong.oversight.OversightAction.Close;
import cn.daxietong.oversight.OversightAction.Form;
import cn.daxietong.oversight.OversightAction.Insist;
import cn.daxietong.oversight.OversightAction.Issue;
import cn.daxietong.oversight.OversightAction.Reply;
import cn.daxietong.oversight.OversightAction.ReportUp;
import cn.daxietong.oversight.OversightAction.Revoke;
import cn.daxietong.shared.UnitId;
import java.util.Optional;

/** The life of an oversight opinion: 人民检察院刑事诉讼规则 第五百五十七、五百六十四条, 行政执法监督条例 第六条, notice 四（五）（九）. */
final class OversightProcedure {
    private static final String REPLY = "oversight.reply";

    private static final Condition<Oversight, Issue> SOMEBODY_ANSWERS =
            Condition.field("about", "own_matter", "notice.4.5", "该事项由本单位承办，不能监督自己", (o, i, scene) -> scene.about()
                    .filter(m -> !m.owner().equals(scene.unit()))
                    .isPresent());

    static final DocumentTemplate<Oversight> OPINION =
            new Letter<>("oversight_opinion", "监督意见书", "监", o -> o.state().overseer(), OversightProcedure::opinion);

    static final Procedure<Oversight> TABLE = table();

    private OversightProcedure() {}

    private static Procedure<Oversight> table() {
        // spotless:off
        return Procedure.of(Oversight.class, OversightStatus.class)
                .opening(Issue.class).by(overseers()).law("procuratorate.557", "procuratorate.564", "oversight.6").to(ISSUED)
                    .aboutAny("about", Issue::about, "case", "transfer")
                    .requires(OversightConditions.OWN_FORM, OversightConditions.A_CASE_NOT_TRANSFERRED, OversightConditions.A_FILING_THAT_IS_LATE,
                            OversightConditions.AN_INVESTIGATION_THAT_RUNS, OversightConditions.NOT_CRIMINAL_WORK, SOMEBODY_ANSWERS)
                    .then((none, i, scene) -> Oversight.issued(i, scene.about().orElseThrow(), scene.unit()))
                    .admits(overseen(), "overseen", "被监督单位（行政执法机关移送涉嫌犯罪案件的规定第十四条）")
                    .limits(REPLY, overseen(), "收到监督意见", o -> o.state().demand().replyBy())
                    .issues(OPINION)
                    .tells(overseen(), "收到监督意见，请按期回复")
                    .tells(overseen().head(), "收到监督意见，请按期回复")

                .from(ISSUED, REPORTED_UP)
                .on(Reply.class).by(overseen()).law("310.14").to(REPLIED)
                    .duty("回复监督意见")
                    .then((o, r, scene) -> o.replied(r, scene.now()))
                    .stops(REPLY)
                    .tells(overseer(), "监督意见已回复")

                .from(REPLIED)
                .on(Insist.class).by(overseer()).law("310.14").to(ISSUED)
                    .then(Oversight::insisting)
                    .limits(REPLY, overseen(), "收到再次要求", o -> o.state().demand().replyBy())
                    .issues(OPINION)
                    .tells(overseen(), "监督机关要求再次回复")

                .from(ISSUED, REPLIED)
                .on(ReportUp.class).by(overseer()).law("procuratorate.557", "oversight.6").to(REPORTED_UP)
                    .then((o, r) -> o.reportedUp(r.superior()))
                    .admits(superior(), "superior", "监督机关报告（方案四（五）、四（九））")
                    .tells(superior().or(overseen()), "监督意见已报告上级")

                .from(REPLIED, REPORTED_UP)
                .on(Close.class).by(overseer()).law("310.14").to(CLOSED)
                    .duty("审查回复并办结", o -> o.status().equals(REPLIED.code()))
                    .then((o, c) -> o.ended(c.result()))
                    .tells(overseen(), "监督已办结")

                .from(ISSUED, REPLIED, REPORTED_UP)
                .on(Revoke.class).by(overseer()).law("310.14").to(REVOKED)
                    .then((o, r) -> o.ended(r.reason()))
                    .tells(overseen(), "监督意见已撤销")

                .from(ISSUED, REPORTED_UP)
                .on(Followed.class).consequence().law("310.14")
                    .heeding((o, f) -> !f.owner().equals(o.state().overseen()) && !f.owner().equals(o.owner())
                            && !(f.kind().equals("transfer") && OversightConditions.ofInvestigators(o.state().form())))
                    .then((o, f) -> o.answeredBy(f.owner()))
                    .admits(overseen(), "overseen", "事项转由本单位承办，监督意见一并回复")
                    .limits(REPLY, overseen(), "事项转由本单位承办", o -> o.state().demand().replyBy())
                    .tells(overseen(), "转来本单位承办的事项有监督意见待回复")
                .build();
        // spotless:on
    }

    private static Draft opinion(Draft letter, Matter<Oversight> matter, Scene scene) {
        var o = matter.state();
        return letter.title(title(o.form()))
                .to(scene.directory().fullName(o.overseen()))
                .paragraph("关于你单位承办的" + Letter.named(o.subject()) + "，我单位依法提出如下监督意见：")
                .paragraph(o.demand().text())
                .paragraph("请于" + Letter.minute(o.demand().replyBy()) + "前书面回复处理情况。");
    }

    private static String title(Form form) {
        return Fields.titleOf(form).replaceFirst("（.*）$", "");
    }

    private static Who<Oversight> overseers() {
        return Who.<Oversight>unit("县检察院", UnitId.PROCURATORATE).or(Who.unit("县司法局", UnitId.JUSTICE));
    }

    private static Who<Oversight> overseer() {
        return Who.of("监督机关", o -> Optional.of(o.overseer()));
    }

    private static Who<Oversight> overseen() {
        return Who.of("被监督单位", o -> Optional.of(o.overseen()));
    }

    private static Who<Oversight> superior() {
        return Who.of("上级机关", o -> Optional.ofNullable(o.superior()));
    }
}
