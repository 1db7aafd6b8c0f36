package cn.daxietong.supervision;

import static cn.daxietong.supervision.SupervisionStatus.APPLIED;
import static cn.daxietong.supervision.SupervisionStatus.DECLINED;
import static cn.daxietong.supervision.SupervisionStatus.ENLISTED;
import static cn.daxietong.supervision.SupervisionStatus.RELEASED;
import static cn.daxietong.supervision.SupervisionStatus.REPORTED;
import static cn.daxietong.supervision.SupervisionStatus.VERIFIED;
import static cn.daxietong.supervision.SupervisionStatus.VERIFYING;
import static cn.daxietong.supervision.SupervisionStatus.WITHDRAWN;

import cn.daxietong.matter.Followed;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.OfficerChanged;
import cn.daxietong.matter.OfficerChanged.Turn;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Who;
import cn.daxietong.shared.UnitId;
import cn.daxietong.supervision.Supervision.Criterion;
import cn.daxietong.supervision.SupervisionAction.Apply;
import cn.daxietong.supervision.SupervisionAction.AssignVerifier;
import cn.daxietong.supervision.SupervisionAction.Countersign;
import cn.daxietong.supervision.SupervisionAction.Decline;
import cn.daxietong.supervision.SupervisionAction.Enlist;
import cn.daxietong.supervision.SupervisionAction.NameOfficer;
import cn.daxietong.supervision.SupervisionAction.RefuseCountersign;
import cn.daxietong.supervision.SupervisionAction.Release;
import cn.daxietong.supervision.SupervisionAction.ReportProgress;
import cn.daxietong.supervision.SupervisionAction.ReportResult;
import cn.daxietong.supervision.SupervisionAction.Reschedule;
import cn.daxietong.supervision.SupervisionAction.Urge;
import cn.daxietong.supervision.SupervisionAction.Verify;
import cn.daxietong.supervision.SupervisionAction.Withdraw;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** The life of a supervision: notice 三（四） row by row, with the joint one of 四（八） and the verification before it is released. */
final class SupervisionProcedure {

    private static final String FINISH = "supervision.finish";

    private final BiFunction<Apply, Scene, List<Criterion>> criteria;

    /** @param criteria answers the table of criteria for an application */
    SupervisionProcedure(BiFunction<Apply, Scene, List<Criterion>> criteria) {
        this.criteria = criteria;
    }

