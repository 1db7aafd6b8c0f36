package cn.daxietong.document;

import cn.daxietong.attachment.ReadTrace;
import cn.daxietong.database.Statements;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Issues documents, lists them, and presses them when somebody asks: the transaction that issues one stores a row and renders nothing. */
@Service
public class Documents {
    private final Contents contents;
    private final Writing writing;
    private final DocumentPress press;
    private final Clock clock;
    private final ReadTrace trace;
    private final String address;

    /** @param address where this platform is reached from outside, for the QR code: https://dxt.luzhai.gov.cn */
    Documents(
            Contents contents,
            Writing writing,
            DocumentPress press,
            Clock clock,
            ReadTrace trace,
            @Value("${daxietong.public-address:http://localhost:${server.port:8080}}") String address) {
        this.contents = contents;
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
    public void issue(Statements statements, Issue issue, OfficialDocument content, UnaryOperator<String> seal) {
        Contents.add(statements, issue, seal.apply(Json.MAPPER.writeValueAsString(content)), content);
    }

    /** What is known of a document beside what it says. */
    public record Issue(UUID id, UUID matter, UnitId unit, Instant at) {}

    public List<DocumentRef> of(Viewer viewer, UUID matter) {
        return contents.of(viewer, matter);
    }

    /** What a document says, for somebody who sees its matter, with the address of its check page. */
    public OfficialDocument read(Viewer viewer, UUID matter, UUID id) {
        // Where the platform is reached may change after a document was issued; its code never does.
        return contents.get(viewer, matter, id).checkedAt(address + "/check/" + CheckCode.of(id));
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
}
