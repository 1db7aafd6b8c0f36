package cn.daxietong.supervision;

import cn.daxietong.matter.Scene;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import cn.daxietong.supervision.SupervisionAction.Apply;
import cn.daxietong.supervision.SupervisionAction.Enlist;
import cn.daxietong.supervision.SupervisionAction.Ground;
import cn.daxietong.supervision.SupervisionAction.Reschedule;
import cn.daxietong.supervision.SupervisionAction.Verify;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a supervision.
 *
 * @param applicant the unit that asked for it
 * @param responsible the unit that answers for the supervised matter now; follows it when it changes hands
 * @param countersigned whether the police have joined a joint one (四（八）)
 * @param criteria what the table of criteria said when it was applied for
 * @param urging what was demanded when it was urged last
 * @param urged how often the office has urged; from the second time the head is told, from the third the 组长
 */
public record Supervision(
        @Title("督办事项") Subject subject,
        @Title("申请单位") UnitId applicant,
        @Title("申请理由类别") List<Ground> grounds,
        @Title(value = "申请理由", multiline = true) String reason,
        @Title("是否联合挂牌") boolean joint,
        boolean countersigned,
        @Title("条件核对") List<Criterion> criteria,
        @Title("被督办单位") UnitId responsible,
        @Title("督办要求") @Nullable Demand demand,
        @Title("责任人") @Nullable AccountId officer,
        @Title("进展和结果") List<Report> reports,
        @Title("催办次数") int urged,

        @Title(value = "最近一次催办要求", multiline = true) @Nullable
        String urging,

        @Title("回头看") @Nullable Verification verification,
        @Title(value = "办理说明", multiline = true) @Nullable String note) {

    /** What is supervised, as it was called when it was applied for. */
    record Subject(
            @Title("编号") String number,
            @Title("名称") String title,

            @Title(value = "货物", picks = "commodity") @Nullable
            String commodity) {}

    /** What the office demands, and until when. */
    record Demand(
            @Title(value = "要求", multiline = true) String text,
            @Title("办结期限") Instant dueAt) {}

    /** A line of the table of criteria, answered. */
    record Criterion(
            @Title("条件") String condition,
            @Title("核对结果") String answer,
            @Title("依据") String law) {}

    /** Something reported by the supervised unit. */
    record Report(
            @Title("时间") Instant at,
            @Title("单位") UnitId unit,
            @Title("内容") String text) {}

    /** The independent look before it is released. */
    record Verification(
            @Title("核验单位") UnitId unit,

            @Title(value = "核验情况", multiline = true) @Nullable
            String finding,

            @Title("是否整改到位") @Nullable Boolean satisfied) {}

    static Supervision applied(Apply a, Scene scene, List<Criterion> criteria) {
        var about = scene.about().orElseThrow();
        return new Supervision(
                new Subject(about.number(), about.title(), scene.commodity().orElse(null)),
                scene.unit(),
                a.grounds(),
                a.reason(),
                Boolean.TRUE.equals(a.joint()),
                false,
                criteria,
                about.owner(),
                null,
                null,
                List.of(),
                0,
                null,
                null,
                null);
    }

    String title() {
        return (joint ? "挂牌督办：" : "督办：") + subject.title();
    }

    /** A joint one for which the police asked themselves has their word already. */
    Supervision enlisted(Enlist e, UnitId police) {
        return with(
                joint,
                applicant.equals(police),
                responsible,
                new Demand(e.demand(), e.dueAt()),
                officer,
                reports,
                urged,
                verification,
                note);
    }

    Supervision rescheduled(Reschedule r) {
        var text = demand == null ? "" : demand.text();
        return with(
                joint,
                countersigned,
                responsible,
                new Demand(text, r.dueAt()),
                officer,
                reports,
                urged,
                verification,
                r.reason());
    }

    Supervision countersignedByPolice() {
        return with(joint, true, responsible, demand, officer, reports, urged, verification, note);
    }

    /** The police do not join, so that it goes on as the office's own. */
    Supervision alone(String why) {
        return with(false, false, responsible, demand, officer, reports, urged, verification, why);
    }

    /** The matter changed hands, and whoever answers for it now is supervised. */
    Supervision answeredBy(UnitId unit) {
        return with(joint, countersigned, unit, demand, null, reports, urged, verification, note);
    }

    Supervision named(AccountId who) {
        return with(joint, countersigned, responsible, demand, who, reports, urged, verification, note);
    }

    Supervision reported(String text, UnitId unit, Instant at) {
        var all = new ArrayList<>(reports);
        all.add(new Report(at, unit, text));
        return with(joint, countersigned, responsible, demand, officer, List.copyOf(all), urged, verification, note);
    }

    Supervision urgedAgain(String demanded) {
        return new Supervision(
                subject,
                applicant,
                grounds,
                reason,
                joint,
                countersigned,
                criteria,
                responsible,
                demand,
                officer,
                reports,
                urged + 1,
                demanded,
                verification,
                note);
    }

    Supervision verifiedBy(UnitId unit) {
        return with(
                joint,
                countersigned,
                responsible,
                demand,
                officer,
                reports,
                urged,
                new Verification(unit, null, null),
                note);
    }

    Supervision verified(Verify v, UnitId unit) {
        var seen = new Verification(unit, v.finding(), v.satisfied());
        return with(joint, countersigned, responsible, demand, officer, reports, urged, seen, note);
    }

    /** Whoever answers for the matter now does not judge it, so that another has to be asked. */
    Supervision withoutVerifierOfOwnWork() {
        return verification == null || !verification.unit().equals(responsible)
                ? this
                : with(joint, countersigned, responsible, demand, officer, reports, urged, null, note);
    }

    boolean hasVerifier() {
        return verification != null;
    }

    Supervision ended(String why) {
        return with(joint, countersigned, responsible, demand, officer, reports, urged, verification, why);
    }

    @Nullable
    Instant dueAt() {
        return demand == null ? null : demand.dueAt();
    }

    boolean awaitsPolice() {
        return joint && !countersigned;
    }

    boolean satisfied() {
        return verification != null && Boolean.TRUE.equals(verification.satisfied());
    }

    private Supervision with(
            boolean together,
            boolean joined,
            UnitId unit,
            @Nullable Demand demanded,
            @Nullable AccountId named,
            List<Report> told,
            int times,
            @Nullable Verification look,
            @Nullable String words) {
        return new Supervision(
                subject, applicant, grounds, reason, together, joined, criteria, unit, demanded, named, told, times,
                urging, look, words);
    }
}
