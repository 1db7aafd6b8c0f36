package cn.daxietong.casebook;

import cn.daxietong.database.Parameters;
import cn.daxietong.document.Format;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of books. */
final class BookStore {
    private static final String SELECTED = """
            select id, matter, version, unit, account, person, format, chosen, linked, ordered_at, state, step, done, total,
                   name, pages, slips, size, sha256, sm3, finished_at
              from casebook.book
            """;

    private BookStore() {}

    static void add(JdbcClient db, Book book) {
        var order = book.order();
        var chosen = order.chosen();
        db.sql("""
                        insert into casebook.book
                               (id, matter, version, unit, account, person, format, chosen, linked, ordered_at, state, seen_alive, step)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)
                        """)
                .params(Parameters.of(
                        book.id(),
                        book.matter(),
                        order.version(),
                        order.viewer().unit().value(),
                        order.viewer().account().value(),
                        order.viewer().name(),
                        order.format().code(),
                        chosen == null
                                ? null
                                : chosen.stream().map(UUID::toString).toArray(String[]::new),
                        order.chapters().toArray(UUID[]::new),
                        Timestamp.from(order.at()),
                        Timestamp.from(order.at()),
                        book.progress().step()))
                .update();
    }

    static Optional<Book> find(JdbcClient db, UUID id) {
        return db.sql(SELECTED + " where id = ?")
                .param(id)
                .query(BookStore::read)
                .optional();
    }

    /** Newest first. */
    static List<Book> of(JdbcClient db, UUID matter, int most) {
        return db.sql(SELECTED + " where matter = ? order by ordered_at desc limit ?")
                .params(matter, most)
                .query(BookStore::read)
                .list();
    }

    static int open(JdbcClient db, AccountId account) {
        return db.sql("select count(*) from casebook.book where account = ? and state in ('waiting', 'running')")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    /** Takes the oldest that waits, or whose maker has not been heard of since; one process gets it. */
    static Optional<Book> take(JdbcClient db, Instant now, Instant silent) {
        return db.sql("""
                        update casebook.book set state = 'running', seen_alive = ?
                         where id = (select id from casebook.book
                                      where state = 'waiting' or state = 'running' and seen_alive < ?
                                      order by ordered_at limit 1 for update skip locked)
                        returning id
                        """)
                .params(Timestamp.from(now), Timestamp.from(silent))
                .query(UUID.class)
                .optional()
                .flatMap(id -> find(db, id));
    }

    static void progress(JdbcClient db, UUID id, Book.Progress progress, Instant now) {
        db.sql(
                        "update casebook.book set step = ?, done = ?, total = ?, seen_alive = ? where id = ? and state = 'running'")
                .params(progress.step(), progress.done(), progress.total(), Timestamp.from(now), id)
                .update();
    }

    static void done(JdbcClient db, UUID id, Book.Made made) {
        db.sql("""
                        update casebook.book
                           set state = 'done', step = '已完成', done = total, name = ?, pages = ?, slips = ?, size = ?, sha256 = ?, sm3 = ?,
                               finished_at = ?
                         where id = ?
                        """)
                .params(
                        made.name(),
                        made.pages(),
                        made.slips(),
                        made.size(),
                        made.sha256(),
                        made.sm3(),
                        Timestamp.from(made.at()),
                        id)
                .update();
    }

    static void failed(JdbcClient db, UUID id, String why, Instant now) {
        db.sql("update casebook.book set state = 'failed', step = ?, finished_at = ? where id = ?")
                .params(why, Timestamp.from(now), id)
                .update();
    }

    private static Book read(ResultSet row, int number) throws SQLException {
        var chosen = row.getArray("chosen");
        // Asked for by a person; their post was checked then, and what they see is checked again by the unit.
        var viewer = new Viewer(
                new AccountId(row.getString("account")),
                new UnitId(row.getString("unit")),
                Post.HANDLER,
                row.getString("person"),
                false,
                Set.of());
        return new Book(
                row.getObject("id", UUID.class),
                row.getObject("matter", UUID.class),
                new Book.Order(
                        viewer,
                        row.getInt("version"),
                        Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                        chosen == null ? null : ids((String[]) chosen.getArray()),
                        List.of((UUID[]) row.getArray("linked").getArray()),
                        row.getTimestamp("ordered_at").toInstant()),
                Book.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Book.Progress(row.getString("step"), row.getInt("done"), row.getInt("total")),
                made(row));
    }

    private static Set<UUID> ids(String[] texts) {
        return java.util.Arrays.stream(texts)
                .map(UUID::fromString)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static Book.@Nullable Made made(ResultSet row) throws SQLException {
        return row.getString("name") == null
                ? null
                : new Book.Made(
                        row.getString("name"),
                        row.getInt("pages"),
                        row.getInt("slips"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getString("sm3"),
                        row.getTimestamp("finished_at").toInstant());
    }
}
