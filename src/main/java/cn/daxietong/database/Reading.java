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
    private final ThreadLocal<Eyes> looking = ThreadLocal.withInitial(() -> Eyes.NOBODY);

    Reading(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** Runs the query in one read-only transaction that sees what this viewer may see. */
    public <T> T as(Viewer viewer, Function<JdbcClient, T> query) {
        return with(Eyes.of(viewer), query);
    }

    /** Reads what is open to everyone who works here: units, articles, calendars. Sees no matter. */
    public <T> T open(Function<JdbcClient, T> query) {
        return with(Eyes.NOBODY, query);
    }

    @SuppressWarnings("NullAway") // a query may find nothing; its callers say so by Optional
    private <T> T with(Eyes eyes, Function<JdbcClient, T> query) {
        return transaction.execute(status -> {
            var outer = status.isNewTransaction() ? Eyes.NOBODY : looking.get();
            if (eyes.equals(outer)) {
                return through(eyes, outer, query);
            }
            eyes.lookThrough(db);
            try {
                return through(eyes, outer, query);
            } finally {
                // Gives the outer query its own eyes back, or it would go on with those of the inner one.
                if (!status.isNewTransaction()) {
                    outer.lookThrough(db);
                }
            }
        });
    }

    /** Remembers with whose eyes this thread looks, so that a query within a query of the same viewer asks the database nothing more. */
    private <T> T through(Eyes eyes, Eyes outer, Function<JdbcClient, T> query) {
        looking.set(eyes);
        try {
            return query.apply(db);
        } finally {
            looking.set(outer);
        }
    }

    /** The settings that row-level security reads; empty ones see nothing. */
    private record Eyes(String unit, String account, String post, String administered) {
        static final Eyes NOBODY = new Eyes("", "", "", "");

        static Eyes of(Viewer viewer) {
            // Whoever administers sees nothing that hangs on a unit's matters (GB/T 22239 8.1.4), here and so
            // everywhere.
            boolean works = viewer.post().worksOnMatters();
            var unit = viewer.unit().value();
            return new Eyes(
                    works ? unit : "", viewer.account().value(), viewer.post().code(), works ? "" : unit);
        }

        /** Local to the transaction, so that no setting survives on the pooled connection for the next borrower. */
        void lookThrough(JdbcClient db) {
            db.sql("""
                            select set_config('app.unit', ?, true), set_config('app.account', ?, true), set_config('app.post', ?, true),
                                   set_config('app.administered_unit', ?, true)
                            """)
                    .params(unit, account, post, administered)
                    .query((row, n) -> n)
                    .list();
        }
    }
}
