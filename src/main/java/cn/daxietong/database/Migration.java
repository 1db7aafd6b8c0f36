package cn.daxietong.database;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database brought up to date by its owner, and the two logins that may then work in it. */
record Migration(Login reader, Login writer) {
    static final String READER = "daxietong_reader";
    static final String WRITER = "daxietong_writer";

    private static final Logger log = LoggerFactory.getLogger(Migration.class);
    private static final int PASSWORD_BYTES = 24;
    private static final String WRONG_PASSWORD = "28P01";
    /** Any fixed number: it only has to be the same in every process that starts on this database. */
    private static final long ONE_STARTS_AT_A_TIME = 450_223_001;

    static Migration of(Login owner) {
        refuseAnUnfit(owner);
        migrate(owner);
        try (var connection = owner.connect()) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                lock.setLong(1, ONE_STARTS_AT_A_TIME);
                lock.execute();
            }
            var reader = login(owner, READER, connection);
            var writer = login(owner, WRITER, connection);
            connection.commit();
            return new Migration(reader, writer);
        } catch (SQLException e) {
            throw new CannotStart(
                    "无法为应用准备数据库角色：" + e.getMessage(),
                    "请以数据库管理员执行 alter role " + owner.user() + " createrole，并确认角色 " + READER + "、" + WRITER + " 由该账号建立。",
                    e);
        }
    }

    private static void refuseAnUnfit(Login owner) {
        try (var connection = owner.connect();
                var query = connection.prepareStatement("""
                        select rolsuper or (rolcreaterole and rolbypassrls) as fit,
                               current_setting('server_version_num')::int / 10000 as major
                        from pg_roles where rolname = current_user
                        """);
                var row = query.executeQuery()) {
            row.next();
            if (row.getInt("major") < 18) {
                throw new CannotStart("数据库版本是 PostgreSQL " + row.getInt("major") + "，本平台需要 18 或更新的版本。", "请升级数据库后再启动。");
            }
            if (!row.getBoolean("fit")) {
                throw new CannotStart(
                        "数据库账号 " + owner.user() + " 权限不够，不能建立应用角色。",
                        "请以数据库管理员执行：alter role " + owner.user() + " createrole bypassrls;");
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    "连不上数据库 " + owner + "（" + e.getMessage() + "）。",
                    "请核对环境变量 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD，并确认数据库已启动。",
                    e);
        }
    }

    private static void migrate(Login owner) {
        try {
            var result = Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .locations("classpath:db/migration")
                    .schemas("database")
                    .defaultSchema("database")
                    .outOfOrder(true)
                    .placeholderReplacement(false)
                    .load()
                    .migrate();
            if (result.migrationsExecuted > 0) {
                log.info("数据库结构已更新（{} 步）。", result.migrationsExecuted);
            }
        } catch (FlywayException e) {
            throw new CannotStart("数据库结构更新失败：" + e.getMessage(), "数据未被改动。请保留这段信息并与维护人员联系。", e);
        }
    }

    private static Login login(Login owner, String role, Connection connection) throws SQLException {
        var login = owner.as(role, password(role, connection));
        if (!admits(login)) {
            // By way of the driver, which sends a digest: the password itself never reaches the server's log.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(role, login.password().toCharArray(), "scram-sha-256");
        }
        return login;
    }

    private static String password(String role, Connection connection) throws SQLException {
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        try (var insert = connection.prepareStatement(
                "insert into database.login (role, password) values (?, ?) on conflict do nothing")) {
            insert.setString(1, role);
            insert.setString(2, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            insert.executeUpdate();
        }
        try (var select = connection.prepareStatement("select password from database.login where role = ?")) {
            select.setString(1, role);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static boolean admits(Login login) throws SQLException {
        try (var connection = login.connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
