package cn.daxietong.identity;

import cn.daxietong.shared.Refusal;
import cn.daxietong.web.Flash;
import cn.daxietong.web.KeptForm;
import cn.daxietong.web.LocalPath;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way in and the way out, for people. */
@Controller
class LoginController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Access access;
    private final SecurityLog log;

    LoginController(SignIn signIn, Sessions sessions, Access access, SecurityLog log) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.access = access;
        this.log = log;
    }

    @GetMapping("/login")
    ModelAndView form(@RequestParam(defaultValue = "/") String next) {
        return Who.now().isPresent()
                ? Views.redirect(LocalPath.of(next))
                : Views.page("identity/login", "登录", model("", next, null));
    }

    @PostMapping("/login")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String otp,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var held = signIn.check(username, password, otp);
            sessions.begin(request, held.getFirst());
            var holding = held.getFirst();
            log.add(
                    SecurityLog.Kind.SIGNED_IN,
                    holding.account().value(),
                    holding.unit(),
                    "",
                    holding.post().title());
            var kept = KeptForm.carried(request);
            // What somebody else had typed is not shown to whoever signs in after them.
            return kept != null && kept.belongsTo(holding.account())
                    ? kept.again()
                    : Views.redirect(LocalPath.of(next));
        } catch (Refusal refusal) {
            if (refusal instanceof SignIn.Locked locked) {
                response.setHeader(
                        "Retry-After", String.valueOf(locked.retryAfter().toSeconds()));
            }
            // The password is never sent back; the name is, because retyping it helps nobody.
            return Views.faulty("identity/login", "登录", model(username, next, refusal), refusal)
                    .addObject("kept", KeptForm.carried(request));
        }
    }

    /** The sign-in page in answer to a form whose session had ended, with what was typed carried along. */
    static ModelAndView askAgain(KeptForm kept) {
        var page =
                Views.page("identity/login", "登录", model(kept.by(), "/", null)).addObject("kept", kept);
        page.setStatus(HttpStatus.UNAUTHORIZED);
        return page;
    }

    @PostMapping("/logout")
    ModelAndView signOut(HttpServletRequest request) {
        Who.now().ifPresent(who -> {
            log.add(SecurityLog.Kind.SIGNED_OUT, who.viewer(), "", "");
            access.signedOut(who.viewer().account());
        });
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return Views.redirect("/login?out=1", Flash.done("已退出登录。"));
    }

    private static HashMap<String, Object> model(String username, String next, @Nullable Refusal refusal) {
        var model = new HashMap<String, Object>();
        model.put("username", username.length() > 64 ? "" : username);
        model.put("next", LocalPath.of(next));
        model.put("refusal", refusal == null ? "" : refusal.detail());
        return model;
    }
}
