package cn.daxietong.supervision;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.supervision.SupervisionAction.Apply;
import cn.daxietong.supervision.SupervisionAction.AssignVerifier;
import cn.daxietong.supervision.SupervisionAction.NameOfficer;
import java.util.Set;

/** What must hold before a supervision goes on. */
final class SupervisionConditions {
    private static final Set<String> APPLICANTS =
            Set.of("enforcement", "police", "customs", "procuratorate", "court", "office", "department", "party");

    /** 由各执法部门提出申请; the station that reported a lead and the township that saw it are no law enforcement. */
    static final Condition<Supervision, Action> A_LAW_ENFORCER = Condition.pointless(
            "not_a_law_enforcer", "notice.3.4", "督办由各执法部门、政法机关和指挥部办公室提出申请", (s, scene) -> scene.directory()
                    .unit(scene.unit())
                    .filter(u -> APPLICANTS.contains(u.kind()))
                    .isPresent());

    static final Condition<Supervision, Apply> A_UNIT_TO_SUPERVISE = Condition.field(
            "about", "not_yet_assigned", "notice.3.4", "该事项还在指挥部办公室，尚未交给承办单位，分派之后才能督办", (s, a, scene) -> scene.about()
                    .filter(m -> !m.owner().equals(UnitId.OFFICE))
                    .isPresent());

    static final Condition<Supervision, Action> AWAITS_POLICE =
            Condition.pointless("nothing_to_countersign", "notice.4.8", "没有待会签的联合挂牌督办", (s, scene) -> s.state()
                    .awaitsPolice());

    static final Condition<Supervision, NameOfficer> OWN_OFFICER = Condition.field(
            "officer",
            "not_own_officer",
            "notice.3.4",
            "责任人应当是本单位在岗人员，请从名单中选择",
            (s, n, scene) -> scene.directory().holds(n.officer(), scene.unit(), Post.HANDLER)
                    || scene.directory().holds(n.officer(), scene.unit(), Post.HEAD));

    static final Condition<Supervision, Action> AN_OFFICER_ANSWERS = Condition.matter(
            "no_officer_yet",
            "notice.3.4",
            "请先确定督办责任人，再报告办理结果",
            (s, scene) -> s.state().officer() != null);

    /** Whoever is supervised does not judge its own work. */
    static final Condition<Supervision, AssignVerifier> ANOTHER_UNIT_VERIFIES = Condition.choice(
            "unit",
            "not_independent",
            "notice.2",
            "回头看应当由被督办单位以外的单位进行",
            AssignVerifier::unit,
            (s, unit, scene) -> !unit.equals(s.state().responsible()));

    /** 督导检查 is for organs: an enterprise has no standing to look into an authority's work. */
    static final Condition<Supervision, AssignVerifier> A_UNIT_THAT_CAN_VERIFY = Condition.choice(
            "unit",
            "cannot_verify",
            "notice.2",
            "企业不能承担回头看，请选择机关或者乡镇",
            AssignVerifier::unit,
            (s, unit, scene) -> !scene.directory().isOfKind(unit, "enterprise"));

    static final Condition<Supervision, AssignVerifier> ANOTHER_THAN_NOW = Condition.choice(
            "unit", "already_verifies", "notice.2", "该单位正在回头看，请改选其他单位，或者催办", AssignVerifier::unit, (s, unit, scene) -> {
                var look = s.state().verification();
                return look == null || !unit.equals(look.unit());
            });

    private SupervisionConditions() {}
}
