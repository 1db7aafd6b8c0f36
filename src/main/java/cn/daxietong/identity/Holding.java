package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account's post in a unit over a span of time.
 *
 * @param acting true where it stands in for the head (主持工作的负责人, 国务院令310号 第五条)
 * @param endsAt exclusive; null while open
 * @param confirmedAt null while a second administrator still has to agree, and until then it gives nothing
 */
public record Holding(
        UUID id,
        AccountId account,
        UnitId unit,
        Post post,
        boolean acting,
        String ground,
        Instant startsAt,
        @Nullable Instant endsAt,
        String proposedBy,
        Post proposedPost,
        @Nullable UnitId releasingUnit,
        @Nullable Instant confirmedAt) {

    static final String COLUMNS =
            "h.id, h.account, h.unit, h.post, h.acting, h.ground, h.starts_at, h.ends_at, h.proposed_by, h.proposed_post, h.releasing_unit, h.confirmed_at";

    public boolean givesPowerAt(Instant now) {
        return confirmedAt != null && !now.isBefore(startsAt) && (endsAt == null || now.isBefore(endsAt));
    }

    /** Not over: it gives power now, or will, or waits for a second administrator. */
    public boolean openAt(Instant now) {
        return endsAt == null || now.isBefore(endsAt);
    }

    static Holding from(ResultSet row, int number) throws SQLException {
        var releasing = row.getString("releasing_unit");
        return new Holding(
                row.getObject("id", UUID.class),
                new AccountId(row.getString("account")),
                new UnitId(row.getString("unit")),
                post(row.getString("post")),
                row.getBoolean("acting"),
                row.getString("ground"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                instant(row, "ends_at"),
                row.getString("proposed_by"),
                post(row.getString("proposed_post")),
                releasing == null ? null : new UnitId(releasing),
                instant(row, "confirmed_at"));
    }

    static Post post(String code) {
        return Post.valueOf(code.toUpperCase(Locale.ROOT));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
