package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Replay;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** 共享涉案物品: the room sees a case's goods as they are now, neither the case nor the exhibit, and nobody else sees anything of them. */
@PlatformTest
class SharedGoodsStoryTest {
    private final MockMvcTester web;
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final Reading reading;
    private final Replay replay;
    private final String goods = "冻鸡爪" + UUID.randomUUID().toString().substring(0, 8);
    private final String kase;
    private final String room;

    SharedGoodsStoryTest(MockMvcTester web, Writing writing, Reading reading, Replay replay, Clock clock) {
        this.web = web;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
        this.reading = reading;
        this.replay = replay;
        this.kase = stories.aCase("U12", "冷库查获" + goods + "案", Stories.SMALL);
        this.room = client.open(cast.handler("U08"), "joint_case", """
                {"title":"冻品系列案联合办案","purpose":"查清上下家","units":["U12","U14"]}
                """);
        client.act(cast.handler("U12"), room, "join");
    }

    private String seized(String description) {
        client.act(
                cast.handler("U12"),
                kase,
                "seize",
                seizure("{\"description\":\"" + description
                        + """
                ","quantity":320,"unit":"件","location":"一号冷库三排","identifier":"LOT%s"}
                """.formatted(UUID.randomUUID().toString().substring(0, 8))));
        return client.linked(cast.handler("U12"), kase, "exhibit");
    }

    private String seizure(String items) {
        return "{\"items\":[" + items + "],\"seized_at\":\""
                + cast.clock().instant().minusSeconds(3600) + "\"}";
    }

    private void shared() {
        client.act(cast.handler("U12"), room, "share_goods", "{\"about\":\"" + kase + "\"}");
    }

    /** As the API lists them. */
    private List<String> listed(Viewer viewer) {
        return client.get(viewer, "/api/v1/matters/" + room + "/goods")
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .map(g -> g.path("title").asString() + " "
                        + g.path("status_title").asString() + " "
                        + g.path("custodian").asString())
                .toList();
    }

    private int rows(Viewer viewer, String kaseOrExhibit) {
        return reading.as(
                viewer, db -> db.sql("select count(*) from jointcase.good where case_id = :id or matter_id = :id")
                        .param("id", UUID.fromString(kaseOrExhibit))
                        .query(Integer.class)
                        .single());
    }

    private String page(Viewer viewer) {
        return client.get(viewer, "/matters/" + room).is(200).text();
    }

    private String number(String exhibit) {
        return client.see(cast.handler("U12"), exhibit).path("number").asString();
    }

    @Test
    void a_member_sees_the_goods_of_a_shared_case_and_those_registered_later_as_they_are_now() {
        var first = seized(goods);
        shared();
        assertThat(listed(cast.handler("U08"))).containsExactly(goods + " 320件 待入库 U12");

        seized("后来的" + goods);
        client.act(cast.handler("U12"), first, "store", "{\"place\":\"一号库\",\"category\":\"lasting\"}");
        client.act(
                cast.handler("U12"),
                first,
                "hand_over",
                "{\"unit\":\"U17\",\"answer_by\":\"" + cast.clock().instant().plus(Duration.ofDays(2)) + "\"}");
        client.act(cast.handler("U17"), first, "take_over", "{\"quantity\":320,\"place\":\"财政仓库\"}");

        assertThat(listed(cast.handler("U08")))
                .containsExactly(goods + " 320件 在库 U17", "后来的" + goods + " 320件 待入库 U12");
        assertThat(page(cast.handler("U08"))).contains(goods + " 320件", "县市场监管局承办", number(first));
    }

