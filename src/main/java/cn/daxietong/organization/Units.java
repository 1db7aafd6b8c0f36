package cn.daxietong.organization;

import cn.daxietong.database.Reading;
import cn.daxietong.shared.UnitId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** All units, kept in memory: every page names some, and they change a few times a year. */
@Service
public class Units {
    // Another process of the same platform may have changed a name; half a minute late is early enough for that.
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Reading reading;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Instant.MIN, List.of());

    private record Row(Unit unit, List<UnitName> names) {
        Unit on(LocalDate day) {
            var name =
                    names.stream().filter(n -> n.borneOn(day)).findFirst().orElseGet(() -> names.get(names.size() - 1));
            return new Unit(
                    unit.id(),
                    name.name(),
                    name.shortName(),
                    unit.kind(),
                    unit.clause(),
                    unit.areaCode(),
                    unit.validFrom(),
                    unit.validTo(),
                    unit.mergedInto());
        }
    }

    private record Snapshot(Instant takenAt, List<Row> rows) {}

    /** The loader comes first, so that nobody ever sees the notice half loaded. */
    Units(Reading reading, Clock clock, NoticeLoader loader) {
        this.reading = reading;
        this.clock = clock;
        loader.load();
    }

    public Optional<Unit> find(UnitId id) {
        return rows().stream()
                .filter(row -> row.unit().id().equals(id))
                .findFirst()
                .map(row -> row.on(today()));
    }

    /** Every unit that stands today, in the notice's order. */
    public List<Unit> all() {
        return ever().stream().filter(unit -> unit.standsOn(today())).toList();
    }

    /** Dissolved and merged ones too, for what was done in their time. */
    public List<Unit> ever() {
        return rows().stream().map(row -> row.on(today())).toList();
    }

    /** The full name borne today; an unknown id reads as itself, so that a page never fails on an old row. */
    public String name(UnitId id) {
        return find(id).map(Unit::name).orElse(id.value());
    }

    public String shortName(UnitId id) {
        return find(id).map(Unit::shortName).orElse(id.value());
    }

    /** The full name as it was borne on that day: a document keeps the name of its date. */
    public String nameOn(UnitId id, LocalDate day) {
        return rows().stream()
                .filter(row -> row.unit().id().equals(id))
                .findFirst()
                .map(row -> row.on(day).name())
                .orElse(id.value());
    }

    List<UnitName> names(UnitId id) {
        return rows().stream()
                .filter(row -> row.unit().id().equals(id))
                .findFirst()
                .map(Row::names)
                .orElse(List.of());
    }

    /** Called after a change has been committed. */
    void refresh() {
        snapshot = read();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<Row> rows() {
        var current = snapshot;
        if (current.rows().isEmpty() || current.takenAt().plus(FRESH).isBefore(clock.instant())) {
            current = read();
            snapshot = current;
        }
        return current.rows();
    }

    private Snapshot read() {
        return reading.open(db -> {
            var names = new LinkedHashMap<String, List<UnitName>>();
            db.sql("select unit, name, short_name, valid_from, valid_to from organization.unit_name order by id")
                    .query((row, n) -> names.computeIfAbsent(row.getString("unit"), unit -> new ArrayList<>())
                            .add(new UnitName(
                                    row.getString("name"),
                                    row.getString("short_name"),
                                    row.getObject("valid_from", LocalDate.class),
                                    row.getObject("valid_to", LocalDate.class))))
                    .list();
            var rows = db.sql(
                            "select id, kind, clause, area_code, valid_from, valid_to, merged_into from organization.unit")
                    .query((row, n) -> {
                        var id = new UnitId(row.getString("id"));
                        var merged = row.getString("merged_into");
                        var borne = List.copyOf(names.getOrDefault(id.value(), List.of(unnamed(id))));
                        return new Row(
                                new Unit(
                                        id,
                                        id.value(),
                                        id.value(),
                                        UnitKind.ofCode(row.getString("kind")),
                                        row.getString("clause"),
                                        row.getString("area_code"),
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getObject("valid_to", LocalDate.class),
                                        merged == null ? null : new UnitId(merged)),
                                borne);
                    })
                    .list();
            var ordered = rows.stream()
                    .sorted(Comparator.comparing((Row row) -> rank(row.unit().id()))
                            .thenComparing(row -> row.unit().id()))
                    .toList();
            return new Snapshot(clock.instant(), ordered);
        });
    }

    private static UnitName unnamed(UnitId id) {
        return new UnitName(id.value(), id.value(), null, null);
    }

    /** 指挥部 and its office lead, then members, townships and the authorities outside the county, as the notice lists them. */
    private static int rank(UnitId id) {
        return Map.of("HQ", 0, "OFFICE", 1, "GOV", 2)
                .getOrDefault(
                        id.value(),
                        switch (id.value().charAt(0)) {
                            case 'U' -> 3;
                            case 'T' -> 4;
                            default -> 5;
                        });
    }
}
