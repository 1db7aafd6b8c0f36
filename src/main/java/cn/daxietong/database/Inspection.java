package cn.daxietong.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A look at everything in a database, as its owner, without the platform and without changing a row: for checking the ledger. Joins a platform
 * that is running on the data, and otherwise starts its database for as long as the look takes.
 */
public final class Inspection implements AutoCloseable {
    private static final int LINE_OF_THE_PORT = 3;

    private final Login login;
    private final SingleConnectionDataSource connection;
    private final @Nullable EmbeddedServer server;

    private Inspection(Login login, @Nullable EmbeddedServer server) throws SQLException {
        this.server = server;
        this.login = login;
        this.connection = connection(login);
        begin(connection, "set transaction isolation level repeatable read, read only");
    }

    private static SingleConnectionDataSource connection(Login login) {
        var connection = new SingleConnectionDataSource(login.url(), login.user(), login.password(), true);
        // Binary from the first row on: a verification is one query over everything, and half its bytes are hashes.
        var asBinary = new Properties();
        asBinary.setProperty("prepareThreshold", "-1");
        connection.setConnectionProperties(asBinary);
        // One transaction, which sees one state throughout and lets large results be fetched piece by piece.
        connection.setAutoCommit(false);
        return connection;
    }

    private static void begin(SingleConnectionDataSource connection, String sql) throws SQLException {
        try (var one = connection.getConnection();
                var statement = one.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * The external database where the environment names one, else that under this data folder.
     *
     * @throws IllegalStateException with a Chinese message where there is no database to look at
     */
    public static Inspection of(Path data) {
        var external = Login.ofEnvironment();
        try {
            if (external.isPresent()) {
                return new Inspection(external.get(), null);
            }
            return embedded(data.resolve("postgres").toAbsolutePath().normalize());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("打不开数据库：" + e.getMessage(), e);
        } catch (CannotStart e) {
            throw new IllegalStateException(e.getMessage() + e.remedy(), e);
        }
    }

    public <T> T read(Function<JdbcClient, T> query) {
        return query.apply(JdbcClient.create(connection));
    }

    /** As {@link #read(Function)}, through several connections that all see the same state. */
    public <T> T read(int eyes, Function<List<JdbcClient>, T> query) {
        var others = new ArrayList<SingleConnectionDataSource>();
        try {
            var clients = new ArrayList<>(List.of(JdbcClient.create(connection)));
            var state = read(db ->
                    db.sql("select pg_export_snapshot()").query(String.class).single());
            while (clients.size() < eyes) {
                var other = connection(login);
                others.add(other);
                begin(other, "set transaction isolation level repeatable read, read only");
                begin(other, "set transaction snapshot '" + state + "'");
                clients.add(JdbcClient.create(other));
            }
            return query.apply(clients);
        } catch (SQLException e) {
            throw new IllegalStateException("打不开数据库：" + e.getMessage(), e);
        } finally {
            others.forEach(SingleConnectionDataSource::destroy);
        }
    }

    @Override
    public void close() {
        connection.destroy();
        if (server != null) {
            server.close();
        }
    }

    private static Inspection embedded(Path home) throws IOException, SQLException {
        var cluster = home.resolve(Binaries.MAJOR);
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            throw new IllegalStateException("目录 " + home.getParent() + " 里没有本平台的数据库。");
        }
        if (HomeLock.isTaken(home)) {
            var port = Files.readAllLines(cluster.resolve("postmaster.pid")).get(LINE_OF_THE_PORT);
            var password = Files.readString(home.resolve("password")).strip();
            var url = "jdbc:postgresql://127.0.0.1:" + port.strip() + "/" + EmbeddedServer.DATABASE;
            return new Inspection(new Login(url, EmbeddedServer.OWNER, password), null);
        }
        var server = EmbeddedServer.start(home, EmbeddedServer.Durability.DURABLE);
        try {
            return new Inspection(server.owner(), server);
        } catch (SQLException e) {
            server.close();
            throw e;
        }
    }
}
