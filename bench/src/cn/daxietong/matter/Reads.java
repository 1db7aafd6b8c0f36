package cn.daxietong.matter;

import cn.daxietong.bench.Timings;
import cn.daxietong.database.Raw;
import cn.daxietong.shared.Viewer;
import cn.daxietong.worklist.TodoPages;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** Lists, worklists and the matter page, for the smallest and the largest unit. */
final class Reads {
    private static final String LIST = """
            select matter_id, kind, number, title, status, owner_unit, commodity, due_at, created_at, updated_at from matter.inbox
             where unit_id = ? order by updated_at desc, matter_id desc limit 51
            """;
    private static final String MATTER = """
            select m.kind, m.snapshot, m.head, k.wrapped from matter.matter m left join matter.key k on k.matter_id = m.id where m.id = ?
            """;
    private static final String TRACE =
            "insert into matter.reading (matter_id, at, account, unit_id, purpose) values (?, now(), 'bench', 'U12', 'bench')";
    private static final String TIMELINE =
            "select stream, version, at, event, actor, unit, body, suite, previous, hash from ledger.entry where stream = ? order by version";
    private static final int WARM_UP = 400;

    private final ApplicationContext platform;
    private final int rounds;
    private final Connection raw;

    private Reads(ApplicationContext platform, int rounds, Connection raw) {
        this.platform = platform;
        this.rounds = rounds;
        this.raw = raw;
    }

    static void measure(ApplicationContext platform, int rounds) throws Exception {
        try (var owner = Raw.owner(platform);
                var raw = Raw.reader(platform)) {
            raw.setAutoCommit(false);
            var reads = new Reads(platform, rounds, raw);
            for (var unit : largestAndSmallest(owner, "matter.inbox")) {
                reads.list(unit);
            }
            for (var unit : largestAndSmallest(owner, "matter.todo")) {
                reads.worklist(unit);
            }
            reads.matter(owner);
        }
    }

    private static List<String> largestAndSmallest(Connection owner, String table) throws SQLException {
        var units = Plain.texts(
                owner, "select unit_id || '=' || count(*) from " + table + " group by unit_id order by count(*) desc");
        return List.of(units.getFirst(), units.getLast());
    }

    private void list(String unit) throws Exception {
        var inboxes = platform.getBean(Inboxes.class);
        var viewer = viewer(unit);
        Timings.print(
                "list page, unit " + unit + " rows",
                Timings.interleaved(
                        WARM_UP,
                        rounds,
                        () -> inboxes.page(viewer, Filter.NONE, null, 50),
                        () -> Plain.read(raw, viewer, LIST, viewer.unit().value())));
    }

    private void worklist(String unit) throws Exception {
        var todos = new TodoPages(platform);
        var viewer = viewer(unit);
        var sql = todos.sql(viewer);
        Timings.print(
                "worklist page, unit " + unit + " rows",
                Timings.interleaved(
                        WARM_UP,
                        rounds,
                        () -> todos.rows(viewer),
                        () -> Plain.read(raw, viewer, sql, todos.parameters(viewer))));
    }

    private void matter(Connection owner) throws Exception {
        var matters = platform.getBean(Matters.class);
        var viewer = Measure.viewer("U12");
        var ids = Plain.ids(
                owner,
                "select matter_id from matter.inbox where unit_id = 'U12' order by md5(matter_id::text) limit 2000");
        var next = new AtomicInteger();
        try (var writer = Raw.writer(platform)) {
            writer.setAutoCommit(false);
            Timings.print(
                    "matter page with timeline and trace",
                    Timings.interleaved(
                            WARM_UP,
                            rounds,
                            () -> matters.history(
                                    viewer, matters.see(viewer, ids.get(next.get() % ids.size()), "bench")),
                            () -> {
                                var id = ids.get(next.getAndIncrement() % ids.size());
                                Plain.read(raw, viewer, MATTER, id);
                                Plain.update(writer, "set local synchronous_commit = off");
                                Plain.update(writer, TRACE, id);
                                writer.commit();
                                Plain.read(raw, viewer, TIMELINE, id);
                            }));
        }
    }

    private static Viewer viewer(String unitAndSize) {
        return Measure.viewer(unitAndSize.split("=")[0]);
    }
}
