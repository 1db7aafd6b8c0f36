package cn.daxietong.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A migrated, otherwise empty database of one's own, with the doors into it. JUnit tests get it by {@link DatabaseTest}; a jqwik property calls
 * {@link #fresh()} itself and closes it.
 */
public final class TestDatabase implements AutoCloseable {
    private final Login owner;
    private final Pools pools;
    private final Writing writing;

    private TestDatabase(Login owner) {
        this.owner = owner;
        this.pools = Pools.of(Migration.of(owner), 4, 4);
        this.writing = new Writing(
                JdbcClient.create(pools.writer()), new TransactionTemplate(new JdbcTransactionManager(pools.writer())));
    }

    public static TestDatabase fresh() {
        return new TestDatabase(TestServer.INSTANCE.create());
    }

    public Reading reading() {
        return pools.reading();
    }

    public Writing writing() {
        return writing;
    }

    /** The writing role's pool as the application has it. */
    public DataSource writerDataSource() {
        return pools.writer();
    }

    /** Runs as the owner of all tables: to arrange what no role may, and to look behind row-level security. */
    public <T> T asOwner(Function<JdbcClient, T> work) {
        return work.apply(JdbcClient.create(new DriverManagerDataSource(owner.url(), owner.user(), owner.password())));
    }

    /** Work on the owner's own connection, such as COPY, in transactions that it commits itself. */
    public void loaded(OwnersWork work) throws SQLException, IOException {
        try (var connection = owner.connect()) {
            connection.setAutoCommit(false);
            work.on(connection);
        }
    }

    /** What {@link #loaded} runs. */
    @FunctionalInterface
    public interface OwnersWork {
        void on(Connection owner) throws SQLException, IOException;
    }

    HikariDataSource readerPool() {
        return pools.reader();
    }

    @Override
    public void close() {
        pools.close();
        TestServer.INSTANCE.drop(name(owner));
    }

    /** What an application needs to know to start on a fresh database. */
    static Map<String, Object> propertiesOfAFreshOne() {
        var login = TestServer.INSTANCE.create();
        return Map.of(
                "spring.datasource.url",
                login.url(),
                "spring.datasource.username",
                login.user(),
                "spring.datasource.password",
                login.password(),
                "daxietong.database.readers",
                4,
                "daxietong.database.writers",
                4,
                "daxietong.demo",
                false,
                "daxietong.timers",
                false,
                "daxietong.data",
                Path.of("target/test-data", name(login)).toAbsolutePath().toString());
    }

    private static String name(Login login) {
        return login.url().replaceFirst("^.*/", "").replaceFirst("\\?.*$", "");
    }
}
