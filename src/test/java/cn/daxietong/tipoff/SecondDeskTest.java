package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.ledger.Notary;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is told about the office or about officials reaches 县纪委监委, and nobody else learns that there is anything. */
@PlatformTest(ownDatabase = true)
@Import(TestAccounts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondDeskTest {
    private final Filing filing;
    private final Officers officers;
    private final Desk desk;
    private final Proceedings proceedings;
    private final TestAccounts accounts;
    private final Writing writing;
    private final MockMvcTester web;
    private final Notary notary;
    private final Clock clock;
    private Holders holders;
    private Viewer discipline;

    SecondDeskTest(
            Filing filing,
            Officers officers,
            Desk desk,
            Proceedings proceedings,
            TestAccounts accounts,
            Writing writing,
            MockMvcTester web,
            Notary notary,
            Clock clock) {
        this.filing = filing;
        this.officers = officers;
        this.desk = desk;
        this.proceedings = proceedings;
        this.accounts = accounts;
        this.writing = writing;
        this.web = web;
        this.notary = notary;
        this.clock = clock;
    }

    @BeforeAll
    void people() {
        holders = Holders.enrol(officers, accounts);
        discipline = accounts.some("X02", Post.HANDLER);
    }

    private static TipForm form(String text, String about, String via, String ticket) {
        return new TipForm(
                "named", text, "", "", new Identity("韦某", "甲号"), "门前老榕树", List.of(), null, about, via, ticket);
    }

    private record Row(UUID id, String number, String owner) {}

    private Row newest() {
        return writing.inTransaction(db -> db.sql(
                        "select id, number, owner_unit from matter.matter where kind = 'tipoff' order by xmin::text::bigint desc limit 1")
                .query((r, n) -> new Row(r.getObject(1, UUID.class), r.getString(2), r.getString(3)))
                .single());
    }

    private int tips() {
        return writing.inTransaction(db -> db.sql("select count(*) from tipoff.receipt")
                .query(Integer.class)
                .single());
    }

    private void enrolled() {
        if (officers.of(discipline.account()).isEmpty()) {
            officers.enrol(discipline, TestAccounts.PASSWORD);
            assertThatThrownBy(() -> officers.confirm(holders.duty(), discipline.account()))
                    .isInstanceOf(Refusal.class);
            officers.confirm(holders.prosecutor(), discipline.account());
        }
    }

    private List<String> read(Viewer viewer, UUID tip) {
        officers.unlock(viewer, TestAccounts.PASSWORD);
        return desk.letters(viewer, tip).orElseThrow().stream()
                .map(l -> l.told().text())
                .toList();
    }

    private String page(Viewer viewer, String path) {
        var answer = web.get().uri(path).with(TestAccounts.as(viewer)).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void what_concerns_officials_is_received_by_the_discipline_commission_alone() {
        enrolled();
        var code = filing.file(form("办公室有人收了车队的钱", TipForm.OFFICIALS, "", ""));
        var tip = newest();

        assertThat(tip.owner()).isEqualTo("X02");
        assertThat(read(discipline, tip.id())).containsExactly("办公室有人收了车队的钱");
        assertThat(read(holders.duty(), tip.id())).isEmpty();
        assertThat(page(discipline, "/matters?kind=tipoff")).contains(tip.number());
        for (var other :
                List.of(holders.duty(), accounts.some("OFFICE", Post.HEAD), accounts.some("U08", Post.HANDLER))) {
            assertThat(page(other, "/matters?kind=tipoff")).doesNotContain(tip.number());
            assertThat(page(other, "/matters?q=" + tip.number()))
                    .doesNotContain(tip.id().toString());
            assertThat(web.get()
                            .uri("/matters/" + tip.id())
                            .with(TestAccounts.as(other))
                            .exchange())
                    .hasStatus(404);
            assertThat(page(other, "/worklist")).doesNotContain(tip.id().toString());
        }
        assertThat(filing.visit(code.digits(), "门前老榕树")).isPresent();
    }

    @Test
    void its_number_leaves_no_gap_in_the_numbers_of_the_office() {
        enrolled();
        filing.file(form("冷库第一件", "", "", ""));
        var first = newest();
        filing.file(form("公职人员的事", TipForm.OFFICIALS, "", ""));
        var hidden = newest();
        filing.file(form("冷库第二件", "", "", ""));
        var second = newest();

        assertThat(hidden.number()).startsWith("鹿纪举");
        assertThat(place(second)).isEqualTo(place(first) + 1);
    }

    private static int place(Row row) {
        return Integer.parseInt(row.number().replaceAll(".*〕|号", ""));
    }

    @Test
    void it_is_answered_without_the_office_and_not_handed_on_through_it() {
        enrolled();
        filing.file(form("有人通风报信", TipForm.OFFICIALS, "", ""));
        var tip = newest().id();
        proceedings.act(discipline, tip, "accept", Json.MAPPER.readTree("{}"), null);

        officers.unlock(discipline, TestAccounts.PASSWORD);
        assertThatThrownBy(() -> desk.handOn(discipline, tip, new TipAction.HandOn("线索", null, null, "说明", List.of())))
                .isInstanceOf(Refusal.class);
        proceedings.act(
                discipline,
                tip,
                "answer",
                Json.MAPPER.readTree("{\"outcome\":\"substantiated\",\"basis\":\"党纪处分决定\"}"),
                null);

        assertThat(page(discipline, "/matters/" + tip)).contains("已答复");
    }

    @Test
    void who_restores_an_officer_of_the_office_hands_him_nothing_of_the_other_desk() {
        enrolled();
        filing.file(form("只给纪委的话", TipForm.OFFICIALS, "", ""));
        var tip = newest().id();
        var officer = accounts.some("OFFICE", Post.HANDLER);
        officers.enrol(officer, TestAccounts.PASSWORD);
        officers.confirm(holders.prosecutor(), officer.account());
        var key = officers.of(officer.account()).orElseThrow().key();
        officers.unlock(holders.prosecutor(), TestAccounts.PASSWORD);
        officers.unlock(holders.justice(), TestAccounts.PASSWORD);

        desk.restore(holders.prosecutor(), key);
        desk.restore(holders.justice(), key);

        var shares = writing.<Integer>inTransaction(
                db -> db.sql("select count(*) from tipoff.share where matter_id = ? and key_id = ?")
                        .params(tip, key)
                        .query(Integer.class)
                        .single());
        assertThat(shares).isZero();
    }

    @Test
    void the_seals_of_the_days_do_not_tell_on_which_anybody_told() {
        enrolled();
        filing.file(form("公职人员又有事", TipForm.OFFICIALS, "", ""));
        var today = filing.today();

        new DaySeals(writing, proceedings, notary, Clock.offset(clock, Duration.ofDays(4)), "sm").seal();

        var seals = page(holders.duty(), "/matters?kind=tipoff_day");
        for (int day = 0; day < 3; day++) {
            assertThat(seals).contains(today.plusDays(day) + " 举报凭证封存");
        }
    }

    @Test
    void what_is_told_about_officials_is_not_among_what_is_counted_and_published() {
        enrolled();
        filing.file(form("冷库第三件", "", "", ""));
        var counted = newest().id();
        filing.file(form("公职人员的第三件", TipForm.OFFICIALS, "", ""));
        var hidden = newest().id();

        assertThat(lines(counted)).isEqualTo(1);
        assertThat(lines(hidden)).isZero();
    }

    private int lines(UUID tip) {
        return writing.inTransaction(db -> db.sql("select count(*) from tipoff.counted where matter_id = ?")
                .param(tip)
                .query(Integer.class)
                .single());
    }

    @Test
    void a_page_that_was_sent_twice_is_one_tip_off_with_one_receipt() {
        var ticket = ReceiptCode.fresh().digits();
        var first = filing.file(form("重复按了提交", "", "", ticket));
        var count = tips();

        var again = filing.file(form("重复按了提交", "", "", ticket));
        var changed = filing.file(form("改过的另一段话", "", "", ticket));

        assertThat(again).isEqualTo(first);
        assertThat(changed).isNotEqualTo(first);
        assertThat(tips()).isEqualTo(count + 1);
        assertThat(ReceiptCode.typed(first.spoken())).contains(first);
    }

    @Test
    void a_hotline_fills_in_for_the_caller_and_reads_the_code_aloud() {
        var code = filing.file(form("来电人说的话", "", "12345", ""));

        assertThat(page(holders.duty(), "/matters/" + newest().id())).contains("12345 政务服务热线");
        assertThat(code.read()).hasSize(9).allMatch(group -> group.matches("[零幺二三四五六七八九]{4}"));
        assertThat(form("来电人说的话", "", "10000", "").faults())
                .extracting(f -> f.field())
                .contains("via");
    }

    @Test
    void a_tip_off_is_not_merged_into_itself() {
        filing.file(form("同一件事", "", "", ""));
        var tip = newest().id();

        assertThatThrownBy(() -> proceedings.act(
                        holders.duty(), tip, "merge", Json.MAPPER.readTree("{\"about\":\"" + tip + "\"}"), null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.faults())
                        .anyMatch(f -> f.message().contains("只能并入收到在先")));
    }
}
