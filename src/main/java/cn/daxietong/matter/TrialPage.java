package cn.daxietong.matter;

import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** 试算: what the tables say of facts while they are being typed. It reads nothing and writes nothing. */
@Controller
class TrialPage {
    private final FindingsWriter findings;

    TrialPage(FindingsWriter findings) {
        this.findings = findings;
    }

    @PostMapping("/trial")
    ModelAndView trial(Viewer viewer, HttpServletRequest request) {
        if (!viewer.post().worksOnMatters()) {
            throw Refusal.forbidden(viewer.post().title() + "不办理业务事项，也不查看业务内容。");
        }
        var posted = new Posted(request.getParameterMap()).again(null, null, List.of());
        return Views.page("matter/trial", "试算", Map.of("trial", findings.trial(posted)));
    }
}