    @Test
    void neither_the_case_nor_the_exhibit_nor_what_they_keep_to_themselves_is_shown_by_it() {
        var exhibit = seized(goods);
        shared();
        var police = cast.handler("U08");

        assertThat(listed(police)).hasSize(1);
        client.get(police, "/api/v1/matters/" + exhibit).is(404);
        client.get(police, "/api/v1/matters/" + kase).is(404);
        assertThat(client.get(police, "/api/v1/matters?kind=exhibit&limit=200").text())
                .doesNotContain(exhibit, goods);
        assertThat(client.get(police, "/api/v1/matters?q=" + goods).json().path("items"))
                .isEmpty();
        assertThat(client.get(police, "/matters/export?kind=exhibit").text()).doesNotContain(goods);
        assertThat(page(police)).contains(goods).doesNotContain("冷库查获" + goods, "LOT", "一号冷库三排", "/matters/" + exhibit);
        assertThat(client.get(police, "/api/v1/matters/" + room + "/goods").text())
                .doesNotContain(exhibit, "LOT", "一号冷库三排");
        assertThat(page(cast.handler("U12"))).contains("/matters/" + exhibit);
    }

    @Test
    void who_was_never_in_the_room_is_only_invited_or_has_no_matters_sees_nothing() {
        var exhibit = seized(goods);
        shared();

        client.get(cast.handler("U07"), "/api/v1/matters/" + room + "/goods").is(404);
        client.get(cast.handler("U07"), "/joint-cases/" + room + "/goods").is(404);
        client.get(cast.handler("U07"), "/joint-cases/nowhere/goods").is(404);
        assertThat(rows(cast.handler("U07"), kase)).isZero();
        assertThat(rows(cast.handler("U08"), kase)).isOne();
        for (var administers : List.of(Post.UNIT_ADMIN, Post.SYSTEM_ADMIN, Post.SECURITY_ADMIN, Post.AUDIT_ADMIN)) {
            assertThat(rows(cast.in("U08", administers), kase))
                    .as("whoever administers reads nothing of matters, in the database either")
                    .isZero();
        }
        client.get(cast.in("U08", Post.UNIT_ADMIN), "/joint-cases/" + room + "/goods")
                .is(404);
        assertThat(listed(cast.handler("U14"))).isEmpty();
        assertThat(rows(cast.handler("U14"), exhibit)).isZero();
        assertThat(page(cast.handler("U14"))).doesNotContain(goods).contains("参加联合办案以后");
        client.act(cast.handler("U14"), room, "join");
        assertThat(listed(cast.handler("U14"))).hasSize(1);
        assertThat(listed(cast.handler("OFFICE"))).hasSize(1);
        client.get(cast.handler("U12"), "/api/v1/matters/" + kase + "/goods").is(404);
    }

    @Test
    void a_unit_that_leaves_sees_no_goods_any_more_and_takes_its_own_along() {
        var exhibit = seized(goods);
        shared();
        client.act(cast.handler("U14"), room, "join");

        client.act(cast.handler("U14"), room, "leave", "{\"reason\":\"检疫工作已完成\"}");
        client.get(cast.handler("U14"), "/api/v1/matters/" + room + "/goods").is(404);
        assertThat(rows(cast.handler("U14"), exhibit)).isZero();
        client.act(cast.handler("U12"), room, "leave", "{\"reason\":\"案件已办结\"}");

        assertThat(listed(cast.handler("U08"))).isEmpty();
        assertThat(rows(cast.handler("U08"), exhibit)).isZero();
    }

    @Test
    void what_is_withdrawn_vanishes_and_so_does_everything_when_the_room_ends() {
        var exhibit = seized(goods);
        shared();
        client.act(
                cast.handler("U12"),
                room,
                "withdraw_goods",
                "{\"case_number\":\""
                        + client.see(cast.handler("U12"), kase).path("number").asString() + "\",\"reason\":\"另行侦查\"}");
        assertThat(listed(cast.handler("U08"))).isEmpty();
        assertThat(rows(cast.handler("U08"), exhibit)).isZero();
        shared();
        assertThat(rows(cast.handler("U08"), exhibit)).isOne();

        client.act(cast.handler("U08"), room, "close", "{\"result\":\"已查清\"}");

        assertThat(rows(cast.handler("U08"), exhibit)).isZero();
        assertThat(listed(cast.handler("U08"))).isEmpty();
        assertThat(page(cast.handler("U08"))).contains("不再共享").doesNotContain(goods);
    }

