package cn.daxietong.matter;

import cn.daxietong.shared.Viewer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Plain JDBC, with which everything is compared. */
final class Plain {
    private static final String EYES = """
            select set_config('app.unit', ?, true), set_config('app.account', ?, true), set_config('app.post', ?, true),
                   set_config('app.administered_unit', '', true)
            """;

    private Plain() {}

    /** One transaction that reads everything the statement finds, as this viewer. */
    static void read(Connection reader, Viewer viewer, String sql, Object... parameters) throws SQLException {
        try (var eyes = reader.prepareStatement(EYES)) {
            set(
                    eyes,
                    viewer.unit().value(),
                    viewer.account().value(),
                    viewer.post().code());
            readAll(eyes.executeQuery());
        }
        try (var query = reader.prepareStatement(sql)) {
            set(query, parameters);
            readAll(query.executeQuery());
        }
        reader.commit();
    }

    static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            statement.executeUpdate();
        }
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    static List<UUID> ids(Connection connection, String sql) throws SQLException {
        return texts(connection, sql).stream().map(UUID::fromString).toList();
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static void readAll(ResultSet rows) throws SQLException {
        try (rows) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
            }
        }
    }
}
