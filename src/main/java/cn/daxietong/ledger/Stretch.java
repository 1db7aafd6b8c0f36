package cn.daxietong.ledger;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks some hundred matters at a time, each entry fetched once: its hash, its chain, and what stands beside the chain. */
final class Stretch {
    private final Consumer<String> fault;
    private final Standing standing;
    private final Map<Suite, MessageDigest> digests = new EnumMap<>(Suite.class);
    private long entries;
    private long bytes;

    Stretch(Consumer<String> fault) {
        this.fault = fault;
        this.standing = new Standing(fault);
    }

    /** A matter as it stands in its row. */
    @SuppressWarnings("ArrayRecordComponent") // a hash and a snapshot, compared byte by byte
    record Matter(UUID id, int version, byte[] head, byte[] snapshot) {
        static Matter read(ResultSet row) throws SQLException {
            return new Matter(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3), row.getBytes(4));
        }
    }

    /** Where a stream ends so far. */
    @SuppressWarnings("ArrayRecordComponent") // a hash, compared byte by byte
    private record End(int version, byte[] head) {
        static final End NONE = new End(0, new byte[0]);
    }

    long entries() {
        return entries;
    }

    long bytes() {
        return bytes;
    }

    /** The matters on these pages of their table: neighbours began at about the same time, and so their entries lie together too. */
    void check(JdbcClient db, long page, long until) {
        var matters = db.sql(
                        "select id, version, head, snapshot from matter.matter where ctid >= ?::tid and ctid < ?::tid")
                .params("(" + page + ",0)", "(" + until + ",0)")
                .query((row, n) -> Matter.read(row))
                .list();
        var streams = streams(db, matters.stream().map(Matter::id).toList());
        for (var matter : matters) {
            bytes += matter.snapshot().length;
            check(matter, streams.get(matter.id()));
        }
    }

    private void check(Matter matter, @Nullable List<EntryRow> stream) {
        if (stream == null) {
            fault.accept("事项 " + matter.id() + " 在账本中没有记录：记录被删除，或者事项不是办理产生的");
            return;
        }
        var end = follow(stream);
        // What people see must be what the chain ends in.
        if (!Arrays.equals(end.head(), matter.head()) || end.version() != matter.version()) {
            fault.accept("事项 " + matter.id() + " 的现状（第 " + matter.version() + " 版）与账本末条（第 " + end.version() + " 条）不符");
        }
        standing.compare(matter, stream);
    }

    /** Streams that have no matter; their entries are looked at all the same. */
    void checkLost(JdbcClient db, List<UUID> lost) {
        streams(db, lost).forEach((id, stream) -> {
            fault.accept("账本中的事项 " + id + " 已不在事项表中");
            follow(stream);
        });
    }

    private Map<UUID, List<EntryRow>> streams(JdbcClient db, List<UUID> ids) {
        var streams = new HashMap<UUID, List<EntryRow>>();
        db.sql("select " + EntryRow.COLUMNS + " from ledger.entry where stream = any(?) order by stream, version")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> EntryRow.read(row))
                .list()
                .forEach(row -> streams.computeIfAbsent(row.stream(), s -> new ArrayList<>())
                        .add(row));
        return streams;
    }

    private End follow(List<EntryRow> stream) {
        var end = End.NONE;
        for (var row : stream) {
            entries++;
            bytes += row.body().length;
            if (!row.fits(digests)) {
                fault.accept(row.name() + "（" + row.event() + "，" + row.at() + "）内容与哈希不符：记录被改动");
            } else if (row.rewritten()) {
                fault.accept(row.name() + "（" + row.event() + "，" + row.at() + "）不是追加时写入的那一行：记录被改写过");
            }
            if (row.version() != end.version() + 1) {
                fault.accept(row.name() + "之前缺少第 " + (end.version() + 1) + " 条：有记录被删除");
            } else if (!Arrays.equals(row.previous(), end.head())) {
                fault.accept(row.name() + "与前一条接不上：前一条或本条被改动");
            }
            end = new End(row.version(), row.hash());
        }
        return end;
    }
}
