package cn.daxietong.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class RolesTest {
    private static final Viewer POLICE = viewer("U08");
    private static final Viewer CUSTOMS = viewer("U16");
    private final Reading reading;
    private final Writing writing;
    private final TestDatabase database;

    RolesTest(Reading reading, Writing writing, TestDatabase database) {
        this.reading = reading;
        this.writing = writing;
        this.database = database;
    }

    @BeforeAll
    static void a_table_of_rows_that_each_belong_to_one_unit(TestDatabase database) {
        database.asOwner(db -> db.sql("""
                        create schema sample;
                        grant usage on schema sample to daxietong_reader, daxietong_writer;
                        create table sample.secret (unit text not null);
                        grant select on sample.secret to daxietong_reader, daxietong_writer;
                        grant insert, update, delete on sample.secret to daxietong_writer;
                        alter table sample.secret enable row level security;
                        alter table sample.secret force row level security;
                        create policy reading on sample.secret for select to daxietong_reader
                            using (unit = (select nullif(current_setting('app.unit', true), '')));
                        create policy writing on sample.secret to daxietong_writer using (true) with check (true);
                        insert into sample.secret values ('U08'), ('U08'), ('U16');
                        """).update());
    }

    @Test
    void neither_role_is_powerful_or_owns_anything() {
        List<String> powerful =
                database.asOwner(db -> db.sql("""
                        select rolname from pg_roles
                        where rolname in ('daxietong_reader', 'daxietong_writer')
                          and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or not rolcanlogin)
                        union all
                        select relname from pg_class
                        where relowner in (select oid from pg_roles where rolname in ('daxietong_reader', 'daxietong_writer'))
                        union all
                        select nspname from pg_namespace
                        where nspowner in (select oid from pg_roles where rolname in ('daxietong_reader', 'daxietong_writer'))
                        """).query(String.class).list());

        assertThat(powerful).isEmpty();
        assertThat(user(reading)).isEqualTo("daxietong_reader");
        assertThat(writing.<String>inTransaction(RolesTest::currentUser)).isEqualTo("daxietong_writer");
    }

    @Test
    void the_reader_cannot_write_even_if_it_asks_for_a_writing_transaction() {
        assertThatThrownBy(() -> reading.open(
                        db -> db.sql("insert into sample.secret values ('U08')").update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("read-only transaction");
        assertThatThrownBy(() -> reading.open(db -> {
                    db.sql("set transaction read write").update();
                    return db.sql("insert into sample.secret values ('U08')").update();
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void neither_role_can_read_the_passwords_or_make_a_table() {
        assertThatThrownBy(() -> writing.run(
                        db -> db.sql("select * from database.login").query().listOfRows()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> reading.open(
                        db -> db.sql("select * from database.login").query().listOfRows()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> writing.run(
                        db -> db.sql("create table public.mine (id int)").update()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void each_unit_sees_its_own_rows_and_nobody_sees_none() {
        assertThat(reading.as(POLICE, RolesTest::rows)).isEqualTo(2);
        assertThat(reading.as(CUSTOMS, RolesTest::rows)).isEqualTo(1);
        assertThat(reading.open(RolesTest::rows)).isZero();
    }

    @Test
    void who_was_looking_is_forgotten_by_every_pooled_connection() {
        for (int i = 0; i < 20; i++) {
            reading.as(POLICE, RolesTest::rows);

            assertThat(reading.open(RolesTest::rows)).isZero();
        }
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> reading.as(POLICE, db -> {
                        throw new IllegalStateException("broken off");
                    }))
                    .hasMessage("broken off");

            assertThat(reading.open(RolesTest::rows)).isZero();
        }
    }

    @Test
    void a_query_within_a_query_looks_with_its_own_eyes_and_gives_them_back() {
        var seen = reading.as(
                POLICE,
                db -> List.of(rows(db), reading.as(CUSTOMS, RolesTest::rows), reading.open(RolesTest::rows), rows(db)));

        assertThat(seen).containsExactly(2L, 1L, 0L, 2L);
    }

    @Test
    void a_reading_query_is_cut_off_after_five_seconds_and_an_idle_writer_after_thirty() {
        assertThat(reading.<String>open(db -> setting(db, "statement_timeout"))).isEqualTo("5s");
        assertThat(writing.<String>inTransaction(db -> setting(db, "idle_in_transaction_session_timeout")))
                .isEqualTo("30s");
    }

    private static String user(Reading reading) {
        return reading.open(RolesTest::currentUser);
    }

    private static String currentUser(JdbcClient db) {
        return db.sql("select current_user").query(String.class).single();
    }

    private static String setting(JdbcClient db, String name) {
        return db.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private static long rows(JdbcClient db) {
        return db.sql("select count(*) from sample.secret").query(Long.class).single();
    }

    private static Viewer viewer(String unit) {
        return Viewer.of(new AccountId(unit + "-1"), new UnitId(unit), Post.HANDLER, "某某");
    }
}
