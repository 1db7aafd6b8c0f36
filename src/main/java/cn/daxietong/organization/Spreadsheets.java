package cn.daxietong.organization;

import cn.daxietong.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads and writes the import's Excel sheets: text in, text out. */
final class Spreadsheets {
    static final int MOST_ROWS = 2000;

    private static final int LONGEST_CELL = 500;

    private Spreadsheets() {}

    /** Rows below the header, blank ones left out; the sheet must have the template's columns in order. */
    static List<ImportRow> read(InputStream file, ImportKind kind) {
        try (var workbook = new ReadableWorkbook(file);
                var rows = workbook.getFirstSheet().openStream()) {
            var all = rows.limit(MOST_ROWS + 2L).toList();
            if (all.isEmpty() || !cells(all.getFirst(), kind.columns().size()).equals(kind.columns())) {
                throw unreadable("表头与模板不一致，请下载模板填写，不要增减或调换列。");
            }
            if (all.size() > MOST_ROWS + 1) {
                throw unreadable("一次最多导入 " + MOST_ROWS + " 行，请分成几个文件。");
            }
            return all.stream()
                    .skip(1)
                    .map(row -> new ImportRow(
                            row.getRowNum(), cells(row, kind.columns().size()), ""))
                    .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isEmpty()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable("文件不是可以读取的 Excel 工作簿（.xlsx）。");
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            // The reader reports a damaged sheet by exceptions of many kinds.
            throw unreadable("文件已损坏，或不是 Excel 工作簿（.xlsx）。");
        }
    }

    static byte[] template(ImportKind kind, List<String> example) {
        return write(kind.title(), kind.columns(), List.of(example));
    }

    static byte[] failures(ImportBatch batch) {
        var columns = new ArrayList<>(batch.kind().columns());
        columns.add("失败原因");
        var rows = batch.failed().stream()
                .map(row -> {
                    var cells = new ArrayList<>(row.cells());
                    cells.add(row.reason());
                    return (List<String>) cells;
                })
                .toList();
        return write("未导入的行", columns, rows);
    }

    private static byte[] write(String sheet, List<String> columns, List<? extends List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "daxietong", "1.0")) {
            var page = workbook.newWorksheet(sheet);
            for (int c = 0; c < columns.size(); c++) {
                page.value(0, c, columns.get(c));
                page.style(0, c).bold().set();
                page.width(c, 22);
            }
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    // Written as text, so that a cell which begins like a formula stays words.
                    page.value(r + 1, c, rows.get(r).get(c));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> cells(Row row, int count) {
        var cells = new ArrayList<String>();
        for (int c = 0; c < count; c++) {
            cells.add(row.getOptionalCell(c).map(Spreadsheets::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        var text = cell.getType() == CellType.NUMBER && looksLikeADate(cell)
                ? day(cell).toString()
                : cell.getText() == null ? "" : cell.getText().strip();
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    private static boolean looksLikeADate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && (format.contains("yy") || format.contains("m/d"));
    }

    private static LocalDate day(Cell cell) {
        return cell.asDate().toLocalDate();
    }

    private static Refusal unreadable(String detail) {
        return new Refusal(Refusal.Kind.INVALID, "unreadable_sheet", "不能导入", detail);
    }
}
