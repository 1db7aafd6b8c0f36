package cn.daxietong.ledger;

import cn.daxietong.database.Statements;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appending to the ledger and reading a stream back. There is no other verb: the database itself refuses to change or remove an entry. */
public final class Ledger {
    static final String COLUMNS = "stream, version, at, event, actor, unit, body, suite, previous, hash";

    private Ledger() {}

    /** To be sent with what the entry leads to; the primary key refuses a second entry of the same version. */
    public static void append(Statements statements, Entry entry) {
        statements.add(
                "insert into ledger.entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.stream(),
                entry.version(),
                Timestamp.from(entry.at()),
                entry.event(),
                entry.actor().value(),
                entry.unit().value(),
                entry.body(),
                entry.suite().code(),
                entry.previous(),
                entry.hash());
    }

    /** All entries of a stream that the asking role may see, oldest first. */
    public static List<Entry> stream(JdbcClient db, UUID stream) {
        return db.sql("select " + COLUMNS + " from ledger.entry where stream = ? order by version")
                .param(stream)
                .query((row, n) -> read(row))
                .list();
    }

    static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                new AccountId(row.getString(5)),
                new UnitId(row.getString(6)),
                row.getString(7),
                Suite.of(row.getString(8)),
                row.getBytes(9),
                row.getBytes(10));
    }
}
