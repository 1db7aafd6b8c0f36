package cn.daxietong.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The two pools. They say within three seconds that the database is away, and find it again by themselves.
 */
record Pools(HikariDataSource reader, HikariDataSource writer) implements AutoCloseable {
    private static final long TIME_TO_SAY_IT_IS_AWAY = 3_000;
    private static final long TIME_TO_PROVE_ALIVE = 1_000;
    private static final int KEPT_READY = 2;

    static Pools of(Migration migration, int readers, int writers) {
        var reader = config("reader", migration.reader(), readers);
        reader.setReadOnly(true);
        // As options of the session and not of each query, so that nobody can forget them.
        // Planning a list under row-level security takes longer than running it, and every list is one index scan
        // whoever asks.
        reader.addDataSourceProperty(
                "options",
                "-c default_transaction_read_only=on -c statement_timeout=5s -c plan_cache_mode=force_generic_plan");
        reader.addDataSourceProperty("socketTimeout", "8");
        var writer = config("writer", migration.writer(), writers);
        writer.addDataSourceProperty("options", "-c idle_in_transaction_session_timeout=30s -c lock_timeout=10s");
        writer.addDataSourceProperty("socketTimeout", "60");
        return new Pools(new HikariDataSource(reader), new HikariDataSource(writer));
    }

    private static HikariConfig config(String name, Login login, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(KEPT_READY, size));
        config.setConnectionTimeout(TIME_TO_SAY_IT_IS_AWAY);
        config.setValidationTimeout(TIME_TO_PROVE_ALIVE);
        // The driver would otherwise bring the machine's own time zone into current_date.
        config.setConnectionInitSql("set time zone 'Asia/Shanghai'");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "daxietong-" + name);
        return config;
    }

    Reading reading() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(reader));
        transaction.setReadOnly(true);
        return new Reading(JdbcClient.create(reader), transaction);
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
