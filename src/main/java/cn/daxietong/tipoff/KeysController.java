package cn.daxietong.tipoff;

import cn.daxietong.identity.Accounts;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Flash;
import cn.daxietong.web.UnitTitle;
import cn.daxietong.web.Views;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Making one's keys, and sealing again to a colleague what that colleague lost. */
@Controller
class KeysController {
    private static final String PAGE = "/tipoffs/keys";

    private final Officers officers;
    private final Desk desk;
    private final Accounts accounts;
    private final UnitTitle units;

    KeysController(Officers officers, Desk desk, Accounts accounts, UnitTitle units) {
        this.officers = officers;
        this.desk = desk;
        this.accounts = accounts;
        this.units = units;
    }

    @GetMapping(PAGE)
    ModelAndView show(Viewer viewer) {
        works(viewer);
        var part = Part.of(viewer);
        var mine = officers.of(viewer.account());
        var rows = officers.enrolled().stream()
                .map(o -> new KeysPage.Row(
                        o.key().toString(),
                        o.account().value(),
                        o.part().title(),
                        accounts.name(o.account()),
                        units.of(o.unit()),
                        o.confirmed(),
                        mine.filter(m -> officers.mayConfirm(m, o)).isPresent(),
                        mine.isPresent()
                                && o.part() != Part.ESCROW
                                && !o.account().equals(viewer.account())
                                && officers.opened(viewer).isPresent()))
                .toList();
        var page = new KeysPage(
                part.map(Part::title).orElse(null), part.map(Part::does).orElse(""), mine.isPresent(), rows);
        return Views.page("tipoff/keys", "举报密钥", Map.of("keys", page), "tipoff");
    }

    @PostMapping(PAGE)
    ModelAndView enrol(@RequestParam(defaultValue = "") String password, Viewer viewer) {
        return done("密钥已建立。请另一个单位的持钥人在本页确认，确认后举报才会封给您。", () -> officers.enrol(viewer, password));
    }

    @PostMapping(PAGE + "/confirm")
    ModelAndView confirm(@RequestParam(defaultValue = "") String account, Viewer viewer) {
        if (account.isBlank()) {
            throw Refusal.notFound();
        }
        return done("已确认，今后的举报也会封给这位持钥人。", () -> officers.confirm(viewer, new AccountId(account)));
    }

    @PostMapping(PAGE + "/unlock")
    ModelAndView unlock(@RequestParam(defaultValue = "") String password, Viewer viewer) {
        return done("密钥已打开，十五分钟不用会自动关上。", () -> officers.unlock(viewer, password));
    }

    @PostMapping(PAGE + "/restore")
    ModelAndView restore(@RequestParam UUID key, Viewer viewer) {
        try {
            var done = desk.restore(viewer, key);
            return Views.redirect(
                    PAGE,
                    done == 0
                            ? Flash.warning("没有可以为其恢复的内容。")
                            : Flash.done("已用您的密钥为其重新封好 " + done + " 份。备份保管人恢复的，须两位都办过才打得开。"));
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private static void works(Viewer viewer) {
        if (!viewer.post().worksOnMatters()) {
            throw Refusal.notFound();
        }
    }

    private static ModelAndView done(String words, Runnable work) {
        try {
            work.run();
            return Views.redirect(PAGE, Flash.done(words));
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private static ModelAndView refused(Refusal refusal) {
        return Views.redirect(
                PAGE,
                Flash.fault(
                        refusal.faults().isEmpty()
                                ? refusal.detail()
                                : refusal.faults().getFirst().message()));
    }
}
