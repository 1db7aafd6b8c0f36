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
        var eyes = Eyes.of(viewer);
        return transaction.execute(status -> {
            if (status.isNewTransaction()) {
                eyes.lookThrough(db);
                return query.apply(db);
            }
            return nested(eyes, query);
        });
    }

    /** Reads what is open to everyone who works here: units, articles, calendars. Sees no matter. */
    @SuppressWarnings("NullAway")
    public <T> T open(Function<JdbcClient, T> query) {
        return transaction.execute(status -> status.isNewTransaction() ? query.apply(db) : nested(Eyes.NOBODY, query));
    }

    /** Gives the outer query its own eyes back, or it would go on with those of the inner one. */
    private <T> T nested(Eyes eyes, Function<JdbcClient, T> query) {
        var outer = Eyes.inUse(db);
        eyes.lookThrough(db);
        try {
            return query.apply(db);
        } finally {
            outer.lookThrough(db);
        }
    }

    /** The settings that row-level security reads; empty ones see nothing. */
    private record Eyes(String unit, String account, String post) {
        static final Eyes NOBODY = new Eyes("", "", "");

        static Eyes of(Viewer viewer) {
            return new Eyes(
                    viewer.unit().value(),
                    viewer.account().value(),
                    viewer.post().code());
        }

        static Eyes inUse(JdbcClient db) {
            return db.sql("""
                            select coalesce(current_setting('app.unit', true), ''),
                                   coalesce(current_setting('app.account', true), ''),
                                   coalesce(current_setting('app.post', true), '')
                            """)
                    .query((row, n) -> new Eyes(row.getString(1), row.getString(2), row.getString(3)))
                    .single();
        }

        /** Local to the transaction, so that no setting survives on the pooled connection for the next borrower. */
        void lookThrough(JdbcClient db) {
            db.sql(
                            "select set_config('app.unit', ?, true), set_config('app.account', ?, true), set_config('app.post', ?, true)")
                    .params(unit, account, post)
                    .query((row, n) -> n)
                    .list();
        }
    }
}
