package cn.daxietong.identity;

import cn.daxietong.database.Parameters;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Accounts for tests of any module: makes them, tells their viewer, and signs a mock request in as one. */
@TestComponent
public class TestAccounts {
    public static final String PASSWORD = "Test-Password-7";

    private final Writing writing;
    private final Clock clock;

    public TestAccounts(Writing writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    /** A new account that holds the post now; its password is {@link #PASSWORD}. */
    public Viewer some(String unit, Post post) {
        var username = "t" + UUID.randomUUID().toString().substring(0, 12);
        return named(username, unit, post);
    }

    public Viewer named(String username, String unit, Post post) {
        var now = OffsetDateTime.now(clock);
        writing.run(db -> {
            db.sql(
                            "insert into identity.account (username, name, password_hash, totp_confirmed_at, created_at, created_by) values (?, ?, ?, ?, ?, 'test')")
                    // As if enrolled, so that a test may sign in as one who administers.
                    .params(Parameters.of(
                            username,
                            "测试" + post.title(),
                            Passwords.generated(PASSWORD),
                            post.worksOnMatters() ? null : now,
                            now))
                    .update();
            hold(username, unit, post);
        });
        return Viewer.of(new AccountId(username), new UnitId(unit), post, "测试" + post.title());
    }

    public UUID hold(String username, String unit, Post post) {
        var id = UUID.randomUUID();
        var now = OffsetDateTime.now(clock);
        writing.run(db -> db.sql("""
                                insert into identity.holding (id, account, unit, post, starts_at, proposed_by, proposed_post, proposed_at, confirmed_by, confirmed_at)
                                values (?, ?, ?, ?, ?, 'test', 'system_admin', ?, 'test', ?)
                                """)
                .params(id, username, unit, post.code(), now, now, now)
                .update());
        return id;
    }

    /** A handler who stands in for the unit's absent head from now on (国务院令310号 第五条); acts in that post. */
    public Viewer actingHead(String unit) {
        var deputy = some(unit, Post.HANDLER);
        var holding = hold(deputy.account().value(), unit, Post.HEAD);
        writing.run(db -> db.sql(
                        "update identity.holding set acting = true, acting_for = account, ground = '外出学习', ends_at = ? where id = ?")
                .params(OffsetDateTime.now(clock).plusDays(7), holding)
                .update());
        return new Viewer(deputy.account(), deputy.unit(), Post.HEAD, deputy.name(), true, Set.of());
    }

    /** The head is back. */
    public void endActing(Viewer deputy) {
        writing.run(db -> db.sql("update identity.holding set ends_at = ? where account = ? and acting")
                .params(OffsetDateTime.now(clock), deputy.account().value())
                .update());
    }

    void run(Consumer<JdbcClient> work) {
        writing.run(work);
    }

    /** For {@code MockMvcTester}: the request comes from this viewer, without going through sign-in. */
    public static RequestPostProcessor as(Viewer viewer) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                new Authenticated(new SignedIn(viewer, UUID.randomUUID(), false, false, null)));
    }
}
