package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token as lists show it; the token itself is shown once, when it is issued. */
public record TokenRow(
        UUID id,
        AccountId account,
        UnitId unit,
        String name,
        List<String> scopes,
        String issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {
    public TokenRow {
        scopes = List.copyOf(scopes);
    }

    public boolean live(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
