package cn.daxietong.oversight;

import cn.daxietong.shared.Viewer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The radar as an Excel file, written to a temporary file first, so that a slow reader holds no connection. */
@Component
class RadarExport {
    static final int MOST = 100_000;

    private static final String[] HEADS = {"情形", "编号", "类别", "标题", "责任单位", "开始时间", "期限", "依据"};
    private static final int[] WIDTHS = {20, 24, 10, 48, 18, 18, 18, 44};
    private static final String TIME = "yyyy-mm-dd hh:mm";
    private static final int FIRST = 3;
    private static final int BATCH = 500;

    private final Radar radar;
    private final RadarLines lines;

    RadarExport(Radar radar, RadarLines lines) {
        this.radar = radar;
        this.lines = lines;
    }

    /** The file is the caller's to delete. */
    Path write(Viewer viewer, RadarFilter filter) throws IOException {
        var file = Files.createTempFile("radar", ".xlsx");
        try {
            radar.looked(viewer, "export", filter, write(viewer, filter, file));
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private int write(Viewer viewer, RadarFilter filter, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var book = new Workbook(out, "Daxietong", "1.0")) {
            var sheet = book.newWorksheet("检察监督雷达");
            sheet.inlineString(
                    0, 0, lines.unit(viewer.unit()) + " · " + viewer.name() + " · " + lines.now() + " 导出 · 内部工作用");
            sheet.inlineString(1, 0, "范围：" + lines.words(filter));
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
            var count = new int[1];
            radar.each(viewer, filter, MOST, row -> line(sheet, FIRST + count[0]++, row));
            sheet.inlineString(
                    FIRST + count[0], 0, "共导出 " + count[0] + " 条" + (count[0] == MOST ? "，已达上限，请缩小范围后分批导出" : ""));
            return count[0];
        }
    }

    private void line(Worksheet sheet, int at, RadarRow row) {
        var line = lines.of(row);
        // Inline strings are text whatever they begin with; a title such as =1+1 never becomes a formula.
        sheet.inlineString(at, 0, line.ground());
        sheet.inlineString(at, 1, line.number());
        sheet.inlineString(at, 2, line.kind());
        sheet.inlineString(at, 3, line.title());
        sheet.inlineString(at, 4, line.unit());
        time(sheet, at, 5, row.since());
        time(sheet, at, 6, row.dueAt());
        sheet.inlineString(at, 7, line.basis().citation());
        if (at % BATCH == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void time(Worksheet sheet, int row, int column, @Nullable Instant at) {
        if (at != null) {
            sheet.value(row, column, lines.local(at));
            sheet.style(row, column).format(TIME).set();
        }
    }
}
