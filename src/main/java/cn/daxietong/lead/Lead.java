package cn.daxietong.lead;

import cn.daxietong.lead.LeadAction.Close;
import cn.daxietong.lead.LeadAction.Dispatch;
import cn.daxietong.lead.LeadAction.Reason;
import cn.daxietong.lead.LeadAction.Register;
import cn.daxietong.lead.LeadAction.Source;
import cn.daxietong.lead.LeadAction.SuspectedAct;
import cn.daxietong.lead.LeadAction.Verify;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.matter.Subject;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a lead, in the order in which it comes to be known. */
public record Lead(
        @JsonUnwrapped Report report,
        @JsonUnwrapped Assignment assignment,
        @JsonUnwrapped Verification verification,
        @JsonUnwrapped Ending ending) {

    /**
     * What was registered.
     *
     * @param reporter the unit that registered it
     */
    record Report(
            String title,
            @Title("来源") Source source,

            @Title(value = "涉及货物", picks = "commodity") @Nullable
            String commodity,

            @Title("涉嫌行为") @Nullable SuspectedAct act,
            @Title("地点") @Nullable String place,
            @Title("发生时间") @Nullable Instant occurredAt,
            @Title(value = "情况说明", multiline = true) String description,
            @Title("涉及的人、车、单位") List<Subject> subjects,
            @Title("报送单位") UnitId reporter,
            @Nullable Signed registered) {}

    /**
     * Who verifies it and why.
     *
     * @param assignee absent until dispatched
     * @param deviationReason why another unit than the tables name
     * @param returned why the last assignee sent it back
     */
    record Assignment(
            @Title("核查单位") @Nullable UnitId assignee,

            @Title(value = "分派意见", multiline = true) @Nullable
            String dispatchNote,

            @Title(value = "选择其他单位的理由", multiline = true) @Nullable
            String deviationReason,

            @Title(value = "上次退回理由", multiline = true) @Nullable
            String returned,

            @Nullable Signed dispatched) {
        static final Assignment NONE = new Assignment(null, null, null, null, null);
    }

    /** What was found; the extension is the head's (市场监督管理投诉举报处理暂行办法 第二十三条). */
    record Verification(
            @Title(value = "延长核查的理由", multiline = true) @Nullable
            String extensionReason,

            @Title(value = "核查情况", multiline = true) @Nullable
            String finding,

            @Title("是否查实") @Nullable Boolean substantiated,
            @Nullable Signed verified) {
        static final Verification NONE = new Verification(null, null, null, null);
    }

    /** How it ended. */
    record Ending(
            @Title("办结类型") @Nullable Reason closedAs,

            @Title(value = "办结说明", multiline = true) @Nullable
            String closingNote) {
        static final Ending NONE = new Ending(null, null);
    }

    static Lead registered(Register r, Scene scene) {
        var report = new Report(
                r.title(),
                r.source(),
                r.commodity(),
                r.act(),
                r.place(),
                r.occurredAt(),
                r.description(),
                r.subjects(),
                scene.unit(),
                Signed.by(scene));
        return new Lead(report, Assignment.NONE, Verification.NONE, Ending.NONE);
    }

    static Lead told(LeadOpening o, Scene scene) {
        var report = new Report(
                o.title(),
                Source.TIPOFF,
                o.commodity(),
                null,
                o.place(),
                null,
                o.description(),
                List.of(),
                scene.unit(),
                Signed.by(scene));
        return new Lead(report, Assignment.NONE, Verification.NONE, Ending.NONE);
    }

    Lead dispatched(Dispatch d, Scene scene) {
        return assigned(new Assignment(d.unit(), d.note(), d.deviationReason(), null, Signed.by(scene)));
    }

    Lead returned(String reason) {
        return assigned(new Assignment(null, assignment.dispatchNote, null, reason, null));
    }

    private Lead assigned(Assignment next) {
        return new Lead(report, next, Verification.NONE, Ending.NONE);
    }

    Lead extended(String reason) {
        return new Lead(report, assignment, new Verification(reason, null, null, null), ending);
    }

    Lead verified(Verify v, Scene scene) {
        var found = new Verification(verification.extensionReason, v.finding(), v.substantiated(), Signed.by(scene));
        return new Lead(report, assignment, found, Ending.NONE);
    }

    Lead closed(Close c) {
        return new Lead(report, assignment, verification, new Ending(c.reason(), c.note()));
    }

    Lead voided(String reason) {
        return new Lead(report, assignment, verification, new Ending(null, reason));
    }

    boolean substantiated() {
        return Boolean.TRUE.equals(verification.substantiated);
    }

    boolean disproved() {
        return Boolean.FALSE.equals(verification.substantiated);
    }
}
