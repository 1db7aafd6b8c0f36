package cn.daxietong.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table derived from matters, the spine's own or another module's: what stands in it can be told from what must. */
interface Compared {
    String sqlName();

    String title();

    /** The column that holds the matter. */
    String id();

    List<String> columns();

    /** The lines that must stand there, each in the order of the columns. */
    Set<List<@Nullable Object>> derived(Matter<?> matter, Rows rows);

    /** The spine's own tables, then those of the modules above it. */
    static List<Compared> all(Collection<DerivedTable> others) {
        return Stream.concat(
                        Stream.<Compared>of(RowsTable.values()), others.stream().<Compared>map(Another::new))
                .toList();
    }

    /** Of another module. */
    record Another(DerivedTable table) implements Compared {
        @Override
        public String sqlName() {
            return table.sqlName();
        }

        @Override
        public String title() {
            return table.title();
        }

        @Override
        public String id() {
            return "matter_id";
        }

        @Override
        public List<String> columns() {
            return table.columns();
        }

        @Override
        public Set<List<@Nullable Object>> derived(Matter<?> matter, Rows rows) {
            return table.lines(matter).collect(Collectors.toSet());
        }
    }

    /** The lines that do stand there, by matter. */
    default Map<UUID, Set<List<@Nullable Object>>> read(JdbcClient db, UUID[] matters) {
        var lines = new HashMap<UUID, Set<List<@Nullable Object>>>();
        db.sql("select " + id() + ", " + String.join(", ", columns()) + " from " + sqlName() + " where " + id()
                        + " = any(?)")
                .param(matters)
                .query(row -> {
                    lines.computeIfAbsent(row.getObject(1, UUID.class), m -> new HashSet<>())
                            .add(read(row));
                });
        return lines;
    }

    private List<@Nullable Object> read(ResultSet row) throws SQLException {
        var line = new ArrayList<@Nullable Object>(columns().size());
        for (int i = 0; i < columns().size(); i++) {
            line.add(
                    switch (row.getObject(i + 2)) {
                        case Timestamp at -> at.toInstant();
                        case java.sql.Array texts -> List.of((String[]) texts.getArray());
                        case null -> null;
                        case Object other -> other;
                    });
        }
        return line;
    }
}
