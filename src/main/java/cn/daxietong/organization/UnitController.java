package cn.daxietong.organization;

import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Flash;
import cn.daxietong.web.NavItem;
import cn.daxietong.web.Option;
import cn.daxietong.web.Views;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who takes part and with which duties: open to everybody who works here. */
@Controller
class UnitController {
    private final Units units;
    private final Duties duties;
    private final Seats seats;
    private final Areas areas;
    private final Commodities commodities;
    private final Clock clock;

    UnitController(Units units, Duties duties, Seats seats, Areas areas, Commodities commodities, Clock clock) {
        this.units = units;
        this.duties = duties;
        this.seats = seats;
        this.areas = areas;
        this.commodities = commodities;
        this.clock = clock;
    }

    @Bean
    NavItem unitsPlace() {
        return NavItem.side(800, "units", "机构职责", "/units", "unit");
    }

    @GetMapping("/units")
    ModelAndView list(Viewer viewer) {
        var groups = new LinkedHashMap<String, List<Unit>>();
        groups.put("指挥部", units.all().stream().filter(unit -> rank(unit) == 0).toList());
        groups.put("成员单位", units.all().stream().filter(unit -> rank(unit) == 1).toList());
        groups.put("乡镇", units.all().stream().filter(unit -> rank(unit) == 2).toList());
        groups.put(
                "县外和其他机关", units.all().stream().filter(unit -> rank(unit) == 3).toList());
        var counts = new HashMap<String, Integer>();
        units.all()
                .forEach(unit -> counts.put(unit.id().value(), (int) duties.of(unit.id()).stream()
                        .filter(duty -> !duty.units().isEmpty())
                        .count()));
        var former = units.ever().stream()
                .filter(unit -> !unit.standsOn(LocalDate.now(clock)))
                .toList();
        return Views.page(
                "organization/units",
                "机构职责",
                Map.of(
                        "groups", groups,
                        "counts", counts,
                        "former", former,
                        "mayRestructure", UnitAdministration.mayRestructure(viewer),
                        "total", duties.all().size()));
    }

    private static int rank(Unit unit) {
        return switch (unit.kind()) {
            case HEADQUARTERS, OFFICE, GOVERNMENT -> 0;
            case TOWNSHIP -> 2;
            case CUSTOMS, DISCIPLINE, SUPERIOR -> 3;
            default -> 1;
        };
    }

    @GetMapping("/units/{id}")
    ModelAndView unit(@PathVariable String id, Viewer viewer) {
        var unitId = id(id);
        var unit = units.find(unitId).orElseThrow(Refusal::notFound);
        var model = new HashMap<String, Object>();
        model.put("unit", unit);
        model.put(
                "area",
                areas.find(unit.areaCode(), LocalDate.now(clock))
                        .map(Area::name)
                        .orElse(unit.areaCode()));
        model.put("merged", unit.mergedInto() == null ? "" : units.name(unit.mergedInto()));
        model.put(
                "names", units.names(unitId).stream().map(UnitController::span).toList());
        model.put("duties", duties.of(unitId));
        model.put("bodies", seats.bodies(unitId));
        model.put("seats", seats.of(unitId));
        model.put(
                "leads",
                commodities.all().stream()
                        .filter(good -> unitId.equals(good.leadUnit()))
                        .toList());
        model.put("mayEdit", UnitAdministration.mayEdit(viewer, unitId));
        model.put("mayRestructure", UnitAdministration.mayRestructure(viewer));
        model.put("others", options());
        model.put("today", LocalDate.now(clock).toString());
        return Views.page("organization/unit", unit.name(), model, "units");
    }

    @GetMapping("/units/duties")
    ModelAndView duties() {
        var names = new HashMap<String, String>();
        units.ever().forEach(unit -> names.put(unit.id().value(), unit.shortName()));
        return Views.page("organization/duties", "通知确定的职责", Map.of("duties", duties.all(), "names", names), "units");
    }

    @GetMapping("/units/commodities")
    ModelAndView commodities(Viewer viewer) {
        var names = new HashMap<String, String>();
        units.ever().forEach(unit -> names.put(unit.id().value(), unit.shortName()));
        return Views.page(
                "organization/commodities",
                "涉案物品和牵头单位",
                Map.of(
                        "commodities",
                        commodities.all(),
                        "names",
                        names,
                        "units",
                        options(),
                        "mayChoose",
                        viewer.unit().equals(UnitId.OFFICE) && viewer.post().worksOnMatters()),
                "units");
    }

    @PostMapping("/units/commodities/{commodity}")
    ModelAndView choose(@PathVariable String commodity, @RequestParam(defaultValue = "") String unit, Viewer viewer) {
        commodities.choose(commodity, id(unit), viewer);
        return Views.redirect("/units/commodities", Flash.done("已明确牵头单位。"));
    }

    private List<Option> options() {
        return units.all().stream()
                .map(unit -> new Option(unit.id().value(), unit.shortName()))
                .toList();
    }

    private static String span(UnitName name) {
        var from = name.validFrom() == null ? "" : name.validFrom() + "起";
        var to = name.validTo() == null ? "" : "至" + name.validTo().minusDays(1);
        return name.name() + (from.isEmpty() && to.isEmpty() ? "" : "（" + from + to + "）");
    }

    static UnitId id(String id) {
        if (id.isBlank() || id.length() > 40) {
            throw Refusal.notFound();
        }
        return new UnitId(id);
    }
}
