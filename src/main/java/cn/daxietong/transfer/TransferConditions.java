package cn.daxietong.transfer;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Participant;
import cn.daxietong.transfer.TransferAction.Forward;
import cn.daxietong.transfer.TransferAction.HandOverItems;
import cn.daxietong.transfer.TransferAction.Material;
import cn.daxietong.transfer.TransferAction.MaterialKind;
import cn.daxietong.transfer.TransferAction.Send;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold for the steps of a transfer, each with its article and the sentence a person reads. */
final class TransferConditions {
    /** What is missing is named, one fault a material (国务院令310号 第六条). */
    static final Condition<Transfer, Send> INVESTIGATION_REPORT = Condition.field(
            "materials",
            "investigation_report_missing",
            "310.6",
            "缺少“涉嫌犯罪案件情况的调查报告”，请附上调查报告后再移送",
            (t, send, scene) -> !t.state().criminal() || has(send.materials(), MaterialKind.INVESTIGATION_REPORT));

    static final Condition<Transfer, Send> INSPECTION_REPORT = Condition.field(
            "materials",
            "inspection_report_missing",
            "310.6",
            "缺少“有关检验报告或者鉴定结论”：本案是否达到标准取决于检验、鉴定或者计核，请附上",
            (t, send, scene) ->
                    !t.state().origin().inspectionNeeded() || has(send.materials(), MaterialKind.INSPECTION_REPORT));

    static final Condition<Transfer, Forward> ANOTHER_INVESTIGATING_UNIT = Condition.choice(
            "target_unit",
            "not_an_investigating_unit",
            "310.7",
            "请选择另一个有管辖权的机关；涉嫌犯罪的，只能转送公安机关或者海关",
            Forward::targetUnit,
            (t, unit, scene) -> !unit.equals(t.state().receiver())
                    && !unit.equals(t.state().sender())
                    && scene.directory()
                            .unit(unit)
                            .map(u -> Set.of("police", "customs").contains(u.kind())
                                    || !t.state().criminal() && u.kind().equals("enforcement"))
                            .orElse(false));

    static final Condition<Transfer, Action> IN_TIME = Condition.matter(
            "right_expired", "310.9", "提请复议的期限（收到不予立案通知书之日起三日内）已过，仍可建议检察院立案监督", (t, scene) -> t.clocks().stream()
                    .filter(c -> c.clock().equals("transfer.reconsider.request") && c.runs())
                    .allMatch(c -> c.dueAt() == null || !c.dueAt().isBefore(scene.now())));

    /** In this round of supervision: what was explained in an earlier one does not answer for this. */
    static final Condition<Transfer, Action> EXPLAINED = Condition.matter(
            "not_explained",
            "procuratorate.560",
            "公安机关尚未说明不立案理由，请先要求说明",
            (t, scene) -> t.runs("procuratorate.reply.agency"));

    /** Beside 国务院令310号 第八条, never instead of it: only while the three days are counted, and once for each ground. */
    static final Condition<Transfer, Action> REVIEW_EXTENDABLE = Condition.pointless(
            "not_extendable",
            "310.8",
            "没有正在计算的立案审查期限，或者已经延长",
            (t, scene) ->
                    t.runs("transfer.review") && !t.runs("police.review.verify") && !t.runs("police.review.complex"));

    static final Condition<Transfer, Action> COMPLEX_REVIEW_EXTENDABLE = Condition.pointless(
            "not_extendable",
            "310.8",
            "没有正在计算的立案审查期限，或者已经按重大疑难复杂延长",
            (t, scene) -> t.runs("transfer.review") && !t.runs("police.review.complex"));

    /** Nobody finds that a case is not his before he has it. */
    static final Condition<Transfer, Forward> DISCOVERED_AFTER_SENDING = Condition.notBefore(
            "discovered_at",
            "310.7",
            f -> Optional.ofNullable(f.discoveredAt()),
            "移送到本单位",
            t -> t.participants().stream()
                    .filter(p -> p.sees() && p.role().equals("receiver"))
                    .map(Participant::from)
                    .findFirst());

    /** 立案后三个月以内未侦查终结的，可以发出催办函. */
    static final Condition<Transfer, Action> INVESTIGATION_LASTS = Condition.pointless(
            "nothing_to_nudge", "procuratorate.564", "没有按通知立案后满三个月未侦查终结的情形", (t, scene) -> t.clocks().stream()
                    .anyMatch(c -> c.clock().equals("procuratorate.nudge")
                            && c.runs()
                            && c.dueAt() != null
                            && c.dueAt().isBefore(scene.now())));

    static final Condition<Transfer, Action> CUSTOMS_INVESTIGATES = Condition.pointless(
            "not_an_investigating_organ", "customs.5", "只有公安机关或者海关缉私部门可以刑事立案", (t, scene) -> scene.directory()
                    .isOfKind(t.state().receiver(), "customs"));

    static final Condition<Transfer, Action> CASE_STILL_HERE =
            Condition.matter("case_passed_on", "notice.3.3", "案件已由本单位另行移送，请在新的移送中办理", (t, scene) -> !t.state()
                    .words()
                    .containsKey("case_transferred_anew"));

    static final Condition<Transfer, Action> SOMETHING_TO_HAND_OVER = Condition.pointless(
            "nothing_to_hand_over",
            "310.12",
            "没有尚在移送单位保管的物品和待移交的材料，或者上一批正等待对方确认",
            (t, scene) -> somethingToHandOver(t));

    static final Condition<Transfer, HandOverItems> ITEMS_IN_SENDERS_CUSTODY =
            Condition.field("items", "not_in_custody", "310.12", "所列物品有的不在移送单位保管中，请从清单中选择", (t, h, scene) -> {
                var mine = t.state().withSender().stream().map(Exhibit::id).toList();
                return mine.containsAll(h.items())
                        && Set.copyOf(h.items()).size() == h.items().size();
            });

    static final Condition<Transfer, Action> HANDED_OVER =
            Condition.pointless("nothing_to_confirm", "310.12", "移送单位尚未移交物品，无可确认", (t, scene) -> !t.state()
                    .handingOver()
                    .isEmpty());

    static final Condition<Transfer, Action> NOTHING_LEFT_TO_HAND_OVER = Condition.matter(
            "items_not_handed_over",
            "310.12",
            "还有涉案物品没有办结交接手续，交接完毕后才能办结",
            (t, scene) -> t.state().notWithReceiver().isEmpty()
                    && t.state().handingOver().isEmpty());

    /** 通知立案的，公安机关应当立案. */
    static final Condition<Transfer, Action> NOT_ORDERED_TO_FILE = Condition.matter(
            "ordered_to_file",
            "procuratorate.563",
            "检察院已经通知立案，公安机关应当在十五日以内立案",
            (t, scene) -> !t.runs("procuratorate.file.after.notice"));

    /** 复议不维持不予立案的，不能再以同一决定了结. */
    static final Condition<Transfer, Action> REFUSAL_NOT_OVERTURNED =
            Condition.matter("refusal_overturned", "310.9", "复议决定没有维持不予立案，公安机关应当立案", (t, scene) -> !t.state()
                    .refusalOverturned());

    private TransferConditions() {}

    /** Goods, or with the clock still running the other materials of the case. */
    static boolean somethingToHandOver(Matter<Transfer> t) {
        return t.state().handingOver().isEmpty() && (!t.state().withSender().isEmpty() || t.runs("transfer.handover"));
    }

    private static boolean has(List<Material> materials, MaterialKind kind) {
        return materials.stream().anyMatch(m -> m.kind() == kind);
    }
}
