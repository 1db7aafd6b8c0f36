package cn.daxietong.web;

import cn.daxietong.shared.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The same post sent twice under one {@code Idempotency-Key} is carried out once: the second is given the first's answer. Stands behind the
 * security filters, because a key belongs to its account.
 */
@Component
class IdempotentPosts extends OncePerRequestFilter {
    private static final Set<String> REPEATED = Set.of("Location", "ETag", "Content-Type");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern FORM = Pattern.compile("once=[0-9a-f-]{36}");
    private static final int STEP_MILLIS = 50;

    private final FirstAnswers answers;
    private final ViewerSource viewers;
    private final FailureWriter failures;

    IdempotentPosts(FirstAnswers answers, ViewerSource viewers, FailureWriter failures) {
        this.answers = answers;
        this.viewers = viewers;
        this.failures = failures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !isForm(request) && !isKeyed(request);
    }

    /** A form of ours carries its key in its address, so that pressing its button twice has one effect, with script or without. */
    private static boolean isForm(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/matters/")
                && FORM.matcher(query(request)).matches();
    }

    private static String query(HttpServletRequest request) {
        return String.valueOf(request.getQueryString());
    }

    private static boolean isKeyed(HttpServletRequest request) {
        return !(!request.getRequestURI().startsWith("/api/v1/")
                || request.getHeader("Idempotency-Key") == null
                // Its answer is a secret, and secrets are not kept to be repeated.
                || request.getRequestURI().equals("/api/v1/tokens"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var viewer = viewers.viewer(request);
        if (viewer.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (isForm(request)) {
                var key = query(request).substring("once=".length());
                once(PostName.of(viewer.get().account(), request.getRequestURI(), key), null, request, response, chain);
                return;
            }
            var name = PostName.of(
                    viewer.get().account(), address(request), String.valueOf(request.getHeader("Idempotency-Key")));
            var files = String.valueOf(request.getContentType())
                    .toLowerCase(Locale.ROOT)
                    .startsWith("multipart/");
            if (files) {
                once(name, null, new PartsDigest(request), response, chain);
                return;
            }
            var body = request.getInputStream().readAllBytes();
            once(name, body, new Replayed(request, body), response, chain);
        } catch (BodyTooLarge e) {
            failures.write(request, response, Failures.ofStatus(413));
        } catch (Refusal refusal) {
            failures.write(request, response, refusal);
        }
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private void once(
            PostName name,
            byte @Nullable [] body,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var known = settled(name, isStep(request), body == null ? null : PostName.sha256(body));
        if (known instanceof FirstAnswers.Known.Answered && request instanceof PartsDigest parts) {
            known = answers.claim(name, false, parts.finish());
        }
        switch (known) {
            case FirstAnswers.Known.New(var claimedAt) -> {
                CarriedOut.expect(request, name, claimedAt);
                carryOut(name, request, response, chain);
            }
            case FirstAnswers.Known.Done(var matter) -> tellOfIt(matter, request, response);
            case FirstAnswers.Known.Answered(var answer) -> repeat(answer, response);
            case FirstAnswers.Known.Other _ ->
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        "idempotency_key_reused",
                        "幂等键已用于其他内容",
                        "这个 Idempotency-Key 已用于内容不同的请求。内容变了，请换一个新的键。");
            case FirstAnswers.Known.Running _ -> {
                response.setHeader("Retry-After", "5");
                // After a crash nobody knows whether it was carried out; carrying it out again could be the second
                // time.
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "idempotency_in_progress",
                        "同一请求正在办理",
                        "同一 Idempotency-Key 的请求尚未办完。请稍后重试；若长时间如此，请先查询事项是否已办成，再决定是否换键重发。");
            }
        }
    }

    /** Steps on matters note in their own transaction that they were taken; other posts cannot. */
    private static boolean isStep(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/matters/")
                || request.getRequestURI().startsWith("/api/v1/matters");
    }

    private static void tellOfIt(UUID matter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isForm(request)) {
            response.sendRedirect("/matters/" + matter);
            return;
        }
        response.setHeader("Location", "/api/v1/matters/" + matter);
        throw new Refusal(
                Refusal.Kind.CONFLICT,
                "already_carried_out",
                "这一请求已经办成",
                "同一 Idempotency-Key 的请求已经办成，当时的回答没有送达。请查看 /api/v1/matters/" + matter + "，不要换键重发。");
    }

    private FirstAnswers.Known settled(PostName name, boolean step, byte @Nullable [] digest) {
        var known = answers.claim(name, step, digest);
        for (long waited = 0;
                known instanceof FirstAnswers.Known.Running && waited < PATIENCE.toMillis();
                waited += STEP_MILLIS) {
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return known;
            }
            known = answers.claim(name, step, digest);
        }
        return known;
    }

    private void carryOut(PostName name, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, caught);
            if (isForm(request) ? isRedirect(caught.getStatus()) : isFinal(caught)) {
                answers.keep(name, answer(caught), request instanceof PartsDigest parts ? parts.finish() : null);
                kept = true;
            }
        } finally {
            if (!kept) {
                answers.release(name);
            }
        }
        caught.copyBodyToResponse();
    }

    /** A form that was shown again with its faults has done nothing, so it may be mended and sent under the same key. */
    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400;
    }

    /**
     * Whether sending it again could not have gone otherwise: not where the client was stopped at the door, where somebody else had the matter in
     * hand, or where the server failed.
     */
    private static boolean isFinal(HttpServletResponse caught) {
        int status = caught.getStatus();
        return caught.getHeader("Retry-After") == null
                && status >= 200
                && status < 500
                && status != 401
                && status != 403
                && status != 429;
    }

    private static FirstAnswers.Answer answer(ContentCachingResponseWrapper caught) {
        var headers = new LinkedHashMap<String, String>();
        for (var header : REPEATED) {
            var value = header.equals("Content-Type") ? caught.getContentType() : caught.getHeader(header);
            if (value != null) {
                headers.put(header, value);
            }
        }
        return new FirstAnswers.Answer(caught.getStatus(), headers, caught.getContentAsByteArray());
    }

    private static void repeat(FirstAnswers.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotent-Replayed", "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    /** The body once more, after its digest was taken. */
    private static final class Replayed extends HttpServletRequestWrapper {
        private final byte[] body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream of;

        Bytes(ByteArrayInputStream of) {
            this.of = of;
        }

        @Override
        public int read() {
            return of.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return of.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return of.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is here already and is read at once");
        }
    }
}
