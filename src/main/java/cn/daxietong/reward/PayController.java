package cn.daxietong.reward;

import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.UnitTitle;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The paying point: code and PIN, the amount, paid. Nobody's name is asked, and who paid whom at what hour is kept nowhere. */
@Controller
class PayController {
    private static final String PAGE = "/rewards/pay";
    private static final String UNKNOWN = "没有查到这张凭证。请对照凭证，逐组核对三十六位数字，再核对六位取款密码。";

    private final Vouchers vouchers;
    private final PayingPoint point;
    private final UnitTitle units;

    PayController(Vouchers vouchers, PayingPoint point, UnitTitle units) {
        this.vouchers = vouchers;
        this.point = point;
        this.units = units;
    }

    @GetMapping(PAGE)
    ModelAndView ask(Viewer viewer, HttpServletResponse response) {
        pays(viewer);
        return page(null, "", 200, response);
    }

    @PostMapping(PAGE)
    ModelAndView present(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String pin,
            Viewer viewer,
            HttpServletResponse response) {
        pays(viewer);
        var found = vouchers.presented(viewer, code, pin);
        if (found.isEmpty()) {
            return page(null, UNKNOWN, 404, response);
        }
        return page(shown(found.get(), code, pin, ""), "", 200, response);
    }

    @PostMapping(PAGE + "/confirm")
    ModelAndView pay(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String pin,
            Viewer viewer,
            HttpServletResponse response) {
        pays(viewer);
        var found = vouchers.presented(viewer, code, pin);
        if (found.isEmpty()) {
            return page(null, UNKNOWN, 404, response);
        }
        boolean paid = vouchers.pay(point.unit(), code, pin);
        var after = vouchers.presented(viewer, code, pin).orElseThrow();
        return page(shown(after, code, pin, paid ? "已登记付款，请把钱款交给来人。" : ""), "", paid ? 200 : 409, response);
    }

    private PayPage shown(Voucher v, String code, String pin, String done) {
        var state = v.on(vouchers.today());
        boolean payable = state == Voucher.State.OUTSTANDING;
        var said = !done.isEmpty()
                ? done
                : switch (state) {
                    case OUTSTANDING -> "";
                    case PAID ->
                        "这张凭证已于 " + v.paidOn() + " 在" + units.of(new UnitId(String.valueOf(v.paidAt()))) + "付过款，不能再付。";
                    case EXPIRED -> "这张凭证已过期（最后一天是 " + v.lapsesOn() + "），不能付款。";
                };
        return new PayPage(
                payable ? code : "",
                payable ? pin : "",
                v.serial(),
                Yuan.text(v.amount()),
                v.fund(),
                v.lapsesOn().toString(),
                said,
                payable);
    }

    private void pays(Viewer viewer) {
        if (!point.pays(viewer)) {
            throw Refusal.notFound();
        }
    }

    private static ModelAndView page(
            @Nullable PayPage voucher, String fault, int status, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var model = new java.util.HashMap<String, Object>(Map.of("fault", fault));
        model.put("voucher", voucher);
        var view = Views.page("reward/pay", "奖励付款", model, "reward-pay");
        view.setStatus(HttpStatusCode.valueOf(status));
        return view;
    }
}
