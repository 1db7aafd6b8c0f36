package cn.daxietong.identity;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The secrets of an account, which only the writing role may read. */
@Component
class Credentials {
    private final Writing writing;
    private final Seal seal;
    private final Clock clock;
    private final ObjectProvider<PasswordWatch> watches;

    /** What is stored; the second factor counts only once it is confirmed. */
    record Stored(
            AccountId account,
            @Nullable String passwordHash,
            boolean enabled,
            boolean mustChange,
            boolean totpEnrolled,
            boolean totpRequired) {}

    Credentials(Writing writing, Seal seal, Clock clock, ObjectProvider<PasswordWatch> watches) {
        this.writing = writing;
        this.seal = seal;
        this.clock = clock;
        this.watches = watches;
    }

    Optional<Stored> find(String username) {
        return writing.inTransaction(db -> db.sql("""
                                select username, password_hash, disabled_at is null as enabled, must_change,
                                       totp_confirmed_at is not null as enrolled, totp_required
                                  from identity.account where username = ? and not machine
                                """)
                .param(username)
                .query((row, n) -> new Stored(
                        new AccountId(row.getString("username")),
                        row.getString("password_hash"),
                        row.getBoolean("enabled"),
                        row.getBoolean("must_change"),
                        row.getBoolean("enrolled"),
                        row.getBoolean("totp_required")))
                .optional());
    }

    void setPassword(AccountId account, String hash, boolean mustChange) {
        writing.run(db -> db.sql(
                        "update identity.account set password_hash = ?, must_change = ?, password_set_at = ? where username = ?")
                .params(hash, mustChange, OffsetDateTime.now(clock), account.value())
                .update());
    }

    /** The owner's own change; whoever keeps a key under the password keeps it under the new one, or nothing changes. */
    void changePassword(AccountId account, String before, String after, String hash) {
        writing.run(db -> {
            setPassword(account, hash, false);
            watches.forEach(watch -> watch.changed(account, before, after));
        });
    }

    /** An administrator's; whoever keeps a key under the old one is told that it opens no more. */
    void resetPassword(AccountId account, String hash) {
        writing.run(db -> {
            setPassword(account, hash, true);
            watches.forEach(watch -> watch.reset(account));
        });
    }

    void setDisabled(AccountId account, boolean disabled) {
        writing.run(db -> db.sql(
                        "update identity.account set disabled_at = case when :disabled then cast(:now as timestamptz) end where username = :account")
                .param("disabled", disabled)
                .param("now", OffsetDateTime.now(clock))
                .param("account", account.value())
                .update());
    }

    /** The same password under a slower hash; when it was set stays as it was. */
    void restretch(AccountId account, String hash) {
        writing.run(db -> db.sql("update identity.account set password_hash = ? where username = ?")
                .params(hash, account.value())
                .update());
    }

    /** True once for each code: the row is locked and the step used is kept. */
    boolean acceptsTotp(AccountId account, String code) {
        return writing.inTransaction(db -> {
            var stored = db.sql("select totp_secret, totp_step from identity.account where username = ? for update")
                    .param(account.value())
                    .query((row, n) -> new TotpRow(row.getBytes("totp_secret"), row.getLong("totp_step")))
                    .single();
            if (stored.secret() == null) {
                return false;
            }
            var step = Totp.step(seal.open(stored.secret(), account.value()), code, clock.instant(), stored.step());
            step.ifPresent(used -> db.sql("update identity.account set totp_step = ? where username = ?")
                    .params(used, account.value())
                    .update());
            return step.isPresent();
        });
    }

    private record TotpRow(byte @Nullable [] secret, long step) {}

    /** A secret that is shown as a QR code and counts only after {@link #confirmTotp}. */
    byte[] beginTotp(AccountId account) {
        var secret = Secrets.bytes(Totp.SECRET_BYTES);
        writing.run(db -> db.sql("""
                        update identity.account set totp_secret = ?, totp_confirmed_at = null, totp_required = false, totp_step = 0
                         where username = ?
                        """)
                .params(seal.seal(secret, account.value()), account.value())
                .update());
        return secret;
    }

    /** The secret while it still waits to be confirmed; never shown again afterwards. */
    Optional<byte[]> pendingTotp(AccountId account) {
        return writing.inTransaction(db -> db.sql("""
                                        select totp_secret from identity.account
                                         where username = ? and totp_confirmed_at is null and totp_secret is not null
                                        """)
                        .param(account.value())
                        .query((row, n) -> row.getBytes("totp_secret"))
                        .optional())
                .map(stored -> seal.open(stored, account.value()));
    }

    boolean confirmTotp(AccountId account, String code) {
        return writing.inTransaction(db -> {
            if (!acceptsTotp(account, code)) {
                return false;
            }
            return db.sql("update identity.account set totp_confirmed_at = ?, totp_required = true where username = ?")
                            .params(OffsetDateTime.now(clock), account.value())
                            .update()
                    == 1;
        });
    }

    void removeTotp(AccountId account) {
        writing.run(db -> db.sql("""
                        update identity.account set totp_secret = null, totp_confirmed_at = null, totp_required = false, totp_step = 0
                         where username = ?
                        """).param(account.value()).update());
    }
}
