package cn.daxietong.database;

import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for writing: a pool whose database role owns nothing and may neither update nor delete the ledger. Who may write what is decided by
 * the procedure before the first statement; a query for a person never goes through here.
 */
public final class Writing {
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Writing(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** All of it or nothing of it; joins a transaction already under way. */
    @SuppressWarnings("NullAway")
    public <T> T inTransaction(Function<JdbcClient, T> work) {
        return transaction.execute(status -> work.apply(db));
    }

    /** A transaction that is nothing but these statements. */
    public void send(Consumer<Statements> adding) {
        run(client -> {
            var statements = new Statements();
            adding.accept(statements);
            statements.send(client);
        });
    }

    public void run(Consumer<JdbcClient> work) {
        inTransaction(client -> {
            work.accept(client);
            return Boolean.TRUE;
        });
    }
}
