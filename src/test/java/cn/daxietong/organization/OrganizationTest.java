package cn.daxietong.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlatformTest(ownDatabase = true)
class OrganizationTest {
    private final Units units;
    private final Seats seats;
    private final UnitAdministration administration;
    private final MockMvcTester web;
    private final LocalDate today;
    private final TestAccounts accounts;

    OrganizationTest(
            Units units,
            Seats seats,
            UnitAdministration administration,
            MockMvcTester web,
            Writing writing,
            Clock clock) {
        this.units = units;
        this.seats = seats;
        this.administration = administration;
        this.web = web;
        this.today = LocalDate.now(clock);
        this.accounts = new TestAccounts(writing, clock);
    }

    @Test
    void the_notices_units_duties_goods_and_areas_are_there(
            @Autowired Duties duties,
            @Autowired Commodities goods,
            @Autowired Areas areas,
            @Autowired NoticeLoader loader) {
        loader.load();

        assertThat(units.ever()).hasSizeGreaterThanOrEqualTo(35);
        assertThat(duties.all()).hasSize(97).allSatisfy(duty -> assertThat(duty.clause())
                .isNotBlank());
        assertThat(goods.all()).hasSize(13);
        assertThat(areas.on(today)).hasSize(12);
        assertThat(units.find(new UnitId("T09")).orElseThrow().areaCode()).isEqualTo("450223203");
        assertThat(duties.of(new UnitId("U18B"))).extracting(Duty::id).contains("D18-2", "S3-3");
        assertThat(goods.find("chemical_feedstock").orElseThrow().assumed()).isTrue();
        assertThat(goods.find("tobacco").orElseThrow().assumed()).isFalse();
    }

    @Test
    void a_renamed_unit_keeps_its_old_name_on_papers_of_their_time() {
        var admin = accounts.some("U13", Post.UNIT_ADMIN);
        var unit = new UnitId("U13");
        var before = units.name(unit);

        administration.rename(unit, "县综合行政执法局", "县综合执法局", today, admin);

        assertThat(units.name(unit)).isEqualTo("县综合行政执法局");
        assertThat(units.nameOn(unit, today.minusDays(1))).isEqualTo(before);
        assertThat(units.names(unit)).hasSize(2);
    }

    @Test
    void a_name_agreed_for_later_is_borne_from_its_day() {
        var admin = accounts.some("U11", Post.UNIT_ADMIN);
        var unit = new UnitId("U11");
        var before = units.name(unit);

        administration.rename(unit, "县卫生健康委员会", "县卫健委", today.plusDays(10), admin);

        assertThat(units.name(unit)).isEqualTo(before);
        assertThat(units.nameOn(unit, today.plusDays(10))).isEqualTo("县卫生健康委员会");
    }

    @Test
    void a_merged_unit_stands_no_more_and_says_into_which_it_went() {
        var system = accounts.some("OFFICE", Post.SYSTEM_ADMIN);
        administration.add(
                new UnitAdministration.NewUnit("U90", "某临时机构", "某机构", UnitKind.DEPARTMENT, "通知四", "450223", today),
                system);

        administration.merge(new UnitId("U90"), new UnitId("U12"), today.plusDays(1), system);

        var merged = units.find(new UnitId("U90")).orElseThrow();
        assertThat(merged.standsOn(today)).isTrue();
        assertThat(merged.standsOn(today.plusDays(1))).isFalse();
        assertThat(merged.mergedInto()).isEqualTo(new UnitId("U12"));
    }

    @Test
    void a_renamed_area_keeps_its_code_and_its_past(@Autowired Areas areas) {
        var system = accounts.some("OFFICE", Post.SYSTEM_ADMIN);
        var admin = accounts.some("T08", Post.UNIT_ADMIN);

        assertThat(web.post()
                        .uri("/units/areas/rename")
                        .with(TestAccounts.as(system))
                        .with(csrf())
                        .param("code", "450223202")
                        .param("name", "导江镇")
                        .param("day", today.toString()))
                .hasStatus3xxRedirection();

        assertThat(areas.find("450223202", today).orElseThrow().name()).isEqualTo("导江镇");
        var before = areas.find("450223202", today.minusDays(1)).orElseThrow();
        assertThat(before.name()).isEqualTo("导江乡");
        assertThat(before.renamedTo()).isEqualTo("导江镇");
        assertThatThrownBy(() -> areas.rename("450223202", "又名", today.plusDays(1), admin))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_merged_area_says_where_it_went(@Autowired Areas areas) {
        var system = accounts.some("OFFICE", Post.SYSTEM_ADMIN);

        areas.merge("450223203", "450223103", today.plusDays(2), system);

        assertThat(areas.find("450223203", today.plusDays(2))).isEmpty();
        assertThat(areas.find("450223203", today).orElseThrow().mergedInto()).isEqualTo("450223103");
    }

    @Test
    void one_units_administrator_changes_no_other_unit() {
        var stranger = accounts.some("U12", Post.UNIT_ADMIN);
        var handler = accounts.some("T02", Post.HANDLER);

        assertThatThrownBy(() -> administration.rename(new UnitId("U10"), "新名称", "新简称", today, stranger))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> seats.found(new UnitId("T02"), "领导小组", "文号", today, "", stranger))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> seats.found(new UnitId("T02"), "领导小组", "文号", today, "", handler))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_township_records_its_working_body_and_who_leads_it() {
        var admin = accounts.some("T03", Post.UNIT_ADMIN);
        var township = new UnitId("T03");

        seats.found(township, "寨沙镇反走私综合治理领导小组", "寨政发〔2022〕8号", LocalDate.of(2022, 4, 1), "", admin);
        var leader = seats.find(township, "寨沙镇反走私综合治理领导小组", "组长").orElseThrow();
        seats.appoint(township, leader.id(), "镇长", "", today, admin);

        assertThat(seats.bodies(township)).extracting(WorkingBody::documentNo).containsExactly("寨政发〔2022〕8号");
        var sitting = seats.find(township, "寨沙镇反走私综合治理领导小组", "组长").orElseThrow().holders();
        assertThat(sitting).extracting(HolderRow::name).containsExactly("镇长");
        assertThatThrownBy(() -> seats.leave(township, sitting.getFirst().id(), today.minusDays(1), admin))
                .isInstanceOf(Refusal.class);
        seats.leave(township, sitting.getFirst().id(), today, admin);
        assertThat(seats.find(township, "寨沙镇反走私综合治理领导小组", "组长").orElseThrow().holders())
                .extracting(HolderRow::lastDay)
                .containsExactly(today);
    }

