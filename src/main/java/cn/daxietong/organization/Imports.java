package cn.daxietong.organization;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Takes a sheet row by row: each that is right is taken, each that is not is listed with everything wrong with it. */
@Service
class Imports {
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private final UnitAdministration administration;
    private final Seats seats;
    private final Reading reading;
    private final Writing writing;
    private final Clock clock;

    Imports(UnitAdministration administration, Seats seats, Reading reading, Writing writing, Clock clock) {
        this.administration = administration;
        this.seats = seats;
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
    }

    ImportBatch take(ImportKind kind, List<ImportRow> rows, Viewer viewer) {
        var failed = new ArrayList<ImportRow>();
        for (var row : rows) {
            try {
                switch (kind) {
                    case UNITS -> unit(row.cells(), viewer);
                    case HOLDERS -> holder(row.cells(), viewer);
                }
            } catch (Refusal refusal) {
                failed.add(new ImportRow(row.line(), row.cells(), reason(refusal)));
            }
        }
        var batch = new ImportBatch(UUID.randomUUID(), kind, rows.size(), failed);
        keep(batch, viewer);
        return batch;
    }

    /** Once more what failed, for instance after a missing unit has been added. */
    ImportBatch retry(UUID id, Viewer viewer) {
        var batch = find(id, viewer);
        return take(batch.kind(), batch.failed(), viewer);
    }

    ImportBatch find(UUID id, Viewer viewer) {
        return reading.as(
                viewer, db -> db.sql("select id, kind, total, failed from organization.import_batch where id = ?")
                        .param(id)
                        .query((row, n) -> new ImportBatch(
                                row.getObject("id", UUID.class),
                                ImportKind.of(row.getString("kind")),
                                row.getInt("total"),
                                Arrays.asList(Json.MAPPER.readValue(row.getString("failed"), ImportRow[].class))))
                        .optional()
                        .orElseThrow(Refusal::notFound));
    }

    private void unit(List<String> cells, Viewer viewer) {
        administration.add(
                new UnitAdministration.NewUnit(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        kind(cells.get(3)),
                        cells.get(4),
                        cells.get(5),
                        day(cells.get(6), "起始日期")),
                viewer);
    }

    private void holder(List<String> cells, Viewer viewer) {
        if (cells.get(0).isBlank() || cells.get(0).length() > 40) {
            throw fault("unit", "请填写单位代码。");
        }
        var unit = new UnitId(cells.get(0));
        var from = day(cells.get(5), "任职日期");
        // The seat and its holder stand or fall together.
        writing.run(db -> {
            long seat = seats.find(unit, cells.get(1), cells.get(2))
                    .map(SeatRow::id)
                    .orElseGet(() -> {
                        var body = seats.bodies(unit).stream()
                                .filter(known -> known.name().equals(cells.get(1)))
                                .findFirst();
                        if (body.isEmpty() && !cells.get(1).isEmpty()) {
                            throw fault("body", "没有名为“" + cells.get(1) + "”的工作机构，请先在单位页面登记。");
                        }
                        return seats.add(unit, body.map(WorkingBody::id).orElse(null), cells.get(2), viewer);
                    });
            seats.appoint(unit, seat, cells.get(3), cells.get(4), from, viewer);
        });
    }

    private static UnitKind kind(String title) {
        return Arrays.stream(UnitKind.values())
                .filter(kind -> kind.title().equals(title) || kind.code().equals(title))
                .findFirst()
                .orElseThrow(() -> fault(
                        "kind",
                        "类别须为："
                                + Arrays.stream(UnitKind.values())
                                        .map(UnitKind::title)
                                        .collect(Collectors.joining("、")) + "。"));
    }

    private static LocalDate day(String text, String column) {
        var found = DAY.matcher(text);
        try {
            if (found.matches()) {
                return LocalDate.of(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)));
            }
        } catch (DateTimeException e) {
            throw fault("day", column + "“" + text + "”不是有效的日期。");
        }
        throw fault("day", column + "须写成 2026-11-24 的样子。");
    }

    private void keep(ImportBatch batch, Viewer viewer) {
        writing.run(db -> db.sql("""
                        insert into organization.import_batch (id, kind, unit, account, at, total, failed)
                        values (?, ?, ?, ?, ?, ?, cast(? as jsonb))
                        """)
                .params(
                        batch.id(),
                        batch.kind().code(),
                        viewer.unit().value(),
                        viewer.account().value(),
                        OffsetDateTime.now(clock),
                        batch.total(),
                        Json.MAPPER.writeValueAsString(batch.failed()))
                .update());
    }

    private static String reason(Refusal refusal) {
        return refusal.faults().isEmpty()
                ? refusal.detail()
                : refusal.faults().stream().map(Fault::message).collect(Collectors.joining(""));
    }

    private static Refusal fault(String field, String message) {
        return Refusal.invalid(List.of(new Fault(field, "invalid", message)));
    }
}
