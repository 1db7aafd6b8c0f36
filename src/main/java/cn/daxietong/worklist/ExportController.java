package cn.daxietong.worklist;

import cn.daxietong.matter.Filter;
import cn.daxietong.matter.Kinds;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.ExcelFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands out a list as a file. */
@Controller
class ExportController {

    private final ListExport export;
    private final Kinds kinds;
    private final Clock clock;

    ExportController(ListExport export, Kinds kinds, Clock clock) {
        this.export = export;
        this.kinds = kinds;
        this.clock = clock;
    }

    @GetMapping("/matters/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String commodity,
            @RequestParam(required = false) @Nullable String sort,
            HttpServletResponse response)
            throws IOException {
        if (!viewer.post().worksOnMatters()) {
            throw Refusal.forbidden(viewer.post().title() + "不查看业务内容，不能导出。");
        }
        var asked = new Asked(new Filter(kind, status, unit, q, due, commodity, sort));
        var title = asked.filter().kind() == null
                ? "事项"
                : kinds.kind(String.valueOf(asked.filter().kind())).title();
        var name = title + "台账-" + DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock)) + ".xlsx";
        var file = export.write(viewer, asked);
        ExcelFile.handOut(file, name, response);
    }
}
