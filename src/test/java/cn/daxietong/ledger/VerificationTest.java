package cn.daxietong.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.TestDatabase;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class VerificationTest {
    private static final int STREAMS = 3;
    private static final int ENTRIES = 4;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final UUID[] streams = new UUID[STREAMS];

    @BeforeEach
    void a_small_ledger() {
        for (int i = 0; i < STREAMS; i++) {
            streams[i] = UUID.randomUUID();
            append(streams[i], i == 1 ? Suite.INTL : Suite.SM);
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void append(UUID stream, Suite suite) {
        var head = new byte[0];
        for (int version = 1; version <= ENTRIES; version++) {
            var entry = Entry.next(
                    stream,
                    version,
                    Instant.parse("2026-09-30T08:30:00.123Z"),
                    "signed",
                    new AccountId("u08-handler"),
                    new UnitId("U08"),
                    "{\"n\":" + version + ",\"set\":{\"title\":\"第" + version + "稿\"},\"文\":\"𠮷\"}",
                    suite,
                    head);
            database.writing().send(statements -> Ledger.append(statements, entry));
            head = entry.hash();
        }
        var last = head;
        database.writing().run(db -> db.sql("""
                        insert into matter.matter (id, kind, number, status, owner_unit, version, head, created_at, updated_at, snapshot, pieces)
                        values (?, 'lead', ?, 'registered', 'U08', ?, ?, now(), now(), ?, '{}')
                        """)
                .params(stream, stream.toString(), ENTRIES, last, snapshot())
                .update());
    }

    private static String snapshot() {
        return "{\"title\":\"第" + ENTRIES + "稿\",\"updated_at\":\"2026-09-30T08:30:00.123Z\",\"version\":" + ENTRIES
                + "}";
    }

    @Test
    void a_matter_shown_otherwise_than_its_entries_say_is_named() {
        database.asOwner(db -> {
            unguarded(
                    db,
                    "matter.matter",
                    "update matter.matter set snapshot = replace(snapshot, '第4稿', '第九稿') where id = ?",
                    streams[1]);
            return true;
        });

        assertThat(verify(Map.of()).faults())
                .singleElement()
                .asString()
                .contains(streams[1].toString())
                .contains("title");
    }

    private Sequencer sequencer() {
        return new Sequencer(
                database.writing(),
                SigningKey.at(folder.resolve("keys"), Suite.SM),
                folder.resolve("checkpoints.log"),
                Clock.systemUTC());
    }

    private Verification.Report verify(Map<Integer, String> elsewhere) {
        return database.asOwner(db -> new Verification(List.of(db, db)).run(elsewhere));
    }

    /** What a superuser can do: switch the triggers off. */
    private void alter(String sql, Object... parameters) {
        database.asOwner(db -> {
            unguarded(db, "ledger.entry", sql, parameters);
            return true;
        });
    }

    private static void unguarded(JdbcClient db, String table, String sql, Object... parameters) {
        db.sql("alter table " + table + " disable trigger user").update();
        db.sql("alter table " + table + " no force row level security").update();
        assertThat(db.sql(sql).params(parameters).update()).isPositive();
        db.sql("alter table " + table + " force row level security").update();
        db.sql("alter table " + table + " enable trigger user").update();
    }

    @Test
    void an_untouched_ledger_passes_before_and_after_its_checkpoint() {
        assertThat(verify(Map.of()).faults()).isEmpty();

        var sealed = sequencer().seal().orElseThrow();

        var report = verify(Map.of(1, sealed.line()));
        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isEqualTo(STREAMS * ENTRIES);
        assertThat(sealed.size()).isEqualTo(STREAMS * ENTRIES);
        assertThat(folder.resolve("checkpoints.log")).content().startsWith(sealed.line());
    }

    @Test
    void a_second_checkpoint_covers_only_what_is_new_and_commits_to_the_first() {
        var first = sequencer().seal().orElseThrow();
        assertThat(sequencer().seal()).isEmpty();

        append(UUID.randomUUID(), Suite.SM);
        var second = sequencer().seal().orElseThrow();

        assertThat(second.size()).isEqualTo(ENTRIES);
        assertThat(second.previous()).isEqualTo(first.root());
        assertThat(verify(Map.of()).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event = 'withdrawn'",
                "actor = 'u08-head'",
                "unit = 'U07'",
                "body = replace(body, '第2稿', '第3稿')",
                "at = at + interval '1 second'",
                "at = at + interval '1 microsecond'",
                "suite = 'intl'",
                "suite = 'none'",
                "previous = decode('00', 'hex')",
                "hash = sha256(hash)",
                "tx = (tx::text::bigint + 1)::text::xid8",
                "body = body",
                "version = 9",
                "stream = gen_random_uuid()"
            })
    void any_altered_column_is_named(String change) {
        alter("update ledger.entry set " + change + " where stream = ? and version = 2", streams[0]);

        var report = verify(Map.of());

        assertThat(report.faults()).isNotEmpty();
        assertThat(String.join("\n", report.faults()))
                .contains(change.startsWith("stream") ? "被" : streams[0].toString());
    }

    @Test
    void an_entry_moved_to_another_transaction_no_longer_fits_its_checkpoint() {
        sequencer().seal();

        alter("update ledger.entry set tx = '999999999' where stream = ? and version = 4", streams[0]);

        assertThat(verify(Map.of()).faults()).anyMatch(f -> f.contains("检查点 1"));
    }

    @Test
    void a_removed_entry_is_named_even_the_last_one() {
        alter("delete from ledger.entry where stream = ? and version = 4", streams[2]);

        assertThat(verify(Map.of()).faults()).anyMatch(f -> f.contains(streams[2].toString()));
    }

    @Test
    void a_ledger_cut_back_to_an_old_backup_is_told_from_the_roots_held_elsewhere() {
        var held = new HashMap<Integer, String>();
        held.put(1, sequencer().seal().orElseThrow().line());
        append(UUID.randomUUID(), Suite.SM);
        held.put(2, sequencer().seal().orElseThrow().line());

        database.asOwner(db -> {
            unguarded(db, "ledger.checkpoint", "delete from ledger.checkpoint where id = 2");
            return true;
        });

        assertThat(verify(held).faults()).anyMatch(f -> f.contains("库外留存的检查点 2"));
    }

    @Test
    void a_database_whose_transactions_began_again_is_told_of_once(CapturedOutput output) {
        sequencer().seal();
        database.asOwner(db -> {
            unguarded(db, "ledger.checkpoint", "update ledger.checkpoint set to_tx = '999999999'");
            return true;
        });
        append(UUID.randomUUID(), Suite.SM);
        var sequencer = sequencer();

        assertThat(sequencer.seal()).isEmpty();
        assertThat(sequencer.seal()).isEmpty();

        assertThat(output.getAll()).containsOnlyOnce("账本停止封存检查点");
    }

    @Test
    void a_checkpoint_signed_by_nobody_is_named() {
        sequencer().seal();

        database.asOwner(db -> {
            unguarded(db, "ledger.checkpoint", "update ledger.checkpoint set signature = '\\x00'");
            return true;
        });

        assertThat(verify(Map.of()).faults()).anyMatch(f -> f.contains("签名"));
    }

    @Test
    void the_database_itself_refuses_to_change_or_remove_an_entry() {
        assertThatThrownBy(() -> database.asOwner(
                        db -> db.sql("update ledger.entry set event = 'x'").update()))
                .rootCause()
                .hasMessageContaining("只能追加");
        assertThatThrownBy(() ->
                        database.asOwner(db -> db.sql("truncate ledger.entry").update()))
                .rootCause()
                .hasMessageContaining("只能追加");
        assertThatThrownBy(() -> database.writing()
                        .run(db -> db.sql("delete from ledger.entry").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_signing_key_is_readable_by_its_owner_alone() throws Exception {
        sequencer();

        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/ledger-sm.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
