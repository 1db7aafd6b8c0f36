package cn.daxietong.matter;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Views;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one matter. */
@Controller
class MatterPage {
    private final Matters matters;
    private final SheetWriter sheets;
    private final ObjectProvider<Aside> asides;
    private final Lights lights;

    MatterPage(Matters matters, SheetWriter sheets, ObjectProvider<Aside> asides, Lights lights) {
        this.asides = asides;
        this.lights = lights;
        this.matters = matters;
        this.sheets = sheets;
    }

    @GetMapping("/matters/{id}")
    ModelAndView show(Viewer viewer, @PathVariable String id, @RequestParam(defaultValue = "newest") String timeline) {
        var seen = matters.see(viewer, MatterApi.id(id), "page");
        var sheet = sheets.write(viewer, seen, !timeline.equals("oldest"));
        var beside = asides.orderedStream()
                .flatMap(a -> a.beside(viewer, seen).stream())
                .toList();
        return Views.page(
                "matter/sheet",
                sheet.head().title(),
                Map.of("sheet", sheet, "asides", beside, "thresholds", lights.words()),
                section(seen.kind()));
    }

    /** The section of the navigation that a kind belongs to. */
    static String section(MatterKind<?> kind) {
        return kind.code();
    }
}
