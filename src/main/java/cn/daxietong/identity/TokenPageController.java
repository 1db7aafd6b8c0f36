package cn.daxietong.identity;

import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Badge;
import cn.daxietong.web.Faults;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Views;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a unit's administrator issues and revokes tokens for the unit's systems. */
@Controller
class TokenPageController {
    private final Tokens tokens;
    private final MachineTokens machines;
    private final Words words;
    private final Clock clock;

    TokenPageController(Tokens tokens, MachineTokens machines, Words words, Clock clock) {
        this.tokens = tokens;
        this.machines = machines;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/tokens")
    ModelAndView list(Viewer viewer) {
        return page(viewer, Map.of("name", "", "until", "", "scope", "read", "post", "HANDLER"), Optional.empty());
    }

    @PostMapping("/tokens")
    ModelAndView issue(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "HANDLER") Post post,
            @RequestParam(defaultValue = "read") String scope,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Viewer viewer) {
        try {
            var scopes = scope.equals("write") ? Set.of("read", "write") : Set.of("read");
            var issued = machines.issue(
                    new MachineTokens.Request(name, post, scopes, until == null ? LocalDate.MIN : until), viewer);
            return Views.page(
                    "identity/secret",
                    "令牌已签发",
                    Map.of("title", "令牌已签发", "name", name, "secret", issued.token(), "back", "/tokens"));
        } catch (Refusal refusal) {
            if (refusal.faults().isEmpty()) {
                throw refusal;
            }
            return page(
                    viewer,
                    Map.of(
                            "name",
                            name,
                            "until",
                            until == null ? "" : until.toString(),
                            "scope",
                            scope,
                            "post",
                            post.name()),
                    Optional.of(refusal));
        }
    }

    @PostMapping("/tokens/{id}/revoke")
    ModelAndView revoke(@PathVariable UUID id, Viewer viewer) {
        tokens.revoke(id, viewer);
        return Views.redirect("/tokens", Flash.done("令牌已撤销，即时失效。"));
    }

    private ModelAndView page(Viewer viewer, Map<String, String> entered, Optional<Refusal> refusal) {
        var rows = tokens.visibleTo(viewer);
        var model = new HashMap<String, Object>();
        model.put("rows", rows.stream().map(this::line).toList());
        model.put("mayIssue", viewer.post() == Post.UNIT_ADMIN);
        model.put("entered", entered);
        model.put("faults", refusal.map(refused -> new Faults(refused.faults())).orElse(Faults.NONE));
        return refusal.map(refused -> Views.faulty("identity/tokens", "接口令牌", model, refused))
                .orElseGet(() -> Views.page("identity/tokens", "接口令牌", model));
    }

    private TokenLine line(TokenRow row) {
        var live = row.live(clock.instant());
        var state = row.revokedAt() != null
                ? new Badge(Badge.Kind.FAULT, "已撤销")
                : live ? new Badge(Badge.Kind.DONE, "有效") : new Badge(Badge.Kind.IDLE, "已到期");
        return new TokenLine(
                row.id(),
                row.name().isEmpty() ? "本人登录" : row.name(),
                row.account().value(),
                row.scopes().isEmpty() ? "同本人岗位" : row.scopes().contains("write") ? "读写" : "只读",
                words.minute(row.expiresAt()),
                row.lastUsedAt() == null ? "从未使用" : words.minute(row.lastUsedAt()),
                state,
                live);
    }
}
