package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** The six prosecuted cases of {@code cases/real-cases.json}, entered through the API with their own figures and followed to a lawful end. */
@PlatformTest
class RealCasesStoryTest {
    private static final String R01 = """
            {"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"2013-09-29","entity":"person",
             "goods":[{"commodity":"tobacco","description":"烟丝、烟梗、假冒卷烟","value_yuan":109468,"counterfeit":true,"sold":false}]}""";
    private static final String R02 = """
            {"commodity":"electronics","act":"smuggling","conduct_date":"2013-03-16","entity":"person","place":"罗湖口岸",
             "goods":[{"commodity":"electronics","description":"手机","quantity":10,"unit":"部"}],
             "prior_penalties":[{"date":"2012-06-02","kind":"smuggling"},{"date":"2012-11-14","kind":"smuggling"}]}""";
    private static final String R03 = """
            {"commodity":"frozen_goods","act":"smuggling","conduct_date":"2016-02-12","entity":"person","place":"靖西市",
             "goods":[{"commodity":"frozen_goods","description":"冻鸡爪","quantity":947,"unit":"件","weight_tonnes":18.94},
                      {"commodity":"frozen_goods","description":"冻猪耳","quantity":1320,"unit":"件","weight_tonnes":13.2}]}""";
    private static final String R04 = """
            {"commodity":"tobacco","act":"counterfeit","conduct_date":"2015-08-25","entity":"person",
             "goods":[{"commodity":"tobacco","description":"假冒卷烟","quantity":774,"unit":"件","counterfeit":true,"sold":false}]}""";
    private static final String R05 = """
            {"commodity":"endangered_species","act":"illegal_trade","conduct_date":"2014-06-25","entity":"person",
             "goods":[{"description":"象牙制品","weight_tonnes":0.00033,"value_yuan":13750,"species_level":"first"},
                      {"description":"盔犀鸟制品观音牌","quantity":1,"unit":"个","species_level":"second"}]}""";
    private static final String R06 = """
            {"commodity":"wildlife","act":"other","conduct_date":"2014-05-01","entity":"person",
             "goods":[{"description":"黑水鸡","quantity":80,"unit":"只","species_level":"three_values"}]}""";

    private final Client client;
    private final Cast cast;
    private final Stories stories;

    RealCasesStoryTest(MockMvcTester web, Writing writing, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    private static String facts(String name) {
        return switch (name) {
            case "R01" -> R01;
            case "R02" -> R02;
            case "R03" -> R03;
            case "R04" -> R04;
            case "R05" -> R05;
            default -> R06;
        };
    }

    private JsonNode assessment(String unit, String kase) {
        return client.see(cast.handler(unit), kase).path("data").path("assessment");
    }

    private static List<String> limbs(JsonNode assessment) {
        return assessment
                .path("threshold")
                .path("hits")
                .valueStream()
                .map(h -> h.path("limb").asString())
                .toList();
    }

    private static JsonNode clock(JsonNode matter, String id) {
        return matter.path("clocks")
                .valueStream()
                .filter(c -> c.path("clock").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "R01, U17, U08, business.tobacco.amount, tobacco_2010.3",
        "R02, U12, X01, smuggling.repeated, criminal.153",
        "R03, U12, X01, '', ''",
        "R04, U17, U08, business.tobacco.sticks, ''"
    })
    void a_case_that_reaches_a_limb_is_transferred_with_letter_list_receipt_and_clocks(
            String name, String from, String to, String limb, String article) {
        var kase = stories.aCase(from, name + "号真实案件", facts(name));
        var assessed = assessment(from, kase);
        assertThat(assessed.path("threshold").path("result").asString()).isEqualTo("reached");
        if (!limb.isEmpty()) {
            assertThat(limbs(assessed)).contains(limb);
        }
        if (!article.isEmpty()) {
            assertThat(assessed.path("threshold")
                            .path("hits")
                            .get(0)
                            .path("article_id")
                            .asString())
                    .isEqualTo(article);
        }
        client.act(cast.handler(from), kase, "file");
        assertThat(client.tries(cast.handler(from), kase, "decide_penalty", "{\"kind\":\"warning\",\"text\":\"警告\"}")
                        .is(409)
                        .code())
                .isEqualTo("transfer_first");

        var transfer = stories.transferred(from, kase, to);
        var received = client.act(cast.handler(to), transfer, "sign_receipt");

        assertThat(received.path("documents").valueStream().map(d -> d.path("title")
                        .asString()))
                .hasSizeGreaterThanOrEqualTo(3)
                .anyMatch(t -> t.contains("移送"))
                .anyMatch(t -> t.contains("清单"));
        assertThat(clock(received, "transfer.send").path("state").asString()).isEqualTo("met");
        assertThat(clock(received, "transfer.send").path("article").asString()).isEqualTo("第五条");
        if (to.equals("U08")) {
            assertThat(clock(received, "transfer.review").path("due_at").asString())
                    .endsWith("T23:59:59+08:00");
        }
        client.act(cast.handler(to), transfer, "file_criminal_case", "{\"number\":\"立字〔2026〕" + name + "号\"}");
        assertThat(client.see(cast.handler(to), kase).path("status").asString()).isEqualTo("criminal_investigation");
    }

    @Test
    void frozen_goods_are_for_liuzhou_customs_by_statute_and_by_the_notice() {
        var kase = stories.aCase("U12", "冻品案", R03);

        var candidates = assessment("U12", kase).path("jurisdiction").path("candidates");

        assertThat(candidates.valueStream())
                .anySatisfy(c -> {
                    assertThat(c.path("unit").asString()).isEqualTo("X01");
                    assertThat(c.path("article_id").asString()).isEqualTo("customs.5");
                })
                .anySatisfy(c -> {
                    assertThat(c.path("unit").asString()).isEqualTo("X01");
                    assertThat(c.path("article_id").asString()).isEqualTo("notice.3.3");
                });
    }

    @ParameterizedTest
    @CsvSource({"R05, 法释〔2022〕12号", "R06, 非法狩猎"})
    void a_case_that_no_rule_decides_calls_for_consultation_with_its_reason(String name, String reason) {
        var kase = stories.aCase("U15", name + "号真实案件", facts(name));

        var threshold = assessment("U15", kase).path("threshold");

        assertThat(threshold.path("result").asString()).isEqualTo("needs_consultation");
        assertThat(threshold.path("needs_consultation").asBoolean()).isTrue();
        assertThat(threshold.path("reason").asString()).contains(reason);
        assertThat(client.see(cast.handler("U15"), kase)
                        .path("actions")
                        .valueStream()
                        .map(a -> a.path("name").asString()))
                .as("whoever wants to transfer it after conferring can")
                .contains("propose_transfer");
    }
}
