package cn.daxietong.transfer;

import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.matter.Action;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Begins a transfer when the sender's head has approved it (国务院令310号 第五条).
 *
 * @param criminal to a public security organ as a suspected crime; otherwise between administrative organs by competence
 * @param deviationReason why another unit than the tables name
 * @param grounds why, each with its article, as the assessment gave them
 */
@Title("批准移送")
public record TransferOpening(
        String caseTitle,
        String caseNumber,
        UnitId sender,
        UnitId receiver,
        boolean criminal,
        boolean inspectionNeeded,
        List<AccountId> officers,
        String report,
        @Nullable String deviationReason,
        String summary,
        @Nullable String commodity,
        List<String> grounds,
        @Nullable JurisdictionAssessment jurisdiction,
        List<Exhibit> exhibits)
        implements Action {}
