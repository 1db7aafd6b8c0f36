package cn.daxietong.oversight;

import static cn.daxietong.oversight.ReverseStatus.HANDLING;
import static cn.daxietong.oversight.ReverseStatus.NOT_PENALISED;
import static cn.daxietong.oversight.ReverseStatus.NO_OPINION;
import static cn.daxietong.oversight.ReverseStatus.OPINION_SENT;
import static cn.daxietong.oversight.ReverseStatus.PENALISED;
import static cn.daxietong.oversight.ReverseStatus.REVIEWING;
import static cn.daxietong.oversight.ReverseStatus.TRANSFERRED_ON;
import static cn.daxietong.oversight.ReverseStatus.WITHDRAWN;

import cn.daxietong.casework.CaseOpening;
import cn.daxietong.casework.ReturnWithdrawn;
import cn.daxietong.casework.ReturnedForPenalty;
import cn.daxietong.document.Draft;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Followed;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Who;
import cn.daxietong.oversight.ReverseAction.Accept;
import cn.daxietong.oversight.ReverseAction.Correct;
import cn.daxietong.oversight.ReverseAction.EndReview;
import cn.daxietong.oversight.ReverseAction.Register;
import cn.daxietong.oversight.ReverseAction.ReportNoPenalty;
import cn.daxietong.oversight.ReverseAction.Return;
import cn.daxietong.oversight.ReverseAction.SendOpinion;
import cn.daxietong.oversight.ReverseAction.TransferOn;
import cn.daxietong.oversight.ReverseAction.Urge;
import cn.daxietong.oversight.ReverseAction.Withdraw;
import cn.daxietong.oversight.ReverseTransfer.PassedOn;
import cn.daxietong.shared.UnitId;
import java.util.Optional;

/** The life of a reverse transfer: 刑事诉讼法 第一百七十七条, 行刑反向衔接工作指引 第十二条; it ends in a penalty, a reasoned no-penalty or a further transfer, and in nothing else. */
final class ReverseProcedure {
    static final DocumentTemplate<ReverseTransfer> OPINION =
            new Letter<>("procuratorial_opinion", "检察意见书", "检行", r -> UnitId.PROCURATORATE, ReverseProcedure::opinion);

    static final Procedure<ReverseTransfer> TABLE = table();

    private ReverseProcedure() {}

