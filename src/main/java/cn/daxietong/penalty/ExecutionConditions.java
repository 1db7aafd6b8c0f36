package cn.daxietong.penalty;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Matter;
import cn.daxietong.penalty.ExecutionAction.Contest;
import cn.daxietong.penalty.ExecutionAction.DrawUpAccount;
import cn.daxietong.penalty.ExecutionAction.EndContest;
import cn.daxietong.penalty.ExecutionAction.Finish;
import cn.daxietong.penalty.ExecutionAction.Purpose;
import cn.daxietong.penalty.ExecutionAction.RecordPayment;
import cn.daxietong.penalty.ExecutionAction.Remedy;
import cn.daxietong.penalty.ExecutionAction.Result;
import cn.daxietong.penalty.ExecutionAction.Serve;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** What must hold while a decision is carried out, each with its article and the sentence a person reads. */
final class ExecutionConditions {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String PAY = "penalty.pay";
    static final String CASH = "penalty.cash.hand.in";
    static final String RECONSIDER = "reconsideration.apply";
    static final String SUE = "litigation.file";
    static final String SUE_AFTER_REVIEW = "litigation.after.reconsideration";
    private static final Set<String> REMEDIES = Set.of(RECONSIDER, SUE, SUE_AFTER_REVIEW);

    static final Condition<Penalty, Serve> SERVED_AFTER_DECISION = Condition.notBefore(
            "served_at", "penalty.61", s -> Optional.of(s.servedAt()), "作出处罚决定", p -> Optional.ofNullable(
                            p.state().execution().decided())
                    .map(d -> d.signed().at()));

    static final Condition<Penalty, RecordPayment> PAID_AFTER_DECISION = Condition.field(
            "paid_on", "too_early", "penalty.67", "缴款日期早于作出处罚决定的日期，请核对", (p, r, scene) -> Optional.ofNullable(
                            p.state().execution().decided())
                    .map(d -> !r.paidOn().isBefore(day(d.signed().at())))
                    .orElse(false));

    static final Condition<Penalty, RecordPayment> NOT_OVERPAID = new Condition<>(
            "overpaid",
            "penalty.67",
            (p, r) -> "超过了未缴的罚款（" + Yuan.text(p.state().execution().unpaid()) + "）；加处罚款请另登记一笔",
            "amount_yuan",
            false,
            (p, r, scene) -> r.purpose() != Purpose.FINE
                    || r.amountYuan().compareTo(p.state().execution().unpaid()) <= 0);

    /** 加处罚款的数额不得超出罚款的数额. */
    static final Condition<Penalty, RecordPayment> SURCHARGE_WITHIN_FINE =
            Condition.field("amount_yuan", "surcharge_above_fine", "penalty.72", "加处罚款的总额不得超出罚款的数额", (p, r, scene) -> {
                var e = p.state().execution();
                return r.purpose() != Purpose.SURCHARGE
                        || e.paid(Purpose.SURCHARGE).add(r.amountYuan()).compareTo(e.fine()) <= 0;
            });

    static final Condition<Penalty, Action> CASH_TO_HAND_IN =
            Condition.pointless("no_cash", "penalty.71", "没有待交回的当场收缴罚款", (p, scene) -> p.runs(CASH));

    static final Condition<Penalty, Action> SOMETHING_UNPAID = Condition.pointless(
            "nothing_unpaid",
            "penalty.66",
            "没有未缴的罚款",
            (p, scene) -> p.state().execution().unpaid().signum() > 0);

    static final Condition<Penalty, Action> NOT_CONTESTED =
            Condition.pointless("contest_open", "penalty.73", "已有复议或者诉讼正在办理", (p, scene) -> !p.state()
                    .execution()
                    .isContested());

    static final Condition<Penalty, Action> CONTEST_OVER =
            Condition.matter("contest_open", "penalty.73", "复议或者诉讼还没有结果，请先登记结果", (p, scene) -> !p.state()
                    .execution()
                    .isContested());

    /** 在法定期限内不申请行政复议或者提起行政诉讼: as long as one of the periods runs nobody can say so. */
    static final Condition<Penalty, Action> REMEDY_PERIODS_OVER = new Condition<>(
            "remedy_period_open",
            "litigation.46",
            (p, a) -> "当事人申请复议或者提起诉讼的期限还没有届满"
                    + lastRemedyDay(p)
                            .map(d -> "（到" + ExecutionDocuments.DAY.format(d) + "止）")
                            .orElse("")
                    + "，届满后仍不履行的才能申请强制执行",
            null,
            false,
            (p, a, scene) ->
                    lastRemedyDay(p).map(d -> day(scene.now()).isAfter(d)).orElse(true));

    static final Condition<Penalty, EndContest> RECEIVED_WHEN = Condition.field(
            "received_on",
            "receipt_needed",
            "litigation.45",
            "复议维持或者变更处罚决定的，请填写当事人收到复议决定书的日期，不早于作出日期；其他情形不填",
            (p, e, scene) -> {
                var contests = p.state().execution().contests();
                var decided = !contests.isEmpty()
                        && contests.getLast().remedy() == Remedy.RECONSIDERATION
                        && e.result() != Result.WITHDRAWN;
                return decided == (e.receivedOn() != null)
                        && (e.receivedOn() == null || !e.receivedOn().isBefore(e.to()));
            });

