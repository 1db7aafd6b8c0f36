package cn.daxietong.exhibit;

import cn.daxietong.exhibit.ExhibitAction.ApproveDisposal;
import cn.daxietong.exhibit.ExhibitAction.Basis;
import cn.daxietong.exhibit.ExhibitAction.Check;
import cn.daxietong.exhibit.ExhibitAction.HandOver;
import cn.daxietong.exhibit.ExhibitAction.ProposeDisposal;
import cn.daxietong.exhibit.ExhibitAction.Settle;
import cn.daxietong.exhibit.ExhibitAction.Settlement;
import cn.daxietong.exhibit.ExhibitAction.Store;
import cn.daxietong.exhibit.ExhibitAction.TakeOver;
import cn.daxietong.matter.Condition;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What must hold before an exhibit goes on. */
final class ExhibitConditions {
    static final Condition<Kept, Store> AN_END_FOR_WHAT_DECAYS = Condition.field(
            "good_until",
            "quality_limit_needed",
            "coercion.26",
            "这一类物品会变质，请填写能够保质到什么时候，平台按它提醒",
            (k, s, scene) -> !s.category().decays() || s.goodUntil() != null);

    static final Condition<Kept, Store> IDENTIFIED_ONCE = Condition.field(
            "identifier",
            "already_identified",
            "coercion.23",
            "登记时已经填了识别号，不能改写；有误的请解除措施后重新登记",
            (k, s, scene) -> s.identifier() == null
                    || k.state().thing().identifier() == null
                    || s.identifier().equals(k.state().thing().identifier()));

    static final Condition<Kept, HandOver> TO_SOMEBODY_ELSE = Condition.choice(
            "unit",
            "own_unit",
            "coercion.26",
            "请选择本单位以外的单位；在本单位内换地方的，用“入库、移位”",
            HandOver::unit,
            (k, unit, scene) -> !unit.equals(k.owner()));

    static final Condition<Kept, HandOver> A_UNIT_THAT_CAN_KEEP =
            Condition.field("unit", "unknown_unit", "coercion.26", "没有这个单位，请从列表中选择", (k, h, scene) -> scene.directory()
                    .unit(h.unit())
                    .isPresent());

    static final Condition<Kept, HandOver> BACK_TO_THE_CASE_UNIT = Condition.choice(
            "unit",
            "only_to_the_case_unit",
            "310.12",
            "案件由其他单位承办，本单位保管的物品只能移交给办案单位，由它再作安排",
            HandOver::unit,
            (k, unit, scene) -> k.owner().equals(k.state().affair().caseUnit())
                    || unit.equals(k.state().affair().caseUnit()));

    static final Condition<Kept, HandOver> WHOLE = Condition.field(
            "quantity",
            "not_the_whole",
            "310.12",
            "一件物品整体移交，移交数量应当与在册数量一致，请核对；清点后数量有变化的，先办理“检查”写明原因；只移交一部分的，请办案单位解除后分别登记",
            (k, h, scene) ->
                    h.quantity() == null || same(h.quantity(), k.state().quantityNow()));

    static final Condition<Kept, TakeOver> A_DIFFERENCE_IS_EXPLAINED = Condition.field(
            "note",
            "difference_to_explain",
            "coercion.26",
            "实收数量与移交数量不符，请写明情况；双方说法不一的，可以不予接收",
            (k, t, scene) -> k.state()
                            .custody()
                            .underWay()
                            .filter(h -> same(h.quantity(), t.quantity()))
                            .isPresent()
                    || said(t.note()));

    static final Condition<Kept, Check> A_LOSS_IS_EXPLAINED = Condition.field(
            "note",
            "difference_to_explain",
            "coercion.26",
            "实测数量与上一次的数量不同，请写明原因，如挥发、死亡、抽样",
            (k, c, scene) -> same(k.state().quantityNow(), c.quantity()) || said(c.note()));

    static final Condition<Kept, ProposeDisposal> OTHER_LAW_IS_NAMED = Condition.field(
            "legal_basis",
            "law_needed",
            "coercion.27",
            "依据选“其他”的，请写明法律法规名称和条款，由法制机构审核",
            (k, p, scene) -> p.basis() != Basis.OTHER || said(p.legalBasis()));

    static final Condition<Kept, ProposeDisposal> CUSTOMS_LAW_FOR_CUSTOMS = Condition.field(
            "basis",
            "not_customs",
            "customs.92",
            "海关法第九十二条只适用于海关扣留的货物，办案单位不是海关的请选择其他依据",
            (k, p, scene) -> p.basis() != Basis.CUSTOMS
                    || scene.directory().isOfKind(k.state().affair().caseUnit(), "customs"));

    static final Condition<Kept, ApproveDisposal> CUSTOMS_APPROVAL =
            Condition.field("approval", "approval_needed", "customs.92", "先行变卖须经直属海关关长批准，请填写批准文号", (k, a, scene) -> {
                var d = k.state().fate().disposal();
                return d == null || d.basis() != Basis.CUSTOMS || said(a.approval());
            });

    static final Condition<Kept, Settle> DECIDED_BEFORE = Condition.field(
            "how",
            "case_not_decided",
            "coercion.27",
            "案件还没有结果，不能没收处置；会变质的请走“提出先行处置”，要还的请在案件中解除措施",
            (k, s, scene) -> s.how() == Settlement.SENT_ON || k.state().affair().caseOutcome() != null);

    private ExhibitConditions() {}

    private static boolean same(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }

    private static boolean said(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
