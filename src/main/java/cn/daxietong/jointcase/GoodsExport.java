package cn.daxietong.jointcase;

import cn.daxietong.jointcase.Goods.Good;
import cn.daxietong.matter.Wording;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** A room's goods as an Excel file: exactly the lines that the page holds for this viewer, written to a file first, so that a fault leaves no half workbook. */
@Component
class GoodsExport {
    static final int MOST = 100_000;

    private static final String[] HEADS = {"物品", "编号", "状态", "保管单位", "保管自", "承办单位", "案件"};
    private static final int[] WIDTHS = {40, 24, 12, 22, 18, 22, 24};
    private static final String TIME = "yyyy-mm-dd hh:mm";
    private static final int FIRST = 3;
    private static final int BATCH = 500;

    private final Goods goods;
    private final Wording words;
    private final Clock clock;

    GoodsExport(Goods goods, Wording words, Clock clock) {
        this.goods = goods;
        this.words = words;
        this.clock = clock;
    }

    /** The file is the caller's to delete. */
    Path write(Viewer viewer, String scope, List<Good> lines) throws IOException {
        var file = Files.createTempFile("goods", ".xlsx");
        try {
            write(viewer, scope, lines, file);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void write(Viewer viewer, String scope, List<Good> lines, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var book = new Workbook(out, "Daxietong", "1.0")) {
            var sheet = book.newWorksheet("涉案物品");
            sheet.inlineString(
                    0,
                    0,
                    unit(viewer.unit()) + " · " + viewer.name() + " · " + Wording.minute(clock.instant())
                            + " 导出 · 内部工作用");
            sheet.inlineString(1, 0, "范围：" + scope);
            for (int column = 0; column < HEADS.length; column++) {
                sheet.width(column, WIDTHS[column]);
                sheet.inlineString(2, column, HEADS[column]);
            }
            sheet.range(2, 0, 2, HEADS.length - 1)
                    .style()
                    .bold()
                    .fillColor("E8EEF7")
                    .set();
            sheet.freezePane(0, FIRST);
            for (int i = 0; i < lines.size(); i++) {
                line(sheet, FIRST + i, lines.get(i));
            }
            sheet.inlineString(
                    FIRST + lines.size(),
                    0,
                    "共导出 " + lines.size() + " 项" + (lines.size() == MOST ? "，已达上限，请按状态分批导出" : ""));
        }
    }

    private void line(Worksheet sheet, int row, Good good) throws IOException {
        // Inline strings are text whatever they begin with; a title such as =1+1 never becomes a formula.
        sheet.inlineString(row, 0, good.title());
        sheet.inlineString(row, 1, good.number());
        sheet.inlineString(row, 2, goods.statusTitle(good));
        sheet.inlineString(row, 3, unit(good.custodian()));
        sheet.value(row, 4, LocalDateTime.ofInstant(good.since(), clock.getZone()));
        sheet.style(row, 4).format(TIME).set();
        sheet.inlineString(row, 5, unit(good.unit()));
        sheet.inlineString(row, 6, good.caseNumber());
        if (row % BATCH == 0) {
            sheet.flush();
        }
    }

    private String unit(UnitId unit) {
        return words.unit(unit);
    }
}
