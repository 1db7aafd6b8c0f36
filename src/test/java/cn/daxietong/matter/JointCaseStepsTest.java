package cn.daxietong.matter;

import static cn.daxietong.matter.Told.REACHED;
import static cn.daxietong.matter.Told.SMALL;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.jointcase.JointCase;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 联合办案: whose goods a room is shown, and when no more. */
class JointCaseStepsTest {
    private final Told told = new Told();
    private final UUID kase = told.aCase("U12", SMALL);
    private final UUID room =
            told.open("U08", "joint_case", "{\"title\":\"联合办案\",\"purpose\":\"查清\",\"units\":[\"U12\",\"U14\"]}");

    JointCaseStepsTest() {
        told.act("U12", room, "join");
    }

    private void share(String unit, UUID which) {
        told.act(unit, room, "share_goods", "{\"about\":\"" + which + "\"}");
    }

    private JsonNode data() {
        return MatterView.data(told.world.matter(room).state(), true);
    }

    private List<String> shared() {
        return data().path("goods")
                .valueStream()
                .map(s ->
                        s.path("unit").asString() + " " + s.path("case_number").asString())
                .toList();
    }

    private String number() {
        return told.world.matter(kase).number();
    }

    private String withdrawal(String number) {
        return "{\"case_number\":\"" + number + "\",\"reason\":\"案件另行侦查\"}";
    }

    @Test
    void the_chronology_stands_in_the_order_in_which_things_happened() {
        told.act("U12", room, "record", "{\"at\":\"2026-08-30T10:00\",\"text\":\"后来\"}");
        told.act("U12", room, "record", "{\"at\":\"2026-08-20T10:00\",\"text\":\"先前\"}");

        assertThat(data().path("chronology").valueStream().map(e -> e.path("text")
                        .asString()))
                .containsExactly("先前", "后来");
    }

    @Test
    void a_unit_shares_the_goods_of_its_own_case_once() {
        share("U12", kase);

        var again = refusal(() -> share("U12", kase));

        assertThat(shared()).containsExactly("U12 " + number());
        assertThat(again.faults().getFirst().code()).isEqualTo("already_shared");
        assertThat(again.faults().getFirst().message()).contains("不用重复办理");
    }

    @Test
    void who_only_watches_over_a_case_neither_shares_its_goods_nor_is_offered_it() {
        var watched = told.aCase("U12", REACHED);
        told.act("U08", room, "invite", "{\"unit\":\"U05\"}");
        told.act("U05", room, "join");

        var refused = refusal(() -> share("U05", watched));

        assertThat(refused.faults().getFirst().code()).isEqualTo("not_own_case");
        assertThat(refused.faults().getFirst().field()).isEqualTo("about");
        assertThat(offers("U05", "share_goods").admits("about", told.world.matter(watched)))
                .isFalse();
        assertThat(offers("U12", "share_goods").admits("about", told.world.matter(watched)))
                .isTrue();
    }

    @Test
    void who_is_only_invited_shares_nothing() {
        var own = told.aCase("U14", SMALL);

        assertThat(refusal(() -> share("U14", own)).code()).isEqualTo("forbidden");
    }

    @Test
    void what_is_withdrawn_is_shared_no_more_and_the_reason_is_in_the_chronology() {
        share("U12", kase);

        told.act("U12", room, "withdraw_goods", withdrawal(number()));

        assertThat(shared()).isEmpty();
        assertThat(data().path("chronology").toString()).contains(number(), "案件另行侦查");
        share("U12", kase);
        assertThat(shared()).hasSize(1);
    }

    @Test
    void only_who_shared_withdraws_and_only_what_is_theirs_is_offered() {
        share("U12", kase);
        var police = told.aCase("U08", SMALL);
        share("U08", police);
        var theirs = told.world.matter(police).number();

        var refused = refusal(() -> told.act("U12", room, "withdraw_goods", withdrawal(theirs)));

        assertThat(refused.faults().getFirst().code()).isEqualTo("not_shared_by_us");
        assertThat(offers("U12", "withdraw_goods").offers("items", number())).isTrue();
        assertThat(offers("U12", "withdraw_goods").offers("items", theirs)).isFalse();
    }

    @Test
    void a_unit_that_leaves_takes_its_goods_with_it() {
        share("U12", kase);

        told.act("U12", room, "leave", "{\"reason\":\"案件已办结\"}");

        assertThat(shared()).isEmpty();
    }

    @Test
    void what_was_written_before_goods_were_shared_is_read_and_what_is_nested_here_is_flat_there() {
        var written = (ObjectNode) MatterJson.tree(
                Json.MAPPER.writeValueAsString(told.world.matter(room).state()));
        written.remove("goods");

        var read = Json.MAPPER.treeToValue(written, JointCase.class);

        assertThat(written.propertyNames())
                .containsExactlyInAnyOrder(
                        "title", "purpose", "lead", "members", "chronology", "subjects", "related", "meetings");
        assertThat(Json.MAPPER.<JsonNode>valueToTree(read).path("goods").isEmpty())
                .isTrue();
    }

    @SuppressWarnings("unchecked")
    private Choices<JointCase> offers(String unit, String action) {
        var matter = (Matter<JointCase>) told.world.matter(room);
        var procedure =
                (Procedure<JointCase>) told.world.bench.kind("joint_case").procedure();
        var step = procedure.step(procedure.status(matter.status()), action).orElseThrow();
        var scene = new Scene(Bench.viewer(new UnitId(unit), Post.HANDLER), told.world.now, told.world.bench.directory);
        return new Choices<>(step, matter, scene);
    }
}
