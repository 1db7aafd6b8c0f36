package cn.daxietong.identity;

import cn.daxietong.database.Reading;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells whether an account still holds, at this moment, the post in which it acts. */
@Component
class Presence {
    private final Reading reading;
    private final IdentitySettings settings;
    private final Clock clock;

    Presence(Reading reading, IdentitySettings settings, Clock clock) {
        this.reading = reading;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<SignedIn> of(AccountId account, UUID holding) {
        return reading.open(db -> db.sql("""
                                select a.name, a.must_change, a.machine, a.totp_confirmed_at, h.unit, h.post, h.acting
                                  from identity.holding h join identity.account a on a.username = h.account
                                 where h.id = :holding and h.account = :account and a.disabled_at is null
                                   and h.confirmed_at is not null and h.starts_at <= :now and (h.ends_at is null or h.ends_at > :now)
                                """)
                .param("holding", holding)
                .param("account", account.value())
                .param("now", OffsetDateTime.now(clock))
                .query((row, n) -> {
                    var post = Holding.post(row.getString("post"));
                    var viewer = new Viewer(
                            account,
                            new UnitId(row.getString("unit")),
                            post,
                            row.getString("name"),
                            row.getBoolean("acting"),
                            Set.of());
                    boolean enrolled = row.getObject("totp_confirmed_at") != null || row.getBoolean("machine");
                    return new SignedIn(
                            viewer,
                            holding,
                            row.getBoolean("must_change"),
                            !enrolled && settings.totpPosts().contains(post),
                            null);
                })
                .optional());
    }
}
