package cn.daxietong.database;

import cn.daxietong.shared.Viewer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for reading: a pool whose database role may only select, with row-level security on, and every transaction told who is looking.
 */
public final class Reading {
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Reading(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** Runs the query in one read-only transaction that sees what this viewer may see. */
    @SuppressWarnings("NullAway") // a query may find nothing; its callers say so by Optional
    public <T> T as(Viewer viewer, Function<JdbcClient, T> query) {
        return transaction.execute(status -> {
            // Transaction-local, so that no setting survives on the pooled connection for the next borrower.
            db.sql(
                            "select set_config('app.unit', ?, true), set_config('app.account', ?, true), set_config('app.post', ?, true)")
                    .params(
                            viewer.unit().value(),
                            viewer.account().value(),
                            viewer.post().code())
                    .query((row, n) -> n)
                    .list();
            return query.apply(db);
        });
    }

    /** Reads what is open to everyone who works here: units, articles, calendars. Sees no matter. */
    @SuppressWarnings("NullAway")
    public <T> T open(Function<JdbcClient, T> query) {
        return transaction.execute(status -> query.apply(db));
    }
}
