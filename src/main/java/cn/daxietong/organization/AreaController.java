package cn.daxietong.organization;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Option;
import cn.daxietong.web.Views;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The area tree with its history, and the forms by which the system administrator adds to it. */
@Controller
class AreaController {
    private final Areas areas;
    private final Clock clock;

    AreaController(Areas areas, Clock clock) {
        this.areas = areas;
        this.clock = clock;
    }

    @GetMapping("/units/areas")
    ModelAndView list(Viewer viewer) {
        var current = areas.on(LocalDate.now(clock)).stream()
                .map(area -> new Option(area.code(), area.name() + "（" + area.code() + "）"))
                .toList();
        return Views.page(
                "organization/areas",
                "行政区划",
                Map.of(
                        "areas", areas.history(),
                        "current", current,
                        "mayEdit", UnitAdministration.mayRestructure(viewer)),
                "units");
    }

    @PostMapping("/units/areas/rename")
    ModelAndView rename(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Viewer viewer) {
        areas.rename(code, name.strip(), day == null ? LocalDate.MIN : day, viewer);
        return Views.redirect("/units/areas", Flash.done("更名已登记，原名称留在沿革中。"));
    }

    @PostMapping("/units/areas/merge")
    ModelAndView merge(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Viewer viewer) {
        areas.merge(code, into, day == null ? LocalDate.MIN : day, viewer);
        return Views.redirect("/units/areas", Flash.done("撤并已登记。"));
    }
}