    Procedure<Supervision> table() {
        // spotless:off
        return Procedure.of(Supervision.class, SupervisionStatus.class)
                .opening(Apply.class).by(Who.anyUnit()).law("notice.3.4", "notice.4.8").to(APPLIED)
                    .about("about", Apply::about, "case", "lead", "transfer")
                    .requires(SupervisionConditions.A_LAW_ENFORCER, SupervisionConditions.A_UNIT_TO_SUPERVISE)
                    .onlyOne("notice.3.4", s -> true)
                    .then((none, a, scene) -> Supervision.applied(a, scene, criteria.apply(a, scene)))
                    .handsTo(s -> UnitId.OFFICE, "指挥部办公室审核督办（方案三（四））")
                    .admits(applicant(), "applicant", "申请督办的单位（方案三（四））")
                    .tells(Who.office(), "有督办申请待审核")

                .from(APPLIED)
                .on(Enlist.class).by(Who.office()).law("notice.3.4").to(ENLISTED)
                    .duty("审核督办申请")
                    .onlyOne("notice.3.4", s -> !s.status().equals(APPLIED.code()))
                    .then((s, e) -> s.enlisted(e, UnitId.POLICE))
                    .admits(responsible(), "supervised", "被督办单位（方案三（四））")
                    .admitsWhen(s -> s.state().awaitsPolice(), police(), "cosigner", "商请联合挂牌督办（方案四（八））")
                    .limits(FINISH, responsible(), "列入督办", s -> s.state().dueAt())
                    .issuesWhen((s, e) -> !s.state().awaitsPolice(), SupervisionDocuments.NOTICE)
                    .tells(responsible(), "本单位承办的事项被列入督办，请确定责任人并按期报告")
                    .tells(responsible().head(), "本单位承办的事项被列入督办")
                    .tells(applicant(), "督办申请已列入督办")
                .on(Decline.class).by(Who.office()).law("notice.3.4").to(DECLINED)
                    .then((s, d) -> s.ended(d.reason()))
                    .tells(applicant(), "督办申请未列入督办")
                .on(Withdraw.class).by(applicant()).law("notice.3.4").to(WITHDRAWN)
                    .then((s, w) -> s.ended(w.reason()))

                .from(ENLISTED)
                .on(Countersign.class).by(police()).law("notice.4.8")
                    .duty("会签联合挂牌督办", s -> s.state().awaitsPolice())
                    .requires(SupervisionConditions.AWAITS_POLICE)
                    .then((s, c) -> s.countersignedByPolice())
                    .issues(SupervisionDocuments.NOTICE)
                    .tells(responsible().or(Who.office()), "县公安局已会签，联合挂牌督办")
                .on(RefuseCountersign.class).by(police()).law("notice.4.8")
                    .requires(SupervisionConditions.AWAITS_POLICE)
                    .then((s, r) -> s.alone(r.reason()))
                    .issues(SupervisionDocuments.NOTICE)
                    .tells(Who.office(), "县公安局不同意联合挂牌，由办公室单独督办")
                .on(NameOfficer.class).by(responsible()).law("notice.3.4")
                    .duty("确定督办责任人", s -> s.state().officer() == null)
                    .requires(SupervisionConditions.OWN_OFFICER)
                    .then((s, n) -> s.named(n.officer()))
                .on(ReportProgress.class).by(responsible()).law("notice.3.4")
                    .then((s, r, scene) -> s.reported(r.text(), scene.unit(), scene.now()))
                    .tells(Who.office(), "督办事项报告了进展")
                .on(ReportResult.class).by(responsible()).law("notice.3.4").to(REPORTED)
                    .duty("办理并报告督办结果")
                    .requires(SupervisionConditions.AN_OFFICER_ANSWERS)
                    .then((s, r, scene) -> s.reported(r.text(), scene.unit(), scene.now()))
                    .stops(FINISH)
                    .tells(Who.office(), "督办结果已报告，请安排回头看")
                .on(Urge.class).by(Who.office()).law("notice.2", "notice.3.4")
                    .then((s, u) -> s.urgedAgain(u.note()))
                    .issues(SupervisionDocuments.URGING)
                    .tells(responsible(), "催办：请抓紧办理督办事项")
                    .tellsWhen(s -> s.state().urged() >= 2, responsible().head(), "催办：本单位的督办事项已被催办两次以上")
                    .admitsWhen(s -> s.state().urged() >= 3, groupLeader(), "leader", "多次催办未果，报告组长（方案二）")
                    .tellsWhen(s -> s.state().urged() >= 3, groupLeader(), "督办事项多次催办未果，请协调")
                .on(Reschedule.class).by(Who.office()).law("notice.3.4")
                    .then(Supervision::rescheduled)
                    .limits(FINISH, responsible(), "调整期限", s -> s.state().dueAt())
                    .tells(responsible(), "督办期限已调整")

                .from(REPORTED)
                .on(AssignVerifier.class).by(Who.office()).law("notice.2").to(VERIFYING)
                    .duty("安排回头看")
                    .requires(SupervisionConditions.ANOTHER_UNIT_VERIFIES, SupervisionConditions.A_UNIT_THAT_CAN_VERIFY)
                    .then((s, a) -> s.verifiedBy(a.unit()))
                    .admits(verifier(), "verifier", "回头看（方案二：对工作落实情况进行督导检查）")
                    .tells(verifier(), "请对督办结果进行回头看")

                .from(VERIFYING)
                .on(Verify.class).by(verifier()).law("notice.2").to(s -> s.satisfied() ? VERIFIED : ENLISTED, VERIFIED, ENLISTED)
                    .duty("回头看并登记结果")
                    .then((s, v, scene) -> s.verified(v, scene.unit()))
                    .dismisses("verifier")
                    .limits(FINISH, responsible(), "回头看未通过，继续督办", s -> s.state().satisfied() ? null : s.state().dueAt())
                    .tells(Who.<Supervision>office().or(responsible()), "回头看结果已登记")
                .on(AssignVerifier.class).by(Who.office()).law("notice.2")
                    .requires(SupervisionConditions.ANOTHER_UNIT_VERIFIES, SupervisionConditions.A_UNIT_THAT_CAN_VERIFY, SupervisionConditions.ANOTHER_THAN_NOW)
                    .then((s, a) -> s.verifiedBy(a.unit()))
                    .dismisses("verifier")
                    .admits(verifier(), "verifier", "回头看（方案二：对工作落实情况进行督导检查）")
                    .tells(verifier(), "请对督办结果进行回头看")
                .on(Urge.class).by(Who.office()).law("notice.2")
                    .tells(verifier(), "催办：请抓紧回头看并登记结果")
                    .tells(verifier().head(), "催办：请抓紧回头看并登记结果")

                .from(VERIFIED)
                .on(Release.class).by(Who.office()).law("notice.3.4").to(RELEASED)
                    .duty("解除督办")
                    .then((s, r) -> s.ended(r.note()))
                    .issues(SupervisionDocuments.RELEASE)
                    .tells(responsible().or(applicant()), "督办已解除")

                .from(APPLIED)
                .on(Followed.class).consequence().law("notice.3.4")
                    .heeding(SupervisionProcedure::changedHands)
                    .then((s, f) -> s.answeredBy(f.owner()))
                .from(ENLISTED, REPORTED, VERIFYING, VERIFIED)
                .on(OfficerChanged.class).consequence().law("notice.3.4")
                    .heeding((s, c) -> c.is(Turn.REPLACED) && c.officer().equals(s.state().officer()) && c.successor() != null)
                    .then((s, c) -> s.named(Objects.requireNonNull(c.successor())))
                .from(ENLISTED)
                .on(Followed.class).consequence().law("notice.3.4")
                    .heeding(SupervisionProcedure::changedHands)
                    .then((s, f) -> s.answeredBy(f.owner()))
                    .dismisses("supervised")
                    .admits(responsible(), "supervised", "被督办事项转由本单位承办（方案三（四））")
                    .limits(FINISH, responsible(), "被督办事项转由本单位承办", s -> s.state().dueAt())
                    .tells(responsible(), "转来本单位承办的事项正在督办")
                    .tells(Who.office(), "督办事项已转由其他单位承办")
                .from(REPORTED)
                .on(Followed.class).consequence().law("notice.3.4")
                    .heeding(SupervisionProcedure::changedHands)
                    .then((s, f) -> s.answeredBy(f.owner()))
                    .dismisses("supervised")
                    .admits(responsible(), "supervised", "被督办事项转由本单位承办（方案三（四））")
                    .tells(responsible(), "转来本单位承办的事项正在督办，原承办单位已报告结果，等待回头看")
                    .tells(Who.office(), "督办事项已转由其他单位承办，等待安排回头看")
                .from(VERIFYING)
                .on(Followed.class).consequence().law("notice.3.4", "notice.2").to(s -> s.hasVerifier() ? VERIFYING : REPORTED, VERIFYING, REPORTED)
                    .heeding(SupervisionProcedure::changedHands)
                    .then((s, f) -> s.answeredBy(f.owner()).withoutVerifierOfOwnWork())
                    .dismisses("supervised")
                    .dismisses("verifier")
                    .admits(responsible(), "supervised", "被督办事项转由本单位承办（方案三（四））")
                    .admits(verifier(), "verifier", "回头看（方案二：对工作落实情况进行督导检查）")
                    .tells(responsible(), "转来本单位承办的事项正在督办，原承办单位已报告结果，正在回头看")
                    .tells(verifier(), "正在回头看的事项已转由其他单位承办")
                    .tellsWhen(s -> s.state().hasVerifier(), Who.office(), "督办事项已转由其他单位承办，回头看继续进行")
                    .tellsWhen(s -> !s.state().hasVerifier(), Who.office(), "督办事项已转由原来回头看的单位承办，请另行安排回头看")
                .build();
        // spotless:on
    }

    private static boolean changedHands(Matter<Supervision> supervision, Followed f) {
        return !f.owner().equals(supervision.state().responsible())
                && !f.owner().equals(UnitId.OFFICE);
    }

    private static Who<Supervision> applicant() {
        return Who.of("申请单位", s -> Optional.of(s.applicant()));
    }

    private static Who<Supervision> responsible() {
        return Who.of("被督办单位", s -> Optional.of(s.responsible()));
    }

    private static Who<Supervision> verifier() {
        return Who.of("回头看单位", s -> Optional.ofNullable(s.verification()).map(Supervision.Verification::unit));
    }

    private static Who<Supervision> police() {
        return Who.unit("县公安局", UnitId.POLICE);
    }

    private static Who<Supervision> groupLeader() {
        return Who.unit("组长", UnitId.GROUP_LEADER);
    }
}
