package cn.daxietong.matter;

import static cn.daxietong.matter.Told.SMALL;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Json;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a 回避 does to a penalty: it waits for the answer, two investigate, and another presides. */
class PenaltyRecusalTest extends PenaltyTold {
    private UUID challenged(UUID about, String officer) {
        return told.open("U12", "recusal", """
                {"about":"%s","officer":"%s","source":"party","reason":"与当事人是亲属"}
                """.formatted(about, officer));
    }

    @Test
    void who_presides_stands_aside_for_somebody_who_did_not_investigate_either() {
        var kase = filed(SMALL);
        var penalty =
                told.open("U12", "penalty", fields(kase, true, false, false).replace("u12-head", "u12-handler-2"));
        told.act("U12", penalty, "issue_notice");
        told.later(Duration.ofHours(1)).act("U12", penalty, "confirm_notified", """
                {"notified_at":"%s","way":"direct"}
                """.formatted(told.world.now));
        told.act("U12", penalty, "request_hearing", "{\"requested_at\":\"" + told.world.now + "\"}");
        told.act("U12", penalty, "schedule_hearing", """
                {"at":"2026-09-15T09:00","place":"二楼会议室","presider":"u12-handler-3"}
                """);
        var recusal = told.open("U12", "recusal", """
                {"about":"%s","officer":"u12-handler-3","source":"party","reason":"与当事人是亲属"}
                """.formatted(penalty));
        var grant = "{\"successor\":\"%s\",\"reason\":\"属实\"}";

        var investigator = refusal(() -> told.head("U12", recusal, "grant", grant.formatted("u12-handler-2")));
        told.head("U12", recusal, "grant", grant.formatted("u12-handler-4"));

        assertThat(investigator.faults()).extracting(Fault::code).containsExactly("presider_investigates");
        assertThat(MatterView.data(told.world.matter(penalty).state(), true)
                        .path("hearing")
                        .path("presider")
                        .asString())
                .isEqualTo("u12-handler-4");
    }