    static final Condition<Penalty, Action> CONTESTED =
            Condition.pointless("no_contest", "penalty.73", "没有正在办理的复议或者诉讼", (p, scene) -> p.state()
                    .execution()
                    .isContested());

    static final Condition<Penalty, Contest> CONTESTED_AFTER_SERVICE = Condition.field(
            "from", "too_early", "reconsideration.20", "受理日期早于决定书送达的日期，请核对", (p, c, scene) -> Optional.ofNullable(
                            p.state().execution().served())
                    .map(s -> !c.from().isBefore(day(s.at())))
                    .orElse(false));

    static final Condition<Penalty, EndContest> ENDED_AFTER_IT_BEGAN = Condition.field(
            "to",
            "too_early",
            "penalty.73",
            "作出日期早于受理日期，请核对",
            (p, e, scene) -> p.state().execution().contests().isEmpty()
                    || !e.to().isBefore(
                                    p.state().execution().contests().getLast().from()));

    static final Condition<Penalty, EndContest> CHANGED_TO_WHAT = Condition.field(
            "fine_yuan",
            "amount_needed",
            "penalty.72",
            "变更处罚决定的，请填写变更后的罚款数额，不高于原数额；没有变更的不填",
            (p, e, scene) -> (e.result() == Result.CHANGED) == (e.fineYuan() != null)
                    && (e.fineYuan() == null
                            || e.fineYuan().compareTo(p.state().execution().fine()) <= 0));

    static final Condition<Penalty, DrawUpAccount> NOT_FAR_AHEAD =
            Condition.field("as_of", "out_of_range", "penalty.72", "请填写送达之后、今天起一年以内的日期", (p, d, scene) -> {
                var asOf = d.asOf();
                var served = p.state().execution().served();
                return asOf == null
                        || served != null
                                && !asOf.isBefore(day(served.at()))
                                && !asOf.isAfter(day(scene.now()).plusYears(1));
            });

    /** 自收到行政处罚决定书之日起十五日内缴纳: who may still pay in time is not urged. */
    static final Condition<Penalty, Action> PAYMENT_OVERDUE = Condition.matter(
            "not_overdue",
            "penalty.67",
            "缴纳期限还没有届满，或者罚款已经缴清",
            (p, scene) -> p.state().execution().fine().signum() == 0
                    || p.state().execution().unpaid().signum() > 0
                            && payBy(p).map(by -> day(scene.now()).isAfter(by)).orElse(false));

    static final Condition<Penalty, Action> FINE_PAID = Condition.matter(
            "fine_unpaid",
            "penalty.67",
            "罚款还没有缴清；已申请法院强制执行的，可以在执行终结后办结",
            (p, scene) ->
                    p.state().execution().unpaid().signum() == 0 || p.status().equals(PenaltyStatus.COURT.code()));

    /** 执法人员当场收缴的罚款，应当在二日内交至行政机关. */
    static final Condition<Penalty, Action> CASH_HANDED_IN = Condition.matter(
            "cash_in_hand", "penalty.71", "当场收缴的罚款还没有登记交回，请先登记“登记当场收缴罚款交回”，再登记执行完毕", (p, scene) -> !p.runs(CASH));

    static final Condition<Penalty, Finish> SURCHARGE_SETTLED = new Condition<>(
            "surcharge_open",
            "penalty.72",
            (p, f) -> "产生了加处罚款，登记的缴款不足，请写明加处罚款的处理情况和依据；数额见“罚款缴纳情况表”",
            "surcharge_note",
            false,
            (p, f, scene) -> f.surchargeNote() != null
                    || surcharge(p, day(scene.now()))
                            .map(s -> p.state()
                                            .execution()
                                            .paid(Purpose.SURCHARGE)
                                            .compareTo(s.amount())
                                    >= 0)
                            .orElse(true));

    private ExecutionConditions() {}

    /** The last day on which the fine can be paid in time: of the fifteen, or of an approved delay where that is later. */
    static Optional<LocalDate> payBy(Matter<Penalty> penalty) {
        var clock = penalty.clocks().stream()
                .filter(c -> c.clock().equals(PAY))
                .reduce((a, b) -> b)
                .flatMap(c -> Optional.ofNullable(c.dueAt()))
                .map(ExecutionConditions::day);
        var delay =
                Optional.ofNullable(penalty.state().execution().postponement()).map(p -> day(p.until()));
        return clock.map(by -> delay.filter(d -> d.isAfter(by)).orElse(by));
    }

    /** The last day of the periods for review and suit that still run; absent where none does. */
    private static Optional<LocalDate> lastRemedyDay(Matter<Penalty> penalty) {
        return penalty.clocks().stream()
                .filter(c -> REMEDIES.contains(c.clock()) && c.runs())
                .flatMap(c -> Optional.ofNullable(c.dueAt()).stream())
                .map(ExecutionConditions::day)
                .max(Comparator.naturalOrder());
    }

    static Optional<Surcharge> surcharge(Matter<Penalty> penalty, LocalDate asOf) {
        return payBy(penalty).map(by -> penalty.state().execution().surcharge(by, asOf));
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }
}
