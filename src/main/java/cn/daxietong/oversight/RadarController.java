package cn.daxietong.oversight;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.ExcelFile;
import cn.daxietong.web.Link;
import cn.daxietong.web.Pager;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 检察监督雷达 as a page, on paper and as a file; for everybody else there is nothing here. */
@Controller
class RadarController {
    private static final String HERE = "/oversight/radar";
    private static final int PAGE = 20;
    private static final int PRINTED = 500;
    private static final int LOOKS = 10;
    private static final Map<String, String> PURPOSES =
            Map.of("list", "查看", "print", "打印", "export", "导出", "api", "接口查询");

    private final Radar radar;
    private final RadarLines lines;
    private final RadarExport export;

    RadarController(Radar radar, RadarLines lines, RadarExport export) {
        this.radar = radar;
        this.lines = lines;
        this.export = export;
    }

    /** Refuses before it reads what was asked, so that a stranger is told the same whatever stands in the address. */
    @ModelAttribute("sought")
    RadarFilter sought(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String ground,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String sort) {
        Radar.check(viewer);
        return RadarFilter.of(ground, unit, sort);
    }

    @GetMapping(HERE)
    ModelAndView list(
            Viewer viewer,
            @ModelAttribute(name = "sought", binding = false) RadarFilter sought,
            @RequestParam(required = false) @Nullable String cursor) {
        var page = radar.page(viewer, sought, cursor, PAGE);
        radar.looked(viewer, "list", sought, page.items().size());
        var previous = page.previous();
        var next = page.next();
        var model = new HashMap<String, Object>();
        model.put("ground", sought.ground() == null ? "" : sought.ground().code());
        model.put("unit", String.valueOf(sought.unit()));
        model.put("sort", sought.sortCode());
        model.put("active", sought.conditions());
        model.put("tabs", tabs(viewer, sought));
        model.put("units", lines.units());
        model.put("grounds", RadarFilter.GROUNDS);
        model.put("sorts", RadarFilter.SORTS);
        model.put("lines", page.items().stream().map(lines::of).toList());
        model.put("printPath", sought.at(HERE + "/print"));
        model.put("exportPath", sought.at(HERE + "/export"));
        model.put(
                "pager",
                new Pager(
                        previous == null ? null : sought.at(HERE, previous),
                        next == null ? null : sought.at(HERE, next),
                        "每页 " + PAGE + " 条"));
        model.put("looks", looks(viewer));
        return Views.page("oversight/radar", "检察监督雷达", model, "radar");
    }

    private List<Link> tabs(Viewer viewer, RadarFilter sought) {
        var tabs = new ArrayList<Link>();
        tabs.add(new Link("全部", sought.on(null).at(HERE), sought.ground() == null));
        for (var ground : Ground.values()) {
            var on = sought.on(ground);
            tabs.add(new Link(
                    ground.title() + " " + total(radar.count(viewer, on)), on.at(HERE), ground == sought.ground()));
        }
        return tabs;
    }

    /** A count that stops says so. */
    private static String total(int count) {
        return count >= Radar.COUNTED ? Radar.COUNTED + "+" : String.valueOf(count);
    }

    private List<RadarLookLine> looks(Viewer viewer) {
        return radar.looks(viewer, LOOKS).stream()
                .map(l -> new RadarLookLine(
                        lines.stamp(l.at()), l.account(), PURPOSES.getOrDefault(l.purpose(), l.purpose()), l.rows()))
                .toList();
    }

    @GetMapping(HERE + "/print")
    ModelAndView print(Viewer viewer, @ModelAttribute(name = "sought", binding = false) RadarFilter sought) {
        var page = radar.page(viewer, sought, null, PRINTED);
        radar.looked(viewer, "print", sought, page.items().size());
        return Views.page(
                "oversight/radar-print",
                "打印检察监督雷达",
                Map.of(
                        "words",
                        lines.words(sought),
                        "lines",
                        page.items().stream().map(lines::of).toList(),
                        "more",
                        page.next() != null,
                        "back",
                        sought.at(HERE),
                        "at",
                        lines.now()),
                "radar");
    }

    @GetMapping(HERE + "/export")
    void export(
            Viewer viewer,
            @ModelAttribute(name = "sought", binding = false) RadarFilter sought,
            HttpServletResponse response)
            throws IOException {
        var file = export.write(viewer, sought);
        ExcelFile.handOut(file, "检察监督雷达.xlsx", response);
    }
}
