package cn.daxietong.identity;

import cn.daxietong.shared.Refusal;
import cn.daxietong.web.FailureWriter;
import cn.daxietong.web.Slowed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down whoever asks too fast, before anything costly is done: sign-ins and the public check tightly, the interface loosely, by address. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class RateLimits extends OncePerRequestFilter {
    private static final int REMEMBERED = 20_000;
    private static final int REPORTS = 40;
    /** A form without files, in bytes: as much as its fields hold. */
    private static final int WORDS = 200_000;

    private static final int PIECES = 300;
    private static final int PIECES_PER_SECOND = 10;

    /** The public forms that give back what was typed. */
    private static final Set<String> FORMS = Set.of("/report/new", "/report/status", "/report/answer", "/report/proof");

    /** As many as may wait for a derivation of keys, and three who are answered meanwhile. */
    private static final int TELLERS = 28;

    private static final long PATIENCE_SECONDS = 30;

    private final Semaphore tellers = new Semaphore(TELLERS, true);
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final IdentitySettings.Limits limits;
    private final FailureWriter failures;
    private final Clock clock;

    /** A bucket fills at its rate up to its size; each request takes one drop. */
    private static final class Bucket {
        private double drops;
        private long filledAt;

        Bucket(int size, long now) {
            drops = size;
            filledAt = now;
        }

        synchronized boolean take(int size, int perSecond, long now) {
            drops = Math.min(size, drops + Math.max(0, now - filledAt) * perSecond / 1000.0);
            filledAt = now;
            if (drops < 1) {
                return false;
            }
            drops--;
            return true;
        }

        synchronized boolean idleSince(long moment) {
            return filledAt < moment;
        }
    }

    private record Limit(String name, int burst, int perSecond) {}

    RateLimits(IdentitySettings settings, FailureWriter failures, Clock clock) {
        this.limits = settings.limits();
        this.failures = failures;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limit(request);
        var telling = limit != null && limit.name().equals("report") && words(request);
        if (limit != null && !takes(limit, request.getRemoteAddr())) {
            if (!telling || !FORMS.contains(request.getRequestURI())) {
                refuse(limit, request, response);
                return;
            }
            // Behind an onion service all tellers have one address, so words are given back to whoever is slowed down.
            Slowed.mark(request);
        }
        if (telling) {
            inTurn(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(Limit limit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", String.valueOf(Math.max(1, 1 / Math.max(1, limit.perSecond()))));
        failures.write(
                request, response, new Refusal(Refusal.Kind.TOO_MANY, "too_many_requests", "操作太频繁", "请求太密，请稍候几秒再试。"));
    }

    private static boolean words(HttpServletRequest request) {
        return request.getContentLengthLong() >= 0 && request.getContentLengthLong() <= WORDS;
    }

    /** However many tell at once, a few are served at a time and the others wait, so that the office's pages are not one among hundreds. */
    private void inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var served = false;
        try {
            served = tellers.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (served) {
                chain.doFilter(request, response);
            } else {
                failures.write(
                        request, response, new Refusal(Refusal.Kind.TOO_MANY, "busy", "现在人多", "此刻使用的人很多，请过几分钟再提交。"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException(e);
        } finally {
            if (served) {
                tellers.release();
            }
        }
    }

    private @Nullable Limit limit(HttpServletRequest request) {
        var path = request.getRequestURI();
        if ("POST".equals(request.getMethod()) && (path.equals("/login") || path.equals("/api/v1/tokens"))) {
            return new Limit("sign-in", limits.signInBurst(), limits.signInPerSecond());
        }
        // Open to everyone and costs hashing a file.
        if ("POST".equals(request.getMethod()) && path.startsWith("/check/")) {
            return new Limit("check", limits.signInBurst(), limits.signInPerSecond());
        }
        // What the public sends costs a derivation of keys; the address is in memory only, and nowhere written down.
        if ("POST".equals(request.getMethod()) && path.startsWith("/report")) {
            return new Limit("report", REPORTS, 1);
        }
        if ("PUT".equals(request.getMethod()) && path.startsWith("/report/")) {
            return new Limit("report-files", PIECES, PIECES_PER_SECOND);
        }
        return path.startsWith("/api/") && !path.equals("/api/v1/health")
                ? new Limit("api", limits.apiBurst(), limits.apiPerSecond())
                : null;
    }

    private boolean takes(Limit limit, String address) {
        long now = clock.millis();
        if (buckets.size() > REMEMBERED) {
            buckets.values().removeIf(bucket -> bucket.idleSince(now - 60_000));
        }
        return buckets.computeIfAbsent(limit.name() + " " + address, key -> new Bucket(limit.burst(), now))
                .take(limit.burst(), limit.perSecond(), now);
    }
}
