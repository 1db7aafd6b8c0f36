package cn.daxietong.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.context.ApplicationContext;

/** Connections of the same kind as the platform's own, for the same SQL through plain JDBC. */
public final class Raw {
    private Raw() {}

    public static Connection reader(ApplicationContext platform) throws SQLException {
        var connection = platform.getBean(Migration.class).reader().connect();
        try (var statement = connection.createStatement()) {
            // As the platform's own readers do; without it the plan of a large unit's worklist takes a hundred times as
            // long.
            statement.execute("set plan_cache_mode = force_generic_plan");
        }
        return connection;
    }

    public static Connection writer(ApplicationContext platform) throws SQLException {
        return platform.getBean(Migration.class).writer().connect();
    }

    public static Connection owner(ApplicationContext platform) throws SQLException {
        return platform.getBean(DatabaseServer.class).owner().connect();
    }

    /** Address, user and password for a peer that keeps its own tables beside ours. */
    public static String[] ownerLogin(ApplicationContext platform) {
        var login = platform.getBean(DatabaseServer.class).owner();
        return new String[] {login.url(), login.user(), login.password()};
    }
}
