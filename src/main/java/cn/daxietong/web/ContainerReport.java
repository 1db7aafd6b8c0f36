package cn.daxietong.web;

import cn.daxietong.shared.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What Tomcat says where a request is so broken that it reaches no page of ours: in Chinese, and nothing about Tomcat. */
public final class ContainerReport extends ErrorReportValve {
    private static final System.Logger LOG = System.getLogger(ContainerReport.class.getName());

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (thrown != null) {
            LOG.log(System.Logger.Level.WARNING, "Refused before any page", thrown);
        }
        var failure = thrown == null ? Failures.ofStatus(status) : told(thrown, status);
        response.setStatus(failure.status());
        if (failure.retryable()) {
            response.setHeader("Retry-After", "5");
        }
        // Without a decoded address there is no telling a program from a person, except by what it asked for.
        var path = String.valueOf(request.getRequestURI());
        byte[] body = path.startsWith("/api/") ? problem(failure) : page(failure);
        try {
            response.setContentType(path.startsWith("/api/") ? "application/problem+json" : "text/html;charset=UTF-8");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "Nobody waits for the report", e);
        }
    }

    /** Before any page the session is looked up, so a database that is away shows here first; whatever else is thrown keeps its status. */
    private static Failure told(Throwable thrown, int status) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException
                    || cause instanceof DataAccessException
                    || cause instanceof TransactionException) {
                return Failures.ofStatus(503);
            }
        }
        return Failures.ofStatus(status);
    }

    private static byte[] problem(Failure failure) {
        return Json.MAPPER.writeValueAsBytes(Map.of(
                "type", "urn:daxietong:problem:" + failure.code(),
                "title", failure.title(),
                "status", failure.status(),
                "detail", failure.detail(),
                "code", failure.code(),
                "errors", List.of()));
    }

    private static byte[] page(Failure failure) {
        return """
                <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">%s
                <title>%s</title><link rel="stylesheet" href="/assets/app.css"></head><body class="bare"><main><section class="card error-page">
                <h1>%s</h1><p class="lead">%s</p><p class="buttons"><a class="button button-primary" href="/">回到工作台</a></p></section></main></body></html>
                """.formatted(
                        failure.retryable() ? "<meta http-equiv=\"refresh\" content=\"5\">" : "",
                        failure.title(),
                        failure.title(),
                        failure.detail())
                .getBytes(StandardCharsets.UTF_8);
    }
}
