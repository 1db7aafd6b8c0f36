package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest(ownDatabase = true)
@Import(TestAccounts.class)
class SuccessionTest {
    private static final UnitId TOBACCO = new UnitId("U17");
    private static final UnitId MARKET = new UnitId("U12");

    private final Proceedings proceedings;
    private final Matters matters;
    private final Succession succession;
    private final TestAccounts accounts;
    private final MockMvcTester web;
    private Viewer tobacco;
    private Viewer market;

    SuccessionTest(
            Proceedings proceedings, Matters matters, Succession succession, TestAccounts accounts, MockMvcTester web) {
        this.proceedings = proceedings;
        this.matters = matters;
        this.succession = succession;
        this.accounts = accounts;
        this.web = web;
    }

    @BeforeEach
    void people() {
        tobacco = accounts.some("U17", Post.HANDLER);
        market = accounts.some("U12", Post.HANDLER);
    }

    @Test
    void a_unit_with_open_matters_does_not_simply_end_but_passes_them_to_the_unit_it_is_merged_into() {
        var id = aCaseWithItems();

        assertThat(end("U17", "")).bodyText().contains("还有", "件未办结的事项", "并入");
        assertThat(end("U17", "U12")).hasStatus3xxRedirection();
        assertThat(succession.run()).as("the case and its item").isEqualTo(2);

        var passed = matters.afterStep(market, id).matter();
        assertThat(passed.owner()).isEqualTo(MARKET);
        assertThat(passed.clocks()).filteredOn(RunningClock::runs).allMatch(c -> c.actorUnit()
                .equals(MARKET));
        assertThat(passed.todos()).isNotEmpty().allMatch(t -> t.unit().equals(MARKET));
        assertThat(Json.MAPPER.writeValueAsString(passed.state()))
                .contains("U12")
                .doesNotContain("U17");
        assertThat(matters.timeline(market, id))
                .last()
                .extracting(Matters.TimelineLine::event)
                .isEqualTo("unit_succeeded");
        assertThatThrownBy(() -> matters.afterStep(tobacco, id)).isInstanceOf(Refusal.class);
        proceedings.act(market, id, "file", Json.MAPPER.readTree("{}"), null);
        assertThat(succession.run()).as("nothing to do twice").isZero();
        assertThat(succession.of(TOBACCO)).isZero();
    }

    @Test
    void a_room_in_which_both_units_shared_the_same_case_passes_on_with_one_sharing() {
        var vet = accounts.some("U14", Post.HANDLER);
        var kase = proceedings.open(
                vet, "case", Json.MAPPER.readTree("{\"title\":\"两家先后共享的案\",\"summary\":\"x\",\"facts\":{}}"));
        var room = proceedings.open(
                accounts.some("U08", Post.HANDLER),
                "joint_case",
                Json.MAPPER.readTree("{\"title\":\"联合办案\",\"purpose\":\"查清\",\"units\":[\"U12\",\"U14\"]}"));
        act(vet, room, "join", "{}");
        act(market, room, "join", "{}");
        act(vet, room, "share_goods", "{\"about\":\"" + kase + "\"}");
        handedOver(vet, kase);
        act(market, room, "share_goods", "{\"about\":\"" + kase + "\"}");

        assertThat(end("U14", "U12")).hasStatus3xxRedirection();
        succession.run();

        var passed = matters.afterStep(market, room).matter();
        assertThat(passed.unitsWithRole("member")).containsExactly(MARKET);
        assertThat(MatterView.data(passed.state(), true).path("goods"))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.path("unit").asString()).isEqualTo("U12");
                    assertThat(s.path("case_number").asString())
                            .isEqualTo(matters.afterStep(market, kase).matter().number());
                });
        assertThat(succession.of(new UnitId("U14"))).isZero();
        assertThat(succession.run()).as("nothing to do twice").isZero();
    }

    /** Transferred to 县市场监管局 and signed for, which makes it theirs. */
    private void handedOver(Viewer from, UUID kase) {
        act(from, kase, "propose_transfer", """
                {"target_unit":"U12","officers":["%s","%s"],"report":"建议移送","deviation_reason":"已会商"}
                """.formatted(
                        from.account().value(),
                        accounts.some("U14", Post.HANDLER).account().value()));
        act(accounts.some("U14", Post.HEAD), kase, "approve_transfer", "{}");
        var transfer = matters.afterStep(from, kase).matter().linked("transfer").orElseThrow();
        act(from, transfer, "send", """
                {"materials":[{"kind":"investigation_report"},{"kind":"inspection_report"}]}
                """);
        act(market, transfer, "sign_receipt", "{}");
    }

    private void act(Viewer viewer, UUID id, String action, String fields) {
        proceedings.act(viewer, id, action, Json.MAPPER.readTree(fields), null);
    }

    private UUID aCaseWithItems() {
        var id = proceedings.open(
                tobacco, "case", Json.MAPPER.readTree("{\"title\":\"撤并前立的案\",\"summary\":\"x\",\"facts\":{}}"));
        proceedings.act(
                tobacco,
                id,
                "preserve_evidence",
                Json.MAPPER.readTree(
                        """
                {"items":[{"description":"卷烟","quantity":1,"unit":"条"}],"preserved_at":"%sT10:00:00+08:00"}
                """.formatted(LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1))),
                null);
        return id;
    }

    private MvcTestResult end(String unit, String into) {
        return web.post()
                .uri("/units/" + unit + "/end")
                .param("day", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString())
                .param("into", into)
                .with(csrf())
                .with(TestAccounts.as(accounts.some("OFFICE", Post.SYSTEM_ADMIN)))
                .exchange();
    }
}
