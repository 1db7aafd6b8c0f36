package cn.daxietong.transfer;

import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import cn.daxietong.transfer.TransferAction.Material;
import cn.daxietong.transfer.TransferAction.MaterialKind;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of a transfer: where it comes from, to whom it goes, what goes with it, and what both sides said. */
public record Transfer(
        @JsonUnwrapped Origin origin,
        @JsonUnwrapped Address address,
        @JsonUnwrapped Bundle bundle,
        @JsonUnwrapped Dealings dealings) {
    private static final String OTHER_MATERIALS = "materials";

    private static final String RECONSIDERATION = "decide_reconsideration";
    private static final String UPHELD = "维持不予立案：";
    private static final String OVERTURNED = "不维持不予立案：";

    /**
     * What the sender's head approved; it stays as it was.
     *
     * @param inspectionNeeded whether 检验报告或者鉴定结论 belong to the materials (国务院令310号 第六条第四项)
     * @param jurisdiction what the tables said of who is competent; absent in transfers from before it was kept
     */
    record Origin(
            String caseTitle,
            @Title("原案件") String caseNumber,
            @Title("移送单位") UnitId sender,
            boolean inspectionNeeded,
            @Title("专案组成员") List<AccountId> officers,
            @Title(value = "移送书面报告", multiline = true) String report,

            @Title(value = "选择其他单位的理由", multiline = true) @Nullable
            String deviationReason,

            @Title(value = "案情摘要", multiline = true) String summary,

            @Title(value = "涉及货物", picks = "commodity") @Nullable
            String commodity,

            @Title("移送依据") List<String> grounds,
            @Nullable JurisdictionAssessment jurisdiction) {}

    /**
     * Whom it is for now.
     *
     * @param criminal whether to a public security organ as a suspected crime
     */
    record Address(@Title("受移送单位") UnitId receiver, boolean criminal) {}

    /**
     * What goes with it.
     *
     * @param handingOver items that the sender has handed over and the receiver has not yet confirmed
     */
    record Bundle(
            @Title("移送材料") List<Material> materials,
            @Title("涉案物品") List<Exhibit> exhibits,
            List<String> handingOver) {}

    /**
     * What came of it.
     *
     * @param words what each side said at each turn, by the name of the action, newest kept
     */
    record Dealings(
            @Title("立案文号") @Nullable String filingNumber,

            @Title(value = "办理结果", multiline = true) @Nullable
            String outcome,

            @Title(value = "往来意见", multiline = true) Map<String, String> words) {}

    static Transfer opened(TransferOpening o) {
        return new Transfer(
                new Origin(
                        o.caseTitle(),
                        o.caseNumber(),
                        o.sender(),
                        o.inspectionNeeded(),
                        o.officers(),
                        o.report(),
                        o.deviationReason(),
                        o.summary(),
                        o.commodity(),
                        o.grounds(),
                        o.jurisdiction()),
                new Address(o.receiver(), o.criminal()),
                new Bundle(List.of(), o.exhibits(), List.of()),
                new Dealings(null, null, Map.of()));
    }

    Transfer sent(List<Material> sent) {
        return with(new Bundle(materialsWith(sent), exhibits(), handingOver()));
    }

    Transfer supplemented(List<Material> more) {
        var all = Stream.concat(materials().stream(), more.stream()).toList();
        return with(new Bundle(all, exhibits(), handingOver()));
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
        var next = new LinkedHashMap<>(words());
        next.put(action, text);
        return with(new Dealings(dealings.filingNumber, dealings.outcome, Map.copyOf(next)));
    }

    Transfer reconsidered(boolean upheld, String reason) {
        return said(RECONSIDERATION, (upheld ? UPHELD : OVERTURNED) + reason);
    }

    boolean refusalUpheld() {
        return words().getOrDefault(RECONSIDERATION, "").startsWith(UPHELD);
    }

    boolean refusalOverturned() {
        return words().getOrDefault(RECONSIDERATION, "").startsWith(OVERTURNED);
    }

    /** To a police organ it is a suspected crime again, to any other a matter of competence. */
    Transfer forwarded(UnitId to, String reason, boolean toPolice) {
        return new Transfer(origin, new Address(to, toPolice), bundle, dealings).said("forward", reason);
    }

    Transfer filed(String number) {
        return with(new Dealings(number, dealings.outcome, words()));
    }

    Transfer ended(String result) {
        return with(new Dealings(dealings.filingNumber, result, words()));
    }

    /** Without goods it is 与案件有关的其他材料 that pass (国务院令310号 第十二条). */
    Transfer handingOver(List<String> items) {
        var all = withSender().stream().map(Exhibit::id).toList();
        var which = !items.isEmpty() ? items : all.isEmpty() ? List.of(OTHER_MATERIALS) : all;
        return with(new Bundle(materials(), exhibits(), which));
    }

    Transfer confirmed() {
        var now = changed(handingOver(), e -> e.in(receiver()));
        return with(new Bundle(materials(), now, List.of()));
    }

    /** What has passed by another way is no longer on its way here. */
    Transfer inCustody(List<String> which, UnitId custodian) {
        return with(new Bundle(materials(), changed(which, e -> e.in(custodian)), stillHandingOver(which)));
    }

    Transfer disposed(List<String> which) {
        var now = changed(which, e -> e.under(Exhibit.Measure.DISPOSED));
        return with(new Bundle(materials(), now, stillHandingOver(which)));
    }

    private List<String> stillHandingOver(List<String> without) {
        return handingOver().stream().filter(id -> !without.contains(id)).toList();
    }

    Transfer released(List<String> which) {
        return with(new Bundle(
                materials(), changed(which, e -> e.under(Exhibit.Measure.RELEASED)), stillHandingOver(which)));
    }

    private List<Exhibit> changed(List<String> which, UnaryOperator<Exhibit> change) {
        return exhibits().stream()
                .map(e -> which.contains(e.id()) ? change.apply(e) : e)
                .toList();
    }

    /** The items that are still in the sender's custody. */
    List<Exhibit> withSender() {
        return held(e -> e.custodian().equals(sender()));
    }

    /** The items that have not reached the receiver yet, wherever they are. */
    List<Exhibit> notWithReceiver() {
        return held(e -> !e.custodian().equals(receiver()));
    }

    private List<Exhibit> held(Predicate<Exhibit> where) {
        return exhibits().stream().filter(e -> e.held() && where.test(e)).toList();
    }

    /** The items whose custody has passed. */
    List<String> withReceiver() {
        return exhibits().stream()
                .filter(e -> e.custodian().equals(receiver()))
                .map(Exhibit::id)
                .toList();
    }

    /** Whether the tables found the threshold reached when the sender's head approved it. */
    public boolean reached() {
        return !origin.grounds.isEmpty();
    }

    UnitId sender() {
        return origin.sender;
    }

    /** Whom it is for now. */
    public UnitId receiver() {
        return address.receiver;
    }

    boolean criminal() {
        return address.criminal;
    }

    List<Material> materials() {
        return bundle.materials;
    }

    List<Exhibit> exhibits() {
        return bundle.exhibits;
    }

    List<String> handingOver() {
        return bundle.handingOver;
    }

    /** What was said at this action last; empty where nothing was. */
    String word(String action) {
        return words().getOrDefault(action, "");
    }

    @Nullable
    String filingNumber() {
        return dealings.filingNumber;
    }

    Map<String, String> words() {
        return dealings.words;
    }

    private Transfer with(Bundle next) {
        return new Transfer(origin, address, next, dealings);
    }

    private Transfer with(Dealings next) {
        return new Transfer(origin, address, bundle, next);
    }
}
