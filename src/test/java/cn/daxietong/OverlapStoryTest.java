package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two units after the same plate are told that there is another and whom to call; neither learns what the other knows. */
@PlatformTest
class OverlapStoryTest {
    private final Client client;
    private final Cast cast;
    private final Reading reading;
    private final String plate =
            "桂B" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);

    OverlapStoryTest(MockMvcTester web, Writing writing, Reading reading, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.reading = reading;
    }

    private String aCase(String unit, String title) {
        return client.open(cast.handler(unit), "case", """
                {"title":"%s","facts":{"commodity":"tobacco"},"summary":"按检查笔录登记","subjects":[{"type":"vehicle","value":"%s"}]}
                """.formatted(title, plate));
    }

    private String aLead(String unit, String source) {
        return client.open(cast.handler(unit), "lead", """
                {"title":"撞车线索","source":"%s","description":"说明","subjects":[{"type":"vehicle","value":"%s"}]}
                """.formatted(source, plate));
    }

    private List<String> told(Viewer viewer, String matter) {
        return reading.as(
                viewer, db -> db.sql("select text from matter.notice where matter_id = ?::uuid and text like '%同一%'")
                        .param(matter)
                        .query(String.class)
                        .list());
    }

    @Test
    void both_are_told_and_the_office_goes_between_where_neither_sees_the_other() {
        var first = aCase("U12", "撞车：先立的案件");
        var second = aCase("U17", "撞车：后立的案件");
        var number = client.see(cast.handler("U12"), first).path("number").asString();

        assertThat(told(cast.handler("U12"), first))
                .singleElement()
                .asString()
                .contains("同一车辆", "指挥部办公室")
                .doesNotContain(plate, "县烟草专卖局");
        assertThat(told(cast.handler("U17"), second))
                .singleElement()
                .asString()
                .contains("指挥部办公室")
                .doesNotContain(plate, number, "县市场监管局");
        assertThat(told(cast.handler("OFFICE"), second))
                .singleElement()
                .asString()
                .contains(number);
        client.get(cast.handler("U17"), "/api/v1/matters/" + first).is(404);
        client.get(cast.handler("U12"), "/api/v1/matters/" + second).is(404);
    }

    @Test
    void whoever_verifies_a_lead_is_told_when_it_is_given_to_them_and_once_only() {
        var kase = aCase("U12", "撞车：已立的案件");
        var lead = aLead("U18A", "station_report");
        assertThat(told(cast.handler("U12"), kase))
                .as("nobody has the lead in hand yet")
                .isEmpty();

        client.act(cast.handler("OFFICE"), lead, "dispatch", "{\"unit\":\"U14\"}");
        client.act(cast.handler("U14"), lead, "accept");
        client.act(cast.handler("U12"), kase, "file");

        assertThat(told(cast.handler("U14"), lead)).hasSize(1);
        assertThat(told(cast.handler("U12"), kase)).hasSize(1);
        assertThat(told(cast.handler("U18A"), lead))
                .as("who only reported is told nothing")
                .isEmpty();
    }

    @Test
    void a_tip_off_is_told_to_nobody() {
        var kase = aCase("U12", "撞车：举报之外的案件");
        var lead = aLead("U12", "tipoff");
        client.act(cast.handler("OFFICE"), lead, "dispatch", "{\"unit\":\"U14\"}");

        assertThat(told(cast.handler("U12"), kase)).isEmpty();
        assertThat(told(cast.handler("U14"), lead)).isEmpty();
        assertThat(told(cast.handler("OFFICE"), lead)).isEmpty();
    }

    @Test
    void a_case_that_came_from_the_lead_is_no_other_unit_at_work() {
        var lead = aLead("U18A", "station_report");
        client.act(cast.handler("OFFICE"), lead, "dispatch", "{\"unit\":\"U14\"}");
        client.act(cast.handler("U14"), lead, "accept");
        client.act(cast.handler("U14"), lead, "verify", "{\"finding\":\"属实\",\"substantiated\":true}");
        client.act(cast.handler("U14"), lead, "open_case");
        var kase = client.linked(cast.handler("U14"), lead, "case");

        assertThat(told(cast.handler("U14"), lead)).isEmpty();
        assertThat(told(cast.handler("U14"), kase)).isEmpty();
    }

    private String anOperation(String unit, String title) {
        return client.open(cast.handler(unit), "operation", """
                {"title":"%s","starts_at":"%s","place":"派出所","units":["U10"],"sites":[{"name":"%s","address":"某路"}],"plan":"分工检查",
                 "subjects":[{"type":"vehicle","value":"%s"}]}
                """.formatted(
                        title, cast.clock().instant().plusSeconds(86_400), plate, plate));
    }

    @Test
    void two_operations_after_the_same_car_learn_that_there_is_another_and_nothing_else() {
        var first = anOperation("U08", "撞车：先定的行动");
        var second = anOperation("U14", "撞车：后定的行动");
        var number = client.see(cast.handler("U08"), first).path("number").asString();

        assertThat(told(cast.handler("U14"), second))
                .singleElement()
                .asString()
                .contains("同一车辆", "指挥部办公室")
                .doesNotContain(plate, number, "县公安局", "先定的行动");
        assertThat(told(cast.handler("U08"), first))
                .singleElement()
                .asString()
                .doesNotContain(plate, "县农业农村局", "后定的行动");
        assertThat(client.see(cast.handler("U14"), second).path("links")).isEmpty();
        for (var stranger : List.of("U14", "U10", "U07")) {
            client.get(cast.handler(stranger), "/api/v1/matters/" + first).is(404);
            assertThat(client.get(cast.handler(stranger), "/api/v1/matters?kind=operation&q=" + plate)
                            .text())
                    .doesNotContain(first, number);
        }
    }

    @Test
    void an_operation_and_a_joint_case_are_told_of_a_case_over_the_same_car() {
        var kase = aCase("U17", "撞车：烟草的案件");
        var operation = anOperation("U08", "撞车：公安的行动");
        var room = client.open(
                cast.handler("U12"), "joint_case", "{\"title\":\"撞车\",\"purpose\":\"查清\",\"units\":[\"U14\"]}");
        client.act(
                cast.handler("U12"),
                room,
                "add_subjects",
                "{\"subjects\":[{\"type\":\"vehicle\",\"value\":\"" + plate + "\"}]}");

        assertThat(told(cast.handler("U17"), kase)).hasSize(2);
        assertThat(told(cast.handler("U08"), operation)).hasSize(2);
        assertThat(told(cast.handler("U12"), room)).hasSize(2);
    }

    @Test
    void however_many_are_closed_or_our_own_every_other_unit_that_is_after_it_is_found() {
        for (int i = 0; i < 25; i++) {
            client.act(
                    cast.handler("U12"),
                    aCase("U12", "撞车：已经办结" + i),
                    "close",
                    "{\"outcome\":\"dismissed\",\"note\":\"不予立案\"}");
            aCase("U14", "撞车：自己的" + i);
        }
        var others = List.of("U08", "X01", "U15", "U17");
        others.forEach(unit -> aCase(unit, "撞车：在办的案件"));

        var late = aCase("U14", "撞车：自己的又一件");

        assertThat(told(cast.handler("U14"), late)).hasSize(others.size());
    }
}