    @Test
    void an_officer_barred_from_the_room_the_case_or_the_item_sees_nothing_of_it() {
        var exhibit = seized(goods);
        shared();
        var officer = cast.in("U12", Post.HANDLER);
        var vet = cast.in("U14", Post.HANDLER);
        client.act(cast.handler("U14"), room, "join");
        assertThat(rows(officer, exhibit)).isOne();
        assertThat(rows(vet, exhibit)).isOne();

        barred(officer, kase, "U12");
        barred(vet, room, "U14");

        client.get(officer, "/api/v1/matters/" + room + "/goods").is(403);
        client.get(vet, "/api/v1/matters/" + room + "/goods").is(403);
        assertThat(rows(officer, exhibit)).isZero();
        assertThat(rows(vet, exhibit)).isZero();
        assertThat(listed(cast.handler("U14"))).hasSize(1);
    }

    private void barred(Viewer officer, String about, String unit) {
        var recusal = client.open(officer, "recusal", """
                {"about":"%s","officer":"%s","source":"oneself","reason":"当事人是本人的表弟"}
                """.formatted(about, officer.account()));
        client.act(
                cast.head(unit),
                recusal,
                "grant",
                "{\"successor\":\"" + cast.handler(officer.unit().value()).account() + "\",\"reason\":\"属实\"}");
    }

    @Test
    void goods_leave_the_room_with_the_case_that_another_unit_takes_over() {
        var large = stories.aCase("U12", "移送公安的案件", Stories.REACHED);
        client.act(cast.handler("U12"), large, "file");
        client.act(cast.handler("U12"), large, "seize", stories.items());
        client.act(cast.handler("U12"), room, "share_goods", "{\"about\":\"" + large + "\"}");
        client.act(cast.handler("U14"), room, "join");
        assertThat(listed(cast.handler("U14"))).hasSize(2);
        var transfer = stories.transferred("U12", large, "U08");
        client.act(cast.handler("U08"), transfer, "sign_receipt");
        client.act(cast.handler("U08"), transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕9号\"}");

        var owner = client.see(cast.handler("U08"), large).path("owner_unit").asString();

        assertThat(owner).isEqualTo("U08");
        assertThat(listed(cast.handler("U14"))).isEmpty();
        for (var other : List.of("U12", "U14")) {
            assertThat(client.tries(cast.handler(other), room, "share_goods", "{\"about\":\"" + large + "\"}")
                            .is(422)
                            .text())
                    .contains("本单位看不到它");
        }
        client.act(cast.handler("U08"), room, "share_goods", "{\"about\":\"" + large + "\"}");
        assertThat(listed(cast.handler("U14"))).hasSize(2);
    }

    @Test
    void a_room_whose_only_case_went_to_another_unit_does_not_say_that_there_are_no_goods() {
        var small = seized(goods);
        shared();
        client.act(cast.handler("U14"), room, "join");
        var transfer = stories.transferred("U12", kase, "U17");
        client.act(cast.handler("U17"), transfer, "sign_receipt");

        var page = page(cast.handler("U14"));

        assertThat(page)
                .contains("目前没有可以看到的涉案物品", "已由其他单位承办的，由该单位共享后可见")
                .doesNotContain("没有涉案物品；", "县烟草专卖局", number(small));
    }

    @Test
    void the_members_are_shown_the_cases_number_and_not_its_id() {
        seized(goods);
        shared();

        var seen = client.see(cast.handler("U08"), room);

        assertThat(seen.path("data").path("goods").get(0).path("case_number").asString())
                .isEqualTo(client.see(cast.handler("U12"), kase).path("number").asString());
        assertThat(seen.toString()).doesNotContain(kase);
    }

