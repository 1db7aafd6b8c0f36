package cn.daxietong.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The last number of each series, behind those that were loaded. */
final class BulkNumbers {
    private BulkNumbers() {}

    static void write(Connection owner, Map<String, Integer> last) throws SQLException {
        try (var insert = owner.prepareStatement("""
                insert into matter.number_series (series, last) values (?, ?)
                    on conflict (series) do update set last = excluded.last
                """)) {
            for (var series : last.entrySet()) {
                insert.setString(1, series.getKey());
                insert.setInt(2, series.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        owner.commit();
    }
}
