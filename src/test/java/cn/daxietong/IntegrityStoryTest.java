package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** A clue against an official goes from one police officer to 县纪委监委, and whoever else tries learns that there is nothing. */
@PlatformTest
class IntegrityStoryTest {
    private final Client client;
    private final Cast cast;
    private final Reading reading;

    IntegrityStoryTest(MockMvcTester web, Writing writing, Reading reading, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.reading = reading;
    }

    private String reported() {
        return client.open(cast.handler("U08"), "integrity_clue", """
                {"nature":"sheltering","persons":"某所长","text":"多次事先通风报信","origin":"讯问笔录"}
                """);
    }

    private static String status(JsonNode matter) {
        return matter.path("status").asString();
    }

    private List<Viewer> others() {
        return List.of(
                cast.head("U08"),
                cast.colleague("U08"),
                cast.in("U08", Post.UNIT_ADMIN),
                cast.in("U08", Post.AUDIT_ADMIN),
                cast.handler("OFFICE"),
                cast.head("OFFICE"),
                cast.head("HQ"),
                cast.head("GOV"),
                cast.handler("U01"),
                cast.handler("U05"));
    }

    @Test
    void the_commission_receives_asks_for_more_accepts_and_answers() {
        var clue = reported();
        var police = cast.handler("U08");
        var commission = cast.handler("X02");

        client.act(commission, clue, "receive");
        client.act(commission, clue, "send_back", "{\"wanted\":\"请补充时间、地点\"}");
        client.act(police, clue, "supplement", "{\"text\":\"今年三月，中渡镇\"}");
        client.act(cast.head("X02"), clue, "accept");
        var answered = client.act(commission, clue, "answer", "{\"text\":\"已立案审查\"}");

        assertThat(status(answered)).isEqualTo("answered");
        assertThat(client.see(police, clue).path("data").path("answer").asString())
                .isEqualTo("已立案审查");
        assertThat(answered.path("documents"))
                .as("no number in the police's own series")
                .isEmpty();
        assertThat(answered.path("clocks"))
                .as("the law says 及时 and names no day")
                .isEmpty();
    }

    @Test
    void the_commission_may_decline_or_pass_on() {
        var declined = reported();
        var passed = reported();
        for (var clue : List.of(declined, passed)) {
            client.act(cast.handler("X02"), clue, "receive");
        }

        assertThat(status(client.act(cast.handler("X02"), declined, "decline", "{\"reason\":\"不属于监察对象\"}")))
                .isEqualTo("declined");
        assertThat(status(
                        client.act(cast.handler("X02"), passed, "pass_on", "{\"organ\":\"上级监委\",\"reason\":\"管理权限\"}")))
                .isEqualTo("passed_on");
    }

    @Test
    void what_was_sent_back_and_is_never_supplemented_is_still_decided() {
        var endings = List.of(
                List.of("accept", "{}", "accepted"),
                List.of("decline", "{\"reason\":\"报送人已调离，无法补充\"}", "declined"),
                List.of("pass_on", "{\"organ\":\"上级监委\",\"reason\":\"管理权限\"}", "passed_on"));

        for (var ending : endings) {
            var clue = reported();
            client.act(cast.handler("X02"), clue, "receive");
            client.act(cast.handler("X02"), clue, "send_back", "{\"wanted\":\"请补充\"}");
            client.tries(cast.handler("U08"), clue, ending.get(0), ending.get(1))
                    .is(403);

            assertThat(status(client.act(cast.handler("X02"), clue, ending.get(0), ending.get(1))))
                    .isEqualTo(ending.get(2));
        }
    }

    @Test
    void only_a_police_handler_reports() {
        for (var other : List.of(cast.head("U08"), cast.handler("U12"), cast.handler("X02"), cast.handler("OFFICE"))) {
            client.post(other, "/api/v1/matters", """
                            {"kind":"integrity_clue","fields":{"nature":"sheltering","persons":"某","text":"某"}}
                            """).is(403);
        }
    }

