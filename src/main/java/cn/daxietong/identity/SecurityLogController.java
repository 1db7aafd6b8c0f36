package cn.daxietong.identity;

import cn.daxietong.database.Reading;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Option;
import cn.daxietong.web.Pager;
import cn.daxietong.web.Views;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The security log for the audit administrator, newest first; the database itself shows it to nobody else. */
@Controller
class SecurityLogController {
    private static final int PAGE = 50;

    private final Reading reading;
    private final Units units;
    private final Words words;
    private final Clock clock;

    SecurityLogController(Reading reading, Units units, Words words, Clock clock) {
        this.reading = reading;
        this.units = units;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/security-log")
    ModelAndView list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Viewer viewer) {
        if (viewer.post() != Post.AUDIT_ADMIN) {
            throw Refusal.forbidden("安全日志由审计管理员查阅。");
        }
        var zone = clock.getZone();
        var since = (from == null ? LocalDate.of(2000, 1, 1) : from)
                .atStartOfDay(zone)
                .toOffsetDateTime();
        var to = (until == null ? LocalDate.now(clock) : until)
                .plusDays(1)
                .atStartOfDay(zone)
                .toOffsetDateTime();
        var rows = rows(viewer, kind, account.strip(), since, to, before);
        var model = new HashMap<String, Object>();
        model.put("rows", rows.stream().limit(PAGE).toList());
        model.put("kind", kind);
        model.put("account", account);
        model.put("from", from == null ? "" : from.toString());
        model.put("until", until == null ? "" : until.toString());
        model.put(
                "kinds",
                Arrays.stream(SecurityLog.Kind.values())
                        .map(known -> new Option(known.code(), known.title()))
                        .toList());
        model.put("pager", pager(rows, kind, account, from, until));
        return Views.page("identity/security-log", "安全日志", model);
    }

    private List<EventRow> rows(
            Viewer viewer, String kind, String account, OffsetDateTime since, OffsetDateTime to, long before) {
        return reading.as(viewer, db -> db.sql("""
                                select id, at, kind, account, unit, subject, detail, address from identity.event
                                 where at >= :since and at < :to and id < :before
                                   and (:kind = '' or kind = :kind)
                                   and (:account = '' or account = :account or subject = :account)
                                 order by at desc, id desc limit :most
                                """)
                .param("since", since)
                .param("to", to)
                .param("before", before)
                .param("kind", kind)
                .param("account", account)
                .param("most", PAGE + 1)
                .query(this::row)
                .list());
    }

    private EventRow row(ResultSet row, int number) throws SQLException {
        var unit = row.getString("unit");
        return new EventRow(
                row.getLong("id"),
                words.minute(Holding.instant(row, "at")),
                SecurityLog.Kind.of(row.getString("kind")).title(),
                row.getString("account"),
                unit.isBlank() || unit.equals("-") ? "" : units.shortName(new UnitId(unit)),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("address"));
    }

    private static Pager pager(
            List<EventRow> rows, String kind, String account, @Nullable LocalDate from, @Nullable LocalDate until) {
        var next = rows.size() <= PAGE
                ? null
                : "/security-log?kind=" + encoded(kind) + "&account=" + encoded(account) + "&from="
                        + (from == null ? "" : from) + "&until=" + (until == null ? "" : until) + "&before="
                        + rows.get(PAGE - 1).id();
        return new Pager(null, next, rows.isEmpty() ? "没有记录" : "每页 " + PAGE + " 条，由新到旧");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
