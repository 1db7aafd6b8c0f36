package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@PlatformTest(ownDatabase = true)
@Import(TestAccounts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysTest {
    private static final String OTHER = "Other-Password-9";

    private final Filing filing;
    private final Officers officers;
    private final Desk desk;
    private final Proceedings proceedings;
    private final TestAccounts accounts;
    private final Writing writing;
    private final JdbcClient owner;
    private Holders holders;

    KeysTest(
            Filing filing,
            Officers officers,
            Desk desk,
            Proceedings proceedings,
            TestAccounts accounts,
            Writing writing,
            Environment environment) {
        this.filing = filing;
        this.officers = officers;
        this.desk = desk;
        this.proceedings = proceedings;
        this.accounts = accounts;
        this.writing = writing;
        this.owner = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password")));
    }

    @BeforeAll
    void people() {
        holders = Holders.enrol(officers, accounts);
    }

    private UUID told(String text) {
        filing.tell(text, "", "", "");
        return newest();
    }

    private UUID newest() {
        return writing.inTransaction(db -> db.sql(
                        "select id from matter.matter where kind = 'tipoff' order by length(number) desc, number desc limit 1")
                .query(UUID.class)
                .single());
    }

    private List<String> read(Viewer viewer, UUID tip) {
        officers.unlock(viewer, TestAccounts.PASSWORD);
        return desk.letters(viewer, tip).orElseThrow().stream()
                .map(l -> l.told().text())
                .toList();
    }

    @Test
    void a_key_opens_nothing_until_somebody_of_another_unit_has_confirmed_whose_it_is() {
        var made = accounts.some("OFFICE", Post.HANDLER);
        officers.enrol(made, TestAccounts.PASSWORD);

        var before = told("确认之前说的事");
        assertThatThrownBy(() -> officers.confirm(holders.duty(), made.account()))
                .isInstanceOf(Refusal.class);
        officers.confirm(holders.custodian(), made.account());
        var after = told("确认之后说的事");

        assertThat(read(made, before)).isEmpty();
        assertThat(read(made, after)).containsExactly("确认之后说的事");
    }

    @Test
    void a_changed_password_keeps_the_key_and_a_reset_one_loses_it() {
        var officer = accounts.some("OFFICE", Post.HANDLER);
        officers.enrol(officer, TestAccounts.PASSWORD);
        officers.confirm(holders.prosecutor(), officer.account());
        var tip = told("换密码之前说的事");

        officers.changed(officer.account(), TestAccounts.PASSWORD, OTHER);
        officers.changed(officer.account(), OTHER, TestAccounts.PASSWORD);
        assertThat(read(officer, tip)).containsExactly("换密码之前说的事");

        officers.reset(officer.account());
        assertThat(desk.letters(officer, tip)).isEmpty();
        assertThat(officers.of(officer.account())).isEmpty();
    }

    @Test
    void what_a_lost_key_would_have_lost_is_restored_by_both_escrow_holders_together_and_by_neither_alone() {
        var officer = accounts.some("OFFICE", Post.HANDLER);
        var tip = told("恢复之前说的事");
        officers.enrol(officer, TestAccounts.PASSWORD);
        officers.confirm(holders.prosecutor(), officer.account());
        var key = officers.of(officer.account()).orElseThrow().key();
        officers.unlock(holders.prosecutor(), TestAccounts.PASSWORD);
        officers.unlock(holders.justice(), TestAccounts.PASSWORD);

        desk.restore(holders.prosecutor(), key);
        assertThat(read(officer, tip)).isEmpty();

        desk.restore(holders.justice(), key);
        assertThat(read(officer, tip)).containsExactly("恢复之前说的事");
    }

    @Test
    void keys_are_shut_when_their_owner_signs_out() {
        officers.unlock(holders.duty(), TestAccounts.PASSWORD);
        assertThat(officers.opened(holders.duty())).isPresent();

        officers.ended(holders.duty().account());

        assertThat(officers.opened(holders.duty())).isEmpty();
    }

    @Test
    void an_identity_is_not_opened_where_the_ledger_cannot_be_written() {
        filing.file(new TipForm("named", "实名说的事", "", "", new Identity("韦某", "甲号"), "", List.of(), null, "", "", ""));
        var tip = newest();
        officers.unlock(holders.duty(), TestAccounts.PASSWORD);
        officers.unlock(holders.custodian(), TestAccounts.PASSWORD);
        proceedings.act(holders.duty(), tip, "ask_identity", Json.MAPPER.readTree("{\"reason\":\"需当面核实\"}"), null);
        desk.allow(holders.custodian(), tip, holders.duty().account());

        owner.sql("revoke insert on ledger.entry from daxietong_writer").update();
        try {
            assertThatThrownBy(() -> desk.openIdentity(holders.duty(), tip)).isInstanceOf(RuntimeException.class);
        } finally {
            owner.sql("grant insert on ledger.entry to daxietong_writer").update();
        }
        assertThat(desk.openIdentity(holders.duty(), tip).name()).isEqualTo("韦某");
    }
}
