package cn.daxietong.casework;

import cn.daxietong.casework.CaseAction.Seize;
import cn.daxietong.matter.Signed;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 查封、扣押 once taken: what, when, by whom, and the head's approval (行政强制法 第十八条, 第十九条).
 *
 * @param items ids in the case
 * @param urgent whether it was taken on the spot and approved afterwards (第十九条)
 * @param seizedBy absent where the head took it, whose own act it then is
 * @param approvedBy absent while the head has not signed
 */
record Seizure(
        List<String> items,
        @Title("查封扣押时间") Instant at,
        @Title("当场紧急实施") boolean urgent,
        @Title("承办") @Nullable Signed seizedBy,
        @Title("负责人批准") @Nullable Signed approvedBy) {

    /** Taken by the head it is approved at once; what was taken on the spot is always reported and approved in a step of its own. */
    static Seizure made(List<String> items, Seize s, Signed by) {
        var urgent = Boolean.TRUE.equals(s.urgent());
        return by.byHead() && !urgent
                ? new Seizure(items, s.seizedAt(), false, null, by)
                : new Seizure(items, s.seizedAt(), urgent, by, null);
    }

    Seizure approved(Signed head) {
        return new Seizure(items, at, urgent, seizedBy, head);
    }

    boolean awaitsSignatureIn(UnitId unit) {
        return approvedBy == null && seizedBy != null && seizedBy.unit().equals(unit);
    }
}
