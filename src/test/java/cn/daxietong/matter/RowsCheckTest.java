package cn.daxietong.matter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever may write any table still cannot show people something else than the ledger says without being named. */
@PlatformTest(ownDatabase = true)
class RowsCheckTest {
    private final Proceedings proceedings;
    private final Matters matters;
    private final RowsCheck check;
    private final Replay replay;
    private final JdbcClient owner;
    private final TestAccounts accounts;

    RowsCheckTest(
            Proceedings proceedings,
            Matters matters,
            Replay replay,
            Kinds kinds,
            Vault vault,
            ApplicationContext platform) {
        this.proceedings = proceedings;
        this.check = new RowsCheck(kinds, vault);
        this.replay = replay;
        this.matters = matters;
        this.accounts = new TestAccounts(platform.getBean(Writing.class), platform.getBean(Clock.class));
        var environment = platform.getEnvironment();
        this.owner = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password")));
    }

    private UUID aDispatchedLead() {
        var station = accounts.some("U18A", Post.HANDLER);
        var lead = proceedings.open(station, "lead", Json.MAPPER.readTree("""
                        {"title":"夜间卸运","source":"station_report","description":"司机自称韦某","commodity":"tobacco",
                         "subjects":[{"type":"vehicle","value":"桂B12345"},{"type":"phone","value":"13800000000"}]}
                        """));
        proceedings.act(
                accounts.some("OFFICE", Post.HANDLER),
                lead,
                "dispatch",
                Json.MAPPER.readTree("{\"unit\":\"U12\"}"),
                null);
        return lead;
    }

    private List<String> faults() {
        var faults = new ArrayList<String>();
        check.check(owner, faults::add);
        return faults;
    }

    private void alter(String sql, UUID matter) {
        assertThat(owner.sql(sql).param(matter).update()).isPositive();
    }

