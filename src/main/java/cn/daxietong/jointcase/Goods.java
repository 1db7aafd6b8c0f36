package cn.daxietong.jointcase;

import cn.daxietong.database.Reading;
import cn.daxietong.matter.Kinds;
import cn.daxietong.matter.Listing;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Seen;
import cn.daxietong.matter.Status;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The goods that a room shares, read as the viewer: what the unit may see of them through the room, and nothing else of exhibit or case. */
@Component
class Goods {
    private static final String SHOWN =
            " from jointcase.shared s join jointcase.good g on g.case_id = s.case_id and g.case_unit = s.case_unit where s.matter_id = ? ";
    private static final String ORDER = "g.case_unit, g.registered, length(g.number), g.number";

    private final Reading reading;
    private final Matters matters;
    private final Kinds kinds;

    Goods(Reading reading, Matters matters, Kinds kinds) {
        this.reading = reading;
        this.matters = matters;
        this.kinds = kinds;
    }

    /**
     * One item as it is now.
     *
     * @param unit that answers for its case
     * @param since when it came to the custodian
     */
    record Good(
            UUID exhibit,
            UnitId unit,
            String caseNumber,
            String number,
            String title,
            String status,
            UnitId custodian,
            Instant since) {}

    /** @throws Refusal {@code not_found} where it is no joint case, or not theirs to see */
    Seen<?> room(Viewer viewer, UUID id, String purpose) {
        var seen = matters.see(viewer, id, purpose);
        if (!(seen.matter().state() instanceof JointCase)) {
            throw Refusal.notFound();
        }
        return seen;
    }

    /** The goods by their case's unit; after an item that is not shown any more the list begins anew. */
    Listing<Good> page(Viewer viewer, UUID room, @Nullable String status, @Nullable UUID after, int limit) {
        var sql = "select g.matter_id, g.case_unit, s.case_number, g.number, g.title, g.status, g.custodian, g.since"
                + SHOWN + (status == null ? "" : "and g.status = ? ")
                + (after == null ? "" : """
                        and (not exists (select from jointcase.good o where o.matter_id = ?)
                             or (%s) > (select %s from jointcase.good g where g.matter_id = ?)) """.formatted(ORDER, ORDER))
                + "order by " + ORDER + " limit " + (limit + 1);
        var rows = reading.as(viewer, db -> {
            var query = db.sql(sql).param(room);
            query = status == null ? query : query.param(status);
            query = after == null ? query : query.param(after).param(after);
            return query.query((row, n) -> new Good(
                            row.getObject(1, UUID.class),
                            new UnitId(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            new UnitId(row.getString(7)),
                            row.getTimestamp(8).toInstant()))
                    .list();
        });
        var more = rows.size() > limit;
        var items = more ? rows.subList(0, limit) : rows;
        return new Listing<>(items, more ? items.getLast().exhibit().toString() : null);
    }

    /** How many there are in each status, in the order of their life; each count is of the lines that {@link #page} lists. */
    Map<Status, Integer> counts(Viewer viewer, UUID room) {
        var found = reading.as(viewer, db -> {
            var counts = new LinkedHashMap<String, Integer>();
            db.sql("select g.status, count(*)" + SHOWN + "group by g.status")
                    .param(room)
                    .query(row -> {
                        counts.put(row.getString(1), row.getInt(2));
                    });
            return counts;
        });
        var counts = new LinkedHashMap<Status, Integer>();
        for (var status : kinds.kind(GoodTable.EXHIBIT).procedure().statuses()) {
            var count = found.get(status.code());
            if (count != null) {
                counts.put(status, count);
            }
        }
        return counts;
    }

    /** Which of these the viewer may open as exhibits. */
    Set<UUID> open(Viewer viewer, List<Good> goods) {
        return matters.visible(viewer, goods.stream().map(Good::exhibit).toList());
    }

    String statusTitle(Good good) {
        return statusTitle(good.status());
    }

    /** As it was asked for, where there is no such status. */
    String statusTitle(String status) {
        return kinds.kind(GoodTable.EXHIBIT).procedure().statuses().stream()
                .filter(s -> s.code().equals(status))
                .map(Status::title)
                .findFirst()
                .orElse(status);
    }
}
