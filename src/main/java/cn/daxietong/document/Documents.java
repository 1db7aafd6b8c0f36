package cn.daxietong.document;

import cn.daxietong.attachment.ReadTrace;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Statements;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Issues documents, lists them, and presses them when somebody asks: the transaction that issues one stores a row and renders nothing. */
@Service
public class Documents {
    private final Reading reading;
    private final Writing writing;
    private final DocumentPress press;
    private final Clock clock;
    private final ReadTrace trace;
    private final String address;

    /** @param address where this platform is reached from outside, for the QR code: https://dxt.luzhai.gov.cn */
    Documents(
            Reading reading,
            Writing writing,
            DocumentPress press,
            Clock clock,
            ReadTrace trace,
            @Value("${daxietong.public-address:http://localhost:${server.port:8080}}") String address) {
        this.reading = reading;
        this.writing = writing;
        this.press = press;
        this.clock = clock;
        this.trace = trace;
        this.address = address.replaceFirst("/+$", "");
    }

    /**
     * Registers a document with whatever else the action that issues it writes. Storing it again changes nothing, so that rows can be made anew
     * from the ledger.
     */
    public void issue(
            Statements statements, UUID id, UUID matter, UnitId unit, Instant issuedAt, OfficialDocument content) {
        var masthead = content.masthead();
        statements.add(
                """
                insert into document.issued (id, matter, unit, issuer, kind, title, number, check_code, issued_at, content)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
                on conflict do nothing
                """,
                id,
                matter,
                unit.value(),
                masthead.issuer(),
                masthead.kind(),
                content.title().replace("\n", ""),
                masthead.number(),
                CheckCode.of(id),
                issuedAt.atOffset(ZoneOffset.UTC),
                // A NUL that got into a text field is the one character PostgreSQL cannot keep.
                Json.MAPPER.writeValueAsString(content).replace("\\u0000", ""));
    }

    public List<DocumentRef> of(Viewer viewer, UUID matter) {
        return reading.as(
                viewer,
                db -> db.sql("""
                        select id, kind, title, number, issued_at
                          from document.issued
                         where matter = :matter
                         order by issued_at, id
                        """).param("matter", matter).query(Documents::ref).list());
    }

    /** What a document says, for somebody who sees its matter, with the address of its check page. */
    public OfficialDocument read(Viewer viewer, UUID matter, UUID id) {
        // Where the platform is reached may change after a document was issued; its code never does.
        return content(viewer, matter, id)
                .orElseThrow(Refusal::notFound)
                .checkedAt(address + "/check/" + CheckCode.of(id));
    }

    /** Presses a document for somebody who sees its matter, and remembers the hash of what was given out and to whom. */
    public Pressed press(Viewer viewer, UUID matter, UUID id, Format format) {
        var pressed = pressWithin(viewer, matter, id, format);
        trace.looked(viewer, matter, "document");
        return pressed;
    }

    /** As {@link #press}, as part of something larger whose own taking away is the trace. */
    public Pressed pressWithin(Viewer viewer, UUID matter, UUID id, Format format) {
        var content = read(viewer, matter, id);
        var bytes =
                switch (format) {
                    case PDF -> press.pdf(content);
                    case OFD -> press.ofd(content);
                };
        remember(id, format, Hashes.of(bytes));
        return new Pressed(fileName(content) + "." + format.code(), format, bytes);
    }

    /** A rendition to be given out. */
    public record Pressed(String name, Format format, byte[] bytes) {}

    private Optional<OfficialDocument> content(Viewer viewer, UUID matter, UUID id) {
        return reading.as(
                viewer, db -> db.sql("select content from document.issued where id = :id and matter = :matter")
                        .param("id", id)
                        .param("matter", matter)
                        .query(String.class)
                        .optional()
                        .map(json -> Json.MAPPER.readValue(json, OfficialDocument.class)));
    }

    private void remember(UUID id, Format format, Hashes hashes) {
        writing.run(db -> db.sql("""
                        insert into document.rendition (document, format, sha256, sm3, pressed_at)
                        values (:id, :format, :sha256, :sm3, :at)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("format", format.code())
                .param("sha256", hashes.sha256())
                .param("sm3", hashes.sm3())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    private static String fileName(OfficialDocument content) {
        var masthead = content.masthead();
        var name = masthead.number() == null ? masthead.kind() : masthead.number() + " " + masthead.kind();
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
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
