package cn.daxietong.worklist;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What the viewer's unit and post were told, newest first, and which of it this account has read. */
@Service
class Notices {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    /** An older notice is no news any more, so that a new colleague does not begin with a hundred unread ones. */
    private static final Duration NEWS = Duration.ofDays(30);

    /** Ids are given before commit; up to this age one with a smaller id may still arrive, and must not count as read. */
    private static final Duration IN_FLIGHT = Duration.ofMinutes(2);

    private static final String TOLD = """
             from matter.notice n
             left join worklist.read_notice r on r.account = :account and r.notice_id = n.id
             left join matter.inbox i on i.unit_id = n.unit_id and i.matter_id = n.matter_id
            where n.unit_id = :unit and (n.post is null or n.post = :post)
            """;
    private static final String UNREAD = """
            r.notice_id is null and n.id > greatest(
              (select u.notice_id from worklist.read_up_to u where u.account = :account and u.unit_id = :unit),
              (select o.id from matter.notice o where o.unit_id = :unit and o.at <= :news order by o.at desc, o.id desc limit 1),
              0)
            """;

    private final Reading reading;
    private final Writing writing;
    private final Clock clock;

    Notices(Reading reading, Writing writing, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
    }

    /** @param next the id below which the next page begins; 0 on the last */
    record NoticePage(List<NoticeLine> lines, long next) {}

    /** @param below only those with a smaller id; 0 for the newest */
    NoticePage page(Viewer viewer, long below, int limit) {
        if (!viewer.post().worksOnMatters()) {
            return new NoticePage(List.of(), 0);
        }
        var values = values(viewer).with("below", below > 0 ? below : Long.MAX_VALUE);
        var lines = reading.as(viewer, db -> db.sql("select n.id, n.at, n.text, i.matter_id, i.number, i.title, ("
                        + UNREAD + ")" + TOLD + " and n.id < :below order by n.id desc limit " + (limit + 1))
                .params(values.values())
                .query((row, n) -> line(row))
                .list());
        var shown = lines.size() > limit ? lines.subList(0, limit) : lines;
        return new NoticePage(
                List.copyOf(shown), lines.size() > limit ? shown.getLast().id() : 0);
    }

    /** How many unread, up to {@link Todos#COUNTED}. */
    int unread(Viewer viewer) {
        if (!viewer.post().worksOnMatters()) {
            return 0;
        }
        return reading.as(viewer, db -> db.sql("select count(*) from (select 1" + TOLD + " and " + UNREAD
                        + " order by n.id desc limit " + Todos.COUNTED + ") counted")
                .params(values(viewer).values())
                .query(Integer.class)
                .single());
    }

    void read(Viewer viewer, long id) {
        var visible = reading.as(viewer, db -> db.sql("select n.id" + TOLD + " and n.id = :id")
                .params(values(viewer).with("id", id).values())
                .query(Long.class)
                .list());
        writing.run(db -> visible.forEach(one -> db.sql(
                        "insert into worklist.read_notice (account, notice_id) values (?, ?) on conflict do nothing")
                .params(viewer.account().value(), one)
                .update()));
    }

    void readAll(Viewer viewer) {
        if (!viewer.post().worksOnMatters()) {
            return;
        }
        var settled = Timestamp.from(clock.instant().minus(IN_FLIGHT));
        var unread = reading.as(viewer, db -> db.sql("select n.id, n.at < :settled" + TOLD + " and " + UNREAD)
                .params(values(viewer).with("settled", settled).values())
                .query((row, n) -> new Unread(row.getLong(1), row.getBoolean(2)))
                .list());
        var upTo = unread.stream()
                .filter(Unread::settled)
                .mapToLong(Unread::id)
                .max()
                .orElse(0);
        writing.run(db -> {
            if (upTo > 0) {
                db.sql("""
                                insert into worklist.read_up_to (account, unit_id, notice_id) values (?, ?, ?)
                                    on conflict (account, unit_id) do update
                                   set notice_id = greatest(read_up_to.notice_id, excluded.notice_id)
                                """)
                        .params(viewer.account().value(), viewer.unit().value(), upTo)
                        .update();
            }
            db.sql(
                            "insert into worklist.read_notice (account, notice_id) select ?, unnest(?::bigint[]) on conflict do nothing")
                    .params(
                            viewer.account().value(),
                            unread.stream()
                                    .filter(u -> u.id() > upTo)
                                    .map(Unread::id)
                                    .toArray(Long[]::new))
                    .update();
        });
    }

    private record Unread(long id, boolean settled) {}

    private Conditions values(Viewer viewer) {
        return new Conditions()
                .with("account", viewer.account().value())
                .with("unit", viewer.unit().value())
                .with("post", viewer.post().code())
                .with("news", Timestamp.from(clock.instant().minus(NEWS)));
    }

    private NoticeLine line(ResultSet row) throws SQLException {
        var matter = row.getObject(4, UUID.class);
        var number = row.getString(5);
        var title = row.getString(6);
        return new NoticeLine(
                row.getLong(1),
                TIME.format(row.getTimestamp(2).toInstant().atZone(clock.getZone())),
                row.getString(3),
                matter == null ? null : "/matters/" + matter,
                number == null ? "" : number,
                title == null ? "" : title,
                row.getBoolean(7));
    }
}
