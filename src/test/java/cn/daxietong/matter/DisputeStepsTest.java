package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a dispute when the contested lead changes hands before all have said what they think. */
class DisputeStepsTest {
    private final Told told = new Told();
    private final UUID lead =
            told.open("U17", "lead", "{\"title\":\"某处夜间卸运\",\"source\":\"patrol\",\"description\":\"两次\"}");

    /** 县烟草专卖局 claims for itself what 县市场监管局 holds. */
    private UUID claimedByTobacco() {
        told.act("OFFICE", lead, "dispatch", "{\"unit\":\"U12\"}");
        return told.open("U17", "dispute", """
                {"about":"%s","claimed":"U17","grounds":"方案三（三）：烟草案件移交县烟草专卖局"}
                """.formatted(lead));
    }

    private void advised(UUID dispute, String unit) {
        told.act("U17", dispute, "ask_office", "{\"text\":\"协商不成\"}");
        told.act("OFFICE", dispute, "give_opinion", "{\"unit\":\"" + unit + "\",\"text\":\"协调意见\"}");
        told.act("U17", dispute, "accept_opinion");
    }

    private void handedToTobacco() {
        told.act("U12", lead, "return", "{\"reason\":\"同意由烟草局核查\"}");
        told.act("OFFICE", lead, "dispatch", "{\"unit\":\"U17\"}");
    }

    private String status(UUID dispute) {
        return told.world.matter(dispute).status();
    }

    private String state(UUID dispute) {
        return told.world.matter(dispute).state().toString();
    }

    @Test
    void a_holder_who_hands_the_matter_to_the_party_that_accepted_the_opinion_has_settled_the_dispute() {
        var dispute = claimedByTobacco();
        advised(dispute, "U17");

        handedToTobacco();

        assertThat(status(dispute)).isEqualTo("settled");
        assertThat(state(dispute)).contains("Outcome[way=COORDINATED, unit=U17");
        assertThat(told.world.matter(dispute).documents()).hasSize(2);
    }

    @Test
    void where_the_accepted_opinion_names_another_the_new_holder_has_it_to_carry_out() {
        var dispute = claimedByTobacco();
        advised(dispute, "U12");

        handedToTobacco();

        assertThat(status(dispute)).isEqualTo("decided");
        assertThat(told.todo(dispute, "confirm_done").unit().value()).isEqualTo("U17");
    }

    @Test
    void an_agreement_that_only_the_former_holder_had_not_accepted_stands() {
        var dispute = claimedByTobacco();
        told.act("U17", dispute, "propose_agreement", "{\"unit\":\"U17\",\"text\":\"由烟草局办理\"}");

        handedToTobacco();

        assertThat(status(dispute)).isEqualTo("settled");
        assertThat(state(dispute)).contains("way=AGREED");
    }

    @Test
    void what_was_reported_up_is_still_designated_although_the_lead_changed_hands() {
        var dispute = claimedByTobacco();
        advised(dispute, "U17");
        told.act("U12", dispute, "report_up", "{\"superior\":\"GOV\",\"text\":\"不接受\"}");

        handedToTobacco();

        assertThat(status(dispute)).isEqualTo("reported_up");
        assertThat(told.todo(dispute, "designate")).isNotNull();
    }
}
