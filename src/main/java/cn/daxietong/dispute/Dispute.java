package cn.daxietong.dispute;

import cn.daxietong.dispute.DisputeAction.Designate;
import cn.daxietong.dispute.DisputeAction.GiveOpinion;
import cn.daxietong.dispute.DisputeAction.ProposeAgreement;
import cn.daxietong.dispute.DisputeAction.Raise;
import cn.daxietong.dispute.DisputeAction.RegisterDesignation;
import cn.daxietong.dispute.DisputeAction.ReportOutside;
import cn.daxietong.matter.Matter;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a jurisdiction dispute.
 *
 * @param holder the unit that answers for the contested matter now
 * @param interim the one unit that keeps goods and evidence while it is contested (U23); the holder, unless the office has said another
 * @param asked whether the parties gave up agreeing and asked the office
 * @param accepted the parties that have agreed to what stands proposed
 */
public record Dispute(
        @Title("有异议的事项") Subject subject,
        @Title("提出单位") UnitId raiser,
        @Title("现承办单位") UnitId holder,
        @Title("主张的管辖单位") UnitId claimed,
        @Title(value = "理由和依据", multiline = true) String grounds,
        @Title("临时负责单位") UnitId interim,
        @Title("各方意见") List<View> views,
        @Title("提出的方案") @Nullable Proposal proposal,
        @Title("已同意的单位") List<UnitId> accepted,
        @Title("已请办公室协调") boolean asked,
        @Title("报请指定管辖") @Nullable Report report,
        @Title("结果") @Nullable Outcome outcome,
        @Title(value = "办理说明", multiline = true) @Nullable String note) {

    /** What is contested, as it was called when the dispute was raised. */
    record Subject(@Title("编号") String number, @Title("名称") String title) {}

    /** What a unit said. */
    record View(
            @Title("时间") Instant at,
            @Title("单位") UnitId unit,
            @Title("意见") String text) {}

    /** What is proposed, by the parties to each other or by the office to them. */
    record Proposal(
            @Title("方式") Way way,
            @Title("由谁管辖") UnitId unit,
            @Title(value = "内容", multiline = true) String text) {}

    /**
     * That somebody above was asked to designate.
     *
     * @param superior on the platform; absent where it was reported outside
     */
    record Report(
            @Title("报请单位") UnitId by,
            @Title("报请的机关") @Nullable UnitId superior,
            @Title("县外报请") @Nullable Outside outside) {}

    /** A report by paper, to an authority that is not on the platform. */
    record Outside(
            @Title("机关") String authority,
            @Title("公文文号") String number,
            @Title("答复单位和联系方式") String answeredBy) {}

    /**
     * How it came out; a coordinated opinion is never a designation (行政处罚法 第二十五条).
     *
     * @param registeredBy who entered what an authority outside the platform decided; absent where it was decided here
     */
    record Outcome(
            @Title("方式") Way way,
            @Title("管辖单位") UnitId unit,
            @Title("机关") @Nullable String authority,
            @Title("文号") @Nullable String number,
            @Title(value = "内容", multiline = true) String text,
            @Title("登记单位") @Nullable UnitId registeredBy) {}

    /** The three ways in which a dispute may end. */
    enum Way {
        @Title("协商一致")
        AGREED,
        @Title("接受办公室协调意见")
        COORDINATED,
        @Title("共同的上一级行政机关指定管辖")
        DESIGNATED
    }

    static Dispute raised(Raise r, Matter<?> about, UnitId raiser) {
        return new Dispute(
                new Subject(about.number(), about.title()),
                raiser,
                about.owner(),
                r.claimed(),
                r.grounds(),
                about.owner(),
                List.of(),
                null,
                List.of(),
                false,
                null,
                null,
                null);
    }

    /** Whoever raised it, whoever holds the matter and whoever is said to be competent. */
    Set<UnitId> parties() {
        return new LinkedHashSet<>(List.of(raiser, holder, claimed));
    }

    Set<UnitId> stillToAccept() {
        var rest = parties();
        rest.removeAll(accepted);
        return rest;
    }

    Dispute stated(String view, UnitId unit, Instant at) {
        var all = new ArrayList<>(views);
        all.add(new View(at, unit, view));
        return new Dispute(
                subject,
                raiser,
                holder,
                claimed,
                grounds,
                interim,
                List.copyOf(all),
                proposal,
                accepted,
                asked,
                report,
                outcome,
                note);
    }

    Dispute proposed(ProposeAgreement p, UnitId by) {
        return with(new Proposal(Way.AGREED, p.unit(), p.text()), List.of(by), report, outcome, note)
                .endedIfAllAgree();
    }

    Dispute advised(GiveOpinion o) {
        return with(new Proposal(Way.COORDINATED, o.unit(), o.text()), List.of(), report, outcome, note);
    }

    /** Once all parties have agreed, what was proposed is the outcome. */
    Dispute acceptedBy(UnitId unit) {
        var all = new ArrayList<>(accepted);
        all.add(unit);
        return with(proposal, List.copyOf(all), report, outcome, note).endedIfAllAgree();
    }

    /** Nobody is left who has not agreed, be it that the last one handed the matter to a party that had (行政处罚法 第二十五条: 协商). */
    Dispute endedIfAllAgree() {
        return proposal == null || !stillToAccept().isEmpty()
                ? this
                : ended(new Outcome(proposal.way(), proposal.unit(), null, null, proposal.text(), null));
    }

    Dispute askedOffice() {
        return new Dispute(
                subject, raiser, holder, claimed, grounds, interim, views, proposal, accepted, true, report, outcome,
                note);
    }

    Dispute reportedUp(UnitId to, UnitId by) {
        return with(proposal, accepted, new Report(by, to, null), outcome, note);
    }

    Dispute reportedOutside(ReportOutside r, UnitId by) {
        var outside = new Outside(r.authority(), r.number(), r.answeredBy());
        return with(proposal, accepted, new Report(by, null, outside), outcome, note);
    }

    Dispute takenBack() {
        return with(proposal, accepted, null, outcome, note);
    }

    /** How far the parties and the office have come by themselves. */
    DisputeStatus stage() {
        return proposal != null && proposal.way() == Way.COORDINATED
                ? DisputeStatus.OPINION_GIVEN
                : asked ? DisputeStatus.COORDINATING : DisputeStatus.RAISED;
    }

    Dispute designated(Designate d) {
        return ended(new Outcome(Way.DESIGNATED, d.unit(), d.authority(), d.number(), d.reason(), null));
    }

    /** Decided beyond the platform; whoever enters it here has decided nothing. */
    Dispute registered(RegisterDesignation r, UnitId by) {
        return ended(new Outcome(Way.DESIGNATED, r.unit(), r.authority(), r.number(), r.reason(), by));
    }

    /** Whose letter tells of the outcome: that of whoever decided or registered a designation, else of the office that keeps what was agreed. */
    UnitId informant() {
        if (outcome == null || outcome.way != Way.DESIGNATED) {
            return UnitId.OFFICE;
        }
        var decided = report == null ? null : report.superior;
        return outcome.registeredBy != null ? outcome.registeredBy : decided != null ? decided : UnitId.OFFICE;
    }

    /** Who may enter what was decided outside: whoever reported it there, or the office (行政处罚法 第二十五条). */
    Set<UnitId> registrars() {
        return report == null || report.outside == null
                ? Set.of()
                : new LinkedHashSet<>(List.of(report.by, UnitId.OFFICE));
    }

    private Dispute ended(Outcome how) {
        return with(proposal, accepted, report, how, note);
    }

    Dispute heldInTheMeantimeBy(UnitId unit) {
        return new Dispute(
                subject, raiser, holder, claimed, grounds, unit, views, proposal, accepted, asked, report, outcome,
                note);
    }

    /** The matter changed hands meanwhile; who holds it keeps it, unless the office said another. */
    Dispute heldBy(UnitId unit) {
        return new Dispute(
                subject,
                raiser,
                unit,
                claimed,
                grounds,
                interim.equals(holder) ? unit : interim,
                views,
                proposal,
                accepted,
                asked,
                report,
                outcome,
                note);
    }

    Dispute ended(String why) {
        return with(proposal, accepted, report, outcome, why);
    }

    /** What was contested is over, so that nobody is left to have it. */
    Dispute overtakenIf(boolean over) {
        return !over || outcome != null
                ? this
                : with(proposal, accepted, report, null, "有异议的事项已经办结，管辖异议随之终止；由它产生的其他事项仍有管辖异议的，请对该事项另行提出");
    }

    /** Whether it ended because there is nothing left to contest. */
    boolean isOvertaken() {
        return outcome == null && note != null;
    }

    /** Whether the unit that is to have it has it. */
    boolean executed() {
        return outcome != null && outcome.unit().equals(holder);
    }

    private Dispute with(
            @Nullable Proposal proposed,
            List<UnitId> agreed,
            @Nullable Report above,
            @Nullable Outcome how,
            @Nullable String words) {
        return new Dispute(
                subject, raiser, holder, claimed, grounds, interim, views, proposed, agreed, asked, above, how, words);
    }
}
