package cn.daxietong.oversight;

import cn.daxietong.bench.Timings;
import cn.daxietong.database.BenchServer;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;

/** The radar's pages over as many lines as a folder is filled with, beside the same statement as its owner, without row-level security. */
public final class RadarBench {
    private static final int WARM_UP = 50;
    private static final int PAGE = 20;
    private static final String FILL = """
            insert into oversight.radar (matter_id, ground, overseer, opens, kind, number, title, unit_id, article, since, due_at)
            select gen_random_uuid(), (array['not_transferred','filing_refused','review_overdue','not_returned','no_reply'])[1 + n % 5],
                   'U05', gen_random_uuid(), 'case', '鹿打私案〔2026〕' || n || '号', '压测案件' || n, 'U' || lpad((8 + n % 10)::text, 2, '0'),
                   '310.3', now() - n * interval '1 minute' + interval '1 day', case when n % 3 = 0 then now() + n * interval '1 second' end
              from generate_series(1, ?) n
            """;
    private static final String PLAIN = """
            select matter_id, ground, opens, kind, number, title, unit_id, article, since, due_at
              from oversight.radar where overseer = 'U05' and since <= now()
             order by since desc, matter_id desc, ground desc limit 21
            """;

    private RadarBench() {}

    /** @param args a folder of its own, how many lines, how many rounds */
    public static void main(String[] args) throws Exception {
        var lines = Integer.parseInt(args[1]);
        var rounds = Integer.parseInt(args[2]);
        try (var server = BenchServer.on(Path.of(args[0]));
                var owner = server.superuser()) {
            fill(owner, lines);
            var radar = new Radar(server.reading(), server.writing(), Clock.system(ZoneId.of("Asia/Shanghai")));
            var viewer = Viewer.of(new AccountId("bench"), RadarTable.PROCURATORATE, Post.HANDLER, "bench");
            for (var filter : new RadarFilter[] {
                RadarFilter.of(null, null, null),
                RadarFilter.of("review_overdue", null, "oldest"),
                RadarFilter.of("review_overdue", "U12", "due"),
                RadarFilter.of(null, "U12", "due")
            }) {
                var deep = deep(radar, viewer, filter);
                Timings.print(
                        "radar page " + filter.query() + " of " + lines,
                        Timings.interleaved(
                                WARM_UP, rounds, () -> radar.page(viewer, filter, null, PAGE), () -> plain(owner)));
                Timings.print(
                        "radar page far down " + filter.query(),
                        Timings.interleaved(
                                WARM_UP, rounds, () -> radar.page(viewer, filter, deep, PAGE), () -> plain(owner)));
                Timings.print(
                        "radar count " + filter.query(),
                        Timings.interleaved(WARM_UP, rounds, () -> radar.count(viewer, filter), () -> plain(owner)));
            }
        }
    }

    private static String deep(Radar radar, Viewer viewer, RadarFilter filter) {
        String cursor = null;
        for (int i = 0; i < 50; i++) {
            var next = radar.page(viewer, filter, cursor, 200).next();
            if (next == null) {
                break;
            }
            cursor = next;
        }
        return cursor;
    }

    private static void fill(Connection owner, int lines) throws SQLException {
        owner.setAutoCommit(true);
        try (var statement = owner.createStatement()) {
            statement.execute("truncate oversight.radar");
        }
        try (var fill = owner.prepareStatement(FILL)) {
            fill.setInt(1, lines);
            fill.executeUpdate();
        }
        try (var statement = owner.createStatement()) {
            statement.execute("analyze oversight.radar");
        }
    }

    private static void plain(Connection owner) throws SQLException {
        try (var statement = owner.prepareStatement(PLAIN);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getString(6);
            }
        }
    }
}
