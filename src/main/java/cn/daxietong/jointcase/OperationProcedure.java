package cn.daxietong.jointcase;

import static cn.daxietong.jointcase.OperationStatus.APPROVED;
import static cn.daxietong.jointcase.OperationStatus.CANCELLED;
import static cn.daxietong.jointcase.OperationStatus.DEPLOYED;
import static cn.daxietong.jointcase.OperationStatus.FINISHED;
import static cn.daxietong.jointcase.OperationStatus.PLANNED;
import static cn.daxietong.jointcase.OperationStatus.UNDERWAY;

import cn.daxietong.document.Draft;
import cn.daxietong.jointcase.OperationAction.Approve;
import cn.daxietong.jointcase.OperationAction.Cancel;
import cn.daxietong.jointcase.OperationAction.Deploy;
import cn.daxietong.jointcase.OperationAction.Finish;
import cn.daxietong.jointcase.OperationAction.Plan;
import cn.daxietong.jointcase.OperationAction.ReportResult;
import cn.daxietong.jointcase.OperationAction.Revise;
import cn.daxietong.jointcase.OperationAction.SendBack;
import cn.daxietong.jointcase.OperationAction.SetOut;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Who;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;

/** The life of an operation: notice 三（二）（协同出击） and 三（五）（打击走私行动、联合检查）; units learn of it when it is deployed, not before. */
final class OperationProcedure {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final DocumentTemplate<Operation> ORDER =
            new Letter<>("operation_order", "行动部署通知", "行动", o -> o.state().lead(), OperationProcedure::order);

    /** A plan leads officers to places, so whoever makes it may investigate there, or is the office (notice 三（五）). */
    private static final Condition<Operation, Action> MAY_PLAN = Condition.pointless(
            "may_not_plan",
            "notice.3.5",
            "行动方案由执法部门或者指挥部办公室拟定",
            (o, scene) ->
                    scene.unit().equals(UnitId.OFFICE) || scene.directory().investigates(scene.unit()));

    /** Asked of what is filled in, so that the duty stands on the worklist from the deployment on. */
    private static final Condition<Operation, SetOut> ON_THE_DAY = new Condition<>(
            "too_early",
            "notice.3.2",
            (o, s) -> "行动时间是" + Letter.minute(o.state().startsAt()) + "，当天才能报到出动；时间有变的，请牵头单位取消后另拟方案",
            "people",
            false,
            (o, s, scene) -> !day(scene.now()).isBefore(day(o.state().startsAt())));

    static final Procedure<Operation> TABLE = table();

    private OperationProcedure() {}

    private static Procedure<Operation> table() {
        // spotless:off
        return Procedure.of(Operation.class, OperationStatus.class)
                .opening(Plan.class).by(Who.anyUnit()).law("notice.3.2", "notice.3.5").to(PLANNED)
                    .about("about", Plan::about, "joint_case", "case", "lead")
                    .requires(MAY_PLAN)
                    .then((none, p, scene) -> Operation.planned(p, scene.unit()))
                    .admits(Who.office(), "office", "行动方案由指挥部办公室审批（方案二）")
                    .tells(Who.office(), "有行动方案待审批")

                .from(PLANNED)
                .on(Approve.class).by(Who.<Operation>office().head()).law("notice.2").to(APPROVED)
                    .duty("审批行动方案", o -> !o.state().sentBack())
                    .tells(lead(), "行动方案已批准，请部署")
                .on(SendBack.class).by(Who.<Operation>office().head()).law("notice.2")
                    .then((o, s) -> o.noted(s.reason()))
                    .tells(lead(), "行动方案退回修改")
                .on(Revise.class).by(lead()).law("notice.3.2")
                    .duty("按退回意见修改行动方案", o -> o.state().sentBack())
                    .then(Operation::revised)
                    .tells(Who.office(), "行动方案已修改")

                .from(APPROVED)
                .on(Deploy.class).by(lead()).law("notice.3.2").to(DEPLOYED)
                    .duty("部署行动")
                    .then((o, d) -> o.deployed(d.instructions()))
                    .admits(everybody(), "unit", "参加行动的单位（方案三（二））")
                    .issues(ORDER)
                    .tells(everybody(), "有行动部署给本单位，请按时集合")
                    .tells(everybody().head(), "有行动部署给本单位")

                .from(DEPLOYED, UNDERWAY)
                .on(SetOut.class).by(notYetOut()).law("notice.3.2").to(UNDERWAY)
                    .duty("集合出动并报到")
                    .requires(ON_THE_DAY)
                    .then((o, s, scene) -> o.out(s, scene.unit(), scene.now()))
                    .tells(lead(), "有单位已出动")

                .from(UNDERWAY)
                .on(ReportResult.class).by(everybody()).law("notice.3.2")
                    .then((o, r, scene) -> o.resulted(r, scene.unit()))
                    .tells(lead().or(Who.office()), "有新的战果登记")
                .on(Finish.class).by(lead()).law("notice.3.2").to(FINISHED)
                    .duty("行动结束后登记总结")
                    .then((o, f) -> o.noted(f.summary()))
                    .tells(everybody().or(Who.office()), "行动已结束")

                .from(PLANNED, APPROVED, DEPLOYED)
                .on(Cancel.class).by(lead().or(Who.office())).law("notice.2").to(CANCELLED)
                    .then((o, c) -> o.noted(c.reason()))
                    .tells(everybody().or(Who.office()), "行动已取消")
                .build();
        // spotless:on
    }

    private static Draft order(Draft letter, Matter<Operation> matter, Scene scene) {
        var o = matter.state();
        letter.title("关于“" + o.title() + "”的部署通知")
                .to(o.units().stream().map(scene.directory()::fullName).collect(Collectors.joining("、")))
                .paragraph("时间：" + Letter.minute(o.startsAt()))
                .paragraph("集合地点：" + o.place())
                .heading(1, "一、方案")
                .paragraph(o.plan())
                .heading(1, "二、检查对象");
        for (var site : o.sites()) {
            var again = site.again();
            letter.paragraph(site.name() + "（" + site.address() + "）" + (again == null ? "" : "。再次检查的理由：" + again));
        }
        var instructions = o.instructions();
        return instructions == null ? letter : letter.heading(1, "三、要求").paragraph(instructions);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    private static Who<Operation> lead() {
        return Who.of("牵头单位", o -> Optional.of(o.lead()));
    }

    private static Who<Operation> everybody() {
        return Who.each("参加单位", Operation::all);
    }

    private static Who<Operation> notYetOut() {
        return Who.each("尚未出动的单位", Operation::notYetOut);
    }
}
