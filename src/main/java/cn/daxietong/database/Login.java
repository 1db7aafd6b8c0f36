package cn.daxietong.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Where a database is and as whom to enter it. */
record Login(String url, String user, String password) {
    private static final String SECONDS_TO_CONNECT = "3";

    /** The external database that the environment names, if it names one. */
    static Optional<Login> ofEnvironment() {
        return Optional.of(environment("URL"))
                .filter(url -> !url.isBlank())
                .map(url -> new Login(url, environment("USERNAME"), environment("PASSWORD")));
    }

    private static String environment(String name) {
        var value = System.getenv("SPRING_DATASOURCE_" + name);
        return value == null ? "" : value;
    }

    Login as(String otherUser, String otherPassword) {
        return new Login(url, otherUser, otherPassword);
    }

    /** One connection outside every pool, for starting up and for migrating. */
    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("ApplicationName", "daxietong");
        return DriverManager.getConnection(url, properties);
    }

    /** Without the password, because records end up in logs. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
