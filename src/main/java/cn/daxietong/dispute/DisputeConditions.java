package cn.daxietong.dispute;

import cn.daxietong.dispute.DisputeAction.Designate;
import cn.daxietong.dispute.DisputeAction.Raise;
import cn.daxietong.dispute.DisputeAction.SetInterim;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;

/** What must hold before a dispute goes on. */
final class DisputeConditions {
    static final Condition<Dispute, Raise> A_COMPETENT_UNIT = Condition.field(
            "claimed", "not_a_competent_unit", "penalty.17", "请选择有侦查或者处罚职责的单位", (d, r, scene) -> scene.directory()
                    .investigates(r.claimed()));

    static final Condition<Dispute, Raise> NOT_THE_HOLDER = Condition.field(
            "claimed", "already_the_holder", "notice.3.3", "该单位正在承办这一事项，没有异议可提", (d, r, scene) -> scene.about()
                    .filter(m -> !m.owner().equals(r.claimed()))
                    .isPresent());

    static final Condition<Dispute, SetInterim> AN_INTERIM_THAT_CAN = Condition.field(
            "unit",
            "not_a_competent_unit",
            "penalty.17",
            "临时负责单位应当有侦查或者处罚职责，才能保管物品、固定证据",
            (d, s, scene) -> scene.directory().investigates(s.unit()));

    static final Condition<Dispute, Designate> A_DESIGNATED_UNIT_THAT_CAN = Condition.field(
            "unit", "not_a_competent_unit", "penalty.25", "指定管辖的单位应当有侦查或者处罚职责", (d, s, scene) -> scene.directory()
                    .investigates(s.unit()));

    static final Condition<Dispute, Action> SOMETHING_PROPOSED = Condition.pointless(
            "nothing_proposed", "penalty.25", "还没有提出方案", (d, scene) -> d.state().proposal() != null);

    private DisputeConditions() {}
}