    @Test
    void an_import_takes_what_is_right_and_lists_the_rest_row_by_row(@Autowired Imports imports) {
        var admin = accounts.some("T05", Post.UNIT_ADMIN);
        var rows = List.of(
                row(2, "T05", "", "联络员", "张喆", "0772-1234567", today.toString()),
                row(3, "T05", "", "联络员", "", "电话", "2026-13-40"),
                row(4, "T06", "", "联络员", "越权者", "", today.toString()),
                row(5, "T05", "没有的小组", "组长", "李𠮷", "", today.toString()),
                row(6, "T05", "", "信息员", "", "", today.toString()));

        var batch = imports.take(ImportKind.HOLDERS, rows, admin);

        assertThat(batch.total())
                .isEqualTo(batch.taken() + batch.failed().size())
                .isEqualTo(5);
        assertThat(batch.failed()).extracting(ImportRow::line).containsExactly(3, 4, 5, 6);
        assertThat(batch.failed()).allSatisfy(row -> assertThat(row.reason()).isNotBlank());
        assertThat(seats.of(new UnitId("T05")))
                .extracting(SeatRow::title)
                .contains("联络员")
                .doesNotContain("信息员");

        seats.found(new UnitId("T05"), "没有的小组", "文号", today, "", admin);
        var again = imports.retry(batch.id(), admin);

        assertThat(again.failed()).extracting(ImportRow::line).containsExactly(3, 4, 6);
        var stranger = accounts.some("T05", Post.UNIT_ADMIN);
        assertThatThrownBy(() -> imports.find(batch.id(), stranger)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_filled_template_is_read_back_as_it_was_written() {
        var batch = new ImportBatch(
                UUID.randomUUID(),
                ImportKind.UNITS,
                1,
                List.of(new ImportRow(2, List.of("U19", "=公式局", "公式局", "政府部门", "通知四", "450223", "2026-11-24"), "原因")));

        var rows = Spreadsheets.read(new ByteArrayInputStream(Spreadsheets.failures(batch)), ImportKind.UNITS);

        assertThat(rows).singleElement().satisfies(row -> assertThat(row.cells())
                .containsExactly("U19", "=公式局", "公式局", "政府部门", "通知四", "450223", "2026-11-24"));
    }

    @Test
    void a_file_that_is_no_workbook_is_refused_with_a_reason() {
        var admin = accounts.some("U12", Post.UNIT_ADMIN);

        var answer = web.post()
                .uri("/units/import/holders")
                .multipart()
                .file(new MockMultipartFile("file", "x.xlsx", null, "not a workbook".getBytes(StandardCharsets.UTF_8)))
                .with(TestAccounts.as(admin))
                .with(csrf())
                .exchange();

        assertThat(answer).hasStatus(422).bodyText().contains("Excel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/units",
                "/units/U08",
                "/units/T01",
                "/units/duties",
                "/units/areas",
                "/units/commodities",
                "/units/import"
            })
    void every_page_opens(String path) {
        var admin = accounts.some("T01", Post.UNIT_ADMIN);

        assertThat(web.get().uri(path).with(TestAccounts.as(admin))).hasStatusOk();
    }

    @Test
    void the_unit_page_shows_each_duty_with_its_clause_and_its_forms_work() {
        var admin = accounts.some("T01", Post.UNIT_ADMIN);

        assertThat(web.get().uri("/units/T01").with(TestAccounts.as(admin)))
                .bodyText()
                .contains("通知五")
                .contains("各乡镇人民政府相应成立领导工作机构");
        var posted = web.post()
                .uri("/units/T01/seats")
                .with(TestAccounts.as(admin))
                .with(csrf())
                .param("title", "打私联络员")
                .param("body", "")
                .exchange();

        assertThat(posted).hasStatus3xxRedirection();
        assertThat(web.get().uri("/units/T01").with(TestAccounts.as(admin)))
                .bodyText()
                .contains("打私联络员");
        assertThat(web.get().uri("/units/NONE").with(TestAccounts.as(admin))).hasStatus(404);
    }

    private static ImportRow row(int line, String... cells) {
        return new ImportRow(line, List.of(cells), "");
    }
}
