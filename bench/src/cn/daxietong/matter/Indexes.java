package cn.daxietong.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The indexes and keys of the tables that are loaded: taken off before, put back after, exactly as they were. */
final class Indexes {
    private static final String TABLES = Arrays.stream(CopyRows.Table.values())
            .map(t -> "'" + t.sqlName() + "'::regclass")
            .collect(Collectors.joining(","));

    private final List<String> makings;

    private Indexes(List<String> makings) {
        this.makings = makings;
    }

    /** Foreign keys first, since they stand on the others. */
    static Indexes drop(Connection owner) throws SQLException {
        var makings = new ArrayList<String>();
        var droppings = new ArrayList<String>();
        try (var statement = owner.createStatement()) {
            try (var rows = statement.executeQuery("""
                    select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                      from pg_constraint
                     where contype in ('p', 'u', 'f') and (conrelid in (TABLES) or confrelid in (TABLES))
                     order by contype = 'f' desc, contype = 'u' desc
                    """.replace("TABLES", TABLES))) {
                while (rows.next()) {
                    droppings.add(rows.getString(1));
                    makings.addFirst(rows.getString(2));
                }
            }
            try (var rows = statement.executeQuery("""
                    select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
                      from pg_index i
                     where i.indrelid in (TABLES)
                       and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
                    """.replace("TABLES", TABLES))) {
                while (rows.next()) {
                    droppings.add(rows.getString(1));
                    makings.add(rows.getString(2));
                }
            }
            for (var sql : droppings) {
                statement.execute(sql);
            }
        }
        owner.commit();
        return new Indexes(makings);
    }

    void restore(Connection owner, Consumer<String> said) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("set maintenance_work_mem = '768MB'");
            for (var sql : makings) {
                statement.execute(sql);
                owner.commit();
                said.accept(sql.substring(0, Math.min(sql.length(), 90)));
            }
        }
    }
}
