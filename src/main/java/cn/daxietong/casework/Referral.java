package cn.daxietong.casework;

import cn.daxietong.matter.OfficerChanged;
import cn.daxietong.matter.OfficerChanged.Turn;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the question of transfer stands.
 *
 * @param transferred where the last transfer stands, which decides whether a penalty waits
 * @param refusedByHead the head's reasons for not approving a transfer, on record (国务院令310号 第五条第二款)
 */
record Referral(
        @Title("移送意见") @Nullable Proposal proposal,
        @Title("移送办理") TransferState transferred,

        @Title(value = "负责人不予移送的理由", multiline = true) @Nullable
        String refusedByHead,

        @Title("公安机关立案文号") @Nullable String filingNumber) {
    static final Referral NONE = new Referral(null, TransferState.NONE, null, null);

    Referral state(TransferState next) {
        return new Referral(proposal, next, refusedByHead, filingNumber);
    }

    /** Whether one of the 专案组 stands aside (国务院令310号 第五条, 行政处罚法 第四十三条). */
    boolean loses(OfficerChanged o) {
        return o.is(Turn.REPLACED) && proposal != null && proposal.officers.contains(o.officer());
    }

    Referral regrouped(OfficerChanged o) {
        return proposal == null ? this : new Referral(proposal.regrouped(o), transferred, refusedByHead, filingNumber);
    }

    /** A proposed transfer. */
    record Proposal(
            @Title("受移送单位") UnitId targetUnit,

            @Title(value = "选择其他单位的理由", multiline = true) @Nullable
            String deviationReason,

            @Title("专案组成员") List<AccountId> officers,
            @Title(value = "书面报告", multiline = true) String report,
            @Title("提出时间") Instant at) {
        Proposal regrouped(OfficerChanged o) {
            var group = new LinkedHashSet<>(officers);
            if (group.remove(o.officer()) && o.successor() != null) {
                group.add(o.successor());
            }
            return new Proposal(targetUnit, deviationReason, List.copyOf(group), report, at);
        }
    }

    /** Whether a suspected crime has been answered for. */
    enum TransferState {
        @Title("尚未移送")
        NONE,
        @Title("移送办理中")
        UNDERWAY,
        /** Refused and not contested: the administrative organ deals with it (国务院令310号 第十条). */
        @Title("不予立案，由行政机关处理")
        REFUSED,
        @Title("已由受移送机关办理")
        TAKEN_OVER,
        /** Decided not to prosecute and sent back for a penalty (刑事诉讼法 第一百七十七条). */
        @Title("检察机关不起诉，由行政机关处理")
        NOT_PROSECUTED;

        /** Whether new facts leave it as it is. */
        boolean stands() {
            return this == TAKEN_OVER || this == NOT_PROSECUTED;
        }
    }
}
