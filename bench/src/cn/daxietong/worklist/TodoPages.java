package cn.daxietong.worklist;

import cn.daxietong.shared.Viewer;
import org.springframework.context.ApplicationContext;

/** The worklist's page as its controller asks for it. */
public final class TodoPages {
    /** The statement behind {@link Todos#page}, as the server runs it for a whole unit. */
    public static final String SQL = """
            select t.matter_id, t.place, t.kind, t.number, t.matter_title, t.action, t.title, t.due_at, t.law,
                   i.owner_unit, a.account, s.until, s.reason, m.account is not null
              from matter.todo t
              left join worklist.assignment a
                on a.unit_id = t.unit_id and a.matter_id = t.matter_id and a.action = t.action
              left join worklist.snooze s
                on s.account = ? and s.matter_id = t.matter_id and s.action = t.action
              left join worklist.star m
                on m.account = ? and m.matter_id = t.matter_id and m.action = t.action
              left join matter.inbox i
                on i.unit_id = t.unit_id and i.matter_id = t.matter_id
             where t.unit_id = ? and (t.post is null or t.post = ?)
               and (s.until is null or s.until <= ? or t.due_at <= ?)
             order by coalesce(t.due_at, 'infinity'), t.matter_id, t.place limit 51
            """;

    private final Todos todos;

    public TodoPages(ApplicationContext platform) {
        this.todos = platform.getBean(Todos.class);
    }

    public int rows(Viewer viewer) {
        return todos.page(viewer, Wanted.unit(Span.ANY), null, 50).items().size();
    }
}
