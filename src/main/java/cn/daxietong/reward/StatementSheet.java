package cn.daxietong.reward;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The list for the treasury as an Excel file. */
final class StatementSheet {
    private static final String[] FUNDS = {"奖励资金", "批准", "已领", "待领", "放弃", "已付", "未付", "过期未付", "本月付"};
    private static final String[] VOUCHERS = {"凭证号", "奖励资金", "金额（元）", "领取日", "截止日", "状态", "付款日", "付款点"};
    private static final int WIDTH = 16;

    private StatementSheet() {}

    static void write(Statement s, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Daxietong", "1.0")) {
            var sheet = book.newWorksheet("奖励账表");
            sheet.inlineString(0, 0, "举报奖励账表　" + s.month() + "　截至 " + s.asOf() + "（累计，元）");
            head(sheet, 1, FUNDS);
            int row = 2;
            for (var f : s.funds()) {
                sheet.inlineString(row, 0, f.name());
                sheet.value(row, 1, f.granted());
                sheet.value(row, 2, f.claimed());
                sheet.value(row, 3, f.unclaimed());
                sheet.value(row, 4, f.lapsed());
                sheet.value(row, 5, f.paid());
                sheet.value(row, 6, f.outstanding());
                sheet.value(row, 7, f.expired());
                sheet.value(row, 8, f.paidInMonth());
                row++;
            }
            row++;
            head(sheet, row++, VOUCHERS);
            for (var v : s.vouchers()) {
                var state = v.on(s.asOf());
                sheet.inlineString(row, 0, v.serial());
                sheet.inlineString(row, 1, v.fund());
                sheet.value(row, 2, v.amount());
                sheet.inlineString(row, 3, v.issuedOn().toString());
                sheet.inlineString(row, 4, v.lapsesOn().toString());
                sheet.inlineString(row, 5, state.title());
                if (state == Voucher.State.PAID) {
                    sheet.inlineString(row, 6, String.valueOf(v.paidOn()));
                    sheet.inlineString(row, 7, String.valueOf(v.paidAt()));
                }
                row++;
            }
        }
    }

    private static void head(Worksheet sheet, int row, String[] heads) {
        for (int column = 0; column < heads.length; column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(row, column, heads[column]);
        }
        sheet.range(row, 0, row, heads.length - 1)
                .style()
                .bold()
                .fillColor("E8EEF7")
                .set();
    }
}
