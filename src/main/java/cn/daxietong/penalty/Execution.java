package cn.daxietong.penalty;

import cn.daxietong.matter.Signed;
import cn.daxietong.penalty.ExecutionAction.ApplyToCourt;
import cn.daxietong.penalty.ExecutionAction.Channel;
import cn.daxietong.penalty.ExecutionAction.Contest;
import cn.daxietong.penalty.ExecutionAction.EndContest;
import cn.daxietong.penalty.ExecutionAction.Purpose;
import cn.daxietong.penalty.ExecutionAction.RecordPayment;
import cn.daxietong.penalty.ExecutionAction.Remedy;
import cn.daxietong.penalty.ExecutionAction.Result;
import cn.daxietong.penalty.ExecutionAction.Serve;
import cn.daxietong.penalty.ExecutionAction.Urge;
import cn.daxietong.penalty.PenaltyAction.Decide;
import cn.daxietong.penalty.PenaltyAction.Way;
import cn.daxietong.penalty.Surcharge.Paid;
import cn.daxietong.penalty.Surcharge.Pause;
import cn.daxietong.shared.Title;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided and how it is carried out. Nothing here grows by itself: what is owed on a day is derived from it by {@link Surcharge}.
 *
 * @param fineYuan the fine as decided, or as changed on review or in court
 * @param outcome how the procedure ended, where it ended
 */
record Execution(
        @Title("决定") @Nullable Decided decided,
        @Title("罚款数额（元）") @Nullable BigDecimal fineYuan,
        @Title("送达") @Nullable Served served,
        @Title("缴款记录") List<Payment> payments,
        @Title("暂缓或者分期缴纳") @Nullable Postponement postponement,
        @Title("复议和诉讼") List<Contested> contests,
        @Title("催告和强制执行") Pursuit pursuit,

        @Title(value = "办理结果", multiline = true) @Nullable String outcome) {
    static final Execution NONE = new Execution(null, null, null, List.of(), null, List.of(), Pursuit.NONE, null);

    record Decided(
            @Title(value = "决定理由", multiline = true) String reason,
            @Title("签批") Signed signed) {}

    record Served(
            @Title("送达时间") Instant at,
            @Title("送达方式") Way way,
            @Title("收件人和见证情况") String receipt) {}

    record Payment(
            @Title("款项") Purpose purpose,
            @Title("金额（元）") BigDecimal amountYuan,
            @Title("缴款日期") LocalDate paidOn,
            @Title("收缴方式") Channel channel,
            @Title("票据号") String receipt) {}

    record Postponement(
            @Title("最后缴清期限") Instant until,
            @Title(value = "安排", multiline = true) String plan) {}

    /** What was done because it was not carried out. @param accountAsOf the day to which the account was last drawn up */
    record Pursuit(
            @Title("催告") @Nullable Urging urging,
            @Title("强制执行申请") @Nullable Application application,
            @Title("最近一次缴纳情况表计算到") @Nullable LocalDate accountAsOf) {
        static final Pursuit NONE = new Pursuit(null, null, null);
    }

    record Urging(
            @Title("履行期限") Instant until,
            @Title(value = "催告内容", multiline = true) String text) {}

    record Application(
            @Title(value = "申请理由", multiline = true) String reason,

            @Title(value = "复议、诉讼和催告的核对情况", multiline = true)
            String checked,

            @Title("催告书送达已满十日，当事人仍未履行") @Nullable Boolean tenDaysPassed) {}

    record Contested(
            @Title("途径") Remedy remedy,
            @Title("受理日期") LocalDate from,
            @Title("受理机关") String body,
            @Title("结果") @Nullable Result result,
            @Title("作出日期") @Nullable LocalDate to,

            @Title(value = "结果摘要", multiline = true) @Nullable
            String text) {}

    Execution decided(Decide d, @Nullable BigDecimal fine, Signed signed) {
        return new Execution(
                new Decided(d.reason(), signed), fine, served, payments, postponement, contests, pursuit, outcome);
    }

    Execution served(Serve s) {
        var now = new Served(s.servedAt(), s.way(), s.receipt());
        return new Execution(decided, fineYuan, now, payments, postponement, contests, pursuit, outcome);
    }

    Execution paid(RecordPayment p) {
        var all = new ArrayList<>(payments);
        all.add(new Payment(p.purpose(), p.amountYuan(), p.paidOn(), p.channel(), p.receipt()));
        return new Execution(decided, fineYuan, served, List.copyOf(all), postponement, contests, pursuit, outcome);
    }

    Execution postponed(Postponement p) {
        return new Execution(decided, fineYuan, served, payments, p, contests, pursuit, outcome);
    }

    Execution contested(Contest c) {
        var all = new ArrayList<>(contests);
        all.add(new Contested(c.remedy(), c.from(), c.body(), null, null, null));
        return new Execution(decided, fineYuan, served, payments, postponement, List.copyOf(all), pursuit, outcome);
    }

    Execution contestEnded(EndContest e) {
        var all = new ArrayList<>(contests);
        var c = all.removeLast();
        all.add(new Contested(c.remedy, c.from, c.body, e.result(), e.to(), e.text()));
        var fine = e.result() == Result.CHANGED && e.fineYuan() != null ? e.fineYuan() : fineYuan;
        return new Execution(decided, fine, served, payments, postponement, List.copyOf(all), pursuit, outcome);
    }

    Execution urged(Urge u) {
        return with(new Pursuit(new Urging(u.until(), u.text()), pursuit.application, pursuit.accountAsOf));
    }

    Execution applied(ApplyToCourt a) {
        return with(new Pursuit(
                pursuit.urging, new Application(a.reason(), a.checked(), a.tenDaysPassed()), pursuit.accountAsOf));
    }

    Execution accounted(LocalDate asOf) {
        return with(new Pursuit(pursuit.urging, pursuit.application, asOf));
    }

    private Execution with(Pursuit next) {
        return new Execution(decided, fineYuan, served, payments, postponement, contests, next, outcome);
    }

    Execution ended(String how) {
        return new Execution(decided, fineYuan, served, payments, postponement, contests, pursuit, how);
    }

    BigDecimal fine() {
        return fineYuan == null ? BigDecimal.ZERO : fineYuan;
    }

    /** Paid of the fine so far, in 元. */
    BigDecimal paid() {
        return paid(Purpose.FINE);
    }

    BigDecimal paid(Purpose purpose) {
        return payments.stream()
                .filter(p -> p.purpose == purpose)
                .map(Payment::amountYuan)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal unpaid() {
        return fine().subtract(paid()).max(BigDecimal.ZERO);
    }

    /** Whether somebody is still examining the decision. */
    boolean isContested() {
        return !contests.isEmpty() && contests.getLast().result == null;
    }

    /** Whether the last examination was a review that left or made a decision to sue against (行政诉讼法 第四十五条). */
    boolean isReconsidered() {
        return !contests.isEmpty()
                && contests.getLast().remedy == Remedy.RECONSIDERATION
                && contests.getLast().result != null
                && contests.getLast().result != Result.WITHDRAWN;
    }

    /** @param payBy the last day of the fifteen, as the clock has it; an approved delay takes its place where it is later */
    Surcharge surcharge(LocalDate payBy, LocalDate asOf) {
        var fines = payments.stream()
                .filter(p -> p.purpose == Purpose.FINE)
                .map(p -> new Paid(p.paidOn, p.amountYuan))
                .toList();
        var pauses = contests.stream().map(c -> new Pause(c.from, c.to)).toList();
        return Surcharge.of(fine(), payBy, fines, pauses, asOf);
    }
}
