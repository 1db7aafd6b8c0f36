package cn.daxietong.web;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Refusal;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a client what went wrong: problem JSON (RFC 9457) under {@code /api}, a sentence to htmx, a page to everybody else. */
@Component
public final class FailureWriter {
    private static final Logger LOG = LoggerFactory.getLogger(FailureWriter.class);

    private final TemplateEngine engine;
    private final Pages pages;

    FailureWriter(TemplateEngine engine, Pages pages) {
        this.engine = engine;
        this.pages = pages;
    }

    /** For filters and sign-in, which stand before any controller. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        write(request, response, Failure.of(refusal));
    }

    void write(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(failure.status());
        response.setHeader("Cache-Control", "no-store");
        if (failure.status() == 429 || failure.status() == 503 || failure.code().equals("busy")) {
            if (response.getHeader("Retry-After") == null) {
                response.setHeader("Retry-After", "5");
            }
        }
        if (isApi(request)) {
            send(response, "application/problem+json", Json.MAPPER.writeValueAsBytes(problem(failure)));
        } else {
            page(request, response, failure);
        }
    }

    /** Whether a program asks; programs are never sent a page. */
    static boolean isApi(HttpServletRequest request) {
        // After an error dispatch the address is /error, and the one that was asked for stands in an attribute.
        var original = request.getAttribute("jakarta.servlet.error.request_uri");
        var path = original instanceof String uri ? uri : request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/v3/api-docs");
    }

    private void page(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        response.addHeader("Vary", "HX-Request");
        var fragment = "true".equals(request.getHeader("HX-Request"));
        if (fragment) {
            // The sentence goes where messages stand; what was typed stays where it is.
            response.setHeader("HX-Retarget", "#messages");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        var output = new Utf8ByteOutput();
        engine.render(
                fragment ? "error/fragment.jte" : "error/page.jte",
                Map.of("page", around(request, failure), "notice", Notice.of(failure)),
                output);
        send(response, "text/html;charset=UTF-8", output.toByteArray());
    }

    /** With navigation and search where they still work; bare where the cause may be there. */
    private Page around(HttpServletRequest request, Failure failure) {
        if (failure.status() < 500) {
            try {
                return pages.page(request, Map.of(Views.TITLE, failure.title()));
            } catch (RuntimeException e) {
                LOG.warn("An error page goes without its frame", e);
            }
        }
        return pages.plain(request, failure.title());
    }

    private static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> problem(Failure failure) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:daxietong:problem:" + failure.code());
        problem.put("title", failure.title());
        problem.put("status", failure.status());
        problem.put("detail", failure.detail());
        problem.put("code", failure.code());
        problem.put("errors", errors(failure.faults()));
        if (failure.reference() != null) {
            problem.put("reference", failure.reference());
        }
        return problem;
    }

    private static List<Map<String, String>> errors(List<Fault> faults) {
        var errors = new ArrayList<Map<String, String>>();
        for (var fault : faults) {
            errors.add(Map.of("field", fault.field(), "code", fault.code(), "message", fault.message()));
        }
        return errors;
    }
}
