package cn.daxietong.ledger;

import cn.daxietong.database.Writing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns what has been committed since the last checkpoint into the next one. One at a time in the whole county, however many processes run. */
final class Sequencer {
    private static final Logger log = LoggerFactory.getLogger(Sequencer.class);
    private static final long LOCK = 0x6c6564676572L;
    private static final byte[] NONE = new byte[0];

    private final Writing writing;
    private final SigningKey key;
    private final Path rootsFile;
    private final Clock clock;
    private volatile boolean told;

    Sequencer(Writing writing, SigningKey key, Path rootsFile, Clock clock) {
        this.writing = writing;
        this.key = key;
        this.rootsFile = rootsFile;
        this.clock = clock;
    }

    /** Nothing where nothing new has been committed. */
    Optional<Checkpoint> seal() {
        var sealed = writing.inTransaction(this::seal);
        sealed.ifPresent(this::carryOut);
        return sealed;
    }

    private Optional<Checkpoint> seal(JdbcClient db) {
        db.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, n) -> n)
                .list();
        var last = db.sql("select " + Checkpoint.COLUMNS + " from ledger.checkpoint order by id desc limit 1")
                .query((row, n) -> Checkpoint.read(row))
                .optional();
        var from = last.map(Checkpoint::to).orElse("0");
        // Below the oldest running transaction nothing can be committed any more, so no entry is ever skipped.
        var to = db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        if (Long.compareUnsigned(Long.parseUnsignedLong(to), Long.parseUnsignedLong(from)) < 0) {
            tellOfRestoration(from, to);
            return Optional.empty();
        }
        var tree = new MerkleTree(key.suite());
        each(db, from, to, tree::add);
        if (tree.size() == 0) {
            return Optional.empty();
        }
        var previous = last.map(Checkpoint::root).orElse(NONE);
        var id = last.map(c -> c.id() + 1).orElse(1);
        var unsigned = new Checkpoint(
                id,
                from,
                to,
                tree.size(),
                tree.root(),
                previous,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                key.suite(),
                key.id(),
                NONE);
        var checkpoint = new Checkpoint(
                id,
                from,
                to,
                unsigned.size(),
                unsigned.root(),
                previous,
                unsigned.at(),
                key.suite(),
                key.id(),
                key.sign(unsigned.signed()));
        publishKey(db);
        db.sql("""
                        insert into ledger.checkpoint (id, from_tx, to_tx, size, root, previous, at, suite, key_id, signature)
                        values (?, ?::xid8, ?::xid8, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        from,
                        to,
                        checkpoint.size(),
                        checkpoint.root(),
                        previous,
                        Timestamp.from(checkpoint.at()),
                        key.suite().code(),
                        key.id(),
                        checkpoint.signature())
                .update();
        return Optional.of(checkpoint);
    }

    /** Transaction numbers began again, so what comes next would lie before the last checkpoint; said once and not every minute. */
    private void tellOfRestoration(String from, String to) {
        if (!told) {
            told = true;
            log.error(
                    "账本停止封存检查点：数据库当前事务号 {} 小于上一检查点的 {}，数据库可能由逻辑备份（pg_dump）恢复到了别处。请改用物理备份恢复，见 README“备份与恢复”。", to, from);
        }
    }

    private void publishKey(JdbcClient db) {
        db.sql("insert into ledger.signing_key (key_id, suite, public_key) values (?, ?, ?) on conflict do nothing")
                .params(key.id(), key.suite().code(), key.publicKey())
                .update();
    }

    /** The hashes of the entries of these transactions, in the one order that a checkpoint knows. */
    static void each(JdbcClient db, String from, String to, java.util.function.Consumer<byte[]> hash) {
        try (var hashes =
                db
                        .sql("""
                        select hash from ledger.entry where tx >= ?::xid8 and tx < ?::xid8 order by stream, version
                        """)
                        .params(List.of(from, to))
                        .withFetchSize(10_000)
                        .query((row, n) -> row.getBytes(1))
                        .stream()) {
            hashes.forEach(hash);
        }
    }

    /** A copy outside the database, to be printed on the duty log and handed to 司法局 and 检察院; a disk that is full must not stop work. */
    private void carryOut(Checkpoint checkpoint) {
        try {
            Files.createDirectories(rootsFile.toAbsolutePath().getParent());
            try (var file = FileChannel.open(rootsFile, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                var line = checkpoint.line() + "|" + HexFormat.of().formatHex(checkpoint.signature()) + "\n";
                file.write(java.nio.ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                file.force(true);
            }
        } catch (IOException e) {
            log.warn("账本检查点 {} 未能写入 {}：{}", checkpoint.id(), rootsFile, e.getMessage());
        }
    }
}
