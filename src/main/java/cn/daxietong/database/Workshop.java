package cn.daxietong.database;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for writing without the platform, for commands that mend rows while it stands still. */
public final class Workshop implements AutoCloseable {
    private final DatabaseServer server;
    private final Pools pools;

    private Workshop(DatabaseServer server, Pools pools) {
        this.server = server;
        this.pools = pools;
    }

    /**
     * On the external database where the environment names one, else on that under this data folder.
     *
     * @throws IllegalStateException in Chinese, where there is no database or a platform is running on it
     */
    public static Workshop of(Path data) {
        try {
            var server = server(data);
            try {
                return new Workshop(server, Pools.of(Migration.of(server.owner()), 1, 2));
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (CannotStart e) {
            throw new IllegalStateException(e.getMessage() + e.remedy(), e);
        }
    }

    private static DatabaseServer server(Path data) {
        var external = Login.ofEnvironment();
        if (external.isPresent()) {
            return new ExternalServer(external.get());
        }
        var home = data.resolve("postgres").toAbsolutePath().normalize();
        if (!Files.exists(home.resolve(Binaries.MAJOR).resolve("PG_VERSION"))) {
            throw new IllegalStateException("目录 " + home.getParent() + " 里没有本平台的数据库。");
        }
        return EmbeddedServer.start(home, EmbeddedServer.Durability.DURABLE);
    }

    public Writing writing() {
        return new Writing(
                JdbcClient.create(pools.writer()), new TransactionTemplate(new JdbcTransactionManager(pools.writer())));
    }

    @Override
    public void close() {
        pools.close();
        server.close();
    }
}
