package cn.daxietong.worklist;

import cn.daxietong.matter.InboxRow;
import cn.daxietong.matter.Kinds;
import cn.daxietong.organization.Commodities;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Badge;
import cn.daxietong.web.Due;
import cn.daxietong.web.Initials;
import cn.daxietong.web.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the inbox's rows into the words that lists, prints and exports share. */
@Component
class MatterLines {
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    static final String URGE = "/actions/urge";

    private final Kinds kinds;
    private final Units units;
    private final Commodities commodities;
    private final Clock clock;

    MatterLines(Kinds kinds, Units units, Commodities commodities, Clock clock) {
        this.kinds = kinds;
        this.units = units;
        this.commodities = commodities;
        this.clock = clock;
    }

    List<MatterLine> of(Viewer viewer, List<InboxRow> rows) {
        return rows.stream().map(row -> line(viewer, row)).toList();
    }

    private MatterLine line(Viewer viewer, InboxRow row) {
        var dueAt = row.dueAt();
        var due = dueAt == null ? null : Due.running(dueAt, clock);
        var late = dueAt != null && dueAt.isBefore(clock.instant());
        var path = "/matters/" + row.id();
        return new MatterLine(
                path,
                row.number(),
                kinds.kind(row.kind()).title(),
                row.title(),
                new Badge(closed(row) ? Badge.Kind.DONE : Badge.Kind.RUNNING, status(row)),
                commodity(row),
                owner(row),
                due,
                updated(row.updatedAt()),
                late && !row.ownerUnit().equals(viewer.unit()) && urged(row.kind(), row.status()) ? path + URGE : null);
    }

    /** Whether the procedure knows 催办 at this point; whether it is this unit's to do, the action itself decides. */
    boolean urged(String kind, String status) {
        var procedure = kinds.kind(kind).procedure();
        return procedure.step(procedure.status(status), "urge").isPresent();
    }

    private boolean closed(InboxRow row) {
        return kinds.kind(row.kind()).procedure().status(row.status()).closed();
    }

    String kind(InboxRow row) {
        return kinds.kind(row.kind()).title();
    }

    String status(InboxRow row) {
        return kinds.statusTitle(row.kind(), row.status());
    }

    String commodity(InboxRow row) {
        var commodity = row.commodity();
        return commodity == null ? "" : commodities.name(commodity);
    }

    String owner(InboxRow row) {
        return units.shortName(row.ownerUnit());
    }

    LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }

    /** The present moment, for a paper that will be read later. */
    String stamp() {
        return STAMP.format(LocalDateTime.now(clock));
    }

    private String updated(Instant at) {
        var then = local(at);
        return then.getYear() == LocalDateTime.now(clock).getYear() ? THIS_YEAR.format(then) : EARLIER.format(then);
    }

    /** The statuses of one kind, or of all, each word once. */
    List<Option> statuses(@Nullable String kind) {
        if (kind == null) {
            return List.of();
        }
        return kinds.kind(kind).procedure().statuses().stream()
                .map(s -> new Option(s.code(), s.title()))
                .toList();
    }

    List<Option> commodities() {
        return commodities.all().stream().map(c -> new Option(c.id(), c.name())).toList();
    }

    List<Option> units() {
        return units.all().stream()
                .map(u -> new Option(
                        u.id().value(), u.shortName(), Initials.of(u.shortName()) + " " + Initials.of(u.name())))
                .toList();
    }

    /** The words of a filter, for the head of a print or a file. */
    String words(Asked asked) {
        var words = new LinkedHashMap<String, String>();
        var filter = asked.filter();
        var kind = filter.kind();
        var status = filter.status();
        words.put("类别", kind == null ? null : kinds.kind(kind).title());
        words.put("关键词", filter.q());
        words.put("状态", kind == null || status == null ? status : title(statuses(kind), status));
        words.put("货物", title(commodities(), filter.commodity()));
        words.put("承办单位", title(units(), filter.unit()));
        words.put("到期", title(Asked.DUES, filter.due()));
        var said = words.entrySet().stream()
                .filter(e -> e.getValue() != null)
                .map(e -> e.getKey() + "：" + e.getValue())
                .toList();
        return said.isEmpty() ? "全部事项" : String.join("；", said);
    }

    private static @Nullable String title(List<Option> options, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return options.stream()
                .filter(o -> o.value().equals(value))
                .findFirst()
                .map(Option::title)
                .orElse(value);
    }
}
