package cn.daxietong.worklist;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The filters that an account keeps under names, per unit in which it works. */
@Service
class SavedViews {
    private static final int MOST = 12;
    private static final int MOST_LETTERS = 20;

    private final Reading reading;
    private final Writing writing;
    private final Clock clock;

    SavedViews(Reading reading, Writing writing, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
    }

    /** @param kind empty for the list of all kinds */
    List<SavedView> of(Viewer viewer, String kind) {
        return reading.as(viewer, db -> db.sql("""
                        select id, name, query from worklist.saved_view
                         where account = ? and unit_id = ? and kind = ? order by created_at, id
                        """)
                .params(viewer.account().value(), viewer.unit().value(), kind)
                .query(SavedView.class)
                .list());
    }

    /** Keeps it; under a name already used, the newer filter replaces the older. */
    void save(Viewer viewer, String kind, String name, Asked asked) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > MOST_LETTERS || called.indexOf('\0') >= 0) {
            throw Refusal.invalid(List.of(new Fault("name", "size", "请给视图起个名字，" + MOST_LETTERS + " 字以内。")));
        }
        var kept = of(viewer, kind);
        if (kept.size() >= MOST && kept.stream().noneMatch(v -> v.name().equals(called))) {
            throw Refusal.invalid(List.of(new Fault("name", "too_many", "每类最多保存 " + MOST + " 个视图，请先删除不用的。")));
        }
        writing.run(db -> db.sql("""
                        insert into worklist.saved_view (id, account, unit_id, kind, name, query, created_at) values (?, ?, ?, ?, ?, ?, ?)
                            on conflict (account, unit_id, kind, name) do update set query = excluded.query
                        """)
                .params(
                        UUID.randomUUID(),
                        viewer.account().value(),
                        viewer.unit().value(),
                        kind,
                        called,
                        asked.query(),
                        Timestamp.from(clock.instant()))
                .update());
    }

    void delete(Viewer viewer, UUID id) {
        writing.run(db -> db.sql("delete from worklist.saved_view where id = ? and account = ?")
                .params(id, viewer.account().value())
                .update());
    }
}
