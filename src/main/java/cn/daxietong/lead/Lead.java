package cn.daxietong.lead;

import cn.daxietong.lead.LeadAction.Close;
import cn.daxietong.lead.LeadAction.Dispatch;
import cn.daxietong.lead.LeadAction.LeadSubject;
import cn.daxietong.lead.LeadAction.Reason;
import cn.daxietong.lead.LeadAction.Register;
import cn.daxietong.lead.LeadAction.Source;
import cn.daxietong.lead.LeadAction.SuspectedAct;
import cn.daxietong.lead.LeadAction.Verify;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lead.
 *
 * @param reporter the unit that registered it
 * @param assignee the unit that verifies it; absent until dispatched
 * @param returned why the last assignee sent it back
 */
public record Lead(
        String title,
        @Title("来源") Source source,

        @Title(value = "涉及货物", picks = "commodity") @Nullable
        String commodity,

        @Title("涉嫌行为") @Nullable SuspectedAct act,
        @Title("地点") @Nullable String place,
        @Title("发生时间") @Nullable Instant occurredAt,
        @Title(value = "情况说明", multiline = true) String description,
        @Title("涉及的人、车、单位") List<LeadSubject> subjects,
        @Title("报送单位") UnitId reporter,
        @Title("核查单位") @Nullable UnitId assignee,
        @Title(value = "分派意见", multiline = true) @Nullable String dispatchNote,
        @Title(value = "上次退回理由", multiline = true) @Nullable String returned,
        @Title(value = "核查情况", multiline = true) @Nullable String finding,
        @Title("是否查实") @Nullable Boolean substantiated,
        @Title("办结类型") @Nullable Reason closedAs,
        @Title(value = "办结说明", multiline = true) @Nullable String closingNote) {

    static Lead registered(Register r, UnitId reporter) {
        return new Lead(
                r.title(),
                r.source(),
                r.commodity(),
                r.act(),
                r.place(),
                r.occurredAt(),
                r.description(),
                r.subjects(),
                reporter,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Lead dispatched(Dispatch d) {
        return with(d.unit(), d.note(), null, null, null, null, null);
    }

    Lead returned(String reason) {
        return with(null, dispatchNote, reason, null, null, null, null);
    }

    Lead verified(Verify v) {
        return with(assignee, dispatchNote, returned, v.finding(), v.substantiated(), null, null);
    }

    Lead closed(Close c) {
        return with(assignee, dispatchNote, returned, finding, substantiated, c.reason(), c.note());
    }

    Lead voided(String reason) {
        return with(assignee, dispatchNote, returned, finding, substantiated, null, reason);
    }

    private Lead with(
            @Nullable UnitId toUnit,
            @Nullable String note,
            @Nullable String sentBack,
            @Nullable String found,
            @Nullable Boolean holds,
            @Nullable Reason ended,
            @Nullable String ending) {
        return new Lead(
                title,
                source,
                commodity,
                act,
                place,
                occurredAt,
                description,
                subjects,
                reporter,
                toUnit,
                note,
                sentBack,
                found,
                holds,
                ended,
                ending);
    }
}
