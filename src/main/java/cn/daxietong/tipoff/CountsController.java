package cn.daxietong.tipoff;

import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.ExcelFile;
import cn.daxietong.web.Item;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The audit administrator's counts: to read, as Excel, and over HTTP; always of one month that is over, and never a way to a record. */
@Controller
class CountsController {
    private static final int WIDE = 44;

    private final MonthlyCounts counts;

    CountsController(MonthlyCounts counts) {
        this.counts = counts;
    }

    @GetMapping("/tipoffs/counts")
    ModelAndView show(@RequestParam(defaultValue = "") String month, Viewer viewer) {
        var months = counts.months(viewer).stream().map(YearMonth::toString).toList();
        var shown = month.isBlank() ? (months.isEmpty() ? "" : months.getFirst()) : month.strip();
        var tables = new ArrayList<CountsPage.Table>();
        if (!shown.isEmpty()) {
            var grouped = new LinkedHashMap<String, List<Item>>();
            counts.of(viewer, month(shown)).forEach(c -> grouped.computeIfAbsent(c.heading(), h -> new ArrayList<>())
                    .add(new Item(c.title(), c.shown())));
            grouped.forEach((heading, items) -> tables.add(new CountsPage.Table(heading, items)));
        }
        return Views.page(
                "tipoff/counts", "举报统计", Map.of("counts", new CountsPage(shown, months, tables)), "tipoff-counts");
    }

    @GetMapping("/tipoffs/counts/excel")
    void excel(@RequestParam(defaultValue = "") String month, Viewer viewer, HttpServletResponse response)
            throws IOException {
        var cells = counts.of(viewer, month(month));
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Daxietong", "1.0")) {
            var sheet = book.newWorksheet("举报统计");
            sheet.width(0, WIDE);
            sheet.width(1, WIDE);
            sheet.inlineString(0, 0, "举报统计　" + month(month) + "（“少于 5”的含没有，也含为免由合计推出别的件数而一并隐去的）");
            int row = 1;
            for (var cell : cells) {
                sheet.inlineString(row, 0, cell.heading());
                sheet.inlineString(row, 1, cell.title());
                sheet.inlineString(row++, 2, cell.shown());
            }
        }
        response.setContentType(ExcelFile.TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("举报统计-" + month(month) + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(bytes.toByteArray());
    }

    /** @param months those that can be asked for */
    record CountsView(@Nullable String month, List<String> months, List<MonthlyCounts.Cell> items) {}

    /** The newest month where none is named. */
    @GetMapping("/api/v1/tipoff-counts")
    @ResponseBody
    CountsView list(@RequestParam(defaultValue = "") String month, Viewer viewer) {
        var months = counts.months(viewer);
        var wanted = month.isBlank() ? (months.isEmpty() ? null : months.getFirst()) : month(month);
        return new CountsView(
                wanted == null ? null : wanted.toString(),
                months.stream().map(YearMonth::toString).toList(),
                wanted == null ? List.of() : counts.of(viewer, wanted));
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Kind.INVALID, "month", "月份不对", "月份请写成 2026-11 这样。");
        }
    }
}
