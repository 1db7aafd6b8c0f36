package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Faults;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Option;
import cn.daxietong.web.Views;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 离岗移交 and 主持工作: who takes over, for good or for a while. */
@Controller
class DepartureController {
    private final Departure departure;
    private final ActingHeads acting;
    private final Accounts accounts;
    private final Words words;
    private final Clock clock;

    DepartureController(Departure departure, ActingHeads acting, Accounts accounts, Words words, Clock clock) {
        this.departure = departure;
        this.acting = acting;
        this.accounts = accounts;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/accounts/{username}/departure")
    ModelAndView form(@PathVariable String username, Viewer viewer) {
        return departure(new AccountId(username), viewer, Map.of("successor", "", "ground", ""), Optional.empty());
    }

    @PostMapping("/accounts/{username}/departure")
    ModelAndView depart(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String successor,
            @RequestParam(defaultValue = "") String ground,
            Viewer viewer) {
        var account = new AccountId(username);
        try {
            departure.depart(account, new AccountId(successor.isBlank() ? "-" : successor), ground, viewer);
            return Views.redirect("/people", Flash.done("离岗移交已办结：事项已移交，岗位、登录和令牌均已终止。"));
        } catch (Refusal refusal) {
            if (refusal.faults().isEmpty()) {
                throw refusal;
            }
            return departure(account, viewer, Map.of("successor", successor, "ground", ground), Optional.of(refusal));
        }
    }

    private ModelAndView departure(
            AccountId account, Viewer viewer, Map<String, String> entered, Optional<Refusal> refusal) {
        var piles = departure.piles(account, viewer);
        var model = Map.<String, Object>of(
                "username", account.value(),
                "name", accounts.name(account),
                "piles", piles,
                "readable", viewer.post().worksOnMatters(),
                "successors",
                        departure.successors(account, viewer).stream()
                                .map(holder -> new Option(
                                        holder.account().value(),
                                        holder.name() + "（" + holder.post().title() + "）"))
                                .distinct()
                                .toList(),
                "entered", entered,
                "faults", refusal.map(refused -> new Faults(refused.faults())).orElse(Faults.NONE));
        return refusal.map(refused -> Views.faulty("identity/departure", "离岗移交", model, refused))
                .orElseGet(() -> Views.page("identity/departure", "离岗移交", model));
    }

    /** The people of one's own unit, for its head and its administrator. */
    @GetMapping("/people")
    ModelAndView people(Viewer viewer) {
        if (!departure.mayHandle(viewer)) {
            throw Refusal.forbidden("本单位人员由单位管理员和正职负责人查看。");
        }
        return Views.page("identity/people", "本单位人员", people(viewer, Faults.NONE));
    }

    @PostMapping("/people/acting")
    ModelAndView name(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String ground,
            Viewer viewer) {
        try {
            acting.name(
                    new AccountId(account.isBlank() ? "-" : account),
                    from == null ? LocalDate.MIN : from,
                    until == null ? LocalDate.MIN : until,
                    ground,
                    viewer);
            return Views.redirect("/people", Flash.done("已指定主持工作的负责人。"));
        } catch (Refusal refusal) {
            if (refusal.faults().isEmpty()) {
                throw refusal;
            }
            return Views.faulty("identity/people", "本单位人员", people(viewer, new Faults(refusal.faults())), refusal);
        }
    }

    @PostMapping("/people/acting/{id}/end")
    ModelAndView endActing(@PathVariable UUID id, Viewer viewer) {
        acting.end(id, viewer);
        return Views.redirect("/people", Flash.done("主持工作已结束。"));
    }

    private Map<String, Object> people(Viewer viewer, Faults faults) {
        boolean names = viewer.post().worksOnMatters() && !viewer.acting();
        return Map.of(
                "people",
                departure.successors(viewer.account(), viewer),
                "mayName",
                names,
                "acting",
                names
                        ? acting.named(viewer).stream()
                                .map(holding -> words.holding(holding, accounts.name(holding.account()), viewer, null))
                                .toList()
                        : List.of(),
                "handlers",
                accounts.handlers(viewer.unit()).stream()
                        .map(holder -> new Option(holder.account().value(), holder.name()))
                        .toList(),
                "today",
                LocalDate.now(clock).toString(),
                "faults",
                faults);
    }
}
