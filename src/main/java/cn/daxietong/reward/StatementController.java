package cn.daxietong.reward;

import cn.daxietong.shared.Json;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.ExcelFile;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list for the treasury: to read, to print, as Excel, and signed for whoever checks it without the platform. */
@Controller
class StatementController {
    private static final String PAGE = "/rewards/statement";

    private final Statements statements;
    private final Clock clock;

    StatementController(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    ModelAndView show(@RequestParam(defaultValue = "") String month, Viewer viewer) {
        var statement = statements.of(viewer, month(month));
        return Views.page(
                "reward/statement",
                "奖励账表",
                Map.of("statement", StatementPage.of(statement), "signatures", signatures(statement)),
                "reward-statement");
    }

    @GetMapping(PAGE + "/excel")
    void excel(@RequestParam(defaultValue = "") String month, Viewer viewer, HttpServletResponse response)
            throws IOException {
        var statement = statements.of(viewer, month(month));
        var bytes = new ByteArrayOutputStream();
        StatementSheet.write(statement, bytes);
        send(response, ExcelFile.TYPE, "奖励账表-" + statement.month() + ".xlsx", bytes.toByteArray());
    }

    /** The signed text with the signatures and the keys they are checked with. */
    @GetMapping(PAGE + "/signed")
    void signed(@RequestParam(defaultValue = "") String month, Viewer viewer, HttpServletResponse response)
            throws IOException {
        var statement = statements.of(viewer, month(month));
        var content =
                Json.MAPPER.writeValueAsBytes(Map.of("text", statement.text(), "signatures", signatures(statement)));
        send(response, "application/json", "奖励账表-" + statement.month() + ".json", content);
    }

    private List<StatementPage.Signature> signatures(Statement statement) {
        return statements.sign(statement).stream()
                .map(s -> new StatementPage.Signature(
                        s.suite().code(),
                        Base64.getEncoder().encodeToString(s.publicKey()),
                        Base64.getEncoder().encodeToString(s.signature())))
                .toList();
    }

    private YearMonth month(String typed) {
        try {
            return typed.isBlank() ? YearMonth.now(clock.withZone(Awards.ZONE)) : YearMonth.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Kind.INVALID, "month", "月份不对", "月份请写成 2026-11 这样。");
        }
    }

    private static void send(HttpServletResponse response, String type, String name, byte[] bytes) throws IOException {
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(bytes);
    }
}
