package cn.daxietong.worklist;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Flash;
import cn.daxietong.web.LocalPath;
import cn.daxietong.web.Pager;
import cn.daxietong.web.Views;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 通知: what the platform told this unit and post. */
@Controller
class NoticeController {
    private static final int PAGE = 30;

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/notices")
    ModelAndView list(Viewer viewer, @RequestParam(defaultValue = "0") long below) {
        var page = notices.page(viewer, below, PAGE);
        var unread = notices.unread(viewer);
        return Views.page(
                "worklist/notices",
                "通知",
                Map.of(
                        "notices",
                        page.lines(),
                        "unread",
                        unread,
                        "pager",
                        new Pager(
                                below > 0 ? "/notices" : null,
                                page.next() > 0 ? "/notices?below=" + page.next() : null,
                                "未读 " + Lines.atMost(unread) + " 条")),
                "notices");
    }

    @PostMapping("/notices/read")
    ModelAndView readAll(Viewer viewer, @RequestParam(defaultValue = "/notices") String back) {
        notices.readAll(viewer);
        return Views.redirect(LocalPath.of(back), Flash.done("通知已全部标为已读。"));
    }

    @PostMapping("/notices/{id}/read")
    ModelAndView read(Viewer viewer, @PathVariable long id, @RequestParam(defaultValue = "/notices") String back) {
        notices.read(viewer, id);
        return Views.redirect(LocalPath.of(back));
    }
}
