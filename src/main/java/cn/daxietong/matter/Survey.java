package cn.daxietong.matter;

import cn.daxietong.shared.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A look over the acting unit's own open matters of a kind, for a row that {@link Step#surveys}; they are not locked. */
final class Survey {
    private Survey() {}

    static List<Matter<?>> of(JdbcClient db, MatterStore store, String kind, Viewer viewer) {
        return db
                .sql("""
                        select m.id, m.kind, m.snapshot, m.head, k.wrapped
                          from matter.inbox i
                          join matter.matter m on m.id = i.matter_id
                          left join matter.key k on k.matter_id = m.id
                         where i.unit_id = ? and i.kind = ? and i.owner_unit = i.unit_id and not i.closed
                         order by m.created_at, m.id
                        """)
                .params(viewer.unit().value(), kind)
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
