package cn.daxietong.dispute;

import cn.daxietong.dispute.DisputeAction.Designate;
import cn.daxietong.dispute.DisputeAction.GiveOpinion;
import cn.daxietong.dispute.DisputeAction.ProposeAgreement;
import cn.daxietong.dispute.DisputeAction.Raise;
import cn.daxietong.dispute.DisputeAction.RegisterDesignation;
import cn.daxietong.dispute.DisputeAction.ReportUp;
import cn.daxietong.dispute.DisputeAction.SetInterim;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Scene;
import cn.daxietong.shared.UnitId;
import java.util.function.Function;

/** What must hold before a dispute goes on. */
final class DisputeConditions {
    static final Condition<Dispute, Raise> A_COMPETENT_UNIT = Condition.choice(
            "claimed",
            "not_a_competent_unit",
            "penalty.17",
            "请选择有侦查或者处罚职责的单位",
            Raise::claimed,
            (d, unit, scene) -> scene.directory().investigates(unit));

    static final Condition<Dispute, Raise> NOT_THE_HOLDER = Condition.field(
            "claimed", "already_the_holder", "notice.3.3", "该单位正在承办这一事项，没有异议可提", (d, r, scene) -> scene.about()
                    .filter(m -> !m.owner().equals(r.claimed()))
                    .isPresent());

    static final Condition<Dispute, SetInterim> AN_INTERIM_THAT_CAN = Condition.choice(
            "unit",
            "not_a_competent_unit",
            "penalty.17",
            "临时负责单位应当有侦查或者处罚职责，才能保管物品、固定证据",
            SetInterim::unit,
            (d, unit, scene) -> scene.directory().investigates(unit));

    static final Condition<Dispute, Designate> A_DESIGNATED_UNIT_THAT_CAN = designated(Designate::unit);

    static final Condition<Dispute, RegisterDesignation> A_REGISTERED_UNIT_THAT_CAN =
            designated(RegisterDesignation::unit);

    static final Condition<Dispute, ProposeAgreement> AN_AGREED_UNIT_THAT_CAN = Condition.choice(
            "unit",
            "not_a_competent_unit",
            "penalty.17",
            "协商由哪个单位管辖的，应当选择有侦查或者处罚职责的单位",
            ProposeAgreement::unit,
            (d, unit, scene) -> scene.directory().investigates(unit));

    static final Condition<Dispute, GiveOpinion> AN_ADVISED_UNIT_THAT_CAN = Condition.choice(
            "unit",
            "not_a_competent_unit",
            "penalty.17",
            "建议管辖的单位应当有侦查或者处罚职责",
            GiveOpinion::unit,
            (d, unit, scene) -> scene.directory().investigates(unit));

    /** Only the government stands above two units of the county; a township or one of the parties does not (行政处罚法 第二十五条). */
    static final Condition<Dispute, ReportUp> A_COMMON_SUPERIOR = Condition.choice(
            "superior",
            "not_the_common_superior",
            "penalty.25",
            "不是争议各方共同的上一级行政机关：县直单位之间的争议，共同的上一级是县人民政府",
            ReportUp::superior,
            (d, unit, scene) -> scene.directory().isOfKind(unit, "government")
                    && !d.state().parties().contains(unit));

    static final Condition<Dispute, Action> ALL_UNDER_THE_COUNTY = Condition.pointless(
            "beyond_the_county",
            "penalty.25",
            "争议一方不由县里管理（如海关），共同的上一级行政机关不在平台上；请用公文报请，再办理“登记已向县外报请指定管辖”",
            (d, scene) -> !beyondTheCounty(d.state(), scene));

    static final Condition<Dispute, Action> SOMEBODY_OUTSIDE_THE_COUNTY = Condition.pointless(
            "not_beyond_the_county",
            "penalty.25",
            "争议各方都是县直单位，共同的上一级是县人民政府，请办理“报请指定管辖”",
            (d, scene) -> beyondTheCounty(d.state(), scene));

    static final Condition<Dispute, Action> SOMETHING_PROPOSED = Condition.pointless(
            "nothing_proposed", "penalty.25", "还没有提出方案", (d, scene) -> d.state().proposal() != null);

    private DisputeConditions() {}

    private static <A extends Action> Condition<Dispute, A> designated(Function<A, UnitId> named) {
        return Condition.choice(
                "unit",
                "not_a_competent_unit",
                "penalty.25",
                "指定管辖的单位应当有侦查或者处罚职责",
                named,
                (d, unit, scene) -> scene.directory().investigates(unit));
    }

    /** The customs and the offices of city and region are no units of the county. */
    private static boolean beyondTheCounty(Dispute d, Scene scene) {
        return d.parties().stream()
                .anyMatch(u -> scene.directory().isOfKind(u, "customs")
                        || scene.directory().isOfKind(u, "superior"));
    }
}
