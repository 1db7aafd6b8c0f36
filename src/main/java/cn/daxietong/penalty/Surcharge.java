package cn.daxietong.penalty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The surcharge on a fine that is paid late: 3 % a day, never above the fine (行政处罚法 第七十二条). Derived anew for any day and never kept, for
 * it grows each night. Amounts in 元, exact to the 分; what is below a 分 is dropped, in favour of who pays.
 *
 * @param days how many days were counted
 * @param amount the surcharge accrued by that day
 * @param capped whether it has reached the fine itself
 */
record Surcharge(int days, BigDecimal amount, boolean capped) {
    private static final BigDecimal DAILY = new BigDecimal("0.03");
    private static final int FEN = 2;

    /** A payment of the fine. */
    record Paid(LocalDate on, BigDecimal yuan) {}

    /**
     * Days that are not counted, first and last included: review or suit (行政处罚法 第七十三条).
     *
     * @param to absent while it lasts
     */
    record Pause(LocalDate from, @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * The surcharge as it stands at the end of a day. A day counts for what was still unpaid when it began, so a payment on the first late day
     * bears one day; after a part is paid the rest alone bears it (待法制审核: the article says 罚款数额, the kinder reading is taken).
     *
     * @param payBy the last day on which the fine could be paid in time
     */
    static Surcharge of(BigDecimal fine, LocalDate payBy, List<Paid> payments, List<Pause> pauses, LocalDate asOf) {
        var sum = BigDecimal.ZERO;
        int days = 0;
        for (var day = payBy.plusDays(1); !day.isAfter(asOf); day = day.plusDays(1)) {
            var unpaid = fine.subtract(paidBefore(day, payments));
            if (unpaid.signum() <= 0) {
                break;
            }
            var today = day;
            if (pauses.stream().noneMatch(p -> p.covers(today))) {
                days++;
                sum = sum.add(unpaid.multiply(DAILY));
                if (sum.compareTo(fine) >= 0) {
                    return new Surcharge(days, fine.setScale(FEN, RoundingMode.DOWN), true);
                }
            }
        }
        return new Surcharge(days, sum.setScale(FEN, RoundingMode.DOWN), false);
    }

    private static BigDecimal paidBefore(LocalDate day, List<Paid> payments) {
        return payments.stream()
                .filter(p -> p.on().isBefore(day))
                .map(Paid::yuan)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
