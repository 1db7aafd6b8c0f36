package cn.daxietong.worklist;

import cn.daxietong.database.Writing;
import cn.daxietong.identity.Accounts;
import cn.daxietong.identity.Holder;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What people arrange about to-dos: put off, give to a colleague, mark. It never touches the duty, its clock or its due time. */
@Service
class Arranging {
    private static final int MOST_DAYS = 90;
    private static final int MOST_REASON = 200;

    private final Writing writing;
    private final Todos todos;
    private final Accounts accounts;
    private final OpenTodos open;
    private final Clock clock;

    Arranging(Writing writing, Todos todos, Accounts accounts, OpenTodos open, Clock clock) {
        this.writing = writing;
        this.todos = todos;
        this.accounts = accounts;
        this.open = open;
        this.clock = clock;
    }

    /** Puts off for the viewer alone, until the morning of that day; what is due sooner wakes a day before. */
    int snooze(Viewer viewer, List<TodoKey> keys, String until, String reason) {
        var faults = new ArrayList<Fault>();
        var today = LocalDate.now(clock);
        var day = today;
        try {
            day = LocalDate.parse(until.strip());
        } catch (DateTimeParseException e) {
            faults.add(new Fault("until", "required", "请选择再提醒的日期。"));
        }
        if (faults.isEmpty() && (!day.isAfter(today) || day.isAfter(today.plusDays(MOST_DAYS)))) {
            faults.add(new Fault("until", "range", "再提醒的日期应在明天至 " + MOST_DAYS + " 天以内。"));
        }
        if (reason.isBlank() || reason.strip().length() > MOST_REASON) {
            faults.add(new Fault("reason", "required", "请写明推迟的理由，" + MOST_REASON + " 字以内。"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        var wakes = Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
        return each(viewer, keys, (db, row) -> db.sql("""
                        insert into worklist.snooze (account, matter_id, action, until, reason, set_at) values (?, ?, ?, ?, ?, ?)
                            on conflict (account, matter_id, action) do update
                           set until = excluded.until, reason = excluded.reason, set_at = excluded.set_at
                        """)
                .params(
                        viewer.account().value(),
                        row.key().matter(),
                        row.key().action(),
                        wakes,
                        reason.strip(),
                        Timestamp.from(clock.instant()))
                .update());
    }

    int wake(Viewer viewer, List<TodoKey> keys) {
        return each(viewer, keys, (db, row) -> db.sql(
                        "delete from worklist.snooze where account = ? and matter_id = ? and action = ?")
                .params(viewer.account().value(), row.key().matter(), row.key().action())
                .update());
    }

    int star(Viewer viewer, List<TodoKey> keys) {
        return each(viewer, keys, (db, row) -> db.sql(
                        "insert into worklist.star (account, matter_id, action) values (?, ?, ?) on conflict do nothing")
                .params(viewer.account().value(), row.key().matter(), row.key().action())
                .update());
    }

    int unstar(Viewer viewer, List<TodoKey> keys) {
        return each(viewer, keys, (db, row) -> db.sql(
                        "delete from worklist.star where account = ? and matter_id = ? and action = ?")
                .params(viewer.account().value(), row.key().matter(), row.key().action())
                .update());
    }

    /** Gives into the hand of a colleague of the same unit who may do it; what needs another post than theirs stays where it is. */
    int delegate(Viewer viewer, List<TodoKey> keys, String to) {
        var colleague = colleagues(viewer).stream()
                .filter(holder -> holder.account().value().equals(to))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(List.of(new Fault("to", "required", "请选择本单位在岗的同事。"))));
        var theirs =
                todos
                        .of(Viewer.of(colleague.account(), viewer.unit(), colleague.post(), colleague.name()), keys)
                        .stream()
                        .map(TodoRow::key)
                        .toList();
        var mine = keys.stream().filter(theirs::contains).toList();
        if (mine.isEmpty() && !keys.isEmpty()) {
            throw Refusal.invalid(List.of(new Fault("to", "post", "所选待办须由其他岗位办理，不能转给" + colleague.name() + "。")));
        }
        return each(viewer, mine, (db, row) -> db.sql("""
                        insert into worklist.assignment (unit_id, matter_id, action, account, assigned_by, assigned_at) values (?, ?, ?, ?, ?, ?)
                            on conflict (unit_id, matter_id, action) do update
                           set account = excluded.account, assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at
                        """)
                .params(
                        viewer.unit().value(),
                        row.key().matter(),
                        row.key().action(),
                        colleague.account().value(),
                        viewer.account().value(),
                        Timestamp.from(clock.instant()))
                .update());
    }

    /** Back into nobody's hand. */
    int release(Viewer viewer, List<TodoKey> keys) {
        return each(viewer, keys, (db, row) -> db.sql(
                        "delete from worklist.assignment where unit_id = ? and matter_id = ? and action = ?")
                .params(viewer.unit().value(), row.key().matter(), row.key().action())
                .update());
    }

    /** Who in the unit works on matters, the viewer among them; each once, as head where they hold both posts. */
    List<Holder> colleagues(Viewer viewer) {
        var all = new LinkedHashMap<AccountId, Holder>();
        accounts.holders(viewer.unit(), Post.HEAD).forEach(h -> all.put(h.account(), h));
        accounts.holders(viewer.unit(), Post.HANDLER).forEach(h -> all.putIfAbsent(h.account(), h));
        return List.copyOf(all.values());
    }

    /** One arrangement about one to-do. */
    private interface Arrangement {
        int about(JdbcClient db, TodoRow row);
    }

    private int each(Viewer viewer, List<TodoKey> keys, Arrangement arrangement) {
        var rows = todos.of(viewer, keys);
        if (!rows.isEmpty()) {
            writing.run(db -> rows.forEach(row -> arrangement.about(db, row)));
            open.forget(viewer);
        }
        return rows.size();
    }
}
