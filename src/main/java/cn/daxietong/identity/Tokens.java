package cn.daxietong.identity;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bearer tokens: 256 random bits of which only the digest is stored, so that a stolen database opens nothing. */
@Component
class Tokens {
    static final Duration PERSONAL = Duration.ofHours(10);

    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int CACHE = 10_000;

    private final Reading reading;
    private final Writing writing;
    private final Presence presence;
    private final SecurityLog log;
    private final Clock clock;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

    /** Shown once and kept nowhere. */
    record Issued(UUID id, String token, Instant expiresAt) {}

    private record Known(SignedIn who, Instant until) {}

    private record Found(
            UUID id,
            String account,
            UUID holding,
            Set<String> scopes,
            @Nullable Instant lastUsedAt) {}

    Tokens(Reading reading, Writing writing, Presence presence, SecurityLog log, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.presence = presence;
        this.log = log;
        this.clock = clock;
    }

    /** For a person or a program that just proved a password; it may do what the holding may. */
    Issued issue(Holding holding) {
        var who = presence.of(holding.account(), holding.id()).orElseThrow(Refusal::notFound);
        if (who.mustChange()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN, "password_change_required", "须先改掉初始密码", "该账号用的还是初始密码。请先在网页上登录，改掉密码后再取令牌。");
        }
        if (who.mustEnrol()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN, "totp_enrolment_required", "须先启用动态码", "该岗位须使用动态码。请先在网页上登录，启用动态码后再取令牌。");
        }
        return issue(
                holding,
                "",
                Set.of(),
                holding.account().value(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(PERSONAL));
    }

    Issued issue(Holding holding, String name, Set<String> scopes, String by, Instant expiresAt) {
        var token = Secrets.token();
        var id = UUID.randomUUID();
        writing.run(db -> {
            db.sql("""
                            insert into identity.token (id, digest, account, holding, unit, name, scopes, issued_by, issued_at, expires_at)
                            values (:id, :digest, :account, :holding, :unit, :name, :scopes, :by, :now, :expires)
                            """)
                    .param("id", id)
                    .param("digest", Secrets.digest(token))
                    .param("account", holding.account().value())
                    .param("holding", holding.id())
                    .param("unit", holding.unit().value())
                    .param("name", name)
                    .param("scopes", scopes.stream().sorted().toArray(String[]::new))
                    .param("by", by)
                    .param("now", OffsetDateTime.now(clock))
                    .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                    .update();
            log.add(
                    SecurityLog.Kind.TOKEN_ISSUED,
                    by,
                    holding.unit(),
                    holding.account().value(),
                    name.isEmpty() ? "本人登录" : name + "（" + String.join("、", scopes) + "）");
        });
        return new Issued(id, token, expiresAt);
    }

    /** Whom the token stands for now; what was found is trusted for a second at most. */
    Optional<SignedIn> who(String token) {
        var now = clock.instant();
        var key = HexFormat.of().formatHex(Secrets.digest(token));
        var cached = known.get(key);
        if (cached != null && now.isBefore(cached.until())) {
            return Optional.of(cached.who());
        }
        var who = look(token);
        if (who.isPresent()) {
            if (known.size() >= CACHE) {
                known.values().removeIf(old -> !now.isBefore(old.until()));
            }
            known.put(key, new Known(who.get(), now.plus(TRUSTED)));
        } else {
            known.remove(key);
        }
        return who;
    }

    private Optional<SignedIn> look(String token) {
        var found = writing.inTransaction(db -> db.sql("""
                                select id, account, holding, scopes, last_used_at from identity.token
                                 where digest = ? and revoked_at is null and expires_at > ?
                                """)
                .params(Secrets.digest(token), OffsetDateTime.now(clock))
                .query((row, n) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getString("account"),
                        row.getObject("holding", UUID.class),
                        Set.copyOf(strings(row.getArray("scopes"))),
                        Holding.instant(row, "last_used_at")))
                .optional());
        return found.flatMap(hit -> {
            noteUse(hit);
            return presence.of(new AccountId(hit.account()), hit.holding()).map(who -> scoped(who, hit));
        });
    }

    private static SignedIn scoped(SignedIn who, Found hit) {
        var viewer = who.viewer();
        return new SignedIn(
                new Viewer(
                        viewer.account(), viewer.unit(), viewer.post(), viewer.name(), viewer.acting(), hit.scopes()),
                who.holding(),
                who.mustChange(),
                who.mustEnrol(),
                hit.id());
    }

    private void noteUse(Found hit) {
        var now = clock.instant();
        if (hit.lastUsedAt() == null || hit.lastUsedAt().plus(USE_NOTED_EVERY).isBefore(now)) {
            writing.run(db -> db.sql("update identity.token set last_used_at = ? where id = ?")
                    .params(now.atOffset(ZoneOffset.UTC), hit.id())
                    .update());
        }
    }

    /** The unit's machine tokens for its administrator, a person's own otherwise; the database decides which rows those are. */
    List<TokenRow> visibleTo(Viewer viewer) {
        return reading.as(viewer, db -> db.sql("""
                                select id, account, unit, name, scopes, issued_by, issued_at, expires_at, revoked_at, last_used_at
                                  from identity.token
                                 where account = :account or name <> ''
                                 order by issued_at desc limit 200
                                """)
                .param("account", viewer.account().value())
                .query(Tokens::row)
                .list());
    }

    void revoke(UUID id, Viewer viewer) {
        var row = visibleTo(viewer).stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        writing.run(db -> {
            int ended = db.sql(
                            "update identity.token set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null")
                    .params(OffsetDateTime.now(clock), viewer.account().value(), id)
                    .update();
            if (ended == 1) {
                log.add(SecurityLog.Kind.TOKEN_REVOKED, viewer, row.account().value(), row.name());
            }
        });
        known.clear();
    }

    /** All that an account has, in the transaction under way. */
    int revokeAll(AccountId account, String by) {
        known.clear();
        return writing.inTransaction(db -> db.sql(
                        "update identity.token set revoked_at = ?, revoked_by = ? where account = ? and revoked_at is null and expires_at > ?")
                .params(OffsetDateTime.now(clock), by, account.value(), OffsetDateTime.now(clock))
                .update());
    }

    private static TokenRow row(ResultSet row, int number) throws SQLException {
        return new TokenRow(
                row.getObject("id", UUID.class),
                new AccountId(row.getString("account")),
                new UnitId(row.getString("unit")),
                row.getString("name"),
                strings(row.getArray("scopes")),
                row.getString("issued_by"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Holding.instant(row, "revoked_at"),
                Holding.instant(row, "last_used_at"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
