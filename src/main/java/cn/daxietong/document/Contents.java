package cn.daxietong.document;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Statements;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of issued documents; what they say stands in them sealed under the key of their matter. */
@Component
public final class Contents {
    private static final int TOGETHER = 200;

    private final Reading reading;
    private final Writing writing;
    private final ContentSeal seal;

    Contents(Reading reading, Writing writing, ContentSeal seal) {
        this.reading = reading;
        this.writing = writing;
        this.seal = seal;
    }

    static void add(Statements statements, Documents.Issue issue, String sealed, OfficialDocument content) {
        var masthead = content.masthead();
        statements.add(
                """
                insert into document.issued (id, matter, unit, issuer, kind, title, number, check_code, issued_at, sealed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                issue.id(),
                issue.matter(),
                issue.unit().value(),
                masthead.issuer(),
                masthead.kind(),
                content.title().replace("\n", ""),
                masthead.number(),
                CheckCode.of(issue.id()),
                issue.at().atOffset(ZoneOffset.UTC),
                sealed);
    }

    List<DocumentRef> of(Viewer viewer, UUID matter) {
        return reading.as(
                viewer,
                db -> db.sql("""
                        select id, kind, title, number, issued_at
                          from document.issued
                         where matter = :matter
                         order by issued_at, id
                        """).param("matter", matter).query(Contents::ref).list());
    }

    /** @throws Refusal {@code not_found} where it is absent or not theirs to see; {@code content_destroyed} where its key is gone */
    OfficialDocument get(Viewer viewer, UUID matter, UUID id) {
        return reading.as(viewer, db -> {
            var row = db.sql(Kept.SELECTED + " where id = :id and matter = :matter")
                    .param("id", id)
                    .param("matter", matter)
                    .query(Kept::read)
                    .optional()
                    .orElseThrow(Refusal::notFound);
            var said = row.said(text -> seal.open(db, matter, text)).orElseThrow(Contents::destroyed);
            return Json.MAPPER.readValue(said, OfficialDocument.class);
        });
    }

    private static Refusal destroyed() {
        return new Refusal(Refusal.Kind.CONFLICT, "content_destroyed", "公文正文已销毁", "该事项的保管期限已到，公文正文已随密钥销毁，只保留登记信息。");
    }

    /** The contents of these matters' documents as they are kept, for whoever verifies them through a connection of theirs. */
    public static List<Kept> of(JdbcClient db, UUID[] matters) {
        return db.sql(Kept.SELECTED + " where matter = any(?)")
                .param(matters)
                .query(Kept::read)
                .list();
    }

    /** Seals what was issued before documents were sealed; returns how many. */
    int sealThoseInClear() {
        int sealed = 0;
        while (true) {
            var rows = writing.inTransaction(db -> {
                var found = db.sql(Kept.SELECTED + " where content is not null order by id limit ?")
                        .param(TOGETHER)
                        .query(Kept::read)
                        .list();
                found.forEach(row -> db.sql("select document.seal(?, ?)")
                        .params(row.id(), seal.seal(db, row.matter(), String.valueOf(row.clear())))
                        .query(Boolean.class)
                        .list());
                return found.size();
            });
            sealed += rows;
            if (rows < TOGETHER) {
                return sealed;
            }
        }
    }

    /**
     * A content as it is kept.
     *
     * @param clear as before contents were sealed; absent once it is
     */
    public record Kept(
            UUID id,
            UUID matter,
            @Nullable String clear,
            @Nullable String sealed) {
        private static final String SELECTED = "select id, matter, content::text, sealed from document.issued";

        private static Kept read(ResultSet row, int number) throws SQLException {
            return new Kept(
                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4));
        }

        /** What the document says; nothing where {@code open} finds no key. */
        public Optional<String> said(Function<String, Optional<String>> open) {
            return sealed == null ? Optional.ofNullable(clear) : open.apply(sealed);
        }
    }

    private static DocumentRef ref(ResultSet row, int number) throws SQLException {
        return new DocumentRef(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                row.getString("number"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}
