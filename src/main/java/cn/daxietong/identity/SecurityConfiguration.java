package cn.daxietong.identity;

import cn.daxietong.shared.Refusal;
import cn.daxietong.web.FailureWriter;
import cn.daxietong.web.KeptForm;
import cn.daxietong.web.LocalPath;
import cn.daxietong.web.PageWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Everything is shut unless it is named here: two doors, one for pages with sessions, one for programs with tokens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class SecurityConfiguration {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String[] OPEN = {
        "/login", "/check/**", "/check.css", "/assets/**", "/display", "/error", "/favicon.ico"
    };
    private static final String[] PUBLIC = {"/report", "/report/**"};
    private static final String[] PROGRAMS = {"/api/v1/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml"};

    private final FailureWriter failures;
    private final PageWriter pages;

    SecurityConfiguration(FailureWriter failures, PageWriter pages) {
        this.failures = failures;
        this.pages = pages;
    }

    @Bean
    @Order(10)
    SecurityFilterChain programDoor(HttpSecurity http, Tokens tokens, SessionContexts sessions) {
        common(http);
        return http.securityMatcher(PROGRAMS)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new DocumentationOnly(sessions)))
                .addFilterBefore(new BearerTokens(tokens), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/tokens")
                        .permitAll()
                        // What the interface is like is no secret, and tools that read it have no token.
                        .requestMatchers("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                        .permitAll()
                        .anyRequest()
                        .access(SecurityConfiguration::withinScope))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, cause) -> unauthenticated(request, response))
                        .accessDeniedHandler((request, response, cause) -> outOfScope(request, response)))
                .build();
    }

    /** The public's tip-offs: no session, no cookie, and so nobody's authority that a forged form could borrow. */
    @Bean
    @Order(15)
    SecurityFilterChain publicDoor(HttpSecurity http) {
        common(http);
        return http.securityMatcher(PUBLIC)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain pageDoor(HttpSecurity http, SessionContexts sessions) {
        common(http);
        return http.csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        // Comparing a file changes nothing, and asking for the token would have the whole upload parsed
                        // first.
                        .ignoringRequestMatchers("/check/**"))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, cause) -> askToSignIn(request, response))
                        .accessDeniedHandler((request, response, cause) -> stalePage(request, response)))
                .build();
    }

    /** Before Spring Security, so that a flood costs neither a session nor a look-up. */
    @Bean
    FilterRegistrationBean<RateLimits> rateLimitsBeforeSecurity(RateLimits limits) {
        var registration = new FilterRegistrationBean<>(limits);
        registration.setOrder(-200);
        return registration;
    }

    private static void common(HttpSecurity http) {
        http.formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .rememberMe(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(self), geolocation=(self), microphone=()")));
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("form");
        cookie.setCookieCustomizer(built -> built.httpOnly(true).sameSite("Lax"));
        return cookie;
    }

    /** A token for reading reads; an assessment under the law is posted but writes nothing. */
    private static AuthorizationDecision withinScope(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        if (!(authentication.get() instanceof Authenticated known)) {
            return new AuthorizationDecision(false);
        }
        var scopes = known.who().viewer().scopes();
        var request = context.getRequest();
        boolean reads = request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD")
                || request.getRequestURI().startsWith("/api/v1/law/");
        return new AuthorizationDecision(
                scopes.isEmpty() || scopes.contains("write") || (reads && scopes.contains("read")));
    }

    private void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        failures.write(
                request,
                response,
                new Refusal(
                        Refusal.Kind.UNAUTHENTICATED,
                        "unauthenticated",
                        "需要令牌",
                        "请在 Authorization 头中带上有效的令牌；没有、过期或已撤销的令牌不能使用。"));
    }

    private void outOfScope(HttpServletRequest request, HttpServletResponse response) throws IOException {
        failures.write(
                request,
                response,
                new Refusal(Refusal.Kind.FORBIDDEN, "insufficient_scope", "令牌权限不足", "该令牌只能查阅，不能办理。"));
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            failures.write(
                    request,
                    response,
                    new Refusal(
                            Refusal.Kind.UNAUTHENTICATED,
                            "unauthenticated",
                            "登录已过期",
                            "登录已过期。请在新窗口重新登录，再回到本页继续；本页已填内容不会丢失。"));
            return;
        }
        var kept = KeptForm.of(request);
        if (kept != null) {
            pages.write(request, response, LoginController.askAgain(kept));
            return;
        }
        var query = request.getQueryString();
        var asked =
                request.getMethod().equals("GET") ? request.getRequestURI() + (query == null ? "" : "?" + query) : "/";
        var next = LocalPath.of(asked);
        response.sendRedirect(
                next.equals("/") ? "/login" : "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    /** With everybody signed in allowed everywhere by address, what is refused here is a form without its proof of origin. */
    private void stalePage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Drawn for somebody who was signed in, and sent when nobody was any more.
        if (request.getParameter(KeptForm.BY) != null && Who.now().isEmpty()) {
            failures.write(
                    request,
                    response,
                    new Refusal(
                            Refusal.Kind.UNAUTHENTICATED, "signed_out", "已退出登录", "您已退出登录，或者登录已过期，这次没有提交。请重新登录后再办理。"));
            return;
        }
        failures.write(
                request,
                response,
                new Refusal(
                        Refusal.Kind.FORBIDDEN, "stale_form", "页面已过期", "这个页面打开太久，或不是从本平台打开的。请返回上一页刷新后再提交；已填内容仍在上一页。"));
    }
}
