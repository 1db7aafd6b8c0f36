package cn.daxietong.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.DatabaseTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was sent and never handed in goes after a day; whatever belongs to a matter stays. */
@DatabaseTest
class SweepTest {
    private static final Instant SENT = Instant.parse("2026-09-10T01:00:00Z");
    private static final Viewer MARKET = Viewer.of(new AccountId("u05-handler"), new UnitId("U05"), Post.HANDLER, "覃某");

    private final Reading reading;
    private final Writing writing;
    private final List<UploadsSwept> told = new ArrayList<>();

    @TempDir
    private Path folder = Path.of(".");

    private ContentStore store = new ContentStore(Path.of("target/unused-store"));

    SweepTest(Reading reading, Writing writing) {
        this.reading = reading;
        this.writing = writing;
    }

    @BeforeEach
    void open() {
        store = new ContentStore(folder);
    }

    private AttachmentRef send(byte[] content) throws IOException {
        return new Attachments(reading, writing, at(SENT), (viewer, matter, purpose) -> {}, store, 1)
                .receive(MARKET, "现场.jpg", new ByteArrayInputStream(content));
    }

    private int sweep(Duration later) {
        return new Sweep(store, writing, event -> told.add((UploadsSwept) event), at(SENT.plus(later))).run();
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneId.of("Asia/Shanghai"));
    }

    private void handIn(AttachmentRef file) {
        writing.run(db -> new Attachments(reading, writing, at(SENT), (viewer, matter, purpose) -> {}, store, 1)
                .link(db, UUID.randomUUID(), List.of(file.id())));
    }

    private boolean exists(AttachmentRef file) {
        return Files.exists(store.path(file.content().sha256()));
    }

    private static byte[] another() {
        var content = Bytes.JPEG.clone();
        content[content.length - 1] ^= (byte) System.nanoTime();
        return content;
    }

    @Test
    void what_was_not_handed_in_within_a_day_goes_and_its_unit_is_written_down() throws IOException {
        var forgotten = send(another());

        assertThat(sweep(Duration.ofHours(23))).isZero();
        assertThat(exists(forgotten)).isTrue();
        assertThat(sweep(Duration.ofHours(25))).isEqualTo(1);

        assertThat(exists(forgotten)).isFalse();
        assertThat(told)
                .containsExactly(new UploadsSwept(
                        new UnitId("U05"), 1, forgotten.content().size()));
    }

    @Test
    void what_belongs_to_a_matter_stays_and_so_does_its_content_when_another_copy_goes() throws IOException {
        var content = another();
        var handedIn = send(content);
        send(content);
        handIn(handedIn);

        assertThat(sweep(Duration.ofDays(2))).isEqualTo(1);

        assertThat(exists(handedIn)).isTrue();
        assertThat(sweep(Duration.ofDays(400))).isZero();
    }

    @Test
    void a_content_whose_row_was_never_committed_goes_too() throws IOException {
        var sent = send(another());
        writing.run(db -> db.sql("delete from attachment.file where id = ?")
                .param(sent.id())
                .update());
        Files.setLastModifiedTime(store.path(sent.content().sha256()), FileTime.from(SENT));

        assertThat(sweep(Duration.ofDays(2))).isEqualTo(1);

        assertThat(exists(sent)).isFalse();
    }

    @Test
    void the_database_itself_refuses_to_remove_what_belongs_to_a_matter() throws IOException {
        var handedIn = send(another());
        handIn(handedIn);

        int removed = writing.inTransaction(db -> db.sql("delete from attachment.file where id = ?")
                .param(handedIn.id())
                .update());

        assertThat(removed).isZero();
    }
}
