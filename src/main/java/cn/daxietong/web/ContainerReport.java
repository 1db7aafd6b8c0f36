package cn.daxietong.web;

import cn.daxietong.shared.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

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
        var failure = Failures.ofStatus(status);
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
                <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>%s</title><h1>%s</h1><p>%s</p><p><a href="/">回到工作台</a></p></html>
                """.formatted(failure.title(), failure.title(), failure.detail()).getBytes(StandardCharsets.UTF_8);
    }
}
