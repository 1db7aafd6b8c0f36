package cn.daxietong.reward;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A promise to pay whoever brings its code and PIN.
 *
 * @param serial by chance, so that it tells nothing of the order in which vouchers were claimed
 * @param lapsesOn the last day on which it is paid
 * @param paidAt the unit that paid
 */
record Voucher(
        String serial,
        BigDecimal amount,
        String fund,
        LocalDate issuedOn,
        LocalDate lapsesOn,
        @Nullable LocalDate paidOn,
        @Nullable String paidAt) {
    static final String COLUMNS = "serial, amount, fund, issued_on, lapses_on, paid_on, paid_at";

    static Voucher read(ResultSet row) throws SQLException {
        var paid = row.getDate(6);
        return new Voucher(
                row.getString(1),
                row.getBigDecimal(2),
                row.getString(3),
                row.getDate(4).toLocalDate(),
                row.getDate(5).toLocalDate(),
                paid == null ? null : paid.toLocalDate(),
                row.getString(7));
    }

    /** How it stood at the end of a day. */
    State on(LocalDate day) {
        if (paidOn != null && !paidOn.isAfter(day)) {
            return State.PAID;
        }
        return lapsesOn.isBefore(day) ? State.EXPIRED : State.OUTSTANDING;
    }

    /** What has become of it. */
    enum State {
        PAID("已付"),
        OUTSTANDING("未付"),
        EXPIRED("过期未付");

        private final String title;

        State(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
