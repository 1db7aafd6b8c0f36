package cn.daxietong.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer …}; a token that is wrong, ended or revoked is as none. */
final class BearerTokens extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 200;

    private final Tokens tokens;

    BearerTokens(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = token(request.getHeader("Authorization"));
        if (token != null) {
            tokens.who(token)
                    .ifPresent(
                            who -> SecurityContextHolder.setContext(new SecurityContextImpl(new Authenticated(who))));
        }
        chain.doFilter(request, response);
    }

    private static @Nullable String token(@Nullable String header) {
        return header != null && header.length() < LONGEST && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
