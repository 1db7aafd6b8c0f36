package cn.daxietong.matter;

import cn.daxietong.database.Statements;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what other modules derive from a matter, where a step changed it. */
final class DerivedWriter {
    private DerivedWriter() {}

    static void write(Statements statements, List<DerivedTable> tables, @Nullable Matter<?> before, Matter<?> after) {
        for (var table : tables) {
            Set<List<@Nullable Object>> was = before == null ? Set.of() : lines(table, before);
            var is = lines(table, after);
            if (!was.equals(is)) {
                if (!was.isEmpty()) {
                    delete(statements, table, after.id());
                }
                insert(statements, table, after.id(), is);
            }
        }
    }

    /** Whatever stands there now. */
    static void rewrite(Statements statements, List<DerivedTable> tables, Matter<?> matter) {
        for (var table : tables) {
            delete(statements, table, matter.id());
            insert(statements, table, matter.id(), lines(table, matter));
        }
    }

    private static Set<List<@Nullable Object>> lines(DerivedTable table, Matter<?> matter) {
        return table.lines(matter).collect(Collectors.toSet());
    }

    private static void delete(Statements statements, DerivedTable table, UUID matter) {
        statements.add("delete from " + table.sqlName() + " where matter_id = ?", matter);
    }

    private static void insert(
            Statements statements, DerivedTable table, UUID matter, Set<List<@Nullable Object>> lines) {
        var columns = table.columns();
        var sql = "insert into " + table.sqlName() + " (matter_id, " + String.join(", ", columns) + ") values (?"
                + String.join("", Collections.nCopies(columns.size(), ", ?")) + ")";
        for (var line : lines) {
            var values = new @Nullable Object[columns.size() + 1];
            values[0] = matter;
            for (int i = 0; i < columns.size(); i++) {
                values[i + 1] = line.get(i) instanceof Instant at ? Timestamp.from(at) : line.get(i);
            }
            statements.add(sql, values);
        }
    }
}