    @Test
    void who_is_to_preside_does_not_take_over_from_an_investigator() {
        var penalty = told.open(
                "U12", "penalty", fields(filed(SMALL), true, false, false).replace("u12-head", "u12-handler-2"));
        told.act("U12", penalty, "issue_notice");
        confirm(penalty);
        told.act("U12", penalty, "request_hearing", "{\"requested_at\":\"" + told.world.now + "\"}");
        var hearing = "{\"at\":\"2026-09-15T09:00\",\"place\":\"二楼会议室\",\"presider\":\"%s\"}";
        told.act("U12", penalty, "schedule_hearing", hearing.formatted("u12-handler-3"));
        var recusal = challenged(penalty, "u12-handler-2");
        var grant = "{\"successor\":\"u12-handler-3\",\"reason\":\"属实\"}";

        var presider = refusal(() -> told.head("U12", recusal, "grant", grant));
        told.act("U12", penalty, "schedule_hearing", hearing.formatted("u12-handler-4"));
        told.head("U12", recusal, "grant", grant);

        assertThat(presider.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field() + fault.code()).isEqualTo("successorpresider_investigates");
            assertThat(fault.message()).contains("改选其他人员", "第六十四条");
        });
        assertThat(MatterView.data(told.world.matter(penalty).state(), true)
                        .path("officers")
                        .toString())
                .isEqualTo("[\"u12-handler\",\"u12-handler-3\"]");
    }

    @Test
    void an_officer_of_the_case_who_stands_aside_is_replaced_by_a_third_before_anything_is_decided() {
        var kase = filed(SMALL);
        var penalty =
                told.open("U12", "penalty", fields(kase, false, false, false).replace("u12-head", "u12-handler-2"));
        told.act("U12", penalty, "issue_notice");
        told.later(Duration.ofHours(1)).act("U12", penalty, "confirm_notified", """
                {"notified_at":"%s","way":"direct"}
                """.formatted(told.world.now));
        told.act("U12", penalty, "deliberate");
        var recusal = told.open("U12", "recusal", """
                {"about":"%s","officer":"u12-handler-2","source":"party","reason":"与当事人是亲属"}
                """.formatted(kase));

        var open = refusal(() -> decide(penalty));
        var alone = refusal(() -> told.head("U12", recusal, "grant", """
                {"successor":"u12-handler","reason":"属实"}
                """));
        told.head("U12", recusal, "grant", """
                {"successor":"u12-handler-3","reason":"属实"}
                """);
        decide(penalty);

        assertThat(open.code()).isEqualTo("recusal_open");
        assertThat(alone.faults()).singleElement().satisfies(fault -> assertThat(fault.field() + fault.code())
                .isEqualTo("successortwo_officers_needed"));
        assertThat(MatterView.data(told.world.matter(penalty).state(), true)
                        .path("officers")
                        .toString())
                .isEqualTo("[\"u12-handler\",\"u12-handler-3\"]");
        assertThat(status(penalty)).isEqualTo("decided");
    }

    @Test
    void a_penalty_begun_while_an_officer_of_the_case_is_challenged_waits_for_it_too() {
        var kase = filed(SMALL);
        var recusal = challenged(kase, "u12-handler-2");
        var penalty = begun(kase, false, false, false);

        var open = refusal(() -> told.act("U12", penalty, "issue_notice"));
        told.head("U12", recusal, "refuse", "{\"reason\":\"不是亲属\"}");
        told.act("U12", penalty, "issue_notice");

        assertThat(open.code()).isEqualTo("recusal_open");
        assertThat(open.detail()).contains("鹿打私避〔2026〕1号", "第四十三条");
        assertThat(told.todo(penalty, "confirm_notified").unit().value()).isEqualTo("U12");
    }

    @Test
    void of_two_recusals_about_one_officer_each_is_decided() {
        var kase = filed(SMALL);
        var penalty = notified(kase, false);
        told.act("U12", penalty, "deliberate");
        var first = challenged(kase, "u12-handler");
        var second = challenged(penalty, "u12-handler");

        told.head("U12", first, "refuse", "{\"reason\":\"不是亲属\"}");
        var open = refusal(() -> decide(penalty));
        told.act("U12", second, "withdraw", "{\"reason\":\"弄错了人\"}");
        decide(penalty);

        assertThat(open.detail()).contains("鹿打私避〔2026〕2号").doesNotContain("鹿打私避〔2026〕1号");
        assertThat(status(penalty)).isEqualTo("decided");
    }

    @Test
    void who_reviewed_the_proposal_does_not_take_over_from_an_investigator() {
        var fields = fields(filed(SMALL), false, true, false)
                .replace("\"u12-handler\"", "\"u12-handler-2\"")
                .replace("u12-head", "u12-handler-3");
        var penalty = told.open("U12", "penalty", fields);
        told.act("U12", penalty, "legal_review", "{\"verdict\":\"passed\",\"opinion\":\"意见\",\"qualified\":true}");
        var recusal = challenged(penalty, "u12-handler-2");

        var reviewer = refusal(() -> granted(recusal, "u12-handler"));
        granted(recusal, "u12-handler-4");

        assertThat(reviewer.faults()).extracting(Fault::code).containsExactly("reviewer_investigates");
        assertThat(officers(penalty)).isEqualTo("[\"u12-handler-3\",\"u12-handler-4\"]");
    }

    @Test
    void a_successor_who_is_challenged_too_may_be_named_and_the_penalty_waits_for_his_answer() {
        var kase = filed(SMALL);
        var penalty = notified(kase, false);
        told.act("U12", penalty, "deliberate");
        var first = challenged(kase, "u12-handler");
        var second = challenged(kase, "u12-handler-2");

        granted(first, "u12-handler-2");
        var open = refusal(() -> decide(penalty));
        granted(second, "u12-handler-3");
        decide(penalty);

        assertThat(open.detail()).contains("鹿打私避〔2026〕2号");
        assertThat(officers(penalty)).isEqualTo("[\"u12-head\",\"u12-handler-3\"]");
        assertThat(status(penalty)).isEqualTo("decided");
    }

    @Test
    void a_second_recusal_of_whoever_is_replaced_already_displaces_nobody() {
        var kase = filed(SMALL);
        var penalty = notified(kase, false);
        var first = challenged(kase, "u12-handler");
        var second = challenged(penalty, "u12-handler");

        granted(first, "u12-handler-2");
        granted(second, "u12-handler-3");

        assertThat(officers(penalty)).isEqualTo("[\"u12-head\",\"u12-handler-2\"]");
    }

    private void granted(UUID recusal, String successor) {
        told.head("U12", recusal, "grant", "{\"successor\":\"" + successor + "\",\"reason\":\"属实\"}");
    }

    private String officers(UUID penalty) {
        return MatterView.data(told.world.matter(penalty).state(), true)
                .path("officers")
                .toString();
    }

    @Test
    void a_penalty_kept_before_recusals_had_numbers_waits_until_the_officers_is_decided() {
        var kase = filed(SMALL);
        var penalty = notified(kase, false);
        told.act("U12", penalty, "deliberate");
        var recusal = challenged(kase, "u12-handler");

        told.world.matters.put(penalty, asKeptBefore(told.world.matter(penalty)));
        var open = refusal(() -> decide(penalty));
        told.head("U12", recusal, "refuse", "{\"reason\":\"不是亲属\"}");
        decide(penalty);

        assertThat(open.code()).isEqualTo("recusal_open");
        assertThat(status(penalty)).isEqualTo("decided");
    }

    @SuppressWarnings("unchecked")
    private static <S> Matter<S> asKeptBefore(Matter<S> matter) {
        var old = (ObjectNode) Json.MAPPER.valueToTree(matter.state());
        old.remove("recusals");
        old.putArray("challenged").add("u12-handler");
        var state = Json.MAPPER.treeToValue(old, (Class<S>) matter.state().getClass());
        return new Matter<>(
                matter.id(),
                matter.kind(),
                matter.number(),
                matter.formerNumbers(),
                matter.title(),
                matter.status(),
                matter.owner(),
                matter.version(),
                matter.createdAt(),
                matter.updatedAt(),
                matter.participants(),
                matter.clocks(),
                matter.todos(),
                matter.documents(),
                matter.links(),
                state);
    }
}
