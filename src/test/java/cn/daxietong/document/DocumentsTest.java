package cn.daxietong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.DatabaseTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DatabaseTest
class DocumentsTest {
    private static final UnitId MARKET = new UnitId("U05");
    private static final Instant NOW = Instant.parse("2026-09-10T01:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    private final Documents documents;
    private final Contents contents;
    private final Register register;
    private final Writing writing;
    private final List<String> looks = new ArrayList<>();

    DocumentsTest(Reading reading, Writing writing) {
        this.contents = new Contents(reading, writing, new Rot());
        this.documents =
                new Documents(contents, writing, new DocumentPress(), CLOCK, this::note, "https://dxt.luzhai.example/");
        this.register = new Register(reading);
        this.writing = writing;
    }

    @Test
    void who_sees_the_matter_gets_the_document_and_its_hash_is_remembered() throws Exception {
        var matter = matterSeenBy("U05");
        var id = issue(matter);

        var pressed = documents.press(viewer("U05"), matter, id, Format.PDF);

        assertThat(pressed.name()).isEqualTo("鹿市监移〔2026〕12号 涉嫌犯罪案件移送书.pdf");
        assertThat(PdfText.all(pressed.bytes())).contains("朱镕某、韦喆、陈堃、𠮷㛃");
        assertThat(looks).containsExactly("u05-h " + matter + " document");
        var found = register.find(CheckCode.of(id)).orElseThrow();
        assertThat(found.renditions())
                .containsExactly(new CheckPage.Rendition(
                        "PDF",
                        Hashes.of(pressed.bytes()).sha256(),
                        Hashes.of(pressed.bytes()).sm3()));
    }

    @Test
    void another_unit_sees_neither_list_nor_document() {
        var matter = matterSeenBy("U05");
        var id = issue(matter);

        assertThat(documents.of(viewer("U05"), matter)).hasSize(1);
        assertThat(looks).as("a list gives nothing out").isEmpty();
        assertThat(documents.of(viewer("U16"), matter)).isEmpty();
        assertThatThrownBy(() -> documents.press(viewer("U16"), matter, id, Format.OFD))
                .isInstanceOf(Refusal.class)
                .hasMessage(Refusal.notFound().detail());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIT_ADMIN", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"})
    void who_administers_the_unit_reads_none_of_its_documents(Post post) {
        var matter = matterSeenBy("U05");
        var id = issue(matter);
        var admin = Viewer.of(new AccountId("u05-a"), MARKET, post, "覃某");

        assertThat(documents.of(admin, matter)).isEmpty();
        assertThatThrownBy(() -> documents.press(admin, matter, id, Format.PDF))
                .isInstanceOf(Refusal.class)
                .hasMessage(Refusal.notFound().detail());
    }

    @Test
    void a_check_code_opens_its_own_entry_and_no_other() {
        var id = issue(matterSeenBy("U05"));
        issue(matterSeenBy("U05"));

        var found = register.find(CheckCode.of(id)).orElseThrow();

        assertThat(found.issuer()).isEqualTo("鹿寨县市场监督管理局");
        assertThat(found.kind()).isEqualTo("涉嫌犯罪案件移送书");
        assertThat(found.day()).isEqualTo("2026年9月10日");
        assertThat(register.find(CheckCode.of(UUID.randomUUID()))).isEmpty();
        assertThat(register.find("")).isEmpty();
    }

    @Test
    void issuing_it_again_at_a_replay_changes_nothing() {
        var matter = matterSeenBy("U05");
        var id = issue(matter);

        writing.send(statements -> documents.issue(
                statements,
                new Documents.Issue(id, matter, MARKET, NOW),
                Samples.letter().checkedAt(null),
                Rot::turned));

        assertThat(documents.of(viewer("U05"), matter)).hasSize(1);
    }

    private void note(Viewer viewer, UUID matter, String purpose) {
        looks.add(viewer.account() + " " + matter + " " + purpose);
    }

    @Test
    void the_stored_content_knows_nothing_of_where_the_platform_is_reached() throws Exception {
        var matter = matterSeenBy("U05");
        var id = issue(matter);

        var moved = new Documents(contents, writing, new DocumentPress(), CLOCK, this::note, "https://new.example");

        assertThat(new String(Base64.getDecoder().decode(stored(id)), StandardCharsets.UTF_8))
                .contains("冻品")
                .doesNotContain("luzhai.example")
                .doesNotContain("check_url");
        assertThat(moved.press(viewer("U05"), matter, id, Format.PDF).bytes())
                .isNotEqualTo(
                        documents.press(viewer("U05"), matter, id, Format.PDF).bytes());
    }

    private String stored(UUID id) {
        return writing.inTransaction(db -> db.sql("select sealed from document.issued where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private UUID issue(UUID matter) {
        var id = UUID.randomUUID();
        writing.send(statements -> documents.issue(
                statements,
                new Documents.Issue(id, matter, MARKET, NOW),
                Samples.letter().checkedAt(null),
                Rot::turned));
        return id;
    }

    private UUID matterSeenBy(String unit) {
        var matter = UUID.randomUUID();
        writing.run(db -> db.sql("""
                        insert into matter.inbox (unit_id, matter_id, kind, status, closed, number, title, owner_unit, created_at, updated_at)
                        values (:unit, :matter, 'case', 'filed', false, :number, '案', :unit, now(), now())
                        """)
                .param("unit", unit)
                .param("matter", matter)
                .param("number", matter.toString())
                .update());
        return matter;
    }

    private static Viewer viewer(String unit) {
        return Viewer.of(new AccountId(unit.toLowerCase(Locale.ROOT) + "-h"), new UnitId(unit), Post.HANDLER, "覃某");
    }
}
