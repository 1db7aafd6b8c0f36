package cn.daxietong.matter;

import static cn.daxietong.matter.Told.REACHED;
import static cn.daxietong.matter.Told.SMALL;
import static cn.daxietong.matter.Told.box;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Post;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filing and its signature, moments that presuppose others, receivers that the tables do not name, and numbers that change. */
class CaseStepsTest {
    private static final String ITEMS =
            "{\"items\":[{\"description\":\"卷烟\",\"quantity\":1,\"unit\":\"条\"}],\"%s\":\"%s\"}";
    private final Told told = new Told();

    @Test
    void a_decision_is_not_served_before_it_is_made() {
        var kase = told.aCase("U12", SMALL);
        told.act("U12", kase, "file");
        told.act("U12", kase, "decide_penalty", "{\"kind\":\"fine\",\"amount_yuan\":500,\"text\":\"罚款\"}");
        told.later(Duration.ofDays(1));

        var fault = refusal(() -> told.act("U12", kase, "serve_decision", "{\"served_at\":\"2026-09-01T08:59\"}"))
                .faults()
                .getFirst();
        told.act("U12", kase, "serve_decision", "{\"served_at\":\"2026-09-01T09:00\"}");

        assertThat(fault.field()).isEqualTo("served_at");
        assertThat(fault.message()).contains("送达时间", "2026年9月1日 08:59", "作出处罚决定", "2026年9月1日 09:00", "第六十一条");
    }

    @ParameterizedTest
    @CsvSource({"seize, seized_at, 查封扣押时间", "preserve_evidence, preserved_at, 保存时间"})
    void a_measure_is_not_taken_before_the_conduct_but_may_precede_the_registration(
            String action, String field, String title) {
        var kase = told.aCase("U12", REACHED);

        var fault = refusal(() -> told.act("U12", kase, action, ITEMS.formatted(field, "2026-08-19T23:59")))
                .faults()
                .getFirst();
        told.act("U12", kase, action, ITEMS.formatted(field, "2026-08-20T00:00"));

        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.message()).contains(title, "2026年8月19日 23:59", "2026年8月20日 00:00");
    }

    @Test
    void where_nobody_knows_when_it_was_done_no_moment_is_too_early() {
        var kase = told.aCase("U12", "{\"commodity\":\"tobacco\"}");

        told.act("U12", kase, "seize", ITEMS.formatted("seized_at", "2026-01-01T00:00"));

        assertThat(told.clock(kase, "seizure.limit").runs()).isTrue();
    }

    @Test
    void a_receiver_that_the_tables_do_not_name_may_be_chosen_and_the_reason_goes_to_the_head() {
        var kase = told.aCase("U12", SMALL);

        told.act(
                "U12",
                kase,
                "propose_transfer",
                "{\"target_unit\":\"U14\",\"officers\":[\"u12-handler\",\"u12-head\"],\"report\":\"移送\",\"deviation_reason\":\"货物实为活畜\"}");

        assertThat(MatterView.data(told.world.matter(kase).state(), true)
                        .path("proposal")
                        .path("deviation_reason")
                        .asString())
                .isEqualTo("货物实为活畜");
    }

    @ParameterizedTest
    @CsvSource({"U17, false", "U08, true"})
    void the_tables_own_receivers_and_the_police_while_a_crime_is_possible_need_no_reason(String to, boolean unclear) {
        var kase = told.aCase("U12", unclear ? "{\"commodity\":\"alcohol\",\"act\":\"counterfeit\"}" : SMALL);

        told.act(
                "U12",
                kase,
                "propose_transfer",
                "{\"target_unit\":\"" + to
                        + "\",\"officers\":[\"u12-handler\",\"u12-head\"],\"report\":\"存在犯罪的合理嫌疑\"}");

        assertThat(told.world.matter(kase).status()).isEqualTo("transfer_proposed");
    }

    @Test
    void what_a_handler_files_waits_for_the_head_whose_signature_fills_the_form_under_its_number() {
        var kase = told.aCase("U12", SMALL);
        var filed = told.act("U12", kase, "file");
        var number = told.world.matter(kase).documents().getLast().number();

        assertThat(box(filed, "承办人意见").signer()).isEqualTo("县市场监管局经办人");
        assertThat(box(filed, "负责人审批意见").opinion()).isEqualTo("待负责人签批。");
        assertThat(told.todo(kase, "countersign_filing").post()).isEqualTo(Post.HEAD);
        assertThat(MatterView.data(told.world.matter(kase).state(), true)
                        .path("filing_approval")
                        .asString())
                .isEqualTo("pending");
        assertThat(refusal(() -> told.act("U12", kase, "countersign_filing")).code())
                .isEqualTo("forbidden");

        told.later(Duration.ofDays(1));
        var signed = told.head("U12", kase, "countersign_filing", "{}");

        assertThat(box(signed, "负责人审批意见"))
                .satisfies(box -> assertThat(box.signer()).isEqualTo("县市场监管局正职负责人"))
                .satisfies(box -> assertThat(box.on()).isEqualTo("2026-09-02"));
        assertThat(box(signed, "承办机构意见").signer()).isNull();
        assertThat(told.world.matter(kase).documents()).hasSize(2).allSatisfy(d -> assertThat(d.number())
                .isEqualTo(number));
        assertThat(refusal(() -> told.head("U12", kase, "countersign_filing", "{}"))
                        .code())
                .isEqualTo("nothing_to_sign");
        told.act("U12", kase, "decide_penalty", "{\"kind\":\"warning\",\"text\":\"警告\"}");
    }

    @Test
    void what_the_head_files_is_approved_at_once() {
        var kase = told.aCase("U12", SMALL);
        var filed = told.head("U12", kase, "file", "{}");

        assertThat(box(filed, "负责人审批意见").signer()).isEqualTo("县市场监管局正职负责人");
        assertThat(told.world.matter(kase).todos()).noneMatch(t -> t.action().equals("countersign_filing"));
    }

    @Test
    void a_case_that_is_taken_over_keeps_the_numbers_that_it_had() {
        var kase = told.aCase("U12", SMALL);
        var first = told.world.matter(kase).number();
        var transfer = told.transferred(kase, "U17");
        told.act("U17", transfer, "sign_receipt");

        var taken = told.world.matter(kase);

        assertThat(taken.formerNumbers()).containsExactly(first);
        assertThat(taken.number()).isNotEqualTo(first);
        assertThat(Rows.pieces(taken)).containsAll(Rows.searched(first));
    }

    @Test
    void the_state_keeps_the_flat_names_that_others_read() {
        var kase = told.aCase("U12", REACHED);
        told.act("U12", kase, "file");
        told.act("U12", kase, "seize", ITEMS.formatted("seized_at", "2026-08-31T10:00"));
        var transfer = told.transferred(kase, "U08");

        assertThat(MatterView.data(told.world.matter(kase).state(), true).propertyNames())
                .contains("title", "summary", "facts", "assessment", "filed", "items", "seizure_extended", "proposal")
                .contains("transferred", "subjects");
        assertThat(MatterView.data(told.world.matter(transfer).state(), true).propertyNames())
                .contains(
                        "case_title", "case_number", "sender", "receiver", "criminal", "inspection_needed", "officers")
                .contains(
                        "report", "summary", "commodity", "grounds", "materials", "exhibits", "handing_over", "words");
    }
}
