package cn.daxietong.matter;

import cn.daxietong.shared.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The other open matters of a kind about the same, for a row that lets {@link Step#onlyOne} be; what the actor does not see is not told of. */
final class Alike {
    private Alike() {}

    static List<Matter<?>> of(
            JdbcClient db, MatterStore store, String kind, Collection<UUID> about, UUID itself, Viewer viewer) {
        return db
                .sql("""
                        select distinct m.id, m.kind, m.snapshot, m.head, k.wrapped, m.created_at
                          from matter.link l
                          join matter.inbox i on i.matter_id = l.matter_id
                          join matter.matter m on m.id = l.matter_id
                          left join matter.key k on k.matter_id = m.id
                         where l.other_id = any(?::uuid[]) and i.unit_id = ? and i.kind = ? and not i.closed and m.id <> ?
                         order by m.created_at, m.id
                        """)
                .params(about.toArray(UUID[]::new), viewer.unit().value(), kind, itself)
                .query((row, n) -> store.loaded(
                        row.getString(2),
                        row.getObject(1, UUID.class),
                        row.getString(3),
                        row.getBytes(4),
                        row.getBytes(5)))
                .list()
                .stream()
                .<Matter<?>>map(Stored::matter)
                .toList();
    }
}
