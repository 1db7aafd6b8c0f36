package cn.daxietong.organization;

import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Views;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms on a unit's page. What is wrong with one is said on the page it came from. */
@Controller
class UnitAdministrationController {
    private final UnitAdministration administration;
    private final Seats seats;

    UnitAdministrationController(UnitAdministration administration, Seats seats) {
        this.administration = administration;
        this.seats = seats;
    }

    /** A day as the browser's date field sends it. */
    record Day(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate day) {
        LocalDate given() {
            return day == null ? LocalDate.MIN : day;
        }
    }

    @PostMapping("/units/{id}/name")
    ModelAndView rename(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String shortName,
            Day from,
            Viewer viewer) {
        return done(
                id,
                "名称变更已登记，自该日起生效。",
                unit -> administration.rename(UnitController.id(unit), name, shortName, from.given(), viewer));
    }

    @PostMapping("/units/{id}/end")
    ModelAndView end(@PathVariable String id, @RequestParam(defaultValue = "") String into, Day on, Viewer viewer) {
        return done(id, "撤并已登记。", unit -> {
            if (into.isBlank()) {
                administration.dissolve(UnitController.id(unit), on.given(), viewer);
            } else {
                administration.merge(UnitController.id(unit), UnitController.id(into), on.given(), viewer);
            }
        });
    }

    @PostMapping("/units/{id}/bodies")
    ModelAndView found(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String documentNo,
            @RequestParam(defaultValue = "") String note,
            Day foundedOn,
            Viewer viewer) {
        return done(
                id,
                "工作机构已登记，请在下面登记组长和成员。",
                unit -> seats.found(UnitController.id(unit), name, documentNo, foundedOn.given(), note, viewer));
    }

    @PostMapping("/units/{id}/bodies/{body}/end")
    ModelAndView dissolveBody(@PathVariable String id, @PathVariable long body, Day on, Viewer viewer) {
        return done(id, "工作机构的撤销已登记。", unit -> seats.dissolve(UnitController.id(unit), body, on.given(), viewer));
    }

    @PostMapping("/units/{id}/seats")
    ModelAndView addSeat(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long body,
            @RequestParam(defaultValue = "") String title,
            Viewer viewer) {
        return done(id, "职务已设立。", unit -> seats.add(UnitController.id(unit), body, title, viewer));
    }

    @PostMapping("/units/{id}/seats/{seat}/holders")
    ModelAndView appoint(
            @PathVariable String id,
            @PathVariable long seat,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            Day from,
            Viewer viewer) {
        return done(
                id, "任职已登记。", unit -> seats.appoint(UnitController.id(unit), seat, name, phone, from.given(), viewer));
    }

    @PostMapping("/units/{id}/holders/{holder}/end")
    ModelAndView leave(@PathVariable String id, @PathVariable long holder, Day lastDay, Viewer viewer) {
        return done(id, "离任已登记。", unit -> seats.leave(UnitController.id(unit), holder, lastDay.given(), viewer));
    }

    private static ModelAndView done(String id, String words, Consumer<String> work) {
        var back = "/units/" + UnitController.id(id);
        try {
            work.accept(id);
            return Views.redirect(back, Flash.done(words));
        } catch (Refusal refusal) {
            if (refusal.faults().isEmpty()) {
                throw refusal;
            }
            var sentence = new StringBuilder("没有登记：");
            refusal.faults().forEach(fault -> sentence.append(fault.message()));
            return Views.redirect(back, Flash.fault(sentence.toString()));
        }
    }
}