    @Test
    void what_the_proceedings_wrote_fits() {
        aDispatchedLead();

        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "matter.matter | update matter.matter set status = 'closed' where id = ?",
                "matter.matter | update matter.matter set number = '鹿打私线〔2026〕999号' where id = ?",
                "matter.matter | update matter.matter set pieces = '{}' where id = ?",
                "matter.matter | update matter.matter set owner_unit = 'U07' where id = ?",
                "matter.inbox | insert into matter.inbox select 'U07', matter_id, kind, status, closed, number, title, owner_unit, commodity, due_at, created_at, updated_at from matter.inbox where matter_id = ? limit 1",
                "matter.inbox | delete from matter.inbox where unit_id = 'U12' and matter_id = ?",
                "matter.inbox | update matter.inbox set title = '别的' where matter_id = ?",
                "matter.inbox | update matter.inbox set commodity = null where matter_id = ?",
                "matter.inbox | update matter.inbox set closed = true where matter_id = ?",
                "matter.todo | delete from matter.todo where matter_id = ?",
                "matter.todo | update matter.todo set due_at = '2099-01-01' where matter_id = ?",
                "matter.todo | update matter.todo set unit_id = 'U07' where matter_id = ?",
                "matter.clock | update matter.clock set due_at = due_at + interval '1 day' where matter_id = ?",
                "matter.clock | update matter.clock set ended_at = now() where matter_id = ?",
                "matter.clock | update matter.clock set announced = not announced where matter_id = ?",
                "matter.link | insert into matter.link values (?, 'case', gen_random_uuid())",
                "matter.subject | delete from matter.subject where matter_id = ?",
                "matter.subject | update matter.subject set held_alone = true where matter_id = ?",
                "document.issued | delete from document.issued where matter = ?",
                "document.issued | update document.issued set sealed = reverse(sealed) where matter = ?",
                "document.issued | update document.issued set sealed = null, content = '{\"title\":\"别的\"}' where matter = ?",
                "matter.key | delete from matter.key where matter_id = ?"
            })
    void a_row_changed_by_sql_is_named_with_its_matter_and_table(String table, String sql) {
        var lead = aDispatchedLead();
        assertThat(faults()).isEmpty();

        owner.sql("create table if not exists kept_documents as table document.issued with no data")
                .update();
        owner.sql("insert into kept_documents select * from document.issued where matter = ?")
                .param(lead)
                .update();
        owner.sql("create table if not exists kept_keys as table matter.key with no data")
                .update();
        owner.sql("insert into kept_keys select * from matter.key where matter_id = ?")
                .param(lead)
                .update();
        alter(sql, lead);

        assertThat(faults())
                .isNotEmpty()
                .allMatch(fault -> fault.contains(lead.toString()))
                .anyMatch(fault -> fault.contains(table));
        owner.sql("insert into matter.key select * from kept_keys where matter_id = ? on conflict do nothing")
                .param(lead)
                .update();
        replay.one(lead);
        owner.sql("delete from document.issued where matter = ?").param(lead).update();
        owner.sql("insert into document.issued select * from kept_documents where matter = ?")
                .param(lead)
                .update();
        assertThat(faults())
                .as("a replay mends all but what only document.issued and matter.key hold")
                .isEmpty();
    }

    private UUID aSharedExhibit() {
        var market = accounts.some("U12", Post.HANDLER);
        var police = accounts.some("U08", Post.HANDLER);
        var kase = proceedings.open(
                market,
                "case",
                Json.MAPPER.readTree("{\"title\":\"某案\",\"summary\":\"按笔录登记\",\"facts\":" + Told.SMALL + "}"));
        proceedings.act(market, kase, "seize", Json.MAPPER.readTree("""
                {"items":[{"description":"冻鸡爪","quantity":320,"unit":"件"}],"seized_at":"2026-08-20T10:00:00+08:00"}
                """), null);
        var room = proceedings.open(
                police,
                "joint_case",
                Json.MAPPER.readTree("{\"title\":\"联合办案\",\"purpose\":\"查清\",\"units\":[\"U12\"]}"));
        proceedings.act(market, room, "join", null, null);
        proceedings.act(market, room, "share_goods", Json.MAPPER.readTree("{\"about\":\"" + kase + "\"}"), null);
        return matters.visible(market, kase).matter().linked("exhibit").orElseThrow();
    }

    @Test
    void goods_and_their_sharing_are_compared_too_and_mended_by_a_replay() {
        var exhibit = aSharedExhibit();
        assertThat(faults()).isEmpty();

        alter("update jointcase.good set custodian = 'U07' where matter_id = ?", exhibit);
        owner.sql("update jointcase.shared set reader = 'U07' where reader = 'U08'")
                .update();

        assertThat(faults())
                .hasSize(2)
                .anyMatch(f -> f.contains("jointcase.good") && f.contains("custodian"))
                .anyMatch(f -> f.contains("jointcase.shared") && f.contains("reader"));
        replay.all((done, of) -> {});
        assertThat(faults()).isEmpty();
    }

    @Test
    void what_the_migration_writes_for_exhibits_that_are_there_is_what_a_replay_would() throws IOException {
        aSharedExhibit();
        var migration = new ClassPathResource("db/migration/jointcase/V2301__goods.sql").getContentAsString(UTF_8);
        var from = migration.indexOf("insert into jointcase.good");
        owner.sql("delete from jointcase.good").update();
        assertThat(faults()).isNotEmpty();

        owner.sql(migration.substring(from, migration.indexOf(';', from))).update();

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_row_of_a_matter_that_never_was_is_named() {
        var stranger = UUID.randomUUID();
        owner.sql("""
                        insert into matter.inbox (unit_id, matter_id, kind, status, closed, number, title, owner_unit, created_at, updated_at)
                        values ('U07', ?, 'lead', 'registered', false, '1', '假', 'U07', now(), now())
                        """).param(stranger).update();

        assertThat(faults()).singleElement().asString().contains(stranger.toString(), "matter.inbox");
        owner.sql("delete from matter.inbox where matter_id = ?")
                .param(stranger)
                .update();
    }

    @Test
    void a_forged_entry_is_not_spread_over_the_rows_by_a_replay() {
        var lead = aDispatchedLead();
        owner.sql("alter table ledger.entry disable trigger user").update();
        owner.sql("create policy forge on ledger.entry for update to current_user using (true)")
                .update();
        alter("update ledger.entry set body = replace(body, 'tobacco', 'drug') where version = 1 and stream = ?", lead);

        var result = replay.all((done, of) -> assertThat(done).isLessThanOrEqualTo(of));

        assertThat(result.leftOut()).singleElement().asString().contains(lead.toString(), "第 1 条");
        assertThat(faults()).as("the rows still say what was done").isEmpty();
        alter("update ledger.entry set body = replace(body, 'drug', 'tobacco') where version = 1 and stream = ?", lead);
        owner.sql("alter table ledger.entry enable trigger user").update();
    }

    @Test
    void the_next_number_follows_the_last_even_where_the_series_was_lost() {
        aDispatchedLead();
        var before = series();
        owner.sql("delete from matter.number_series").update();

        replay.all((done, of) -> {});

        assertThat(series()).isEqualTo(before);
    }

    private List<String> series() {
        return owner.sql("select series || last from matter.number_series order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void a_destroyed_key_ends_the_reading_of_persons_texts_and_documents_and_nothing_else() {
        var lead = aDispatchedLead();
        var viewer = accounts.some("OFFICE", Post.HANDLER);
        assertThat(textsOf(viewer, lead)).contains("韦某");
        assertThat(owner.sql("select string_agg(snapshot, '') from matter.matter where id = ?")
                        .param(lead)
                        .query(String.class)
                        .single())
                .doesNotContain("韦某")
                .doesNotContain("桂B");
        assertThat(owner.sql("select string_agg(body, '') from ledger.entry where stream = ?")
                        .param(lead)
                        .query(String.class)
                        .single())
                .doesNotContain("韦某")
                .doesNotContain("桂B");

        owner.sql("create table kept_key as select * from matter.key where matter_id = ?")
                .param(lead)
                .update();
        alter("delete from matter.key where matter_id = ?", lead);

        assertThat(textsOf(viewer, lead)).doesNotContain("韦某").contains("夜间卸运", "已销毁");
        owner.sql("insert into matter.key select * from kept_key").update();
    }

    private String textsOf(Viewer viewer, UUID lead) {
        return String.valueOf(matters.see(viewer, lead, "test").matter());
    }
}
