package cn.daxietong.document;

import cn.daxietong.database.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** What may be known about a document by whoever holds its check code. */
@Repository
class Register {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Reading reading;

    Register(Reading reading) {
        this.reading = reading;
    }

    /** Always the same two steps, so that neither answer nor time tells a near miss from a guess. */
    Optional<CheckPage.Found> find(String code) {
        return reading.open(db -> {
            // Row-level security shows the row to whoever names its code, and no other row.
            db.sql("select set_config('app.check_code', :code, true)")
                    .param("code", code)
                    .query(String.class)
                    .single();
            return db.sql("select id, issuer, kind, number, issued_at from document.issued where check_code = :code")
                    .param("code", code)
                    .query(Register::row)
                    .optional()
                    .map(row -> row.found(db.sql("""
                                    select format, sha256, sm3
                                      from document.rendition
                                     where document = :id
                                     order by format desc, pressed_at
                                    """)
                            .param("id", row.id())
                            .query((r, n) -> new CheckPage.Rendition(
                                    r.getString("format").toUpperCase(Locale.ROOT),
                                    r.getString("sha256"),
                                    r.getString("sm3")))
                            .list()));
        });
    }

    private record Row(UUID id, CheckPage.Found open) {
        CheckPage.Found found(List<CheckPage.Rendition> renditions) {
            return new CheckPage.Found(open.issuer(), open.kind(), open.number(), open.day(), renditions);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var day = row.getObject("issued_at", OffsetDateTime.class)
                .atZoneSameInstant(ZONE)
                .toLocalDate();
        return new Row(
                row.getObject("id", UUID.class),
                new CheckPage.Found(
                        row.getString("issuer"),
                        row.getString("kind"),
                        row.getString("number"),
                        day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
                        List.of()));
    }
}
