package cn.daxietong.worklist;

import cn.daxietong.database.Writing;
import cn.daxietong.matter.InboxRow;
import cn.daxietong.matter.Inboxes;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.Viewer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/**
 * A list as an Excel file: exactly the rows that the list holds for this viewer, as of one moment. It is written to a file first, so that a slow
 * reader holds no database connection and a fault leaves no half workbook behind.
 */
@Component
class ListExport {
    static final int MOST = 100_000;

    private static final String[] HEADS = {"编号", "类别", "标题", "状态", "货物类别", "承办单位", "办理期限", "登记时间", "更新时间"};
    private static final int[] WIDTHS = {22, 8, 48, 14, 14, 18, 18, 18, 18};
    private static final String TIME = "yyyy-mm-dd hh:mm";
    private static final int BATCH = 500;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Inboxes inboxes;
    private final MatterLines lines;
    private final Units units;
    private final Writing writing;
    private final Clock clock;

    ListExport(Inboxes inboxes, MatterLines lines, Units units, Writing writing, Clock clock) {
        this.inboxes = inboxes;
        this.lines = lines;
        this.units = units;
        this.writing = writing;
        this.clock = clock;
    }

    /** The file is the caller's to delete. */
    Path write(Viewer viewer, Asked asked) throws IOException {
        var file = Files.createTempFile("list", ".xlsx");
        try {
            var rows = write(viewer, asked, file);
            trace(viewer, asked, rows);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private int write(Viewer viewer, Asked asked, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var book = new Workbook(out, "Daxietong", "1.0")) {
            var sheet = book.newWorksheet("台账");
            head(sheet, viewer, asked);
            var rows = new Rows(sheet);
            inboxes.each(viewer, asked.filter(), MOST, rows::add);
            rows.end();
            return rows.count;
        }
    }

    private void head(Worksheet sheet, Viewer viewer, Asked asked) {
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.width(column, WIDTHS[column]);
        }
        sheet.inlineString(
                0,
                0,
                units.name(viewer.unit()) + " · " + viewer.name() + " · " + STAMP.format(LocalDateTime.now(clock))
                        + " 导出 · 内部工作用");
        sheet.inlineString(1, 0, "范围：" + lines.words(asked));
        for (int column = 0; column < HEADS.length; column++) {
            sheet.inlineString(2, column, HEADS[column]);
        }
        sheet.range(2, 0, 2, HEADS.length - 1)
                .style()
                .bold()
                .fillColor("E8EEF7")
                .set();
        sheet.freezePane(0, 3);
    }

    /** Leaves who, which filter and how many; never what stood in it. */
    private void trace(Viewer viewer, Asked asked, int rows) {
        writing.run(db -> db.sql(
                        "insert into worklist.export_log (at, account, unit_id, filter, rows) values (?, ?, ?, ?, ?)")
                .params(
                        Timestamp.from(clock.instant()),
                        viewer.account().value(),
                        viewer.unit().value(),
                        asked.query(),
                        rows)
                .update());
    }

    /** Writes row by row and lets go of what is written. */
    private final class Rows {
        private static final int FIRST = 3;
        private final Worksheet sheet;
        private int count;

        Rows(Worksheet sheet) {
            this.sheet = sheet;
        }

        void add(InboxRow matter) {
            var row = FIRST + count;
            // Inline strings are text whatever they begin with; a title such as =1+1 never becomes a formula.
            sheet.inlineString(row, 0, matter.number());
            sheet.inlineString(row, 1, lines.kind(matter));
            sheet.inlineString(row, 2, matter.title());
            sheet.inlineString(row, 3, lines.status(matter));
            sheet.inlineString(row, 4, lines.commodity(matter));
            sheet.inlineString(row, 5, lines.owner(matter));
            var due = matter.dueAt();
            if (due != null) {
                time(row, 6, lines.local(due));
            }
            time(row, 7, lines.local(matter.createdAt()));
            time(row, 8, lines.local(matter.updatedAt()));
            count++;
            if (count % BATCH == 0) {
                flush();
            }
        }

        private void time(int row, int column, LocalDateTime at) {
            sheet.value(row, column, at);
            sheet.style(row, column).format(TIME).set();
        }

        void end() {
            var said = "共导出 " + count + " 条" + (count == MOST ? "，已达上限，请缩小范围后分批导出" : "");
            sheet.inlineString(FIRST + count, 0, said);
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
