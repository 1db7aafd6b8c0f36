package cn.daxietong.reward;

import cn.daxietong.shared.Refusal;
import cn.daxietong.tipoff.ReceiptCode;
import cn.daxietong.web.UnitTitle;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The teller's pages for a reward: no cookie, and no script but for the button that prints. The voucher is shown before it is good, so that an answer lost on the way loses no money: it
 * becomes good when it comes back with a PIN. However often the page is loaded again, it shows the same code.
 */
@Controller
class ClaimController {
    private static final String ANOTHER = "送来的凭证码和本页的不一样，凭证还没有生效。请以本页的凭证码为准，重新抄好再点生效。";

    private final Claims claims;
    private final PayingPoint point;
    private final UnitTitle units;

    ClaimController(Claims claims, PayingPoint point, UnitTitle units) {
        this.claims = claims;
        this.point = point;
        this.units = units;
    }

    @PostMapping("/report/reward")
    ModelAndView offer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String mode,
            HttpServletResponse response) {
        return form(new Sent(code, word, mode), "", 200, response);
    }

    private record Sent(String code, String word, String mode) {}

    private ModelAndView form(Sent sent, String fault, int status, HttpServletResponse response) {
        var claimable = claims.claimable(sent.code(), sent.word())
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND, "nothing_to_claim", "没有可以领取的奖励", "没有可以领取的奖励：可能已经领过凭证，或者领取期限已过。"));
        var view = page(
                "claim",
                Map.of(
                        "code", sent.code(),
                        "word", sent.word(),
                        "voucher",
                                ReceiptCode.typed(sent.code())
                                        .map(claimable::voucher)
                                        .orElseThrow()
                                        .spoken(),
                        "amount", Yuan.text(claimable.amount()),
                        "until", claimable.until().toString(),
                        "fault", fault),
                sent.mode(),
                response);
        view.setStatus(HttpStatusCode.valueOf(status));
        return view;
    }

    @PostMapping("/report/reward/claim")
    ModelAndView claim(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(defaultValue = "") String voucher,
            @RequestParam(defaultValue = "") String pin,
            HttpServletResponse response) {
        var sent = new Sent(code, word, mode);
        var chosen = Pin.typed(pin);
        var shown = ReceiptCode.typed(voucher);
        if (shown.isEmpty() || !chosen.good()) {
            return form(sent, Pin.RULE, 422, response);
        }
        var good = claims.claim(code, word, shown.get(), chosen);
        if (good.isEmpty()) {
            return form(sent, ANOTHER, 409, response);
        }
        return page(
                "voucher",
                Map.of(
                        "voucher",
                        shown.get().spoken(),
                        "serial",
                        good.get().serial(),
                        "amount",
                        Yuan.text(good.get().amount()),
                        "until",
                        good.get().lapsesOn().toString(),
                        "point",
                        units.of(point.unit())),
                mode,
                response);
    }

    private static ModelAndView page(String template, Map<String, ?> model, String mode, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        var all = new HashMap<String, Object>(model);
        all.put("mode", List.of("elder", "contrast").contains(mode) ? mode : "standard");
        return Views.page("reward/" + template, "领取奖励", all);
    }
}
