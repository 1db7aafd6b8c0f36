package cn.daxietong.worklist;

import cn.daxietong.shared.Viewer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** The worklist's page as its controller asks for it, and the statement behind it. */
public final class TodoPages {
    private static final int PAGE = 50;

    private final Todos todos;

    public TodoPages(ApplicationContext platform) {
        this.todos = platform.getBean(Todos.class);
    }

    public int rows(Viewer viewer) {
        return todos.page(viewer, Wanted.unit(Span.ANY), null, PAGE).items().size();
    }

    /** The very statement, with question marks; a copy written here once went on measuring what the platform no longer asked. */
    public String sql(Viewer viewer) {
        return NamedParameterUtils.substituteNamedParameters(text(viewer), values(viewer));
    }

    /** Its parameters in order. */
    public Object[] parameters(Viewer viewer) {
        return NamedParameterUtils.buildValueArray(
                NamedParameterUtils.parseSqlStatement(text(viewer)), values(viewer), null);
    }

    private String text(Viewer viewer) {
        return Todos.pageOf(todos.where(viewer, Wanted.unit(Span.ANY), null), false, PAGE);
    }

    private MapSqlParameterSource values(Viewer viewer) {
        return new MapSqlParameterSource(
                todos.where(viewer, Wanted.unit(Span.ANY), null).values());
    }
}
