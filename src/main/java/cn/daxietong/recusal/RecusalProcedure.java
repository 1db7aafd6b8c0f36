package cn.daxietong.recusal;

import static cn.daxietong.recusal.RecusalStatus.APPLIED;
import static cn.daxietong.recusal.RecusalStatus.ENDED;
import static cn.daxietong.recusal.RecusalStatus.LIFTED;
import static cn.daxietong.recusal.RecusalStatus.RECUSED;
import static cn.daxietong.recusal.RecusalStatus.REFUSED;
import static cn.daxietong.recusal.RecusalStatus.WITHDRAWN;

import cn.daxietong.matter.Followed;
import cn.daxietong.matter.OfficerChanged;
import cn.daxietong.matter.OfficerChanged.Turn;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Who;
import cn.daxietong.recusal.RecusalAction.Apply;
import cn.daxietong.recusal.RecusalAction.Grant;
import cn.daxietong.recusal.RecusalAction.Lift;
import cn.daxietong.recusal.RecusalAction.Refuse;
import cn.daxietong.recusal.RecusalAction.Withdraw;
import cn.daxietong.shared.UnitId;
import java.util.Optional;

/** The life of a recusal, 行政处罚法 第四十三条 row by row; nothing of the matter stops while it is not decided. */
final class RecusalProcedure {
    private RecusalProcedure() {}

    static Procedure<Recusal> table() {
        // spotless:off
        return Procedure.of(Recusal.class, RecusalStatus.class)
                .opening(Apply.class).by(Who.anyUnit()).law("penalty.43").to(APPLIED)
                    .aboutAnyKind("about", Apply::about)
                    .requires(RecusalConditions.SEEN_BY_THE_UNIT, RecusalConditions.AN_OFFICER_IN_CHARGE, RecusalConditions.ONESELF,
                            RecusalConditions.BASED_ON_SOMETHING, RecusalConditions.SOMEBODY_DECIDES)
                    .then((none, a, scene) -> Recusal.applied(a, scene))
                    .handsTo(r -> r.state().unit(), "应当回避的人员所在单位（行政处罚法第四十三条）")
                    .admitsWhen(r -> !r.state().applied().unit().equals(r.state().unit()), applicant(), "applicant", "申请回避的单位")
                    .admitsWhen(r -> r.state().decider().equals(UnitId.OFFICE) && r.state().decidedElsewhere(), Who.office(), "office", "决定正职负责人的回避（待法制审核）")
                    .admitsWhen(r -> r.state().decider().equals(UnitId.GROUP_LEADER), groupLeader(), "leader", "决定办公室负责人的回避（待法制审核）")
                    .signalsAll((r, a, scene) -> new OfficerChanged(a.officer(), Turn.CHALLENGED, null))
                    .tells(decider().head(), "有人员被申请回避，请决定")

                .from(APPLIED)
                .on(Grant.class).by(decider().head()).law("penalty.43").to(RECUSED)
                    .duty("决定是否回避")
                    .requires(RecusalConditions.ANOTHER_DECIDES, RecusalConditions.SOMEBODY_GOES_ON)
                    .then((r, g, scene) -> r.granted(g, scene))
                    .issues(RecusalDocuments.DECISION)
                    .signalsAll((r, g, scene) -> new OfficerChanged(r.state().officer(), Turn.REPLACED, g.successor()))
                    .tells(Who.<Recusal>owner().or(applicant()), "已决定回避，由他人接替")
                .on(Refuse.class).by(decider().head()).law("penalty.43").to(REFUSED)
                    .requires(RecusalConditions.ANOTHER_DECIDES)
                    .then((r, f, scene) -> r.refused(f.reason(), scene))
                    .issues(RecusalDocuments.DECISION)
                    .signalsAll((r, f, scene) -> new OfficerChanged(r.state().officer(), Turn.KEPT, null))
                    .tells(Who.<Recusal>owner().or(applicant()), "回避申请未获同意，原人员继续办理")
                .on(Withdraw.class).by(applicant()).law("penalty.43").to(WITHDRAWN)
                    .requires(RecusalConditions.BY_THE_APPLICANT)
                    .then((r, w) -> r.ended(w.reason()))
                    .signalsAll((r, w, scene) -> new OfficerChanged(r.state().officer(), Turn.KEPT, null))
                .on(Followed.class).consequence().law("penalty.43").to(ENDED)
                    .heeding((r, f) -> f.closed())

                .from(RECUSED)
                .on(Lift.class).by(decider().head()).law("penalty.43").to(LIFTED)
                    .requires(RecusalConditions.ANOTHER_DECIDES)
                    .then((r, l) -> r.ended(l.reason()))
                    .tells(Who.<Recusal>owner().or(applicant()), "回避已解除")
                .on(Followed.class).consequence().law("penalty.43").to(ENDED)
                    .heeding((r, f) -> f.closed())
                .build();
        // spotless:on
    }

    private static Who<Recusal> applicant() {
        return Who.of("申请单位", r -> Optional.of(r.applied().unit()));
    }

    private static Who<Recusal> decider() {
        return Who.of("有权决定的单位", r -> Optional.of(r.decider()));
    }

    private static Who<Recusal> groupLeader() {
        return Who.unit("组长", UnitId.GROUP_LEADER);
    }
}