    @Test
    void by_id_everybody_else_is_told_that_there_is_nothing() {
        var clue = reported();
        client.act(cast.handler("X02"), clue, "receive");
        client.act(cast.handler("X02"), clue, "send_back", "{\"wanted\":\"请补充\"}");

        for (var other : others()) {
            for (var path : List.of(
                    "/api/v1/matters/" + clue,
                    "/api/v1/matters/" + clue + "/timeline",
                    "/api/v1/matters/" + clue + "/access",
                    "/matters/" + clue,
                    "/matters/" + clue + "/actions/supplement",
                    "/matters/" + clue + "/book")) {
                assertThat(client.get(other, path).status()).as(other + path).isIn(404);
            }
            if (other.post().worksOnMatters()) {
                client.tries(other, clue, "supplement", "{\"text\":\"我来补充\"}").is(404);
            }
        }
    }

    @Test
    void no_list_search_count_notice_to_do_or_row_shows_it_to_anybody_else() {
        var clue = reported();
        client.act(cast.handler("X02"), clue, "receive");
        client.act(cast.handler("X02"), clue, "send_back", "{\"wanted\":\"请补充\"}");
        var number = client.see(cast.handler("U08"), clue).path("number").asString();

        for (var other : others()) {
            for (var path : List.of(
                    "/",
                    "/worklist",
                    "/notices",
                    "/matters",
                    "/matters/print",
                    "/matters?q=移送纪检监察的线索",
                    "/matters?kind=integrity_clue",
                    "/api/v1/worklist",
                    "/api/v1/matters?limit=200",
                    "/api/v1/matters?kind=integrity_clue",
                    "/people",
                    "/security-log")) {
                assertThat(client.get(other, path).text())
                        .as(other + " " + path)
                        .doesNotContain(clue, number, "移送纪检监察的线索</a>");
            }
            for (var table : List.of(
                    "matter.inbox", "matter.todo", "matter.notice", "matter.matter", "matter.reading", "matter.link")) {
                var column = table.equals("matter.matter") ? "id" : "matter_id";
                assertThat(reading.<Integer>as(
                                other, db -> db.sql("select count(*) from " + table + " where " + column + " = ?::uuid")
                                        .param(clue)
                                        .query(Integer.class)
                                        .single()))
                        .as(other + " " + table)
                        .isZero();
            }
        }
        assertThat(client.get(cast.handler("U08"), "/api/v1/worklist").text())
                .as("whoever reported has it to do")
                .contains(clue);
        assertThat(client.get(cast.handler("U08"), "/notices").text()).contains("线索需要补充");
        assertThat(client.get(cast.handler("U08"), "/api/v1/matters?q={q}", "移送纪检监察的线索")
                        .text())
                .contains(clue);
    }

    @Test
    void the_office_is_given_a_number_and_none_below_five() {
        assertThat(client.get(cast.handler("OFFICE"), "/integrity/months")
                        .is(200)
                        .text())
                .contains("少于 5 件（含没有）");
        for (int i = 0; i < 5; i++) {
            reported();
        }

        var page = client.get(cast.handler("OFFICE"), "/integrity/months").is(200);

        assertThat(page.text()).containsPattern("[0-9]+ 件").doesNotContain("鹿打私纪");
        for (var other : List.of(
                cast.handler("U08"), cast.head("HQ"), cast.handler("U05"), cast.in("OFFICE", Post.AUDIT_ADMIN))) {
            client.get(other, "/integrity/months").is(404);
        }
        assertThat(reading.<Integer>as(cast.handler("U12"), db -> db.sql("select count(*) from integrity.tally(0)")
                        .query(Integer.class)
                        .single()))
                .as("the function counts for the office alone")
                .isZero();
        assertThat(reading.<List<Integer>>as(
                        cast.handler("OFFICE"), db -> db.sql("select number from integrity.tally(0)")
                                .query(Integer.class)
                                .list()))
                .as("and never a smaller number, whatever it is asked")
                .allMatch(n -> n >= 5);
    }
}
