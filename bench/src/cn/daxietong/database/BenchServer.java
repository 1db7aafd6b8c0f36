package cn.daxietong.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database under a data folder, run for as long as a benchmark needs it, with the logins of its three roles. */
public final class BenchServer implements AutoCloseable {
    private final EmbeddedServer server;
    private final Migration migration;

    private BenchServer(EmbeddedServer server) {
        this.server = server;
        this.migration = Migration.of(server.owner());
    }

    public static BenchServer on(Path data) {
        return new BenchServer(EmbeddedServer.start(data.resolve("postgres"), EmbeddedServer.Durability.DURABLE));
    }

    public Connection owner() throws SQLException {
        return server.owner().connect();
    }

    public Connection superuser() throws SQLException {
        return server.superuser(EmbeddedServer.DATABASE).connect();
    }

    public Connection writer() throws SQLException {
        return migration.writer().connect();
    }

    public Connection reader() throws SQLException {
        return migration.reader().connect();
    }

    public Reading reading() {
        return pools().reading();
    }

    public Writing writing() {
        var writer = pools().writer();
        return new Writing(JdbcClient.create(writer), new TransactionTemplate(new JdbcTransactionManager(writer)));
    }

    public Pools pools() {
        return Pools.of(migration, 16, 40);
    }

    /** Address, user and password for a peer that keeps its own tables beside ours. */
    public String[] ownerLogin() {
        var login = server.owner();
        return new String[] {login.url(), login.user(), login.password()};
    }

    @Override
    public void close() {
        server.close();
    }
}
