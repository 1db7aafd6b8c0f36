package cn.daxietong.exhibit;

import cn.daxietong.exhibit.InventoryAction.Scan;
import cn.daxietong.matter.Fields;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Views;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page that somebody holds in the hand while walking through a store. */
@Controller
class InventoryPages {
    private final Stocktaking stocktaking;

    InventoryPages(Stocktaking stocktaking) {
        this.stocktaking = stocktaking;
    }

    @GetMapping("/inventories/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, CountingSheet.Typed.NOTHING, "");
    }

    /** By its own address again afterwards, so that going back or reloading on a bad line sends nothing twice. */
    @PostMapping("/inventories/{id}/scan")
    ModelAndView scan(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(defaultValue = "") String note) {
        try {
            var line = stocktaking.scan(viewer, id, new Scan(code.strip(), figure(quantity), blankToNull(note)));
            return Views.redirect("/inventories/" + id, told(line));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            var said = refusal.faults().isEmpty()
                    ? refusal.detail()
                    : refusal.faults().stream().map(Fault::message).collect(Collectors.joining("；"));
            var page = page(viewer, id, new CountingSheet.Typed(code, quantity, note), said);
            page.setStatus(org.springframework.http.HttpStatusCode.valueOf(
                    refusal.kind().status()));
            return page;
        }
    }

    private static Flash told(Inventory.Line line) {
        var text = line.code() + " " + line.words() + "：" + Fields.titleOf(line.result());
        return line.result() == Inventory.Result.FOUND ? Flash.done(text) : Flash.warning(text);
    }

    private ModelAndView page(Viewer viewer, UUID id, CountingSheet.Typed typed, String fault) {
        var matter = stocktaking.see(viewer, id);
        var i = matter.state();
        var sheet = new CountingSheet(
                id,
                matter.number(),
                i.place(),
                i.counted(),
                i.expected(),
                matter.status().equals(InventoryStatus.COUNTING.code()),
                i.lines().stream().map(InventoryPages::row).toList());
        var model = new HashMap<String, Object>();
        model.put("sheet", sheet);
        model.put("typed", typed);
        model.put("fault", fault);
        return Views.page("exhibit/inventory", "盘点 " + i.place(), model, InventoryKind.CODE);
    }

    private static CountingSheet.Row row(Inventory.Line l) {
        var counted = l.counted();
        return new CountingSheet.Row(
                l.code(),
                l.words(),
                Fields.titleOf(l.result()),
                counted == null ? "" : counted.stripTrailingZeros().toPlainString() + l.unit(),
                l.result() == Inventory.Result.PENDING,
                l.result() != Inventory.Result.FOUND);
    }

    private static @Nullable BigDecimal figure(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(typed.strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid(List.of(new Fault("quantity", "not_a_number", "数量请填数字，如 120 或者 3.5")));
        }
    }

    private static @Nullable String blankToNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
