package cn.daxietong.transfer;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import cn.daxietong.transfer.TransferAction.Material;
import cn.daxietong.transfer.TransferAction.MaterialKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a transfer.
 *
 * @param criminal whether to a public security organ as a suspected crime
 * @param inspectionNeeded whether 检验报告或者鉴定结论 belong to the materials (国务院令310号 第六条第四项)
 * @param handingOver items that the sender has handed over and the receiver has not yet confirmed
 * @param words what each side said at each turn, by the name of the action, newest kept
 */
public record Transfer(
        String caseTitle,
        @Title("原案件") String caseNumber,
        @Title("移送单位") UnitId sender,
        @Title("受移送单位") UnitId receiver,
        boolean criminal,
        boolean inspectionNeeded,
        @Title("专案组成员") List<AccountId> officers,
        @Title(value = "移送书面报告", multiline = true) String report,
        @Title(value = "案情摘要", multiline = true) String summary,

        @Title(value = "涉及货物", picks = "commodity") @Nullable
        String commodity,

        @Title("移送依据") List<String> grounds,
        @Title("移送材料") List<Material> materials,
        @Title("涉案物品") List<Exhibit> exhibits,
        List<String> handingOver,
        @Title("立案文号") @Nullable String filingNumber,
        @Title(value = "办理结果", multiline = true) @Nullable String outcome,
        @Title("往来意见") Map<String, String> words) {

    private static final String RECONSIDERATION = "decide_reconsideration";
    private static final String UPHELD = "维持不予立案：";
    private static final String OVERTURNED = "不维持不予立案：";

    static Transfer opened(TransferOpening o) {
        return new Transfer(
                o.caseTitle(),
                o.caseNumber(),
                o.sender(),
                o.receiver(),
                o.criminal(),
                o.inspectionNeeded(),
                o.officers(),
                o.report(),
                o.summary(),
                o.commodity(),
                o.grounds(),
                List.of(),
                o.exhibits(),
                List.of(),
                null,
                null,
                Map.of());
    }

    Transfer sent(List<Material> sent) {
        return with(receiver, materialsWith(sent), exhibits, handingOver, filingNumber, outcome, words);
    }

    Transfer supplemented(List<Material> more) {
        return with(
                receiver,
                Stream.concat(materials.stream(), more.stream()).toList(),
                exhibits,
                handingOver,
                filingNumber,
                outcome,
                words);
    }

    /** What the platform itself draws up belongs to the materials without being listed. */
    private static List<Material> materialsWith(List<Material> sent) {
        var all = new ArrayList<Material>();
        for (var kind : List.of(MaterialKind.TRANSFER_LETTER, MaterialKind.ITEM_LIST)) {
            if (sent.stream().noneMatch(m -> m.kind() == kind)) {
                all.add(new Material(kind, null, null, 1));
            }
        }
        all.addAll(sent);
        return List.copyOf(all);
    }

    Transfer said(String action, String text) {
        var next = new LinkedHashMap<>(words);
        next.put(action, text);
        return with(receiver, materials, exhibits, handingOver, filingNumber, outcome, Map.copyOf(next));
    }

    Transfer reconsidered(boolean upheld, String reason) {
        return said(RECONSIDERATION, (upheld ? UPHELD : OVERTURNED) + reason);
    }

    boolean refusalUpheld() {
        return words.getOrDefault(RECONSIDERATION, "").startsWith(UPHELD);
    }

    boolean refusalOverturned() {
        return words.getOrDefault(RECONSIDERATION, "").startsWith(OVERTURNED);
    }

    /** To a police organ it is a suspected crime again, to any other a matter of competence. */
    Transfer forwarded(UnitId to, String reason, boolean toPolice) {
        return new Transfer(
                        caseTitle,
                        caseNumber,
                        sender,
                        to,
                        toPolice,
                        inspectionNeeded,
                        officers,
                        report,
                        summary,
                        commodity,
                        grounds,
                        materials,
                        exhibits,
                        handingOver,
                        filingNumber,
                        outcome,
                        words)
                .said("forward", reason);
    }

    Transfer filed(String number) {
        return with(receiver, materials, exhibits, handingOver, number, outcome, words);
    }

    Transfer handingOver(List<String> items) {
        var which = items.isEmpty() ? withSender().stream().map(Exhibit::id).toList() : items;
        return with(receiver, materials, exhibits, which, filingNumber, outcome, words);
    }

    Transfer confirmed() {
        var now = exhibits.stream()
                .map(e -> handingOver.contains(e.id()) ? e.in(receiver) : e)
                .toList();
        return with(receiver, materials, now, List.of(), filingNumber, outcome, words);
    }

    Transfer inCustody(List<String> which, UnitId custodian) {
        return withExhibits(exhibits.stream()
                .map(e -> which.contains(e.id()) ? e.in(custodian) : e)
                .toList());
    }

    Transfer released(List<String> which) {
        return withExhibits(exhibits.stream()
                .map(e -> which.contains(e.id()) ? e.under(Exhibit.Measure.RELEASED) : e)
                .toList());
    }

    private Transfer withExhibits(List<Exhibit> goods) {
        return with(receiver, materials, goods, handingOver, filingNumber, outcome, words);
    }

    Transfer ended(String result) {
        return with(receiver, materials, exhibits, handingOver, filingNumber, result, words);
    }

    /** The items that are still in the sender's custody. */
    List<Exhibit> withSender() {
        return exhibits.stream()
                .filter(e -> e.held() && e.custodian().equals(sender))
                .toList();
    }

    /** The items that have not reached the receiver yet, wherever they are. */
    List<Exhibit> notWithReceiver() {
        return exhibits.stream()
                .filter(e -> e.held() && !e.custodian().equals(receiver))
                .toList();
    }

    /** The items whose custody has passed. */
    List<String> withReceiver() {
        return exhibits.stream()
                .filter(e -> e.custodian().equals(receiver))
                .map(Exhibit::id)
                .toList();
    }

    private Transfer with(
            UnitId to,
            List<Material> has,
            List<Exhibit> goods,
            List<String> underway,
            @Nullable String filing,
            @Nullable String result,
            Map<String, String> said) {
        return new Transfer(
                caseTitle,
                caseNumber,
                sender,
                to,
                criminal,
                inspectionNeeded,
                officers,
                report,
                summary,
                commodity,
                grounds,
                has,
                goods,
                underway,
                filing,
                result,
                said);
    }
}
