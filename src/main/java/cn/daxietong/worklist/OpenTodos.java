package cn.daxietong.worklist;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.TodoCount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The number in the header of every page: counted up to a hundred, and kept for some seconds because every page asks. */
@Component
class OpenTodos implements TodoCount {
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final int MOST_KEPT = 5000;

    private final Todos todos;
    private final Clock clock;
    private final Map<Viewer, Counted> kept = new ConcurrentHashMap<>();

    OpenTodos(Todos todos, Clock clock) {
        this.todos = todos;
        this.clock = clock;
    }

    private record Counted(int count, Instant at) {}

    @Override
    public int openFor(Viewer viewer) {
        if (!viewer.post().worksOnMatters()) {
            return 0;
        }
        var now = clock.instant();
        var counted = kept.get(viewer);
        if (counted != null && counted.at().plus(FRESH).isAfter(now)) {
            return counted.count();
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        var count = todos.count(viewer, Wanted.mine(Span.ANY));
        kept.put(viewer, new Counted(count, now));
        return count;
    }

    /** After the viewer has arranged something, the next page must show it. */
    void forget(Viewer viewer) {
        kept.remove(viewer);
    }
}
