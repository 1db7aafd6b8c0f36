package cn.daxietong.integrity;

import cn.daxietong.matter.SmallCells;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Item;
import cn.daxietong.web.Views;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The office's page: a number for each month and nothing else. */
@Controller
class TallyController {
    private final Tally tally;

    TallyController(Tally tally) {
        this.tally = tally;
    }

    @GetMapping("/integrity/months")
    ModelAndView months(Viewer viewer) {
        var lines = tally.months(viewer).stream()
                .map(m -> new Item(
                        m.month().replace("-", " 年 ") + " 月",
                        SmallCells.text(m.count()) + (m.count() == null ? " 件（含没有）" : " 件")))
                .toList();
        return Views.page("integrity/months", "移送纪检监察线索数", Map.of("lines", lines), "integrity-months");
    }
}
