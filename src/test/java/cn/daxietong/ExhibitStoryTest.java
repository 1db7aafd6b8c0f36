package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.matter.Replay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** 涉案物品 through the API: one matter an item, one custodian at every moment, seized by one unit alone, and disposed of early by the article. */
@PlatformTest
class ExhibitStoryTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final Replay replay;

    ExhibitStoryTest(MockMvcTester web, Writing writing, Clock clock, Replay replay) {
        this.replay = replay;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    private String aCase(String unit) {
        return stories.aCase(unit, "冷库查获冻品案", Stories.SMALL);
    }

    private String item(String identifier) {
        return "{\"items\":[{\"description\":\"冻鸡爪\",\"quantity\":947,\"unit\":\"件\",\"location\":\"现场\",\"identifier\":\""
                + identifier + "\"}],\"seized_at\":\"" + cast.clock().instant().minusSeconds(3600) + "\"}";
    }

    private static String freshIdentifier() {
        return "TEMU" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Of a new case of this unit, seized and stored. */
    private String stored(String unit, String place) {
        var kase = aCase(unit);
        client.act(cast.handler(unit), kase, "seize", item(freshIdentifier()));
        var exhibit = client.linked(cast.handler(unit), kase, "exhibit");
        client.act(
                cast.handler(unit),
                exhibit,
                "store",
                "{\"place\":\"" + place + "\",\"category\":\"frozen\",\"good_until\":\"" + ahead(20)
                        + "\",\"daily_cost_yuan\":120}");
        return exhibit;
    }

    private String ahead(int days) {
        return cast.clock().instant().plus(Duration.ofDays(days)).toString();
    }

    private String offered(String exhibit, String to) {
        return client.act(
                        cast.handler("U12"),
                        exhibit,
                        "hand_over",
                        "{\"unit\":\"" + to + "\",\"answer_by\":\"" + ahead(2) + "\"}")
                .path("status")
                .asString();
    }

    private String custodianByTheCase(String exhibit) {
        var kase = client.linked(cast.handler("U12"), exhibit, "case");
        return client.see(cast.handler("U12"), kase)
                .path("data")
                .path("items")
                .get(0)
                .path("custodian")
                .asString();
    }

    private List<String> duties(String unit, String matter) {
        return each(client.get(cast.handler(unit), "/api/v1/worklist")
                        .is(200)
                        .json()
                        .path("items"))
                .filter(t -> t.toString().contains(matter))
                .map(t -> t.path("action_title").asString())
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Test
    void each_item_of_a_seizure_is_a_matter_with_a_label_of_its_own() {
        var kase = aCase("U12");
        client.act(cast.handler("U12"), kase, "seize", stories.items());

        var exhibits = each(client.see(cast.handler("U12"), kase).path("links"))
                .filter(l -> l.path("rel").asString().equals("exhibit"))
                .map(l -> client.see(cast.handler("U12"), l.path("matter").asString()))
                .toList();

        assertThat(exhibits).extracting(e -> e.path("title").asString()).containsExactlyInAnyOrder("卷烟 120条", "账本 1册");
        var labels = client.get(cast.handler("U12"), "/exhibits/labels?matter=" + kase)
                .is(200)
                .text();
        assertThat(labels.split("data:image/png;base64,", -1)).hasSize(3);
    }

    @Test
    void an_items_page_says_who_keeps_it() {
        var exhibit = stored("U12", "一号库");

        assertThat(client.get(cast.handler("U12"), "/matters/" + exhibit).text())
                .contains("<span>保管 <strong>县市场监管局")
                .doesNotContain("<span>承办");
    }

    @Test
    void what_decays_is_not_stored_without_the_day_until_which_it_keeps() {
        var kase = aCase("U12");
        client.act(cast.handler("U12"), kase, "seize", item(freshIdentifier()));
        var exhibit = client.linked(cast.handler("U12"), kase, "exhibit");

        var refused = client.tries(cast.handler("U12"), exhibit, "store", "{\"place\":\"冷库\",\"category\":\"frozen\"}")
                .is(422);

        assertThat(refused.text()).contains("good_until", "行政强制法");
        var kept = stored("U12", "冷库");
        assertThat(duties("U12", kept)).anyMatch(d -> d.startsWith("到期以前检查品质"));
    }

    @Test
    void a_handover_that_one_side_confirms_leaves_custody_with_the_giver_who_can_call_it_back() {
        var exhibit = stored("U12", "城南冷库");

        assertThat(offered(exhibit, "U14")).isEqualTo("handing_over");

        var waiting = client.see(cast.handler("U14"), exhibit);
        assertThat(waiting.path("owner_unit").asString()).isEqualTo("U12");
        assertThat(custodianByTheCase(exhibit)).isEqualTo("U12");
        assertThat(duties("U14", exhibit)).containsExactly("清点并接收物品，或者不予接收");
        assertThat(waiting.path("clocks").toString()).contains("exhibit.takeover");
        client.act(cast.handler("U12"), exhibit, "call_back", "{\"reason\":\"换人来取\"}");
        client.get(cast.handler("U14"), "/api/v1/matters/" + exhibit).is(404);
    }

    @Test
    void a_handover_that_both_sides_confirm_passes_custody_in_the_item_and_in_the_case_alike() {
        var exhibit = stored("U12", "城南冷库");
        offered(exhibit, "U14");
        client.tries(cast.handler("U14"), exhibit, "take_over", "{\"quantity\":940,\"place\":\"农业局冷库\"}")
                .is(422);

        var after = client.act(
                cast.handler("U14"),
                exhibit,
                "take_over",
                "{\"quantity\":940,\"place\":\"农业局冷库\",\"note\":\"七件破损，双方拍照确认\"}");

        assertThat(after.path("owner_unit").asString()).isEqualTo("U14");
        assertThat(custodianByTheCase(exhibit)).isEqualTo("U14");
        var forms = each(after.path("documents"))
                .filter(d -> d.path("kind").asString().equals("exhibit_handover"))
                .toList();
        assertThat(forms).hasSize(2);
        assertThat(forms.get(0).path("number")).isEqualTo(forms.get(1).path("number"));
        client.tries(cast.handler("U14"), exhibit, "hand_over", "{\"unit\":\"U17\",\"answer_by\":\"" + ahead(2) + "\"}")
                .is(422);
    }

    @Test
    void items_that_pass_with_a_transfer_are_the_receivers_in_case_and_item_alike() {
        var kase = stories.aCase("U12", "移送的烟案", Stories.REACHED);
        client.act(cast.handler("U12"), kase, "seize", item(freshIdentifier()));
        var exhibit = client.linked(cast.handler("U12"), kase, "exhibit");
        var transfer = stories.transferred("U12", kase, "U08");
        var police = cast.handler("U08");
        client.act(police, transfer, "sign_receipt");
        client.act(police, transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕77号\"}");
        assertThat(client.see(police, exhibit).path("owner_unit").asString())
                .as("seen by the unit of the case, kept by the sender")
                .isEqualTo("U12");
        client.act(cast.handler("U12"), transfer, "hand_over_items");

        client.act(police, transfer, "confirm_items");

        var after = client.see(police, exhibit);
        assertThat(after.path("owner_unit").asString()).isEqualTo("U08");
        assertThat(client.see(police, kase)
                        .path("data")
                        .path("items")
                        .get(0)
                        .path("custodian")
                        .asString())
                .isEqualTo("U08");
        assertThat(duties("U08", exhibit)).containsExactly("入库：登记存放地点、保管类别和保质期限");
        assertThat(client.see(cast.handler("U12"), exhibit).path("actions"))
                .as("the giver keeps the record")
                .isEmpty();
    }

    @Test
    void what_one_unit_holds_no_other_seizes_and_it_is_not_told_who_holds_it() {
        var identifier = freshIdentifier();
        var first = aCase("U12");
        client.act(cast.handler("U12"), first, "seize", item(identifier));
        var second = aCase("U17");

        var refused = client.tries(
                        cast.handler("U17"),
                        second,
                        "seize",
                        item(identifier.toLowerCase().replace("temu", "TE MU-")))
                .is(409);

        assertThat(refused.code()).isEqualTo("already_seized");
        assertThat(refused.text()).contains("第二十三条").doesNotContain("U12", "市场监管", first, "冷库查获冻品案");
        assertThat(client.see(cast.handler("U17"), second).path("data").path("items"))
                .isEmpty();
        client.act(cast.handler("U12"), first, "release_items", "{\"items\":[\"1\"],\"reason\":\"与案件无关\"}");
        client.act(cast.handler("U17"), second, "seize", item(identifier));
    }

    @Test
    void of_two_units_that_seize_the_same_item_in_the_same_second_one_wins() throws Exception {
        var identifier = freshIdentifier();
        var units = List.of("U12", "U17");
        var cases = units.stream().map(this::aCase).toList();
        var start = new CyclicBarrier(2);

        List<Client.Answer> answers;
        try (var both = Executors.newFixedThreadPool(2)) {
            var running = Stream.of(0, 1)
                    .map(i -> both.submit(() -> {
                        start.await();
                        return client.tries(cast.handler(units.get(i)), cases.get(i), "seize", item(identifier));
                    }))
                    .toList();
            answers = List.of(running.get(0).get(), running.get(1).get());
        }

        assertThat(answers).extracting(Client.Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers.stream()
                        .filter(a -> a.status() == 409)
                        .findFirst()
                        .orElseThrow()
                        .text())
                .contains("不得重复查封");
    }

    @Test
    void an_item_is_disposed_of_early_by_an_article_and_with_the_heads_signature() {
        var exhibit = stored("U12", "城南冷库");
        var market = cast.handler("U12");
        client.tries(market, exhibit, "propose_disposal", """
                        {"basis":"customs","way":"sale","reason":"停电","evidence":"抽样"}
                        """).is(422);
        client.tries(market, exhibit, "propose_disposal", """
                        {"basis":"other","way":"sale","reason":"停电","evidence":"抽样"}
                        """).is(422);
        client.act(market, exhibit, "propose_disposal", """
                {"basis":"fresh","way":"sale","reason":"冷库停电，开始化冻","evidence":"抽样六份，全程录像"}
                """);
        client.tries(market, exhibit, "approve_disposal", "{}").is(403);
        client.act(cast.head("U12"), exhibit, "approve_disposal");

        var after = client.act(market, exhibit, "dispose", "{\"proceeds_yuan\":38000,\"note\":\"委托拍卖行拍卖，价款存入专户\"}");

        assertThat(after.path("status").asString()).isEqualTo("disposed");
        assertThat(after.path("clocks").toString()).doesNotContain("\"state\":\"running\"");
        var kase = client.see(market, client.linked(market, exhibit, "case"));
        assertThat(kase.path("data").path("items").get(0).path("measure").asString())
                .isEqualTo("disposed");
        assertThat(each(kase.path("clocks"))
                        .filter(c -> c.path("clock").asString().equals("seizure.limit")))
                .allMatch(c -> c.path("state").asString().equals("met"));
    }

    @Test
    void a_stocktaking_finds_what_is_missing_what_differs_and_what_does_not_belong_there() {
        var place = "盘点库" + UUID.randomUUID().toString().substring(0, 6);
        var market = cast.handler("U12");
        var there = code(stored("U12", place));
        var short_ = code(stored("U12", place));
        var missing = code(stored("U12", place));
        var elsewhere = code(stored("U12", place + "隔壁"));

        var inventory = client.open(market, "inventory", "{\"place\":\"" + place + "\"}");
        client.act(market, inventory, "scan", "{\"code\":\"https://example.invalid/exhibits/" + there + "\"}");
        client.act(market, inventory, "scan", "{\"code\":\"" + short_.replace("-", "") + "\",\"quantity\":900}");
        client.act(market, inventory, "scan", "{\"code\":\"" + elsewhere + "\"}");
        client.tries(market, inventory, "scan", "{\"code\":\"" + wrong(missing) + "\"}")
                .is(422);
        var after = client.act(market, inventory, "finish");

        var results = each(after.path("data").path("lines"))
                .map(l -> l.path("code").asString() + " " + l.path("result").asString())
                .toList();
        assertThat(results)
                .containsExactlyInAnyOrder(
                        there + " found", short_ + " differs", missing + " missing", elsewhere + " unexpected");
        assertThat(after.path("documents").toString()).contains("盘点差异报告");
        client.tries(market, inventory, "explain", "{\"explanation\":\"一件送检\"}").is(403);
        var explained = client.act(cast.head("U12"), inventory, "explain", "{\"explanation\":\"一件送检\"}");
        assertThat(explained.path("status").asString()).isEqualTo("finished");
    }

    private String code(String exhibit) {
        var labels = client.get(cast.handler("U12"), "/exhibits/labels?matter=" + exhibit)
                .is(200)
                .text();
        var from = labels.indexOf("label-code\">") + "label-code\">".length();
        return labels.substring(from, labels.indexOf('<', from));
    }

    private static String wrong(String code) {
        var last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }

    @Test
    void a_unit_that_sees_neither_the_case_nor_the_item_learns_of_it_by_no_door() {
        var place = "藏库" + UUID.randomUUID().toString().substring(0, 6);
        var exhibit = stored("U12", place);
        var code = code(exhibit);
        var number = client.see(cast.handler("U12"), exhibit).path("number").asString();
        var stranger = cast.handler("U17");
        client.get(cast.handler("U12"), "/exhibits/" + code).is(303);

        for (var path : List.of("/exhibits/" + code, "/exhibits/labels?matter=" + exhibit, "/matters/" + exhibit)) {
            client.get(stranger, path).is(404);
        }
        assertThat(client.get(cast.handler("U12"), "/matters/new/inventory").text())
                .contains("<option value=\"" + place + "\"");
        assertThat(client.get(stranger, "/matters/new/inventory").is(200).text())
                .doesNotContain(place);
        var inventory = client.open(cast.handler("U12"), "inventory", "{\"place\":\"" + place + "\"}");
        client.get(stranger, "/inventories/" + inventory).is(404);
        client.get(stranger, "/exhibits/labels?matter=" + inventory).is(404);
        assertThat(client.get(stranger, "/api/v1/matters?kind=exhibit&limit=200")
                        .is(200)
                        .text())
                .doesNotContain(exhibit, number);
        assertThat(client.get(stranger, "/api/v1/matters?q={q}", number).json().path("items"))
                .isEmpty();
        client.post(stranger, "/api/v1/matters", "{\"kind\":\"inventory\",\"fields\":{\"place\":\"" + place + "\"}}")
                .is(422);
        var own = stored("U17", "烟草库" + place);
        var theirs = client.open(stranger, "inventory", "{\"place\":\"烟草库" + place + "\"}");
        var hidden = client.get(stranger, "/exhibits/" + code).is(200).text();
        assertThat(hidden).contains("本单位的账上没有").doesNotContain("冻鸡爪", number, exhibit);
        client.act(stranger, theirs, "scan", "{\"code\":\"" + code + "\"}");
        assertThat(client.act(stranger, theirs, "finish").toString())
                .contains(code)
                .doesNotContain(number, exhibit);
        assertThat(own).isNotEmpty();
    }

    @Test
    void rows_made_anew_from_the_ledger_still_let_nobody_seize_it_twice() {
        var identifier = freshIdentifier();
        var kase = aCase("U12");
        client.act(cast.handler("U12"), kase, "seize", item(identifier));
        var exhibit = client.linked(cast.handler("U12"), kase, "exhibit");
        var before = client.see(cast.handler("U12"), exhibit);

        replay.one(UUID.fromString(exhibit));

        assertThat(client.see(cast.handler("U12"), exhibit)).isEqualTo(before);
        client.tries(cast.handler("U17"), aCase("U17"), "seize", item(identifier))
                .is(409);
    }

    @Test
    void an_item_is_found_by_the_number_on_its_box_by_those_who_see_it() {
        var identifier = freshIdentifier();
        var kase = aCase("U12");
        client.act(cast.handler("U12"), kase, "seize", item(identifier));

        assertThat(client.get(cast.handler("U12"), "/api/v1/matters?q={q}", identifier)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(client.get(cast.handler("U17"), "/api/v1/matters?q={q}", identifier)
                        .json()
                        .path("items"))
                .isEmpty();
    }
}