    private static Procedure<ReverseTransfer> table() {
        // spotless:off
        return Procedure.of(ReverseTransfer.class, ReverseStatus.class)
                .opening(Register.class).by(procuratorate()).law("criminal_procedure.177", "reverse_guide.12").to(REVIEWING)
                    .aboutAny("about", Register::about, "case")
                    .requires(ReverseConditions.COULD_BE_PROSECUTED, ReverseConditions.PROSECUTION_IS_KNOWN, ReverseConditions.DECIDED_AFTER_TRANSFER)
                    .onlyOne("criminal_procedure.177", r -> true)
                    .then((none, r, scene) -> ReverseTransfer.registered(r, scene.about().orElseThrow()))
                    .signals("case", (r, a, scene) -> new ReturnedForPenalty())
                    .starts("reverse.review", procuratorate(), "行政检察部门登记受理")
                    .startsAt("reverse.opinion", procuratorate(), "作出不起诉决定", (r, a) -> true, (a, scene) -> a.decidedAt())
                .opening(PassedOn.class).consequence().law("criminal_procedure.177").to(OPINION_SENT)
                    .then((none, p) -> ReverseTransfer.passedOn(p))
                    .handsTo(r -> UnitId.PROCURATORATE, "反向移送（方案四（五））")
                    .admits(authority(), "authority", "有关主管机关（刑事诉讼法第一百七十七条）")
                    .starts("reverse.reply", authority(), "收到检察意见")
                    .tells(authority(), "收到反向移送，请接收办理")

                .from(REVIEWING)
                .on(SendOpinion.class).by(procuratorate()).law("criminal_procedure.177").to(OPINION_SENT)
                    .duty("审查是否提出检察意见")
                    .requires(ReverseConditions.AN_AUTHORITY)
                    .then(ReverseTransfer::opined)
                    .stops("reverse.review", "reverse.opinion")
                    .admits(authority(), "authority", "有关主管机关（刑事诉讼法第一百七十七条）")
                    .starts("reverse.reply", authority(), "收到检察意见")
                    .issues(OPINION)
                    .tells(authority(), "收到检察意见，请接收办理并回复结果")
                .on(EndReview.class).by(procuratorate()).law("reverse_guide.12").to(NO_OPINION)
                    .then((r, e) -> r.answered(e.reason()))
                    .stops("reverse.review", "reverse.opinion")

                .on(Correct.class).by(procuratorate()).law("criminal_procedure.177")
                    .requires(ReverseConditions.CORRECTED_AFTER_TRANSFER)
                    .then(ReverseTransfer::corrected)
                    .cancels("reverse.opinion")
                    .startsAt("reverse.opinion", procuratorate(), "作出不起诉决定", (r, c) -> r.state().opinion() == null, (c, scene) -> c.decidedAt())

                .from(REVIEWING, OPINION_SENT)
                .on(Withdraw.class).by(procuratorate()).law("criminal_procedure.177").to(WITHDRAWN)
                    .then((r, w) -> r.answered(w.reason()))
                    .signals("case", (r, w, scene) -> new ReturnWithdrawn())
                    .tells(Who.role("有关主管机关", "authority"), "检察意见已由检察院撤回")

                .from(OPINION_SENT)
                .on(Accept.class).by(authority()).law("criminal_procedure.177", "penalty.54").to(HANDLING)
                    .duty("接收检察意见，立为案件办理")
                    .opens("case", "reverse_transfer", (r, a, scene) -> opening(r.state()))
                    .tells(procuratorate(), "检察意见已接收办理")
                .on(Return.class).by(authority()).law("criminal_procedure.177").to(REVIEWING)
                    .then((r, back) -> r.returned(back.reason()))
                    .cancels("reverse.reply")
                    .dismisses("authority")
                    .starts("reverse.review", procuratorate(), "主管机关退回，重新审查")
                    .tells(procuratorate(), "检察意见被退回，请另行确定主管机关")

                .from(HANDLING)
                .on(Followed.class).consequence().law("criminal_procedure.177").to(PENALISED)
                    .heeding((r, f) -> !f.matter().equals(r.state().origin()) && f.status().equals("penalty_decided"))
                    .then((r, f) -> r.answered("已作出行政处罚决定，见所立案件"))
                    .stops("reverse.reply")
                    .tells(procuratorate(), "反向移送的案件已作行政处罚")

                .from(OPINION_SENT, HANDLING)
                .on(ReportNoPenalty.class).by(authority()).law("criminal_procedure.177").to(NOT_PENALISED)
                    .duty("办理并回复处理结果", r -> r.status().equals(HANDLING.code()))
                    .timedBy("reverse.reply")
                    .then((r, n) -> r.answered(n.reason()))
                    .stops("reverse.reply")
                    .tells(procuratorate(), "主管机关回复不予处罚，理由已说明")
                .on(TransferOn.class).by(authority()).law("penalty.27").to(TRANSFERRED_ON)
                    .requires(ReverseConditions.ANOTHER_AUTHORITY)
                    .then((r, t) -> r.answered(t.reason()))
                    .stops("reverse.reply")
                    .opens("reverse_transfer", "reverse_transfer", (r, t, scene) -> r.state().to(t.unit()))
                    .tells(procuratorate(), "主管机关已移送其他机关")
                .on(Urge.class).by(procuratorate()).law("criminal_procedure.177")
                    .tells(authority(), "催促：请回复检察意见的处理结果")
                    .tells(authority().head(), "催促：请回复检察意见的处理结果")
                .build();
        // spotless:on
    }

    /** What the prosecuted case knew is not typed again, and its question of transfer is answered. */
    private static CaseOpening opening(ReverseTransfer r) {
        var summary = r.opinion() == null ? r.summary() : r.summary() + "\n检察意见：" + r.opinion();
        return new CaseOpening(
                "不起诉后移送处罚：" + Matter.titleIn(r.subject()), r.subjects(), r.facts(), summary, true, r.finedBefore());
    }

    private static Draft opinion(Draft letter, Matter<ReverseTransfer> matter, Scene scene) {
        var r = matter.state();
        var authority = r.authority();
        var number = r.decisionNumber();
        letter.title("检察意见书");
        if (authority != null) {
            letter.to(scene.directory().fullName(authority));
        }
        return letter.paragraph(Letter.named(r.subject()) + "，我院于" + Letter.day(r.decidedAt()) + "作出不起诉决定"
                        + (number == null ? "。" : "（" + number + "）。"))
                .paragraph(r.summary())
                .paragraph(r.opinion() == null ? "" : r.opinion())
                .paragraph("根据《中华人民共和国刑事诉讼法》第一百七十七条第三款，移送你单位处理，请将处理结果及时通知我院。");
    }

    private static Who<ReverseTransfer> procuratorate() {
        return Who.unit("县检察院", UnitId.PROCURATORATE);
    }

    private static Who<ReverseTransfer> authority() {
        return Who.of("有关主管机关", r -> Optional.ofNullable(r.authority()));
    }
}
