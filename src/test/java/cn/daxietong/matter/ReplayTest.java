package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ledger alone gives the rows back; and clocks that run out are told to those whom their rule names. */
@PlatformTest(ownDatabase = true)
class ReplayTest {
    private static final List<String> TABLES = List.of("inbox", "todo", "clock", "subject", "matter");

    private final Proceedings proceedings;
    private final Matters matters;
    private final Replay replay;
    private final Writing writing;
    private final TestAccounts accounts;
    private final RunOutClocks runOut;

    ReplayTest(Proceedings proceedings, Matters matters, Replay replay, Writing writing, Clock clock) {
        this.proceedings = proceedings;
        this.matters = matters;
        this.replay = replay;
        this.writing = writing;
        this.accounts = new TestAccounts(writing, clock);
        this.runOut = new RunOutClocks(writing, proceedings, clock);
    }

    private void act(Viewer viewer, UUID id, String action, String fields) {
        proceedings.act(viewer, id, action, Json.MAPPER.readTree(fields), null);
    }

    private UUID open(Viewer viewer, String kind, String fields) {
        return proceedings.open(viewer, kind, Json.MAPPER.readTree(fields));
    }

    /** Returns the transfer to 县公安局, approved and not yet sent. */
    private UUID aRichStory() {
        var station = accounts.some("U18A", Post.HANDLER);
        var office = accounts.some("OFFICE", Post.HANDLER);
        var market = accounts.some("U12", Post.HANDLER);
        var colleague = accounts.some("U12", Post.HANDLER);
        var head = accounts.some("U12", Post.HEAD);
        var lead = open(
                station,
                "lead",
                "{\"title\":\"夜间卸运𠮷㛃\",\"source\":\"station_report\",\"description\":\"两次\",\"subjects\":[{\"type\":\"vehicle\",\"value\":\"桂B12345\"},{\"type\":\"phone\",\"value\":\"13800000000\"}]}");
        act(office, lead, "dispatch", "{\"unit\":\"U14\"}");
        act(accounts.some("U14", Post.HANDLER), lead, "return", "{\"reason\":\"不属本单位\"}");
        act(office, lead, "dispatch", "{\"unit\":\"U12\",\"note\":\"请核查\"}");
        act(market, lead, "accept", "{}");
        act(market, lead, "verify", "{\"finding\":\"属实\",\"substantiated\":true}");
        act(market, lead, "open_case", "{}");
        var kase = matters.see(market, lead, "test").matter().linked("case").orElseThrow();
        act(market, kase, "file", "{}");
        act(
                market,
                kase,
                "record_facts",
                "{\"facts\":{\"commodity\":\"tobacco\",\"act\":\"unlicensed_operation\",\"conduct_date\":\"2026-09-01\",\"entity\":\"person\",\"business_amount_yuan\":60000.50}}");
        act(
                market,
                kase,
                "seize",
                "{\"items\":[{\"description\":\"卷烟\",\"quantity\":120.0,\"unit\":\"条\"}],\"seized_at\":\"2026-09-02T09:00:00+08:00\"}");
        act(market, kase, "suspend_clock", "{\"clock\":\"penalty.decide\",\"ground\":\"送检\"}");
        act(
                market,
                kase,
                "propose_transfer",
                "{\"target_unit\":\"U08\",\"officers\":[\"" + market.account() + "\",\"" + colleague.account()
                        + "\"],\"report\":\"建议移送\"}");
        act(head, kase, "approve_transfer", "{}");
        var transfer =
                matters.see(market, kase, "test").matter().linked("transfer").orElseThrow();
        return transfer;
    }

    private List<String> dump(UUID... ids) {
        return writing.inTransaction(db -> TABLES.stream()
                .flatMap(table -> db
                        .sql("select to_jsonb(t)::text from matter." + table + " t order by 1")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(row -> table + " " + row))
                .filter(row -> Stream.of(ids).anyMatch(id -> row.contains(id.toString())))
                .toList());
    }

