package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@PlatformTest(ownDatabase = true)
class SearchTest {
    private static final int MORE_THAN_A_SEARCH_TAKES = 1001;

    private final Proceedings proceedings;
    private final Inboxes inboxes;
    private final Writing writing;
    private final Viewer station;
    private final Viewer stranger;

    SearchTest(Proceedings proceedings, Inboxes inboxes, Writing writing, Clock clock) {
        this.proceedings = proceedings;
        this.inboxes = inboxes;
        this.writing = writing;
        var accounts = new TestAccounts(writing, clock);
        this.station = accounts.some("U18A", Post.HANDLER);
        this.stranger = accounts.some("U05", Post.HANDLER);
    }

    private UUID lead(String title) {
        return proceedings.open(station, "lead", Json.MAPPER.readTree("""
                {"title":"%s","source":"station_report","description":"两次",
                 "subjects":[{"type":"vehicle","value":"桂B·98765","name":"韦某某"}]}
                """.formatted(title)));
    }

    private static Filter asking(String q, @Nullable String status) {
        return new Filter(null, status, null, q, null, null, null);
    }

    @Test
    void a_full_plate_finds_its_matter_for_a_unit_that_sees_it_and_for_no_other() {
        var lead = lead("夜间卸运");

        assertThat(inboxes.page(station, asking("桂b98765", null), null, 10).items())
                .extracting(InboxRow::id)
                .contains(lead);
        assertThat(inboxes.page(stranger, asking("桂b98765", null), null, 10).items())
                .isEmpty();
        assertThat(inboxes.page(station, asking("桂B98764", null), null, 10).items())
                .isEmpty();
    }

    @Test
    void the_oldest_of_very_many_is_found_when_its_status_is_asked_for() {
        var lead = lead("甘蔗地边的油罐");
        writing.run(db -> {
            db.sql("update matter.inbox set status = 'rare', updated_at = '2020-01-01' where matter_id = ?")
                    .param(lead)
                    .update();
            db.sql("""
                            with made as (
                                insert into matter.matter
                                select gen_random_uuid(), kind, number || n, status, owner_unit, version, head, created_at, updated_at, snapshot, pieces
                                  from matter.matter, generate_series(1, ?) n where id = ?
                                returning id, number)
                            insert into matter.inbox
                                   (unit_id, matter_id, kind, status, closed, number, title, owner_unit, created_at, updated_at)
                            select 'U18A', id, 'lead', 'registered', false, number, '甘蔗地边的油罐', 'U18A', now(), now() from made
                            """).params(MORE_THAN_A_SEARCH_TAKES, lead).update();
        });

        var found = inboxes.page(station, asking("甘蔗地边", "rare"), null, 10).items();

        assertThat(found).extracting(InboxRow::id).containsExactly(lead);
    }

    @Test
    void the_name_of_a_subject_stands_in_no_snapshot() {
        var lead = lead("称呼");

        var snapshot = writing.inTransaction(db -> db.sql("select snapshot from matter.matter where id = ?")
                .param(lead)
                .query(String.class)
                .single());

        assertThat(snapshot).contains("\"name\":").doesNotContain("韦某某");
    }
}
