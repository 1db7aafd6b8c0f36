package cn.daxietong.organization;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Changes units over time: a new name begins on a day, a dissolved or merged unit ends on one, and what was before stays readable. */
@Service
class UnitAdministration {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9-]{0,39}");

    private final Writing writing;
    private final Units units;
    private final Areas areas;
    private final OpenWork work;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A unit that is to be added. */
    record NewUnit(
            String id, String name, String shortName, UnitKind kind, String clause, String areaCode, LocalDate from) {}

    UnitAdministration(
            Writing writing, Units units, Areas areas, OpenWork work, ApplicationEventPublisher events, Clock clock) {
        this.writing = writing;
        this.units = units;
        this.areas = areas;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    static boolean mayEdit(Viewer viewer, UnitId unit) {
        return viewer.post() == Post.SYSTEM_ADMIN
                || (viewer.post() == Post.UNIT_ADMIN && viewer.unit().equals(unit));
    }

    static boolean mayRestructure(Viewer viewer) {
        return viewer.post() == Post.SYSTEM_ADMIN;
    }

    static void requireEdit(Viewer viewer, UnitId unit) {
        if (!mayEdit(viewer, unit)) {
            throw Refusal.forbidden("机构信息由本单位管理员或系统管理员维护。");
        }
    }

    void rename(UnitId id, String name, String shortName, LocalDate from, Viewer viewer) {
        requireEdit(viewer, id);
        var unit = standing(id);
        var faults = new ArrayList<>(nameFaults(name, shortName));
        faults.addAll(dayFaults("from", from));
        if (units.ever().stream()
                .anyMatch(other -> !other.id().equals(id) && other.name().equals(name.strip()))) {
            faults.add(new Fault("name", "taken", "已有单位使用这个名称。"));
        }
        refuse(faults);
        change(viewer, id, "“" + unit.name() + "”自" + from + "更名为“" + name.strip() + "”", db -> {
            int closed =
                    db.sql("""
                            update organization.unit_name set valid_to = :from
                             where unit = :unit and valid_to is null and (valid_from is null or valid_from < :from)
                            """).param("from", from).param("unit", id.value()).update();
            if (closed != 1) {
                throw Refusal.invalid(List.of(new Fault("from", "order", "更名日期须晚于上一次更名的日期。")));
            }
            db.sql("insert into organization.unit_name (unit, name, short_name, valid_from) values (?, ?, ?, ?)")
                    .params(id.value(), name.strip(), shortName.strip(), from)
                    .update();
        });
    }

    void dissolve(UnitId id, LocalDate on, Viewer viewer) {
        requireRestructure(viewer);
        var left = work.of(standing(id).id());
        if (left > 0) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "unit_has_work",
                    "还有未办结的事项",
                    "该单位还有 " + left + " 件未办结的事项。请改为并入继续行使其职权的单位，事项随之转过去；或者办结、移送后再撤销。");
        }
        close(id, on, null, viewer, "自" + on + "撤销");
    }

    void merge(UnitId id, UnitId into, LocalDate on, Viewer viewer) {
        requireRestructure(viewer);
        var target = standing(into);
        if (id.equals(into)) {
            throw Refusal.invalid(List.of(new Fault("into", "same", "不能并入本单位。")));
        }
        close(id, on, into, viewer, "自" + on + "并入“" + target.name() + "”");
    }

    private void close(UnitId id, LocalDate on, @Nullable UnitId into, Viewer viewer, String what) {
        var unit = standing(id);
        refuse(dayFaults("on", on));
        if (id.equals(UnitId.OFFICE)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "office_stays", "不能撤并", "指挥部办公室承担指挥部日常工作（通知二），不能撤并。");
        }
        change(viewer, id, "“" + unit.name() + "”" + what, db -> db.sql(
                        "update organization.unit set valid_to = :on, merged_into = :into where id = :id and valid_to is null")
                .param("on", on)
                .param("into", into == null ? null : into.value(), Types.VARCHAR)
                .param("id", id.value())
                .update());
    }

    void add(NewUnit unit, Viewer viewer) {
        requireRestructure(viewer);
        var faults = new ArrayList<>(nameFaults(unit.name(), unit.shortName()));
        if (!ID.matcher(unit.id()).matches()) {
            faults.add(new Fault("id", "format", "单位代码用大写字母开头，由大写字母、数字、短横组成。"));
        } else if (units.find(new UnitId(unit.id())).isPresent()) {
            faults.add(new Fault("id", "taken", "单位代码“" + unit.id() + "”已有，代码不重复使用。"));
        }
        if (units.ever().stream()
                .anyMatch(other -> other.name().equals(unit.name().strip()))) {
            faults.add(new Fault("name", "taken", "已有名为“" + unit.name().strip() + "”的单位。"));
        }
        if (areas.find(unit.areaCode(), LocalDate.now(clock)).isEmpty()) {
            faults.add(new Fault("area", "unknown", "没有行政区划代码“" + unit.areaCode() + "”。"));
        }
        if (unit.clause().isBlank() || unit.clause().length() > 60) {
            faults.add(new Fault("clause", "required", "请填写参加平台的依据条款，60 字以内。"));
        }
        faults.addAll(dayFaults("from", unit.from()));
        refuse(faults);
        change(viewer, new UnitId(unit.id()), "新增“" + unit.name().strip() + "”", db -> {
            db.sql("insert into organization.unit (id, kind, clause, area_code, valid_from) values (?, ?, ?, ?, ?)")
                    .params(unit.id(), unit.kind().code(), unit.clause().strip(), unit.areaCode(), unit.from())
                    .update();
            db.sql("insert into organization.unit_name (unit, name, short_name, valid_from) values (?, ?, ?, ?)")
                    .params(unit.id(), unit.name().strip(), unit.shortName().strip(), unit.from())
                    .update();
        });
    }

    private void change(Viewer viewer, UnitId unit, String what, Consumer<JdbcClient> work) {
        writing.run(db -> {
            work.accept(db);
            events.publishEvent(new OrganizationChanged(viewer, unit, what));
        });
        units.refresh();
    }

    private Unit standing(UnitId id) {
        return units.find(id).filter(unit -> unit.validTo() == null).orElseThrow(Refusal::notFound);
    }

    private static List<Fault> nameFaults(String name, String shortName) {
        var faults = new ArrayList<Fault>();
        if (name.strip().length() < 2 || name.strip().length() > 80) {
            faults.add(new Fault("name", "length", "单位名称须为 2 至 80 字。"));
        }
        if (shortName.strip().length() < 2 || shortName.strip().length() > 40) {
            faults.add(new Fault("short_name", "length", "单位简称须为 2 至 40 字。"));
        }
        return faults;
    }

    /** Up to a year ahead, since a reform is known before its day. */
    private List<Fault> dayFaults(String field, LocalDate day) {
        var today = LocalDate.now(clock);
        return day.isBefore(LocalDate.of(1949, 10, 1)) || day.isAfter(today.plusYears(1))
                ? List.of(new Fault(field, "range", "日期须在 1949 年 10 月 1 日之后、一年以内。"))
                : List.of();
    }

    private static void requireRestructure(Viewer viewer) {
        if (!mayRestructure(viewer)) {
            throw Refusal.forbidden("单位的新增、撤销、合并由系统管理员办理。");
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
