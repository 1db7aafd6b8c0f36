package cn.daxietong.worklist;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Link;
import cn.daxietong.web.Views;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 工作台: what needs the viewer first. */
@Controller
class HomeController {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE", Locale.CHINA);
    private static final int EACH = 8;
    private static final int NOTICES = 6;

    private final Todos todos;
    private final Lines lines;
    private final Arranging arranging;
    private final Notices notices;
    private final MorningBrief brief;
    private final Chasing chasing;

    HomeController(
            Todos todos, Lines lines, Arranging arranging, Notices notices, MorningBrief brief, Chasing chasing) {
        this.todos = todos;
        this.lines = lines;
        this.arranging = arranging;
        this.notices = notices;
        this.brief = brief;
        this.chasing = chasing;
    }

    @GetMapping("/")
    ModelAndView home(Viewer viewer, @RequestParam(required = false) @Nullable String whose) {
        var today = TODAY.format(lines.now());
        if (!viewer.post().worksOnMatters()) {
            return Views.page("worklist/office", "工作台", Map.of("today", today), "home");
        }
        var unit = "unit".equals(whose);
        var groups = todos.groups(viewer, unit ? Wanted.unit(Span.ANY) : Wanted.mine(Span.ANY), EACH);
        return Views.page(
                "worklist/home",
                "工作台",
                Map.of(
                        "today",
                        today,
                        "tabs",
                        List.of(new Link("我的", "/", !unit), new Link("全单位", "/?whose=unit", unit)),
                        "groups",
                        lines.groups(viewer, groups),
                        "whose",
                        unit ? "unit" : "mine",
                        "brief",
                        brief.of(viewer, groups),
                        "notices",
                        notices.page(viewer, 0, NOTICES).lines(),
                        "unread",
                        Lines.atMost(notices.unread(viewer)),
                        "late",
                        chasing.late(viewer),
                        "bulk",
                        Bulk.of(lines.now(), arranging.colleagues(viewer))),
                "home");
    }
}
