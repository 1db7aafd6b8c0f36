package cn.daxietong.attachment;

import cn.daxietong.attachment.AttachmentRef.Content;
import cn.daxietong.attachment.AttachmentRef.Origin;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Files that people send: taken in, listed, linked to matters and given out again. */
@Service
public class Attachments {
    private final ContentStore store;
    private final Reading reading;
    private final Writing writing;
    private final Clock clock;
    private final long limit;
    private final ReadTrace trace;
    /** What a request holds beside the file. */
    private static final long ENVELOPE = 1 << 20;

    private final Recognition recognition = new Recognition();

    Attachments(
            Reading reading,
            Writing writing,
            Clock clock,
            ReadTrace trace,
            ContentStore store,
            @Value("${daxietong.attachment.limit-megabytes:2048}") long limitMegabytes) {
        this.store = store;
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
        this.trace = trace;
        this.limit = limitMegabytes << 20;
    }

    /** Takes in one file, streaming: however large it is, no more than a buffer of it is in memory. */
    public AttachmentRef receive(Viewer viewer, String name, InputStream content) throws IOException {
        if (!viewer.post().worksOnMatters()) {
            throw Refusal.forbidden("管理员岗位不经办事项，不能上传材料。请由经办人上传。");
        }
        var fileName = FileName.of(name).value();
        return store.keep(
                content,
                limit,
                (file, bytes) -> {
                    var kind = recognition.recognize(file, fileName);
                    return new Content(bytes.sha256(), bytes.sm3(), bytes.size(), kind.mediaType());
                },
                (kept, place) -> register(viewer, fileName, kept, place));
    }

    private AttachmentRef register(Viewer viewer, String name, Content kept, Runnable place) {
        var received = new AttachmentRef(
                UUID.randomUUID(), name, kept, new Origin(viewer.unit(), viewer.account(), clock.instant()));
        return writing.inTransaction(db -> {
            Sweep.Filing.amongOthers(db);
            place.run();
            insert(db, received);
            return received;
        });
    }

    /**
     * Refuses what is announced as larger than may be sent or than there is room for, before anything of it is read.
     *
     * @param length of the whole request in bytes; negative where it says nothing
     */
    public void refuseTooLarge(long length) throws IOException {
        if (length > limit + ENVELOPE) {
            throw ContentStore.tooLarge(limit);
        }
        store.refuseWithoutRoomFor(Math.max(0, length));
    }

    /** What may be sent, so that a page can say so before anything is. */
    public Accepted accepted() {
        return new Accepted(FileKind.extensions(), limit);
    }

    /** Of these ids the ones this viewer may see; the others are as good as absent. */
    public List<AttachmentRef> visible(Viewer viewer, Collection<UUID> ids) {
        return reading.as(viewer, db -> db.sql("""
                        select id, name, sha256, sm3, size, media_type, unit, account, uploaded_at
                          from attachment.file
                         where id = any(:ids)
                         order by uploaded_at, id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Attachments::row)
                .list());
    }

    /** What belongs to a matter. */
    public List<AttachmentRef> of(Viewer viewer, UUID matter) {
        return reading.as(viewer, db -> db.sql("""
                        select f.id, f.name, f.sha256, f.sm3, f.size, f.media_type, f.unit, f.account, f.uploaded_at
                          from attachment.link l
                          join attachment.file f on f.id = l.file
                         where l.matter = :matter
                         order by f.uploaded_at, f.id
                        """)
                .param("matter", matter)
                .query(Attachments::row)
                .list());
    }

    public AttachmentRef get(Viewer viewer, UUID id) {
        return visible(viewer, List.of(id)).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** As {@link #get}, to be taken away: every matter of theirs that the file belongs to remembers who did. */
    AttachmentRef take(Viewer viewer, UUID id) {
        var file = get(viewer, id);
        reading.as(viewer, db -> db.sql("select matter from attachment.link where file = ?")
                        .param(id)
                        .query(UUID.class)
                        .list())
                .forEach(matter -> trace.looked(viewer, matter, "attachment"));
        return file;
    }

    /**
     * Makes files part of a matter, in the transaction of the action that hands them in. Whether the actor may see them is asked before, by
     * {@link #visible}; from now on whoever sees the matter does.
     */
    public void link(JdbcClient db, UUID matter, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        db.sql("""
                insert into attachment.link (file, matter)
                select distinct unnest(:ids), :matter
                on conflict do nothing
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("matter", matter)
                .update();
        db.sql("update attachment.file set linked = true where id = any(:ids) and not linked")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    public InputStream open(AttachmentRef file) throws IOException {
        return Files.newInputStream(path(file));
    }

    /** Where the content lies, for those who must seek in it; it is never written again. */
    public Path path(AttachmentRef file) {
        return store.path(file.content().sha256());
    }

    private static void insert(JdbcClient db, AttachmentRef file) {
        db.sql("""
                insert into attachment.file (id, sha256, sm3, size, media_type, name, unit, account, uploaded_at)
                values (:id, :sha256, :sm3, :size, :mediaType, :name, :unit, :account, :at)
                """)
                .param("id", file.id())
                .param("sha256", file.content().sha256())
                .param("sm3", file.content().sm3())
                .param("size", file.content().size())
                .param("mediaType", file.content().mediaType())
                .param("name", file.name())
                .param("unit", file.origin().unit().value())
                .param("account", file.origin().account().value())
                .param("at", file.origin().at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static AttachmentRef row(ResultSet row, int number) throws SQLException {
        return new AttachmentRef(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new Content(
                        row.getString("sha256"),
                        row.getString("sm3"),
                        row.getLong("size"),
                        row.getString("media_type")),
                new Origin(
                        new UnitId(row.getString("unit")),
                        new AccountId(row.getString("account")),
                        row.getObject("uploaded_at", OffsetDateTime.class).toInstant()));
    }
}
