package cn.daxietong.identity;

import cn.daxietong.database.Writing;
import cn.daxietong.organization.Unit;
import cn.daxietong.organization.UnitKind;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** At the first start, with no account yet: three administrators, and in a demonstration people for every unit, all with random passwords. */
@Component
class FirstAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);

    private final Writing writing;
    private final Units units;
    private final Seal seal;
    private final IdentitySettings settings;
    private final Clock clock;

    private record First(String username, String password, Unit unit, Post post, String name, byte @Nullable [] totp) {}

    FirstAccounts(Writing writing, Units units, Seal seal, IdentitySettings settings, Clock clock) {
        this.writing = writing;
        this.units = units;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void create() {
        writing.run(db -> {
            // Two processes may start at once on one database.
            db.sql("select pg_advisory_xact_lock(hashtext('identity.first'))")
                    .query((row, n) -> n)
                    .list();
            if (db.sql("select exists (select from identity.account)")
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            var accounts = settings.demo() ? demonstration() : three(false);
            accounts.forEach(account -> insert(db, account));
            // Before the commit: an account whose password nobody has would be of no use.
            write(accounts);
        });
    }

    private List<First> demonstration() {
        var all = new ArrayList<First>();
        for (var unit : units.all()) {
            all.add(first(unit, "handler", Post.HANDLER, "经办人甲"));
            // 国务院令310号 第五条: two or more officers, so a unit that investigates has two.
            if (unit.kind().investigates() || unit.kind() == UnitKind.PROCURATORATE) {
                all.add(first(unit, "handler2", Post.HANDLER, "经办人乙"));
            }
            all.add(first(unit, "head", Post.HEAD, "正职负责人"));
            all.add(first(unit, "admin", Post.UNIT_ADMIN, "单位管理员"));
        }
        all.addAll(three(true));
        return all;
    }

    private List<First> three(boolean withTotp) {
        var office = units.find(UnitId.OFFICE).orElseThrow();
        return List.of(
                administrator("system-admin", office, Post.SYSTEM_ADMIN, withTotp),
                administrator("security-admin", office, Post.SECURITY_ADMIN, withTotp),
                administrator("audit-admin", office, Post.AUDIT_ADMIN, withTotp));
    }

    private static First administrator(String username, Unit office, Post post, boolean withTotp) {
        return new First(
                username,
                Secrets.password(),
                office,
                post,
                post.title(),
                withTotp ? Secrets.bytes(Totp.SECRET_BYTES) : null);
    }

    private static First first(Unit unit, String suffix, Post post, String title) {
        return new First(
                unit.id().value().toLowerCase(Locale.ROOT) + "-" + suffix,
                Secrets.password(),
                unit,
                post,
                unit.shortName() + title,
                Secrets.bytes(Totp.SECRET_BYTES));
    }

    private void insert(JdbcClient db, First account) {
        var now = OffsetDateTime.now(clock);
        db.sql("""
                        insert into identity.account (username, name, password_hash, password_set_at, must_change, totp_secret,
                               totp_confirmed_at, totp_required, created_at, created_by)
                        values (:username, :name, :hash, :now, :mustChange, :totp, case when cast(:totp as bytea) is null then null else cast(:now as timestamptz) end,
                               :totpRequired, :now, 'system')
                        """)
                .param("username", account.username())
                .param("name", account.name())
                .param("hash", Passwords.generated(account.password()))
                .param("now", now)
                .param("mustChange", !settings.demo())
                // In a demonstration the others may sign in with the password alone; whoever administers never.
                .param(
                        "totpRequired",
                        account.totp() != null && settings.totpPosts().contains(account.post()))
                .param("totp", account.totp() == null ? null : seal.seal(account.totp(), account.username()))
                .update();
        db.sql("""
                        insert into identity.holding (id, account, unit, post, starts_at, proposed_by, proposed_post, proposed_at, confirmed_by, confirmed_at)
                        values (:id, :account, :unit, :post, :now, 'system', :post, :now, 'system', :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account.username())
                .param("unit", account.unit().id().value())
                .param("post", account.post().code())
                .param("now", now)
                .update();
    }

    private void write(List<First> accounts) {
        var lines = new ArrayList<String>();
        // Programs read the first five by their place; the last two are for whoever opens the file.
        lines.add("username,password,unit,post,totp_secret,单位,岗位");
        for (var account : accounts) {
            lines.add(String.join(
                    ",",
                    account.username(),
                    account.password(),
                    account.unit().id().value(),
                    account.post().code(),
                    account.totp() == null ? "" : Base32.encode(account.totp()),
                    account.unit().shortName(),
                    account.post().title()));
        }
        var folder = Path.of(settings.data());
        var file = folder.resolve(settings.demo() ? "demo-accounts.csv" : "initial-accounts.csv");
        try {
            Files.createDirectories(folder);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var written = Files.createTempFile(folder, "accounts", ".csv", owner);
            Files.write(written, lines);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        LOG.info("已建立 {} 个初始账号，用户名和一次性随机密码在 {}（仅本机属主可读）。", accounts.size(), file.toAbsolutePath());
    }
}
