package cn.daxietong.attachment;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class AttachmentsTest {
    private static final Viewer MARKET = viewer("U05", Post.HANDLER);
    private static final Viewer CUSTOMS = viewer("U16", Post.HANDLER);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-10T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private final Attachments attachments;
    private final Writing writing;
    private final List<String> looks = new ArrayList<>();

    AttachmentsTest(Reading reading, Writing writing, @TempDir Path data) {
        this.writing = writing;
        attachments = new Attachments(
                reading,
                writing,
                CLOCK,
                (viewer, matter, purpose) -> looks.add(viewer.account() + " " + matter + " " + purpose),
                new ContentStore(data),
                1);
    }

    @Test
    void what_was_sent_is_read_back_as_it_was() throws IOException {
        var sent = send(MARKET, "现场.jpg");

        var found = attachments.get(MARKET, sent.id());

        assertThat(found).isEqualTo(sent);
        assertThat(found.content().mediaType()).isEqualTo("image/jpeg");
        try (var in = attachments.open(found)) {
            assertThat(in.readAllBytes()).isEqualTo(Bytes.JPEG);
        }
    }

    @Test
    void another_unit_does_not_see_an_unlinked_file() throws IOException {
        var sent = send(MARKET, "现场.jpg");

        assertThat(attachments.visible(CUSTOMS, List.of(sent.id()))).isEmpty();
        assertThatThrownBy(() -> attachments.get(CUSTOMS, sent.id()))
                .isInstanceOf(Refusal.class)
                .hasMessage(Refusal.notFound().detail());
    }

    @Test
    void once_linked_it_is_seen_by_whoever_sees_the_matter() throws IOException {
        var sent = send(MARKET, "现场.jpg");
        var matter = UUID.randomUUID();
        writing.run(db -> {
            seen(db, matter, "U16");
            attachments.link(db, matter, List.of(sent.id()));
            attachments.link(db, matter, List.of(sent.id()));
        });

        assertThat(attachments.of(CUSTOMS, matter)).containsExactly(sent);
        assertThat(attachments.visible(CUSTOMS, List.of(sent.id()))).containsExactly(sent);
        assertThat(attachments.visible(MARKET, List.of(sent.id())))
                .as("the sender of a matter it no longer sees")
                .isEmpty();
        assertThat(attachments.of(MARKET, matter)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIT_ADMIN", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"})
    void who_administers_the_unit_reads_none_of_its_files(Post post) throws IOException {
        var linked = send(MARKET, "现场.jpg");
        var loose = send(MARKET, "现场.jpg");
        var matter = UUID.randomUUID();
        writing.run(db -> {
            seen(db, matter, "U05");
            attachments.link(db, matter, List.of(linked.id()));
        });
        var admin = viewer("U05", post);

        assertThat(attachments.of(admin, matter)).isEmpty();
        assertThat(attachments.visible(admin, List.of(linked.id(), loose.id()))).isEmpty();
        assertThat(attachments.of(MARKET, matter)).as("its officers do").hasSize(1);
    }

    @Test
    void who_takes_a_file_is_remembered_by_each_matter_that_they_see_it_in() throws IOException {
        var sent = send(MARKET, "现场.jpg");
        attachments.take(MARKET, sent.id());
        assertThat(looks).as("it belongs to no matter yet").isEmpty();
        var theirs = UUID.randomUUID();
        var anothers = UUID.randomUUID();
        writing.run(db -> {
            seen(db, theirs, "U16");
            seen(db, anothers, "U11");
            attachments.link(db, theirs, List.of(sent.id()));
            attachments.link(db, anothers, List.of(sent.id()));
        });

        attachments.take(CUSTOMS, sent.id());

        assertThat(looks).containsExactly("u16-handler " + theirs + " attachment");
    }

    @Test
    void an_id_that_nobody_has_is_answered_like_one_that_is_hidden() {
        assertThatThrownBy(() -> attachments.get(CUSTOMS, UUID.randomUUID()))
                .isInstanceOf(Refusal.class)
                .hasMessage(Refusal.notFound().detail());
    }

    @Test
    void administrators_send_nothing() {
        assertThatThrownBy(() -> send(viewer("U05", Post.SYSTEM_ADMIN), "现场.jpg"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("请由经办人上传");
    }

    private AttachmentRef send(Viewer viewer, String name) throws IOException {
        return attachments.receive(viewer, name, new ByteArrayInputStream(Bytes.JPEG));
    }

    private static void seen(JdbcClient db, UUID matter, String unit) {
        db.sql("""
                insert into matter.inbox (unit_id, matter_id, kind, status, closed, number, title, owner_unit, created_at, updated_at)
                values (:unit, :matter, 'case', 'filed', false, :number, '案', :unit, now(), now())
                """)
                .param("unit", unit)
                .param("matter", matter)
                .param("number", matter.toString())
                .update();
    }

    private static Viewer viewer(String unit, Post post) {
        return Viewer.of(
                new AccountId(unit.toLowerCase(java.util.Locale.ROOT) + "-handler"), new UnitId(unit), post, "覃某");
    }
}
