package cn.daxietong.oversight;

import cn.daxietong.casework.Case;
import cn.daxietong.law.Facts;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Subject;
import cn.daxietong.oversight.ReverseAction.Correct;
import cn.daxietong.oversight.ReverseAction.Register;
import cn.daxietong.oversight.ReverseAction.SendOpinion;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a reverse transfer.
 *
 * @param origin the case that was not prosecuted; the unit that is asked to penalise opens one of its own
 * @param prosecution how it came before the procuratorate, where the platform has no record of it
 * @param transferredAt when its transfer to the investigating organ was proposed, where it was
 * @param authority the administrative organ asked to deal with it
 * @param answer the reasons given where nobody was penalised
 * @param finedBefore whether the act was fined before it became a criminal case (行政处罚法 第二十九条)
 */
public record ReverseTransfer(
        UUID origin,
        @Title("不起诉的案件") String subject,
        @Title("涉及的人、车、单位") List<Subject> subjects,
        Facts facts,
        @Title("不起诉决定时间") Instant decidedAt,
        @Title("不起诉决定文号") @Nullable String decisionNumber,

        @Title(value = "审查起诉情况", multiline = true) @Nullable String prosecution,

        @Nullable Instant transferredAt,
        @Title(value = "案情和不起诉理由", multiline = true) String summary,
        @Title("有关主管机关") @Nullable UnitId authority,
        @Title(value = "检察意见", multiline = true) @Nullable String opinion,
        @Title(value = "办理结果说明", multiline = true) @Nullable String answer,
        @Title("同一行为此前已被罚款") boolean finedBefore) {

    /** Begins anew with another organ, because the first passed it on. */
    @Title("由前一机关移送")
    record PassedOn(
            UUID origin,
            String subject,
            List<Subject> subjects,
            Facts facts,
            Instant decidedAt,
            @Nullable String decisionNumber,
            String summary,
            String opinion,
            UnitId authority,
            boolean finedBefore)
            implements Action {}

    static ReverseTransfer registered(Register r, Matter<?> about) {
        var origin = (Case) about.state();
        return new ReverseTransfer(
                about.id(),
                about.cited(),
                origin.subjects(),
                origin.facts(),
                r.decidedAt(),
                r.decisionNumber(),
                r.prosecution(),
                origin.transferProposedAt().orElse(null),
                r.summary(),
                null,
                null,
                null,
                origin.fined());
    }

    static ReverseTransfer passedOn(PassedOn p) {
        return new ReverseTransfer(
                p.origin(),
                p.subject(),
                p.subjects(),
                p.facts(),
                p.decidedAt(),
                p.decisionNumber(),
                null,
                null,
                p.summary(),
                p.authority(),
                p.opinion(),
                null,
                p.finedBefore());
    }

    PassedOn to(UnitId next) {
        return new PassedOn(
                origin,
                subject,
                subjects,
                facts,
                decidedAt,
                decisionNumber,
                summary,
                opinion == null ? summary : opinion,
                next,
                finedBefore);
    }

    ReverseTransfer corrected(Correct c) {
        return new ReverseTransfer(
                origin,
                subject,
                subjects,
                facts,
                c.decidedAt(),
                c.decisionNumber(),
                prosecution,
                transferredAt,
                c.summary(),
                authority,
                opinion,
                "更正登记：" + c.reason(),
                finedBefore);
    }

    ReverseTransfer opined(SendOpinion s) {
        return with(s.unit(), s.text(), answer);
    }

    ReverseTransfer returned(String reason) {
        return with(null, opinion, reason);
    }

    ReverseTransfer answered(String how) {
        return with(authority, opinion, how);
    }

    /** What the procuratorate and the authority say changes; what the case was does not. */
    private ReverseTransfer with(@Nullable UnitId whom, @Nullable String says, @Nullable String replied) {
        return new ReverseTransfer(
                origin,
                subject,
                subjects,
                facts,
                decidedAt,
                decisionNumber,
                prosecution,
                transferredAt,
                summary,
                whom,
                says,
                replied,
                finedBefore);
    }
}
