package cn.daxietong.identity;

import cn.daxietong.web.Views;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a person may see and change about their own account. */
@Controller
class AccountController {
    @GetMapping("/account")
    ModelAndView overview(SignedIn who) {
        return Views.page(
                "identity/account", "我的账号", Map.of("name", who.viewer().name()));
    }
}
