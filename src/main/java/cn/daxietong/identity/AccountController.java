package cn.daxietong.identity;

import cn.daxietong.shared.Refusal;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a person sees of their own account: posts, sessions, and the way to password and second factor. */
@Controller
class AccountController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SecurityLog log;
    private final Words words;

    AccountController(Accounts accounts, Sessions sessions, SecurityLog log, Words words) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.log = log;
        this.words = words;
    }

    @GetMapping({"/account", "/account/posts", "/account/sessions"})
    ModelAndView overview(SignedIn who, HttpServletRequest request) {
        var viewer = who.viewer();
        var account = accounts.find(viewer.account()).orElseThrow(Refusal::notFound);
        var model = new HashMap<String, Object>();
        model.put("account", account);
        model.put("passwordSetAt", words.minute(account.passwordSetAt()));
        model.put(
                "holdings",
                accounts.holdings(viewer.account()).stream()
                        .map(holding -> words.holding(holding, account.name(), viewer, who))
                        .toList());
        var rows = sessions.of(viewer.account(), request.getSession(false));
        model.put("sessions", rows);
        model.put(
                "times", rows.stream().map(row -> words.minute(row.lastUsed())).toList());
        return Views.page("identity/account", "我的账号", model);
    }

    @PostMapping("/account/posts/{id}")
    ModelAndView act(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        var holding = accounts.current(who.viewer().account()).stream()
                .filter(held -> held.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        sessions.act(request, id);
        log.add(
                SecurityLog.Kind.POST_SWITCHED,
                who.viewer().account().value(),
                holding.unit(),
                "",
                holding.post().title());
        return Views.redirect("/", Flash.done("已切换到“" + holding.post().title() + "”岗位，之后的操作都以该岗位办理。"));
    }

    @PostMapping("/account/sessions/{handle}/end")
    ModelAndView endSession(@PathVariable String handle, SignedIn who) {
        sessions.end(who.viewer().account(), handle);
        log.add(
                SecurityLog.Kind.SESSION_ENDED,
                who.viewer(),
                who.viewer().account().value(),
                "");
        return Views.redirect("/account", Flash.done("该处登录已结束。"));
    }

    @PostMapping("/account/sessions/end-others")
    ModelAndView endOthers(SignedIn who, HttpServletRequest request) {
        int ended = sessions.endOthers(who.viewer().account(), request.getSession());
        log.add(
                SecurityLog.Kind.SESSION_ENDED,
                who.viewer(),
                who.viewer().account().value(),
                "其他 " + ended + " 处");
        return Views.redirect("/account", Flash.done("已结束其他 " + ended + " 处登录。"));
    }
}
