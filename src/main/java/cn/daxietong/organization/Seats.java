package cn.daxietong.organization;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** A unit's working bodies, seats and who sits in them, with dates. */
@Service
class Seats {
    private final Reading reading;
    private final Writing writing;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Seats(Reading reading, Writing writing, Units units, ApplicationEventPublisher events, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    List<WorkingBody> bodies(UnitId unit) {
        return reading.open(db -> db.sql("""
                                select id, name, document_no, founded_on, dissolved_on, note
                                  from organization.working_body where unit = ? order by founded_on desc, id desc
                                """)
                .param(unit.value())
                .query((row, n) -> new WorkingBody(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("document_no"),
                        row.getObject("founded_on", LocalDate.class),
                        row.getObject("dissolved_on", LocalDate.class),
                        row.getString("note")))
                .list());
    }

    /** Seats that exist today, each with everybody who ever sat there, the present one first. */
    List<SeatRow> of(UnitId unit) {
        return reading.open(db -> rows(db, unit));
    }

    /** As they stand in the transaction under way. */
    private List<SeatRow> current(UnitId unit) {
        return writing.inTransaction(db -> rows(db, unit));
    }

    private List<SeatRow> rows(JdbcClient db, UnitId unit) {
        var seats = new LinkedHashMap<Long, SeatRow>();
        var holders = new LinkedHashMap<Long, List<HolderRow>>();
        db.sql("""
                                select s.id, s.body, s.title, s.origin, h.id as holder, h.name, h.phone, h.valid_from, h.valid_to
                                  from organization.seat s left join organization.holder h on h.seat = s.id
                                 where s.unit = ? and (s.abolished_on is null or s.abolished_on > ?)
                                 order by s.id, h.valid_to desc nulls first, h.valid_from desc
                                """)
                .params(unit.value(), LocalDate.now(clock))
                .query((row, n) -> {
                    long id = row.getLong("id");
                    seats.putIfAbsent(
                            id,
                            new SeatRow(
                                    id,
                                    row.getObject("body", Long.class),
                                    row.getString("title"),
                                    row.getString("origin"),
                                    List.of()));
                    var sitting = holders.computeIfAbsent(id, seat -> new ArrayList<>());
                    if (row.getObject("holder") != null) {
                        sitting.add(new HolderRow(
                                row.getLong("holder"),
                                row.getString("name"),
                                row.getString("phone"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class)));
                    }
                    return n;
                })
                .list();
        return seats.values().stream()
                .map(seat -> new SeatRow(
                        seat.id(),
                        seat.body(),
                        seat.title(),
                        seat.origin(),
                        holders.getOrDefault(seat.id(), List.of())))
                .toList();
    }

    /** A township's own 领导小组: with its 组长 and 成员 seats at once, since it is nothing without them. */
    long found(UnitId unit, String name, String documentNo, LocalDate foundedOn, String note, Viewer viewer) {
        var faults = new ArrayList<Fault>();
        if (name.strip().length() < 2 || name.strip().length() > 80) {
            faults.add(new Fault("name", "length", "机构名称须为 2 至 80 字。"));
        }
        if (documentNo.isBlank() || documentNo.strip().length() > 80) {
            faults.add(new Fault("document_no", "required", "请填写成立文件的文号，80 字以内。"));
        }
        if (foundedOn.isAfter(LocalDate.now(clock)) || foundedOn.isBefore(LocalDate.of(1949, 10, 1))) {
            faults.add(new Fault("founded_on", "range", "成立日期不能晚于今天。"));
        }
        if (note.length() > 500) {
            faults.add(new Fault("note", "length", "备注最多 500 字。"));
        }
        refuse(faults);
        return change(viewer, unit, "成立“" + name.strip() + "”（" + documentNo.strip() + "）", db -> {
            long body = db.sql("""
                            insert into organization.working_body (unit, name, document_no, founded_on, note)
                            values (?, ?, ?, ?, ?) returning id
                            """)
                    .params(unit.value(), name.strip(), documentNo.strip(), foundedOn, note.strip())
                    .query(Long.class)
                    .single();
            for (var title : List.of("组长", "副组长", "成员")) {
                insertSeat(db, unit, body, title);
            }
            return body;
        });
    }

    void dissolve(UnitId unit, long body, LocalDate on, Viewer viewer) {
        change(viewer, unit, "撤销工作机构", db -> {
            int closed = db.sql("""
                            update organization.working_body set dissolved_on = :on
                             where id = :id and unit = :unit and dissolved_on is null and founded_on <= :on
                            """)
                    .param("on", on)
                    .param("id", body)
                    .param("unit", unit.value())
                    .update();
            return closed == 1 ? closed : notFound();
        });
    }

    long add(UnitId unit, @Nullable Long body, String title, Viewer viewer) {
        if (title.isBlank() || title.strip().length() > 60) {
            throw Refusal.invalid(List.of(new Fault("title", "length", "职务名称须为 1 至 60 字。")));
        }
        if (body != null && bodies(unit).stream().noneMatch(known -> known.id() == body)) {
            throw Refusal.notFound();
        }
        if (current(unit).stream()
                .anyMatch(seat -> seat.title().equals(title.strip()) && Objects.equals(seat.body(), body))) {
            throw Refusal.invalid(List.of(new Fault("title", "taken", "已有“" + title.strip() + "”这个职务。")));
        }
        return change(viewer, unit, "设“" + title.strip() + "”", db -> insertSeat(db, unit, body, title.strip()));
    }

    void appoint(UnitId unit, long seat, String name, String phone, LocalDate from, Viewer viewer) {
        var faults = new ArrayList<Fault>();
        if (name.isBlank() || name.strip().length() > 60) {
            faults.add(new Fault("name", "length", "姓名须为 1 至 60 字。"));
        }
        if (!phone.strip().matches("[0-9+() -]{0,40}")) {
            faults.add(new Fault("phone", "format", "电话只能是数字、空格和短横，最多 40 位。"));
        }
        if (from.isBefore(LocalDate.of(1949, 10, 1))
                || from.isAfter(LocalDate.now(clock).plusYears(1))) {
            faults.add(new Fault("from", "range", "任职日期须在 1949 年 10 月 1 日之后、一年以内。"));
        }
        var here = current(unit).stream()
                .filter(known -> known.id() == seat)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (here.holders().stream()
                .anyMatch(holder -> holder.lastDay() == null && holder.name().equals(name.strip()))) {
            faults.add(new Fault("name", "taken", name.strip() + "已在任“" + here.title() + "”。"));
        }
        refuse(faults);
        change(viewer, unit, name.strip() + "任“" + here.title() + "”", db -> db.sql(
                        "insert into organization.holder (seat, name, phone, valid_from) values (?, ?, ?, ?)")
                .params(seat, name.strip(), phone.strip(), from)
                .update());
    }

    void leave(UnitId unit, long holder, LocalDate lastDay, Viewer viewer) {
        var known = current(unit).stream()
                .flatMap(seat -> seat.holders().stream())
                .filter(row -> row.id() == holder && row.lastDay() == null)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (lastDay.isBefore(known.from())) {
            throw Refusal.invalid(List.of(new Fault("last_day", "order", "离任日期不能早于任职日期。")));
        }
        change(viewer, unit, known.name() + "离任", db -> db.sql(
                        "update organization.holder set valid_to = ? where id = ?")
                .params(lastDay, holder)
                .update());
    }

    /** Finds a seat by its words, as an import names it; the body's name may be empty. */
    Optional<SeatRow> find(UnitId unit, String bodyName, String title) {
        Map<Long, String> names = new LinkedHashMap<>();
        bodies(unit).forEach(body -> names.put(body.id(), body.name()));
        return current(unit).stream()
                .filter(seat -> seat.title().equals(title))
                .filter(seat -> bodyName.equals(seat.body() == null ? "" : names.getOrDefault(seat.body(), "")))
                .findFirst();
    }

    private <T> T change(Viewer viewer, UnitId unit, String what, Function<JdbcClient, T> work) {
        UnitAdministration.requireEdit(viewer, unit);
        var name = units.find(unit).orElseThrow(Refusal::notFound).shortName();
        return writing.inTransaction(db -> {
            var result = work.apply(db);
            events.publishEvent(new OrganizationChanged(viewer, unit, name + what));
            return result;
        });
    }

    private static long insertSeat(JdbcClient db, UnitId unit, @Nullable Long body, String title) {
        return db.sql("insert into organization.seat (unit, body, title) values (:unit, :body, :title) returning id")
                .param("unit", unit.value())
                .param("body", body, Types.BIGINT)
                .param("title", title)
                .query(Long.class)
                .single();
    }

    private static int notFound() {
        throw Refusal.notFound();
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
