package cn.daxietong.casework;

import cn.daxietong.matter.Signed;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 查封、扣押 or 先行登记保存 once taken: what, when, by whom, and the head's approval (行政强制法 第十八条, 第十九条; 行政处罚法 第五十六条).
 *
 * @param items ids in the case
 * @param urgent whether it was taken on the spot and approved afterwards (行政强制法 第十九条)
 * @param takenBy absent where the head took it, whose own act it then is
 * @param approvedBy absent while the head has not signed
 */
record Taking(
        List<String> items,
        @Title("采取时间") Instant at,
        @Title("当场紧急实施") boolean urgent,
        @Title("承办") @JsonAlias("seized_by") @Nullable Signed takenBy,
        @Title("负责人批准") @Nullable Signed approvedBy) {

    /** Taken by the head it is approved at once. */
    static Taking made(List<String> items, Instant at, Signed by) {
        return by.byHead() ? new Taking(items, at, false, null, by) : new Taking(items, at, false, by, null);
    }

    /** What was taken on the spot is always reported and approved in a step of its own. */
    static Taking onTheSpot(List<String> items, Instant at, Signed by) {
        return new Taking(items, at, true, by, null);
    }

    Taking approved(Signed head) {
        return new Taking(items, at, urgent, takenBy, head);
    }

    boolean awaitsSignatureIn(UnitId unit) {
        return approvedBy == null && takenBy != null && takenBy.unit().equals(unit);
    }
}