    @Test
    void rows_that_were_lost_come_back_the_same_from_the_ledger() {
        var transfer = aRichStory();
        var police = accounts.some("U08", Post.HANDLER);
        act(
                accounts.some("U12", Post.HANDLER),
                transfer,
                "send",
                "{\"materials\":[{\"kind\":\"investigation_report\",\"copies\":2}]}");
        act(police, transfer, "sign_receipt", "{}");
        act(police, transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕12号\"}");
        var kase = matters.see(police, transfer, "test").matter().linked("case").orElseThrow();
        var lead = matters.see(police, kase, "test").matter().linked("lead").orElseThrow();
        var before = dump(lead, kase, transfer);

        writing.run(db -> TABLES.forEach(t -> db.sql("delete from matter." + t).update()));
        assertThat(dump(lead, kase, transfer)).isEmpty();
        var replayed = replay.all((done, of) -> {}).rebuilt();

        assertThat(replayed).isGreaterThanOrEqualTo(3);
        var after = dump(lead, kase, transfer);
        assertThat(after.stream().filter(row -> !before.contains(row)).limit(1)).isEmpty();
        assertThat(after).isEqualTo(before);
        assertThat(before.stream().map(r -> r.substring(0, r.indexOf(' '))).distinct())
                .containsAll(TABLES);
    }

    @Test
    void a_clock_that_runs_out_is_told_to_those_whom_its_rule_names_and_only_once() {
        var transfer = aRichStory();
        var prosecutor = accounts.some("U05", Post.HANDLER);
        assertThat(runOut.announce(100))
                .as("seized on 2 September, thirty days are over")
                .isPositive();
        assertThatThrownBy(() -> matters.see(prosecutor, transfer, "test")).isInstanceOf(Refusal.class);
        runsOut(transfer, "transfer.send");

        runOut.announce(100);
        var again = runOut.announce(100);

        assertThat(again).isZero();
        assertThat(matters.see(prosecutor, transfer, "test").matter().participants())
                .filteredOn(p -> p.unit().value().equals("U05"))
                .singleElement()
                .satisfies(p -> assertThat(p.basis()).contains("检察监督清单"));
        assertThat(told(transfer)).containsExactlyInAnyOrder("U05", "U12", "OFFICE");
        assertThat(matters.timeline(prosecutor, transfer).getLast().event()).isEqualTo("clock_ran_out");
    }

    @Test
    void a_matter_that_cannot_be_read_keeps_no_other_waiting_for_what_ran_out() {
        var broken = aRichStory();
        var other = aRichStory();
        runOut.announce(100);
        runsOut(broken, "transfer.send");
        runsOut(other, "transfer.send");
        writing.run(db -> {
            db.sql("update matter.clock set due_at = due_at - interval '1 day' where matter_id = ?")
                    .param(broken)
                    .update();
            db.sql("update matter.matter set snapshot = '!' || snapshot where id = ?")
                    .param(broken)
                    .update();
        });

        var told = runOut.announce(100);

        assertThat(told).isEqualTo(1);
        assertThat(told(other)).isNotEmpty();
        assertThat(told(broken)).isEmpty();
        writing.run(db -> db.sql("update matter.matter set snapshot = substr(snapshot, 2) where id = ?")
                .param(broken)
                .update());
        assertThat(runOut.announce(100)).as("once it is mended").isEqualTo(1);
    }

    /** As if the matter had waited: its clock, in the snapshot and in the row that the timer reads, fell due long ago. */
    private void runsOut(UUID id, String clock) {
        writing.run(db -> {
            var due = db.sql("select due_at from matter.clock where matter_id = ? and clock = ? and ended_at is null")
                    .params(id, clock)
                    .query(java.time.OffsetDateTime.class)
                    .single()
                    .toInstant();
            var past = Instant.parse("2026-01-05T15:59:59Z");
            db.sql("update matter.clock set due_at = ? where matter_id = ? and clock = ?")
                    .params(java.sql.Timestamp.from(past), id, clock)
                    .update();
            db.sql("update matter.matter set snapshot = replace(snapshot, ?, ?) where id = ?")
                    .params("\"due_at\":\"" + due + "\"", "\"due_at\":\"" + past + "\"", id)
                    .update();
        });
    }

    private List<String> told(UUID id) {
        return writing.inTransaction(
                db -> db.sql("select distinct unit_id from matter.notice where matter_id = ? and text like '%期限已过%'")
                        .param(id)
                        .query(String.class)
                        .list());
    }

    @Test
    void nothing_is_replayed_that_the_ledger_does_not_know() {
        var unknown = UUID.randomUUID();

        replay.one(unknown);

        assertThat(dump(unknown)).isEmpty();
    }
}
