package cn.daxietong.identity;

import cn.daxietong.organization.Units;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in for programs, and a unit's tokens for its own systems. */
@RestController
class TokenController {
    private final SignIn signIn;
    private final Tokens tokens;
    private final MachineTokens machines;
    private final Units units;
    private final Clock clock;

    /**
     * @param unit in which unit to act, for who works in two
     * @param post in which post to act, for who holds two
     */
    record SignInRequest(
            @Nullable String username,
            @Nullable String password,
            @Nullable String otp,
            @Nullable UnitId unit,
            @Nullable Post post) {}

    record AccountAnswer(String username, UnitId unit, Post post, String name) {}

    record TokenAnswer(String token, OffsetDateTime expiresAt, AccountAnswer account) {}

    record MeAnswer(
            String username,
            UnitId unit,
            String unitName,
            Post post,
            String postTitle,
            String name,
            boolean acting,
            Set<String> scopes) {}

    record MachineRequest(
            @Nullable String name,
            @Nullable Post post,
            @Nullable Set<String> scopes,
            @Nullable LocalDate until) {}

    record MachineAnswer(UUID id, String token, OffsetDateTime expiresAt) {}

    record TokenList(List<TokenRow> items) {}

    TokenController(SignIn signIn, Tokens tokens, MachineTokens machines, Units units, Clock clock) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.machines = machines;
        this.units = units;
        this.clock = clock;
    }

    @PostMapping("/api/v1/tokens")
    TokenAnswer signIn(@RequestBody SignInRequest request, HttpServletResponse response) {
        var username = request.username();
        var password = request.password();
        if (username == null || password == null) {
            var faults = new ArrayList<Fault>();
            if (username == null) {
                faults.add(new Fault("username", "required", "请填写用户名。"));
            }
            if (password == null) {
                faults.add(new Fault("password", "required", "请填写密码。"));
            }
            throw Refusal.invalid(faults);
        }
        var holding = chosen(held(request, username, password, response), request);
        var issued = tokens.issue(holding);
        var viewer = tokens.who(issued.token()).orElseThrow(Refusal::notFound);
        return new TokenAnswer(issued.token(), at(issued), account(viewer.viewer()));
    }

    private List<Holding> held(SignInRequest request, String username, String password, HttpServletResponse response) {
        try {
            return signIn.check(username, password, request.otp() == null ? "" : request.otp());
        } catch (SignIn.Locked locked) {
            response.setHeader("Retry-After", String.valueOf(locked.retryAfter().toSeconds()));
            throw locked;
        }
    }

    private static Holding chosen(List<Holding> held, SignInRequest request) {
        return held.stream()
                .filter(holding -> request.unit() == null || request.unit().equals(holding.unit()))
                .filter(holding -> request.post() == null || request.post() == holding.post())
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(List.of(new Fault("post", "not_held", "该账号没有这个单位的这个岗位。"))));
    }

    @GetMapping("/api/v1/me")
    MeAnswer me(Viewer viewer) {
        return new MeAnswer(
                viewer.account().value(),
                viewer.unit(),
                units.name(viewer.unit()),
                viewer.post(),
                viewer.post().title(),
                viewer.name(),
                viewer.acting(),
                viewer.scopes());
    }

    @GetMapping("/api/v1/tokens")
    TokenList list(Viewer viewer) {
        return new TokenList(tokens.visibleTo(viewer));
    }

    @PostMapping("/api/v1/machine-tokens")
    @ResponseStatus(HttpStatus.CREATED)
    MachineAnswer issue(@RequestBody MachineRequest request, Viewer viewer) {
        var issued = machines.issue(
                new MachineTokens.Request(
                        request.name() == null ? "" : request.name(),
                        request.post() == null ? Post.HANDLER : request.post(),
                        request.scopes() == null ? Set.of() : request.scopes(),
                        request.until() == null ? LocalDate.MIN : request.until()),
                viewer);
        return new MachineAnswer(issued.id(), issued.token(), at(issued));
    }

    @DeleteMapping("/api/v1/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, Viewer viewer) {
        tokens.revoke(id, viewer);
    }

    /** A program that is done gives its token back. */
    @DeleteMapping("/api/v1/tokens/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeThis(SignedIn who) {
        if (who.token() != null) {
            tokens.revoke(who.token(), who.viewer());
        }
    }

    private OffsetDateTime at(Tokens.Issued issued) {
        return issued.expiresAt().atZone(clock.getZone()).toOffsetDateTime();
    }

    private static AccountAnswer account(Viewer viewer) {
        return new AccountAnswer(viewer.account().value(), viewer.unit(), viewer.post(), viewer.name());
    }
}
