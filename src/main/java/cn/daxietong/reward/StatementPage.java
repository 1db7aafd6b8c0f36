package cn.daxietong.reward;

import java.util.List;

/** What the page of the list for the treasury shows. */
public record StatementPage(
        String month, String before, String asOf, boolean balances, List<Fund> funds, List<Line> lines, String text) {

    /** One purse. */
    public record Fund(
            String name,
            String granted,
            String claimed,
            String unclaimed,
            String lapsed,
            String paid,
            String outstanding,
            String expired,
            String paidInMonth) {}

    /** One voucher. */
    public record Line(String serial, String fund, String amount, String issued, String lapses, String state) {}

    /** A signature as it is printed. */
    public record Signature(String suite, String publicKey, String value) {}

    static StatementPage of(Statement s) {
        return new StatementPage(
                s.month().toString(),
                s.month().minusMonths(1).toString(),
                s.asOf().toString(),
                s.balances(),
                s.funds().stream().map(StatementPage::fund).toList(),
                s.vouchers().stream().map(v -> line(v, s)).toList(),
                s.text());
    }

    private static Fund fund(Statement.Fund f) {
        return new Fund(
                f.name(),
                Yuan.figure(f.granted()),
                Yuan.figure(f.claimed()),
                Yuan.figure(f.unclaimed()),
                Yuan.figure(f.lapsed()),
                Yuan.figure(f.paid()),
                Yuan.figure(f.outstanding()),
                Yuan.figure(f.expired()),
                Yuan.figure(f.paidInMonth()));
    }

    private static Line line(Voucher v, Statement s) {
        var state = v.on(s.asOf());
        return new Line(
                v.serial(),
                v.fund(),
                Yuan.figure(v.amount()),
                v.issuedOn().toString(),
                v.lapsesOn().toString(),
                state == Voucher.State.PAID ? "已付（" + v.paidOn() + "）" : state.title());
    }
}
