package cn.daxietong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@PlatformTest
class GrantingTest {
    private final Granting granting;
    private final AccountCare care;
    private final Accounts accounts;
    private final Reading reading;
    private final Clock clock;
    private final TestAccounts test;

    GrantingTest(
            Granting granting, AccountCare care, Accounts accounts, Reading reading, Writing writing, Clock clock) {
        this.granting = granting;
        this.care = care;
        this.accounts = accounts;
        this.reading = reading;
        this.clock = clock;
        this.test = new TestAccounts(writing, clock);
    }

    @ParameterizedTest
    @CsvSource({
        "UNIT_ADMIN, U08, HANDLER, true",
        "UNIT_ADMIN, U08, HEAD, true",
        "UNIT_ADMIN, U08, UNIT_ADMIN, false",
        "UNIT_ADMIN, U12, HANDLER, false",
        "UNIT_ADMIN, U08, SYSTEM_ADMIN, false",
        "SYSTEM_ADMIN, U12, UNIT_ADMIN, true",
        "SYSTEM_ADMIN, U12, HANDLER, false",
        "SYSTEM_ADMIN, U12, HEAD, false",
        "SECURITY_ADMIN, U12, UNIT_ADMIN, false",
        "SECURITY_ADMIN, OFFICE, AUDIT_ADMIN, true",
        "AUDIT_ADMIN, OFFICE, AUDIT_ADMIN, false",
        "HEAD, U08, HANDLER, false",
        "HANDLER, U08, HANDLER, false"
    })
    void nobody_gives_what_is_outside_their_scope(Post by, String unit, Post post, boolean allowed) {
        var viewer = Viewer.of(new AccountId("someone"), new UnitId("U08"), by, "某");

        assertThat(Grants.within(viewer, new UnitId(unit), post)).isEqualTo(allowed);
    }

    @Test
    void a_post_given_within_the_unit_holds_at_once_and_an_attempt_beyond_it_is_logged() {
        var admin = test.some("U08", Post.UNIT_ADMIN);
        var username = fresh();

        granting.create(username, "经办人", wanted("U08", Post.HANDLER), admin);

        assertThat(accounts.holds(new AccountId(username), new UnitId("U08"), Post.HANDLER))
                .isTrue();
        assertThatThrownBy(() -> granting.create(fresh(), "甲", wanted("U12", Post.HANDLER), admin))
                .isInstanceOf(Refusal.class);
        assertThat(kinds(admin)).contains("denied");
    }

