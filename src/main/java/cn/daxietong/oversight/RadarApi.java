package cn.daxietong.oversight;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.PageSize;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The radar over HTTP, for the procuratorate's own system. */
@RestController
class RadarApi {
    private static final int USUAL = 50;

    private final Radar radar;
    private final Clock clock;

    RadarApi(Radar radar, Clock clock) {
        this.radar = radar;
        this.clock = clock;
    }

    /** A list's answer. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RadarView(List<RadarItem> items, @Nullable String next, int totalEstimate) {}

    /** @param matter what can be looked at for it */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RadarItem(
            String ground,
            String groundTitle,
            String matter,
            String kind,
            String number,
            String title,
            String unit,
            OffsetDateTime since,
            @Nullable OffsetDateTime dueAt,
            String law) {}

    @GetMapping("/api/v1/oversight/radar")
    RadarView list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String ground,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Radar.check(viewer);
        var filter = RadarFilter.of(ground, unit, sort);
        var page = radar.page(viewer, filter, cursor, PageSize.of(limit, USUAL));
        radar.looked(viewer, "api", filter, page.items().size());
        return new RadarView(page.items().stream().map(this::item).toList(), page.next(), radar.count(viewer, filter));
    }

    private RadarItem item(RadarRow row) {
        var due = row.dueAt();
        return new RadarItem(
                row.ground().code(),
                row.ground().title(),
                row.opens().toString(),
                row.kind(),
                row.number(),
                row.title(),
                row.unit().value(),
                local(row.since()),
                due == null ? null : local(due),
                row.article());
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(clock.getZone()).toOffsetDateTime();
    }
}
