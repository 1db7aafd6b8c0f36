package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Faults;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Option;
import cn.daxietong.web.Views;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Accounts and posts for administrators. */
@Controller
class AdministrationController {
    private final Directory directory;
    private final Accounts accounts;
    private final Granting granting;
    private final AccountCare care;
    private final Words words;
    private final Clock clock;

    /** The form for a new account, as it was entered. */
    record NewAccount(
            @Nullable String username,
            @Nullable String name,
            @Nullable String unit,
            @Nullable Post post,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until) {}

    AdministrationController(
            Directory directory, Accounts accounts, Granting granting, AccountCare care, Words words, Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.granting = granting;
        this.care = care;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    ModelAndView list(
            @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String q, Viewer viewer) {
        require(viewer);
        return Views.page(
                "identity/accounts",
                "账号管理",
                Map.of(
                        "rows", directory.accounts(viewer, unit, q),
                        "waiting", directory.waiting(viewer),
                        "units", units(viewer),
                        "unit", unit,
                        "query", q));
    }

    @GetMapping("/accounts/new")
    ModelAndView newForm(Viewer viewer) {
        require(viewer);
        return Views.page(
                "identity/new-account",
                "新建账号",
                form(new NewAccount("", "", viewer.unit().value(), null, today(), null), Faults.NONE, viewer));
    }

    @PostMapping("/accounts")
    ModelAndView create(NewAccount entered, Viewer viewer) {
        require(viewer);
        var username = entered.username() == null ? "" : entered.username().strip();
        try {
            var password = granting.create(
                    username,
                    entered.name() == null ? "" : entered.name(),
                    wanted(entered.unit(), entered.post(), entered.from(), entered.until()),
                    viewer);
            return secret("账号“" + username + "”已建立", username, password, "/accounts/" + username);
        } catch (Refusal refusal) {
            return Views.faulty(
                    "identity/new-account",
                    "新建账号",
                    form(entered, new Faults(refusal.faults()), viewer),
                    refused(refusal));
        }
    }

    @GetMapping("/accounts/{username}")
    ModelAndView account(@PathVariable String username, Viewer viewer) {
        require(viewer);
        var id = id(username);
        var account = accounts.find(id).orElseThrow(Refusal::notFound);
        var holdings = accounts.holdings(id);
        if (viewer.post() == Post.UNIT_ADMIN
                && holdings.stream().noneMatch(holding -> holding.unit().equals(viewer.unit()))) {
            throw Refusal.notFound();
        }
        var model = new HashMap<String, Object>();
        model.put("account", account);
        model.put(
                "holdings",
                holdings.stream()
                        .map(holding -> words.holding(holding, account.name(), viewer, null))
                        .toList());
        model.put("mayReset", care.mayReset(viewer, holdings));
        model.put("mayStop", care.mayStop(viewer, id, holdings));
        model.put("mayDepart", viewer.post() == Post.UNIT_ADMIN && !id.equals(viewer.account()));
        model.put("units", units(viewer));
        model.put("posts", posts(viewer));
        model.put("today", today().toString());
        return Views.page("identity/account-card", account.name(), model);
    }

    @PostMapping("/accounts/{username}/holdings")
    ModelAndView propose(@PathVariable String username, NewAccount entered, Viewer viewer) {
        var held = granting.propose(
                id(username), wanted(entered.unit(), entered.post(), entered.from(), entered.until()), viewer);
        return Views.redirect(
                "/accounts/" + id(username), held ? Flash.done("岗位已生效。") : Flash.note("已提出，待另一名管理员同意后生效。"));
    }

    @PostMapping("/holdings/{id}/confirm")
    ModelAndView confirm(@PathVariable UUID id, Viewer viewer) {
        granting.confirm(id, viewer);
        return Views.redirect("/accounts", Flash.done("已同意，岗位按期生效。"));
    }

    @PostMapping("/holdings/{id}/end")
    ModelAndView end(@PathVariable UUID id, @RequestParam(defaultValue = "") String ground, Viewer viewer) {
        granting.end(id, ground, viewer);
        return Views.redirect("/accounts", Flash.done("岗位已终止，即时生效。"));
    }

    @PostMapping("/accounts/{username}/password")
    ModelAndView resetPassword(@PathVariable String username, Viewer viewer) {
        var password = care.resetPassword(id(username), viewer);
        return secret("密码已重置", username, password, "/accounts/" + id(username));
    }

    @PostMapping("/accounts/{username}/totp")
    ModelAndView removeTotp(@PathVariable String username, Viewer viewer) {
        care.removeTotp(id(username), viewer);
        return Views.redirect("/accounts/" + id(username), Flash.done("动态码已解除，本人登录后可重新绑定。"));
    }

    @PostMapping("/accounts/{username}/unlock")
    ModelAndView unlock(@PathVariable String username, Viewer viewer) {
        care.unlock(id(username), viewer);
        return Views.redirect("/accounts/" + id(username), Flash.done("已解除锁定。"));
    }

    @PostMapping("/accounts/{username}/disable")
    ModelAndView disable(@PathVariable String username, Viewer viewer) {
        care.disable(id(username), viewer);
        return Views.redirect("/accounts/" + id(username), Flash.done("账号已停用，所有登录和令牌即时失效。"));
    }

    @PostMapping("/accounts/{username}/enable")
    ModelAndView enable(@PathVariable String username, Viewer viewer) {
        care.enable(id(username), viewer);
        return Views.redirect("/accounts/" + id(username), Flash.done("账号已启用。"));
    }

    private Map<String, Object> form(NewAccount entered, Faults faults, Viewer viewer) {
        var model = new HashMap<String, Object>();
        model.put("faults", faults);
        model.put("username", text(entered.username()));
        model.put("name", text(entered.name()));
        model.put("unit", text(entered.unit()));
        model.put("post", entered.post() == null ? "" : entered.post().name());
        model.put("from", text(entered.from()));
        model.put("until", text(entered.until()));
        model.put("units", units(viewer));
        model.put("posts", posts(viewer));
        return model;
    }

    private Granting.Wanted wanted(
            @Nullable String unit, @Nullable Post post, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (unit == null || unit.isBlank() || post == null) {
            throw Refusal.invalid(List.of(new Fault("post", "required", "请选择单位和岗位。")));
        }
        return new Granting.Wanted(new UnitId(unit), post, from == null ? today() : from, until);
    }

    /** Shown in the answer itself and never again, so nothing is redirected and nothing cached. */
    private static ModelAndView secret(String title, String username, String password, String back) {
        return Views.page(
                "identity/secret", title, Map.of("title", title, "name", username, "secret", password, "back", back));
    }

    private static Refusal refused(Refusal refusal) {
        if (refusal.faults().isEmpty()) {
            throw refusal;
        }
        return refusal;
    }

    private List<Option> units(Viewer viewer) {
        return directory.choices(viewer).entrySet().stream()
                .map(unit -> new Option(unit.getKey(), unit.getValue()))
                .toList();
    }

    private static List<Option> posts(Viewer viewer) {
        return Arrays.stream(Post.values())
                .filter(post -> Grants.within(viewer, viewer.unit(), post))
                .map(post -> new Option(post.name(), post.title()))
                .toList();
    }

    private static void require(Viewer viewer) {
        if (!Directory.mayLook(viewer)) {
            throw Refusal.forbidden("账号由本单位管理员和系统、安全管理员管理。");
        }
    }

    private static AccountId id(String username) {
        if (!username.matches("[a-z0-9][a-z0-9._:-]{1,63}")) {
            throw Refusal.notFound();
        }
        return new AccountId(username);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