    @Test
    void the_list_is_printed_and_taken_away_as_a_file_by_whoever_sees_it_and_by_nobody_else() {
        var exhibit = seized(goods);
        shared();
        var here = "/joint-cases/" + room + "/goods";

        assertThat(client.get(cast.handler("U08"), here).text())
                .contains(here + "/print", here + "/export", goods + " 320件");
        assertThat(client.get(cast.handler("U08"), here + "/print").is(200).text())
                .contains(goods + " 320件", "共 1 项", "内部工作用")
                .doesNotContain(exhibit, kase, "LOT", "一号冷库三排");
        assertThat(client.get(cast.handler("U08"), here + "/print?status=destroyed")
                        .text())
                .contains("共 0 项")
                .doesNotContain(goods);
        assertThat(sheet(cast.handler("U08"), here + "/export"))
                .contains(goods + " 320件", "待入库", "共导出 1 项")
                .doesNotContain(exhibit, kase, "LOT", "一号冷库三排");
        assertThat(sheet(cast.handler("U08"), here + "/export?status=destroyed"))
                .doesNotContain(goods);
        assertThat(client.get(cast.handler("U08"), "/api/v1/matters/" + room + "/access")
                        .text())
                .contains("\"print\"", "\"export\"");

        assertThat(sheet(cast.handler("U14"), here + "/export"))
                .as("who is only invited")
                .contains("共导出 0 项")
                .doesNotContain(goods);
        assertThat(client.get(cast.handler("U14"), here + "/print").text()).doesNotContain(goods);
        for (var stranger : List.of(cast.handler("U07"), cast.in("U08", Post.UNIT_ADMIN))) {
            client.get(stranger, here + "/print").is(404);
            client.get(stranger, here + "/export").is(404);
        }
    }

    /** All words of a workbook's first sheet. */
    private String sheet(Viewer viewer, String path) {
        var file = web.get().uri(path).with(TestAccounts.as(viewer)).exchange().getResponse();
        assertThat(file.getContentType()).contains("spreadsheetml");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()));
                var rows = book.getFirstSheet().openStream()) {
            return rows.flatMap(Row::stream)
                    .map(cell -> cell == null ? "" : cell.getText())
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void many_goods_are_counted_by_status_and_each_figure_leads_to_its_lines_page_by_page() {
        var items = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "{\"description\":\"第" + i + "箱\",\"quantity\":1,\"unit\":\"箱\"}")
                .toList();
        client.act(cast.handler("U12"), kase, "seize", seizure(String.join(",", items)));
        shared();
        var police = cast.handler("U08");

        var first = client.get(police, "/api/v1/matters/" + room + "/goods?limit=50")
                .json();
        var rest = client.get(
                        police,
                        "/api/v1/matters/" + room + "/goods?limit=50&cursor="
                                + first.path("next").asString())
                .json();

        assertThat(first.path("items").get(0).path("title").asString()).isEqualTo("第1箱 1箱");
        assertThat(rest.path("items").valueStream().map(g -> g.path("title").asString()))
                .containsExactlyElementsOf(IntStream.rangeClosed(51, 60)
                        .mapToObj(i -> "第" + i + "箱 1箱")
                        .toList());
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(page(police)).contains("60 项", "goods?status=registered").doesNotContain("第1箱");
        assertThat(client.get(police, "/joint-cases/" + room + "/goods?status=registered")
                        .is(200)
                        .text())
                .contains("第1箱 1箱", "待入库 60", "after=")
                .doesNotContain("第51箱");
        assertThat(client.get(police, "/joint-cases/" + room + "/goods?status=destroyed")
                        .text())
                .contains("没有可以看到的涉案物品");
    }

    @Test
    void a_replay_shows_the_same_goods_to_the_same_people() {
        var exhibit = seized(goods);
        shared();
        var before = listed(cast.handler("U08"));

        replay.one(UUID.fromString(exhibit));
        replay.one(UUID.fromString(room));
        replay.one(UUID.fromString(kase));

        assertThat(listed(cast.handler("U08"))).isEqualTo(before).hasSize(1);
        assertThat(rows(cast.handler("U07"), exhibit)).isZero();
    }
}
