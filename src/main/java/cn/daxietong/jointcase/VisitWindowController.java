package cn.daxietong.jointcase;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Views;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the office sets within how many days another visit wants a reason. Nothing is set beforehand: no article names a figure. */
@Controller
class VisitWindowController {
    static final String HERE = "/operations/visit-window";
    private static final int MOST = 3650;

    private final Reading reading;
    private final Writing writing;
    private final Clock clock;

    VisitWindowController(Reading reading, Writing writing, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
    }

    static boolean mayLook(Viewer viewer) {
        return viewer.unit().equals(UnitId.OFFICE) && viewer.post().worksOnMatters();
    }

    private static void check(Viewer viewer) {
        if (!mayLook(viewer)) {
            throw Refusal.notFound();
        }
    }

    @GetMapping(HERE)
    ModelAndView show(Viewer viewer) {
        check(viewer);
        var window = reading.as(viewer, Visits::window);
        var days = window.map(w -> String.valueOf(w.toDays())).orElse("");
        return Views.page("jointcase/visit-window", "重复检查提醒", Map.of("days", days), "visit-window");
    }

    @PostMapping(HERE)
    ModelAndView set(Viewer viewer, @RequestParam(defaultValue = "") String days) {
        check(viewer);
        var text = days.isBlank() ? "0" : days.strip();
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > MOST) {
            return Views.redirect(HERE, Flash.fault("天数请填 0 至 " + MOST + " 的整数；不设的，留空或者填 0。"));
        }
        var set = Integer.parseInt(text);
        writing.run(db -> db.sql("insert into jointcase.visit_window (at, account, days) values (?, ?, ?)")
                .params(Timestamp.from(clock.instant()), viewer.account().value(), set)
                .update());
        return Views.redirect(HERE, Flash.done(set == 0 ? "已取消，方案不再要求写明再次检查的理由。" : "已设为 " + set + " 天。"));
    }
}
