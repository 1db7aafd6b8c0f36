package cn.daxietong.matter;

import static cn.daxietong.matter.Told.REACHED;
import static cn.daxietong.matter.Told.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Post;
import org.junit.jupiter.api.Test;

/** Which button stands out on the page of a matter. */
class StandingOutTest {
    private static final String GOODS =
            "{\"items\":[{\"description\":\"卷烟\",\"quantity\":1,\"unit\":\"条\"}],\"seized_at\":\"2026-08-31T10:00\"}";
    private final Told told = new Told();

    @Test
    void the_short_way_to_a_penalty_gives_way_to_the_procedure_that_can_be_begun() {
        var kase = told.aCase("U12", SMALL);
        told.act("U12", kase, "file");
        told.act("U12", kase, "seize", GOODS);
        var looked = Looked.at(told, told.world.matter(kase), "U12", Post.HANDLER);

        assertThat(looked.due()).contains("decide_penalty", "release_items");
        assertThat(looked.standingOut("supervision", "penalty")).containsExactly("penalty");
    }

    @Test
    void lifting_a_measure_stands_back_while_anything_else_is_due() {
        var kase = told.aCase("U12", REACHED);
        told.act("U12", kase, "seize", GOODS);

        assertThat(Looked.at(told, told.world.matter(kase), "U12", Post.HANDLER).standingOut("penalty"))
                .containsExactlyInAnyOrder("file", "propose_transfer");
    }

    @Test
    void what_ends_a_matter_stands_out_only_where_it_alone_is_due_and_no_better_way_is_open() {
        var room = told.open("U08", "joint_case", "{\"title\":\"联合办案\",\"purpose\":\"查清上下家\",\"units\":[\"U12\"]}");
        var kase = told.aCase("U12", SMALL);
        told.act("U12", kase, "file");
        told.act("U12", kase, "decide_penalty", "{\"kind\":\"fine\",\"amount_yuan\":500,\"text\":\"罚款\"}");
        told.act("U12", kase, "serve_decision", "{\"served_at\":\"2026-09-01T09:00\"}");

        assertThat(Looked.at(told, told.world.matter(room), "U08", Post.HANDLER).standingOut())
                .containsExactly("record");
        assertThat(Looked.at(told, told.world.matter(kase), "U12", Post.HANDLER).standingOut())
                .containsExactly("close");
    }
}
