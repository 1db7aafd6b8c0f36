package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account without its secrets. */
public record Account(
        AccountId id,
        String name,
        boolean machine,
        boolean mustChange,
        @Nullable Instant passwordSetAt,
        @Nullable Instant totpConfirmedAt,
        boolean totpRequired,
        @Nullable Instant disabledAt) {

    static final String COLUMNS =
            "a.username, a.name, a.machine, a.must_change, a.password_set_at, a.totp_confirmed_at, a.totp_required, a.disabled_at";

    public boolean enabled() {
        return disabledAt == null;
    }

    static Account from(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getString("username")),
                row.getString("name"),
                row.getBoolean("machine"),
                row.getBoolean("must_change"),
                Holding.instant(row, "password_set_at"),
                Holding.instant(row, "totp_confirmed_at"),
                row.getBoolean("totp_required"),
                Holding.instant(row, "disabled_at"));
    }
}
