package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The procuratorate sees what should have been transferred, filed or returned without anybody's typing it, and it alone sees it. */
@PlatformTest
class RadarStoryTest {
    private static final String RADAR = "/api/v1/oversight/radar";

    private final MockMvcTester web;
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final Proceedings proceedings;
    private final Reading reading;

    RadarStoryTest(MockMvcTester web, ApplicationContext platform) {
        this.web = web;
        this.client = new Client(web);
        this.cast = new Cast(platform.getBean(Writing.class), platform.getBean(Clock.class));
        this.stories = new Stories(client, cast);
        this.proceedings = platform.getBean(Proceedings.class);
        this.reading = platform.getBean(Reading.class);
    }

    private Viewer prosecutor() {
        return cast.handler("U05");
    }

    /** The grounds under which the matter stands on the radar. */
    private List<String> grounds(String matter) {
        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = client.get(prosecutor(), RADAR + "?limit=200&cursor=" + cursor)
                    .is(200)
                    .json();
            page.path("items")
                    .valueStream()
                    .filter(i -> i.path("matter").asString().equals(matter))
                    .forEach(i -> found.add(i.path("ground").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return found;
    }

    private String filed(String title) {
        var kase = stories.aCase("U12", title, Stories.REACHED);
        client.act(cast.handler("U12"), kase, "file");
        return kase;
    }

    /** The step as taken days ago. */
    private void ago(int days, Viewer viewer, String matter, String action, String fields) {
        proceedings
                .asOf(Clock.offset(cast.clock(), Duration.ofDays(-days)))
                .act(viewer, UUID.fromString(matter), action, Json.MAPPER.readTree(fields), null);
    }

    @Test
    void a_case_at_the_threshold_stands_there_at_once_and_leaves_when_it_is_sent() {
        var kase = filed("雷达：应移送的卷烟案");

        assertThat(grounds(kase)).containsExactly("not_transferred");
        var line = client.get(prosecutor(), RADAR + "?ground=not_transferred&unit=U12&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(i -> i.path("matter").asString().equals(kase))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("unit").asString()).isEqualTo("U12");
        assertThat(line.path("law").asString()).isEqualTo("310.3");
        assertThat(line.path("due_at").isNull()).as("the law names no day").isTrue();

        stories.transferred("U12", kase, "U08");
        assertThat(grounds(kase)).isEmpty();
    }

    @Test
    void whoever_investigates_crimes_itself_should_have_filed() {
        var kase = stories.aCase("U08", "雷达：应立案的卷烟案", Stories.REACHED);
        assertThat(grounds(kase)).containsExactly("not_filed");

        client.act(cast.handler("U08"), kase, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕29号\"}");
        assertThat(grounds(kase)).isEmpty();
    }

    @Test
    void a_case_below_the_threshold_never_appears() {
        var kase = stories.aCase("U12", "雷达：未达标准的卷烟案", Stories.SMALL);
        client.act(cast.handler("U12"), kase, "file");

        assertThat(grounds(kase)).isEmpty();
        client.get(prosecutor(), "/matters/" + kase).is(404);
    }

    @Test
    void the_heads_refusal_is_a_ground_of_its_own_and_stays_when_the_case_is_closed() {
        var kase = filed("雷达：负责人不批准移送的卷烟案");
        client.act(cast.handler("U12"), kase, "propose_transfer", """
                        {"target_unit":"U08","officers":%s,"report":"涉嫌犯罪，建议移送"}
                        """.formatted(cast.officers("U12")));
        client.act(cast.head("U12"), kase, "reject_transfer", "{\"reason\":\"证据不足\"}");
        client.act(cast.handler("U12"), kase, "close", "{\"outcome\":\"not_penalised\",\"note\":\"责令改正\"}");

        assertThat(grounds(kase)).containsExactly("transfer_rejected");
    }

    @Test
    void an_approved_transfer_that_is_not_sent_in_time_leads_to_the_case() {
        var kase = filed("雷达：批准后没有移送的卷烟案");
        client.act(cast.handler("U12"), kase, "propose_transfer", """
                        {"target_unit":"U08","officers":%s,"report":"涉嫌犯罪，建议移送"}
                        """.formatted(cast.officers("U12")));
        ago(4, cast.head("U12"), kase, "approve_transfer", "{}");

        assertThat(grounds(kase)).containsExactly("not_sent");
        client.get(prosecutor(), "/matters/" + kase).is(200);
    }

    @Test
    void a_review_that_ran_out_appears_by_the_clock_and_not_before() {
        var inTime = stories.transferred("U12", filed("雷达：审查中的卷烟案"), "U08");
        client.act(cast.handler("U08"), inTime, "sign_receipt");
        var late = stories.transferred("U12", filed("雷达：审查逾期的卷烟案"), "U08");
        ago(4, cast.handler("U08"), late, "sign_receipt", "{}");

        assertThat(grounds(inTime)).isEmpty();
        assertThat(grounds(late)).containsExactly("review_overdue");

        client.act(cast.handler("U08"), late, "refuse_to_file", "{\"reason\":\"没有犯罪事实\"}");
        assertThat(grounds(late)).containsExactly("filing_refused");
    }

    @Test
    void goods_not_handed_over_in_time_after_the_filing_appear_against_the_sender() {
        var kase = stories.aCase("U12", "雷达：逾期未移交物品的卷烟案", Stories.REACHED);
        client.act(cast.handler("U12"), kase, "seize", stories.items());
        client.act(cast.handler("U12"), kase, "file");
        var transfer = stories.transferred("U12", kase, "U08");
        client.act(cast.handler("U08"), transfer, "sign_receipt");
        ago(5, cast.handler("U08"), transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕39号\"}");

        assertThat(grounds(transfer)).containsExactly("not_handed_over");
        var line = client.get(prosecutor(), RADAR + "?ground=not_handed_over&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(i -> i.path("matter").asString().equals(transfer))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("unit").asString()).isEqualTo("U12");
        assertThat(line.path("law").asString()).isEqualTo("310.12");
    }

    @Test
    void a_decision_not_to_prosecute_stands_until_it_is_taken_up_and_again_when_nobody_replies() {
        var kase = filed("雷达：不起诉的卷烟案");
        var transfer = stories.transferred("U12", kase, "U08");
        client.act(cast.handler("U08"), transfer, "sign_receipt");
        client.act(cast.handler("U08"), transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕19号\"}");
        client.act(cast.handler("U08"), kase, "close", "{\"outcome\":\"not_prosecuted\",\"note\":\"情节轻微\"}");
        assertThat(grounds(kase)).containsExactly("not_returned");

        var reverse = client.open(prosecutor(), "reverse_transfer", """
                {"about":"%s","decided_at":"%s","summary":"情节轻微，应予行政处罚"}
                """.formatted(
                        kase, cast.clock().instant()));
        assertThat(grounds(kase)).isEmpty();

        ago(90, prosecutor(), reverse, "send_opinion", "{\"unit\":\"U12\",\"text\":\"应当给予行政处罚\"}");
        assertThat(grounds(reverse)).containsExactly("no_reply");

        client.act(cast.handler("U12"), reverse, "report_no_penalty", "{\"reason\":\"已过追责时效\"}");
        assertThat(grounds(reverse)).isEmpty();
    }

    @Test
    void nobody_else_has_the_page_the_api_the_count_the_print_or_the_file() {
        filed("雷达：别人看不到的卷烟案");
        var strangers = List.of(
                cast.handler("OFFICE"),
                cast.head("OFFICE"),
                cast.head("HQ"),
                cast.handler("U12"),
                cast.handler("U08"),
                cast.handler("U09"),
                cast.handler("U07"),
                cast.in("U05", Post.UNIT_ADMIN),
                cast.in("U05", Post.AUDIT_ADMIN));

        for (var stranger : strangers) {
            for (var path : List.of(
                    RADAR,
                    RADAR + "?ground=nothing_of_the_kind",
                    "/oversight/radar",
                    "/oversight/radar?sort=sideways",
                    "/oversight/radar/print",
                    "/oversight/radar/export")) {
                client.get(stranger, path).is(404);
            }
            assertThat(client.get(stranger, "/account").text()).doesNotContain("/oversight/radar");
            assertThat(reading.<Integer>as(stranger, db -> db.sql("select count(*) from oversight.radar")
                            .query(Integer.class)
                            .single()))
                    .isZero();
        }
    }

    @Test
    void every_look_is_on_record_and_shown() throws IOException {
        var kase = filed("雷达：查看留痕的卷烟案");
        var page = client.get(cast.head("U05"), "/oversight/radar?unit=U12").is(200);
        client.get(cast.head("U05"), "/oversight/radar/print").is(200);
        assertThat(exported(cast.head("U05"))).contains("雷达：查看留痕的卷烟案");
        client.get(cast.head("U05"), "/matters/" + kase).is(200);

        assertThat(page.text()).contains("谁看过本页").contains("应移送未移送");
        assertThat(reading.<List<String>>as(prosecutor(), db -> db.sql(
                                "select purpose from oversight.radar_look where account = ? order by id")
                        .param(cast.head("U05").account().value())
                        .query(String.class)
                        .list()))
                .containsSequence("list", "print", "export");
        assertThat(client.get(prosecutor(), "/api/v1/matters/" + kase + "/access")
                        .is(200)
                        .text())
                .contains(cast.head("U05").account().value());
    }

    private String exported(Viewer viewer) throws IOException {
        var sent = web.get()
                .uri("/oversight/radar/export")
                .with(TestAccounts.as(viewer))
                .exchange();
        assertThat(sent).hasStatusOk();
        try (var book = new ReadableWorkbook(
                        new ByteArrayInputStream(sent.getResponse().getContentAsByteArray()));
                var rows = book.getFirstSheet().openStream()) {
            return rows.flatMap(Row::stream)
                    .map(cell -> cell == null ? "" : cell.getText())
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void a_page_leafs_forwards_and_back_in_every_order_without_repeating() {
        for (int i = 0; i < 5; i++) {
            filed("雷达：翻页的卷烟案" + i);
        }

        for (var sort : List.of("newest", "oldest", "due")) {
            var seen = new HashSet<String>();
            var count = 0;
            var cursor = "";
            do {
                var page = client.get(prosecutor(), RADAR + "?limit=2&sort=" + sort + "&cursor=" + cursor)
                        .is(200)
                        .json();
                for (var item : page.path("items")) {
                    seen.add(item.path("matter").asString() + item.path("ground"));
                    count++;
                }
                cursor = page.path("next").asString("");
            } while (!cursor.isEmpty());

            assertThat(seen).as(sort).hasSize(count).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void a_question_that_makes_no_sense_is_answered_with_all_its_faults() {
        assertThat(client.get(prosecutor(), RADAR + "?ground=x&sort=y")
                        .is(422)
                        .json()
                        .path("errors"))
                .hasSize(2);
        client.get(prosecutor(), RADAR + "?limit=0").is(422);
        client.get(prosecutor(), RADAR + "?cursor=nonsense").is(422);
        client.get(prosecutor(), "/oversight/radar?cursor=nonsense").is(422);
    }
}
