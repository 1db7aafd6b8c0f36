package cn.daxietong.reward;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The month's list for the treasury: money, and no names.
 *
 * @param asOf the last day it speaks of: the month's, or today in the current month
 * @param vouchers claimed or paid in the month, or still to be paid at its end
 */
record Statement(YearMonth month, LocalDate asOf, List<Fund> funds, List<Voucher> vouchers) {

    /**
     * One purse, from the beginning to {@code asOf}.
     *
     * @param claimed by the rewards' own count
     * @param vouched by the vouchers' count; the two are kept apart and must agree
     */
    record Fund(
            String name,
            BigDecimal granted,
            BigDecimal claimed,
            BigDecimal lapsed,
            BigDecimal vouched,
            BigDecimal paid,
            BigDecimal expired,
            BigDecimal paidInMonth) {
        BigDecimal unclaimed() {
            return granted.subtract(claimed).subtract(lapsed);
        }

        BigDecimal outstanding() {
            return vouched.subtract(paid).subtract(expired);
        }

        /** granted = claimed + unclaimed + lapsed, and claimed = paid + outstanding + expired. */
        boolean balances() {
            return claimed.compareTo(paid.add(outstanding()).add(expired)) == 0
                    && unclaimed().signum() >= 0
                    && outstanding().signum() >= 0;
        }
    }

    boolean balances() {
        return funds.stream().allMatch(Fund::balances);
    }

    /** One spelling for one list: what is signed. */
    String text() {
        var text = new StringBuilder("举报奖励账表\n月份 " + month + "\n截至 " + asOf + "\n");
        for (var f : funds) {
            text.append("资金 %s 批准 %s 已领 %s 待领 %s 放弃 %s 已付 %s 未付 %s 过期 %s 本月付 %s\n"
                    .formatted(
                            f.name(),
                            plain(f.granted()),
                            plain(f.claimed()),
                            plain(f.unclaimed()),
                            plain(f.lapsed()),
                            plain(f.paid()),
                            plain(f.outstanding()),
                            plain(f.expired()),
                            plain(f.paidInMonth())));
        }
        for (var v : vouchers) {
            text.append("凭证 %s %s %s 领取 %s 截止 %s %s\n"
                    .formatted(
                            v.serial(),
                            plain(v.amount()),
                            v.fund(),
                            v.issuedOn(),
                            v.lapsesOn(),
                            v.on(asOf) == Voucher.State.PAID
                                    ? "已付 " + v.paidOn() + " " + v.paidAt()
                                    : v.on(asOf).title()));
        }
        return text.toString();
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.UNNECESSARY).toPlainString();
    }
}
