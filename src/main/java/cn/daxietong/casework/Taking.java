package cn.daxietong.casework;

import cn.daxietong.matter.Signed;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 查封、扣押 or 先行登记保存 once taken: what, when, by whom, and what the head said to it (行政强制法 第十八条, 第十九条; 行政处罚法 第五十六条).
 *
 * @param items ids in the case
 * @param urgent whether it was taken on the spot and approved afterwards (行政强制法 第十九条)
 * @param takenBy absent where the head took it, whose own act it then is
 * @param approvedBy absent while the head has not approved
 * @param refusal absent unless the head did not approve, whereupon everything is given back
 */
record Taking(
        List<String> items,
        @Title("采取时间") Instant at,
        @Title("当场紧急实施") boolean urgent,
        @Title("承办") @JsonAlias("seized_by") @Nullable Signed takenBy,
        @Title("负责人批准") @Nullable Signed approvedBy,
        @Title("负责人不批准") @Nullable Refusal refusal) {

    /** What the head is asked to sign. */
    enum Kind {
        @Title("查封扣押")
        SEIZURE,
        @Title("当场紧急实施的查封扣押")
        URGENT_SEIZURE,
        @Title("先行登记保存")
        PRESERVATION
    }

    /** That the head did not approve. */
    record Refusal(
            @Title(value = "理由", multiline = true) String reason,
            @Title("签字") Signed by) {}

    /** Taken by the head it is approved at once. */
    static Taking made(List<String> items, Instant at, Signed by) {
        return by.byHead()
                ? new Taking(items, at, false, null, by, null)
                : new Taking(items, at, false, by, null, null);
    }

    /** What was taken on the spot is always reported and approved in a step of its own. */
    static Taking onTheSpot(List<String> items, Instant at, Signed by) {
        return new Taking(items, at, true, by, null, null);
    }

    Taking approved(Signed head) {
        return new Taking(items, at, urgent, takenBy, head, null);
    }

    Taking refused(String reason, Signed head) {
        return new Taking(items, at, urgent, takenBy, null, new Refusal(reason, head));
    }

    boolean awaitsSignatureIn(UnitId unit) {
        return decided().isEmpty() && takenBy != null && takenBy.unit().equals(unit);
    }

    /** Who decided on it; nobody yet while the head has not signed. */
    Optional<Signed> decided() {
        return Optional.ofNullable(refusal == null ? approvedBy : refusal.by);
    }

    /** Of two that were decided the one decided later; at one time, the second. */
    static Taking later(Taking a, Taking b) {
        return b.decided().orElseThrow().at().isBefore(a.decided().orElseThrow().at()) ? a : b;
    }
}
