package cn.daxietong.reward;

/**
 * A voucher before whoever pays.
 *
 * @param code empty unless it can be paid, so that nothing secret comes back without need
 * @param said what is to be said of it; empty while it can be paid
 */
public record PayPage(
        String code,
        String pin,
        String serial,
        String amount,
        String fund,
        String until,
        String said,
        boolean payable) {}
