package cn.daxietong.organization;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The area tree with its history: renamed and merged areas stay, closed on their day, and say what became of them. */
@Service
public class Areas {
    private final Reading reading;
    private final Writing writing;
    private final ApplicationEventPublisher events;

    /** Takes the units so that the notice is loaded before the first question. */
    Areas(Reading reading, Writing writing, ApplicationEventPublisher events, @SuppressWarnings("unused") Units units) {
        this.reading = reading;
        this.writing = writing;
        this.events = events;
    }

    /** The tree's rows that stand on that day, parents before children. */
    public List<Area> on(LocalDate day) {
        return history().stream()
                .filter(area -> (area.validFrom() == null || !day.isBefore(area.validFrom()))
                        && (area.validTo() == null || day.isBefore(area.validTo())))
                .toList();
    }

    public Optional<Area> find(String code, LocalDate day) {
        return on(day).stream().filter(area -> area.code().equals(code)).findFirst();
    }

    List<Area> history() {
        return reading.open(db -> db.sql("""
                                select code, name, parent, level, valid_from, valid_to, renamed_to, merged_into
                                  from organization.area order by code, valid_from nulls first
                                """)
                .query((row, n) -> new Area(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("parent"),
                        row.getInt("level"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("renamed_to"),
                        row.getString("merged_into")))
                .list());
    }

    void rename(String code, String name, LocalDate from, Viewer viewer) {
        if (name.isBlank() || name.strip().length() > 60) {
            throw Refusal.invalid(List.of(new Fault("name", "length", "名称须为 1 至 60 字。")));
        }
        requireDay(from);
        change(code, viewer, "更名为" + name, db -> {
            close(db, code, from, name, null);
            db.sql("""
                            insert into organization.area (code, name, parent, level, valid_from)
                            select code, :name, parent, level, :from from organization.area
                             where code = :code and valid_to = :from
                            """)
                    .param("name", name)
                    .param("from", from)
                    .param("code", code)
                    .update();
        });
    }

    void merge(String code, String into, LocalDate from, Viewer viewer) {
        requireDay(from);
        if (code.equals(into) || find(into, from).isEmpty()) {
            throw Refusal.invalid(List.of(new Fault("into", "unknown", "请选择另一个现行的行政区划。")));
        }
        change(code, viewer, "并入" + into, db -> close(db, code, from, null, into));
    }

    private static void requireDay(LocalDate day) {
        if (day.getYear() < 1949 || day.getYear() > 2200) {
            throw Refusal.invalid(List.of(new Fault("day", "range", "请填写有效的日期。")));
        }
    }

    private void change(String code, Viewer viewer, String what, Consumer<JdbcClient> work) {
        if (viewer.post() != Post.SYSTEM_ADMIN) {
            throw Refusal.forbidden("行政区划由系统管理员维护。");
        }
        writing.run(db -> {
            work.accept(db);
            events.publishEvent(new OrganizationChanged(viewer, viewer.unit(), "行政区划" + code + what));
        });
    }

    private static void close(
            JdbcClient db, String code, LocalDate from, @Nullable String renamedTo, @Nullable String mergedInto) {
        var closed = db.sql("""
                        update organization.area set valid_to = :from, renamed_to = :renamed, merged_into = :merged
                         where code = :code and valid_to is null and (valid_from is null or valid_from < :from)
                        """)
                .param("from", from)
                .param("renamed", renamedTo, Types.VARCHAR)
                .param("merged", mergedInto, Types.VARCHAR)
                .param("code", code)
                .update();
        if (closed != 1) {
            throw new Refusal(Refusal.Kind.CONFLICT, "area_not_open", "不能变更", "该区划已变更或撤并，或者变更日期早于上一次变更。");
        }
    }
}
