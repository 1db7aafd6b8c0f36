package cn.daxietong.matter;

import cn.daxietong.law.Clocks;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.PageSize;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Matters over HTTP (api.md): list, open, look, act; the same commands and queries as the pages. */
@RestController
@RequestMapping("/api/v1/matters")
class MatterApi {
    private static final int USUAL = 20;
    private static final int MOST_LOOKS = 200;

    private final Proceedings proceedings;
    private final Matters matters;
    private final Inboxes inboxes;
    private final Clocks clocks;
    private final Clock clock;
    private final Kinds kinds;

    MatterApi(Proceedings proceedings, Matters matters, Inboxes inboxes, Clocks clocks, Clock clock, Kinds kinds) {
        this.kinds = kinds;
        this.proceedings = proceedings;
        this.matters = matters;
        this.inboxes = inboxes;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** A list's answer. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ListView(List<ItemView> items, @Nullable String next, int totalEstimate) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ItemView(
            String id,
            String kind,
            String number,
            String title,
            String status,
            String statusTitle,
            String ownerUnit,
            @Nullable String commodity,
            @Nullable OffsetDateTime dueAt,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt) {}

    /** What opens a matter. */
    record Opening(@Nullable String kind, @Nullable JsonNode fields) {}

    /** What takes a step. */
    record Acting(@Nullable JsonNode fields) {}

    @GetMapping
    ListView list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String commodity,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var filter = new Filter(kind, status, unit, q, due, commodity, sort);
        var page = inboxes.page(viewer, filter, cursor, PageSize.of(limit, USUAL));
        // A first page that holds everything is its own count.
        var whole = (cursor == null || cursor.isBlank()) && page.next() == null;
        return new ListView(
                page.items().stream().map(r -> item(r)).toList(),
                page.next(),
                whole ? page.items().size() : inboxes.count(viewer, filter));
    }

    private ItemView item(InboxRow row) {
        var due = row.dueAt();
        return new ItemView(
                row.id().toString(),
                row.kind(),
                row.number(),
                row.title(),
                row.status(),
                kinds.statusTitle(row.kind(), row.status()),
                row.ownerUnit().value(),
                row.commodity(),
                due == null ? null : MatterView.local(due),
                MatterView.local(row.createdAt()),
                MatterView.local(row.updatedAt()));
    }

    @PostMapping
    ResponseEntity<MatterView> open(Viewer viewer, @RequestBody Opening opening) {
        var kind = opening.kind();
        if (kind == null || kind.isBlank()) {
            throw Refusal.invalid(List.of(new Fault("kind", "required", "请写明事项类别，如 lead（线索）、case（案件）")));
        }
        if (!kinds.knows(kind)) {
            throw Refusal.invalid(List.of(new Fault("kind", "unknown", "没有这一类事项")));
        }
        var id = proceedings.open(viewer, kind, opening.fields());
        var view = view(matters.afterStep(viewer, id));
        return ResponseEntity.created(URI.create("/api/v1/matters/" + id))
                .eTag("\"" + view.version() + "\"")
                .body(view);
    }

    @GetMapping("/{id}")
    ResponseEntity<MatterView> see(Viewer viewer, @PathVariable String id) {
        var view = view(matters.see(viewer, id(id), "api"));
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    @PostMapping("/{id}/actions/{action}")
    ResponseEntity<MatterView> act(
            Viewer viewer,
            @PathVariable String id,
            @PathVariable String action,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Acting acting) {
        proceedings.act(viewer, id(id), action, acting == null ? null : acting.fields(), version(ifMatch));
        var view = view(matters.afterStep(viewer, id(id)));
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    private MatterView view(Seen<?> seen) {
        return MatterView.of(seen, clocks, clock.instant());
    }

    @GetMapping("/{id}/timeline")
    TimelineView timeline(Viewer viewer, @PathVariable String id) {
        return new TimelineView(matters.timeline(viewer, id(id)).stream()
                .map(l -> new TimelineEntry(
                        l.version(),
                        l.event(),
                        l.title(),
                        MatterView.local(l.at()),
                        l.unit().value(),
                        l.actor(),
                        l.law(),
                        l.hash(),
                        l.acting()))
                .toList());
    }

    record TimelineView(List<TimelineEntry> items) {}

    record TimelineEntry(
            int version,
            String event,
            String title,
            OffsetDateTime at,
            String unit,
            String actor,
            String law,
            String hash,
            boolean acting) {}

    /** Who may see it, on what basis, from when until when; and who looked. */
    record AccessView(List<AccessEntry> access, List<ReadEntry> reads) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AccessEntry(
            String unit,
            String role,
            String basis,
            OffsetDateTime from,
            @Nullable OffsetDateTime until) {}

    record ReadEntry(OffsetDateTime at, String account, String unit, String purpose) {}

    @GetMapping("/{id}/access")
    AccessView access(Viewer viewer, @PathVariable String id) {
        var matter = matters.see(viewer, id(id), "access").matter();
        var entries = new ArrayList<AccessEntry>();
        for (var p : matter.participants()) {
            var until = p.until();
            entries.add(new AccessEntry(
                    p.unit().value(),
                    p.role(),
                    p.basis(),
                    MatterView.local(p.from()),
                    until == null ? null : MatterView.local(until)));
        }
        var reads = matters.looks(viewer, id(id), MOST_LOOKS).stream()
                .map(l -> new ReadEntry(
                        MatterView.local(l.at()), l.account(), l.unit().value(), l.purpose()))
                .toList();
        return new AccessView(entries, reads);
    }

    /** An id that is none is answered like one that does not exist. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        var digits = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new Refusal(
                    Refusal.Kind.MALFORMED, "if_match_malformed", "版本号有误", "If-Match 应为该事项的 version，如 \"3\"。");
        }
    }
}
