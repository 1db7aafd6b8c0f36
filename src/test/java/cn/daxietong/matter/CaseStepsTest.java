package cn.daxietong.matter;

import static cn.daxietong.matter.Told.REACHED;
import static cn.daxietong.matter.Told.SMALL;
import static cn.daxietong.matter.Told.box;
import static cn.daxietong.matter.Told.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Post;
import java.time.Duration;
import java.util.List;
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

    private static final String GOODS = ITEMS.formatted("seized_at", "2026-08-31T10:00");

    @Test
    void what_a_handler_seizes_has_its_decision_and_list_and_waits_for_the_head_who_signs_the_decision() {
        var kase = told.aCase("U12", REACHED);
        var seized = told.act("U12", kase, "seize", GOODS);
        var number = told.world.matter(kase).documents().getFirst().number();

        assertThat(told.world.matter(kase).documents())
                .extracting(IssuedDocument::title)
                .containsExactly("查封扣押决定书", "查封扣押清单");
        assertThat(box(seized, "负责人审批意见").opinion()).isEqualTo("待负责人签批。");
        assertThat(told.todo(kase, "approve_seizure").post()).isEqualTo(Post.HEAD);

        told.later(Duration.ofHours(2));
        told.act("U12", kase, "seize", GOODS);
        var first = told.head("U12", kase, "approve_seizure", "{}");

        assertThat(box(first, "负责人审批意见").signer()).isEqualTo("县市场监管局正职负责人");
        assertThat(told.world.matter(kase).documents().getLast().number()).isEqualTo(number);
        assertThat(told.todo(kase, "approve_seizure")).isNotNull();
        told.head("U12", kase, "approve_seizure", "{}");
        assertThat(told.world.matter(kase).documents().getLast().number()).isNotEqualTo(number);
        assertThat(refusal(() -> told.head("U12", kase, "approve_seizure", "{}"))
                        .code())
                .isEqualTo("nothing_to_sign");
    }

    @Test
    void what_is_preserved_as_evidence_has_its_decision_and_list_and_the_head_approves_it() {
        var kase = told.aCase("U12", REACHED);
        var own = told.aCase("U12", REACHED);
        var preserved = told.act("U12", kase, "preserve_evidence", ITEMS.formatted("preserved_at", "2026-08-31T10:00"));

        assertThat(told.world.matter(kase).documents())
                .extracting(IssuedDocument::title)
                .containsExactly("先行登记保存决定书", "先行登记保存清单");
        assertThat(box(preserved, "负责人审批意见").opinion()).isEqualTo("待负责人签批。");
        assertThat(told.todo(kase, "approve_preservation").post()).isEqualTo(Post.HEAD);

        var approved = told.head("U12", kase, "approve_preservation", "{}");
        told.head("U12", own, "preserve_evidence", ITEMS.formatted("preserved_at", "2026-08-31T10:00"));

        assertThat(box(approved, "负责人审批意见").signer()).isEqualTo("县市场监管局正职负责人");
        assertThat(told.world.matter(kase).todos()).noneMatch(t -> t.action().equals("approve_preservation"));
        assertThat(told.world.matter(own).todos()).noneMatch(t -> t.action().equals("approve_preservation"));
        assertThat(refusal(() -> told.head("U12", own, "approve_preservation", "{}"))
                        .code())
                .isEqualTo("nothing_to_sign");
    }

    @Test
    void the_officer_who_preserves_evidence_does_not_approve_it() {
        var kase = told.aCase("U12", REACHED);
        told.act("U12", kase, "preserve_evidence", ITEMS.formatted("preserved_at", "2026-08-31T10:00"));

        assertThat(refusal(() -> told.act("U12", kase, "approve_preservation")).kind())
                .isEqualTo(cn.daxietong.shared.Refusal.Kind.FORBIDDEN);
    }

    @Test
    void what_the_head_seizes_is_approved_at_once_and_what_was_urgent_within_its_clock() {
        var own = told.aCase("U12", REACHED);
        var kase = told.aCase("U17", REACHED);

        told.head("U12", own, "seize", GOODS);
        told.act("U17", kase, "seize", GOODS.replace("}],", "}],\"urgent\":true,"));

        assertThat(told.world.matter(own).todos())
                .noneMatch(todo -> todo.action().startsWith("approve"));
        assertThat(told.todo(kase, "approve_urgent_seizure").clock()).isEqualTo("seizure.urgent.report");
        var approved = told.head("U17", kase, "approve_urgent_seizure", "{}");
        assertThat(told.clock(kase, "seizure.urgent.report").runs()).isFalse();
        assertThat(box(approved, "负责人审批意见").signer()).isEqualTo("县烟草专卖局正职负责人");
    }

    @Test
    void a_decision_on_an_unsigned_filing_is_warned_of_and_the_head_is_told() {
        var kase = told.aCase("U12", SMALL);
        told.act("U12", kase, "file");

        assertThat(Looked.at(told, told.world.matter(kase), "U12", Post.HANDLER).cautions("decide_penalty"))
                .containsExactly("filing_unsigned");
        var decided =
                told.act("U12", kase, "decide_penalty", "{\"kind\":\"fine\",\"amount_yuan\":500,\"text\":\"罚款\"}");
        assertThat(decided.getFirst().notices())
                .anySatisfy(n -> assertThat(n.post()).isEqualTo(Post.HEAD));

        var signed = told.aCase("U12", SMALL);
        told.act("U12", signed, "file");
        told.head("U12", signed, "countersign_filing", "{}");
        assertThat(Looked.at(told, told.world.matter(signed), "U12", Post.HANDLER)
                        .cautions("decide_penalty"))
                .isEmpty();
    }

    @Test
    void the_same_case_is_related_once_and_in_one_way() {
        var kase = told.aCase("U12", SMALL);
        var room = told.open("U12", "joint_case", "{\"title\":\"联合办案\",\"purpose\":\"查清\",\"units\":[\"U08\"]}");
        var fields = "{\"about\":\"" + kase + "\",\"relation\":\"%s\",\"reason\":\"同一上家\"}";
        told.act("U12", room, "relate", fields.formatted("series"));

        var again = refusal(() -> told.act("U12", room, "relate", fields.formatted("series")));
        told.act("U12", room, "relate", fields.formatted("merged"));

        assertThat(again.faults().getFirst().code()).isEqualTo("already_related");
        assertThat(MatterView.data(told.world.matter(room).state(), true).path("related"))
                .hasSize(1);
    }

    @Test
    void an_item_is_handed_over_whole() {
        var kase = told.aCase("U12", REACHED);
        told.act("U12", kase, "seize", GOODS);
        var exhibit = told.world.matter(kase).linked("exhibit").orElseThrow();
        told.act("U12", exhibit, "store", "{\"place\":\"一号库\",\"category\":\"lasting\"}");
        var fields = "{\"unit\":\"U17\",\"answer_by\":\"2026-09-03T10:00\",\"quantity\":%s}";

        var more = refusal(() -> told.act("U12", exhibit, "hand_over", fields.formatted("2")));
        var less = refusal(() -> told.act("U12", exhibit, "hand_over", fields.formatted("0.5")));
        told.act("U12", exhibit, "hand_over", fields.formatted("1"));

        assertThat(List.of(
                        more.faults().getFirst().code(),
                        less.faults().getFirst().code()))
                .containsOnly("not_the_whole");
    }

    @Test
    void nobody_reports_out_before_the_day_of_the_operation() {
        var operation = told.open("U08", "operation", """
                {"title":"夜查","starts_at":"2026-09-03T20:00","place":"派出所","units":["U12"],
                 "sites":[{"name":"某冷库","address":"某路"}],"plan":"分工"}
                """);
        told.head("OFFICE", operation, "approve", "{}");
        told.act("U08", operation, "deploy", "{\"instructions\":\"全程录像\"}");

        var early = refusal(() -> told.act("U12", operation, "set_out", "{\"people\":4,\"vehicles\":1}"));
        told.later(Duration.ofDays(2)).act("U12", operation, "set_out", "{\"people\":4,\"vehicles\":1}");

        assertThat(early.faults().getFirst().message()).contains("2026年9月3日20时00分");
        assertThat(told.world.matter(operation).status()).isEqualTo("underway");
    }

    @ParameterizedTest
    @CsvSource({"abc, 1", "桂B12345, 0", "桂BD12345, 0", "桂B·1234挂, 0"})
    void a_plate_that_looks_like_none_is_asked_to_be_checked_and_taken(String plate, int doubts) {
        var subjects = java.util.List.of(new Subject(Subject.Type.VEHICLE, new Personal(plate), null));

        assertThat(Subject.doubts(subjects)).hasSize(doubts);
    }
}