    @Test
    void nobody_gives_a_post_to_themselves() {
        var admin = test.some("U08", Post.UNIT_ADMIN);

        assertThatThrownBy(() -> granting.propose(admin.account(), wanted("U08", Post.HANDLER), admin))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void somebody_of_another_unit_works_here_only_once_that_unit_agrees() {
        var here = test.some("U08", Post.UNIT_ADMIN);
        var there = test.some("U12", Post.UNIT_ADMIN);
        var stranger = test.some("U13", Post.UNIT_ADMIN);
        var officer = test.some("U12", Post.HANDLER);

        var atOnce = granting.propose(officer.account(), wanted("U08", Post.HANDLER), here);

        assertThat(atOnce).isFalse();
        assertThat(accounts.holds(officer.account(), new UnitId("U08"), Post.HANDLER))
                .isFalse();
        var waiting = open(officer.account(), "U08");
        assertThatThrownBy(() -> granting.confirm(waiting, here)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> granting.confirm(waiting, stranger)).isInstanceOf(Refusal.class);

        granting.confirm(waiting, there);

        assertThat(accounts.holds(officer.account(), new UnitId("U08"), Post.HANDLER))
                .isTrue();
    }

    @Test
    void an_administrator_cannot_take_over_the_password_of_who_also_works_elsewhere() {
        var admin = test.some("U08", Post.UNIT_ADMIN);
        var officer = test.some("U08", Post.HANDLER);

        assertThat(care.resetPassword(officer.account(), admin)).isNotEmpty();

        test.hold(officer.account().value(), "U12", Post.HANDLER);
        assertThatThrownBy(() -> care.resetPassword(officer.account(), admin)).isInstanceOf(Refusal.class);
        var system = test.some("OFFICE", Post.SYSTEM_ADMIN);
        assertThatThrownBy(() -> care.resetPassword(officer.account(), system)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_post_elsewhere_that_ends_on_a_day_counts_until_that_day() {
        var admin = test.some("U08", Post.UNIT_ADMIN);
        var officer = test.some("U08", Post.HANDLER);
        var elsewhere = test.hold(officer.account().value(), "U12", Post.HANDLER);
        test.run(db -> db.sql("update identity.holding set ends_at = ? where id = ?")
                .params(OffsetDateTime.now(clock).plusDays(30), elsewhere)
                .update());

        assertThatThrownBy(() -> care.resetPassword(officer.account(), admin)).isInstanceOf(Refusal.class);

        test.run(db -> db.sql("update identity.holding set ends_at = starts_at where id = ?")
                .param(elsewhere)
                .update());
        assertThat(care.resetPassword(officer.account(), admin)).isNotEmpty();
    }

    @Test
    void one_of_the_three_is_appointed_by_two_of_different_kinds() {
        var system = test.some("OFFICE", Post.SYSTEM_ADMIN);
        var security = test.some("OFFICE", Post.SECURITY_ADMIN);
        var username = fresh();

        granting.create(username, "新审计管理员", wanted("OFFICE", Post.AUDIT_ADMIN), system);

        var account = new AccountId(username);
        assertThat(accounts.current(account)).isEmpty();
        var otherSystem = test.some("OFFICE", Post.SYSTEM_ADMIN);
        var waiting = open(account, "OFFICE");
        assertThatThrownBy(() -> granting.confirm(waiting, otherSystem)).isInstanceOf(Refusal.class);

        granting.confirm(waiting, security);

        assertThat(accounts.current(account)).hasSize(1);
    }

    @Test
    void one_of_the_three_holds_no_post_that_reads_content() {
        var admin = test.some("OFFICE", Post.UNIT_ADMIN);
        var auditor = test.some("OFFICE", Post.AUDIT_ADMIN);

        assertThatThrownBy(() -> granting.propose(auditor.account(), wanted("OFFICE", Post.HANDLER), admin))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("three_apart"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Post.class,
            names = {"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN", "UNIT_ADMIN"})
    void administrators_do_not_work_on_matters(Post post) {
        assertThat(post.worksOnMatters()).isFalse();
    }

    @Test
    void a_post_gives_power_from_its_first_day_to_its_last_and_not_backwards() {
        var admin = test.some("U08", Post.UNIT_ADMIN);
        var username = fresh();
        var today = LocalDate.now(clock);

        granting.create(
                username,
                "下月到任",
                new Granting.Wanted(new UnitId("U08"), Post.HANDLER, today.plusDays(30), today.plusDays(40)),
                admin);

        var holding = accounts.holdings(new AccountId(username)).getFirst();
        var zone = clock.getZone();
        assertThat(holding.givesPowerAt(clock.instant())).isFalse();
        assertThat(holding.givesPowerAt(today.plusDays(30).atStartOfDay(zone).toInstant()))
                .isTrue();
        assertThat(holding.givesPowerAt(
                        today.plusDays(40).atTime(23, 59, 59).atZone(zone).toInstant()))
                .isTrue();
        assertThat(holding.givesPowerAt(today.plusDays(41).atStartOfDay(zone).toInstant()))
                .isFalse();
        assertThatThrownBy(() -> granting.create(
                        fresh(),
                        "倒签",
                        new Granting.Wanted(new UnitId("U08"), Post.HANDLER, today.minusDays(1), null),
                        admin))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.faults())
                        .extracting("field")
                        .contains("from"));
    }

    @Test
    void the_security_log_takes_no_change_and_shows_itself_to_the_auditor_alone() {
        var admin = test.some("U08", Post.UNIT_ADMIN);
        var auditor = test.some("OFFICE", Post.AUDIT_ADMIN);
        var system = test.some("OFFICE", Post.SYSTEM_ADMIN);
        granting.create(fresh(), "经办人", wanted("U08", Post.HANDLER), admin);

        assertThat(eventsAbout(admin, auditor)).isNotEmpty();
        assertThat(eventsAbout(admin, system)).isEmpty();
        assertThatThrownBy(() -> test.run(
                        db -> db.sql("update identity.event set detail = ''").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        test.run(db -> db.sql("delete from identity.event").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private List<String> eventsAbout(Viewer admin, Viewer reader) {
        return reading.as(reader, db -> db.sql("select kind from identity.event where account = ?")
                .param(admin.account().value())
                .query(String.class)
                .list());
    }

    private List<String> kinds(Viewer viewer) {
        return eventsAbout(viewer, viewer);
    }

    private UUID open(AccountId account, String unit) {
        return accounts.holdings(account).stream()
                .filter(holding -> holding.unit().value().equals(unit) && holding.confirmedAt() == null)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Granting.Wanted wanted(String unit, Post post) {
        return new Granting.Wanted(new UnitId(unit), post, LocalDate.now(clock), null);
    }

    private static String fresh() {
        return "n" + UUID.randomUUID().toString().substring(0, 12);
    }
}
