package cn.daxietong.reward;

import static cn.daxietong.reward.Told.PIN;
import static cn.daxietong.reward.Told.WORD;
import static cn.daxietong.reward.Told.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.tipoff.ReceiptCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;

@PlatformTest(ownDatabase = true)
@Import({TestAccounts.class, Told.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewardStoryTest {
    private final Writing writing;
    private final Told told;
    private final TestAccounts accounts;
    private final Viewer office;
    private final Viewer payer;
    private final Viewer examiner;
    private final Viewer elsewhere;

    RewardStoryTest(Writing writing, Told told, TestAccounts accounts) {
        this.writing = writing;
        this.told = told;
        this.accounts = accounts;
        office = told.office();
        payer = accounts.some("U17", Post.HANDLER);
        examiner = accounts.some("U09", Post.HANDLER);
        elsewhere = accounts.some("U07", Post.HANDLER);
    }

    @Test
    void a_teller_is_paid_by_code_after_two_units_have_each_seen_half() {
        var teller = told.substantiated();
        var reward = told.propose(teller, "鹿打私案〔2026〕31号");
        var tipNumber = told.matters.visible(office, teller.tipoff()).matter().number();

        var amountHalf = told.page(payer, "/matters/" + told.half(payer, reward));
        assertThat(amountHalf).contains("3,703.7", "鹿打私案〔2026〕31号", "市场监管二级").doesNotContain(tipNumber, "查阅了收件顺序");
        var otherHalf = told.page(examiner, "/matters/" + told.half(examiner, reward));
        assertThat(otherHalf)
                .contains(tipNumber, "查阅了收件顺序")
                .doesNotContain("3703", "3,703", "123456", "123,456", "31号");
        assertThat(told.gets(payer, "/matters/" + reward)).hasStatus(404);
        assertThat(told.gets(examiner, "/matters/" + reward)).hasStatus(404);

        told.act(payer, told.half(payer, reward), "agree", "{}");
        told.act(examiner, told.half(examiner, reward), "agree", "{}");
        assertThatThrownBy(() -> told.act(office, reward, "grant", "{}")).isInstanceOf(Refusal.class);
        told.act(accounts.some("OFFICE", Post.HEAD), reward, "grant", "{}");

        assertThat(body(told.sends("/report/status", "code", teller.code(), "word", WORD)))
                .contains("奖励已经批准", "3,703.70元", "您的举报已经查实");
        assertThat(body(told.sends("/report/status", "code", teller.code(), "word", "")))
                .doesNotContain("奖励");
        var voucher = told.claimed(teller);
        assertThat(told.page(office, "/matters/" + reward)).contains("已领凭证").doesNotContain(voucher);
        assertThat(body(told.sends("/report/status", "code", teller.code(), "word", WORD)))
                .doesNotContain("领取奖励</button>");

        assertThat(body(told.posts(told.payer(), "/rewards/pay", "code", voucher, "pin", PIN)))
                .contains("确认付款", "3,703.70元")
                .doesNotContain(tipNumber, reward.toString());
        assertThat(body(told.posts(told.payer(), "/rewards/pay/confirm", "code", voucher, "pin", PIN)))
                .contains("已登记付款");
        assertThat(told.posts(told.payer(), "/rewards/pay/confirm", "code", voucher, "pin", PIN))
                .hasStatus(409);
    }

    @Test
    void a_wrong_code_a_wrong_pin_and_no_code_are_answered_alike() {
        var teller = told.substantiated();
        told.granted(teller, "鹿打私案〔2026〕32号");
        var voucher = told.claimed(teller);

        var wrongPin = told.posts(told.payer(), "/rewards/pay", "code", voucher, "pin", "999998");
        var wrongCode = told.posts(
                told.payer(), "/rewards/pay", "code", ReceiptCode.fresh().spoken(), "pin", PIN);
        var none = told.posts(told.payer(), "/rewards/pay", "code", "12", "pin", "3");

        assertThat(wrongPin).hasStatus(404);
        assertThat(fault(body(wrongPin)))
                .isEqualTo(fault(body(wrongCode)))
                .isEqualTo(fault(body(none)))
                .contains("没有查到");
    }

    private static String fault(String page) {
        return page.replaceAll("(?s).*alert-fault\" role=\"alert\"><p>(.*?)</p>.*", "$1");
    }

    @Test
    void a_poor_pin_is_refused_and_the_voucher_on_the_page_stays_the_same() {
        var teller = told.substantiated();
        told.granted(teller, "鹿打私案〔2026〕33号");
        var voucher = Told.voucher(body(told.sends("/report/reward", "code", teller.code(), "word", WORD)));

        var again = told.sends(
                "/report/reward/claim", "code", teller.code(), "word", WORD, "voucher", voucher, "pin", "111111");

        assertThat(again).hasStatus(422);
        assertThat(body(again)).contains(voucher, "不能六位相同");
        assertThat(told.sends("/report/reward", "code", teller.code(), "word", "不是这个词"))
                .hasStatus(404);
    }

    @Test
    void the_page_loaded_again_shows_the_same_code_and_no_other_becomes_good() {
        var teller = told.substantiated();
        told.granted(teller, "鹿打私案〔2026〕97号");

        var first = Told.voucher(body(told.sends("/report/reward", "code", teller.code(), "word", WORD)));
        var again = Told.voucher(
                body(told.sends("/report/reward", "code", teller.code().replace(" ", ""), "word", WORD)));
        var other = ReceiptCode.fresh().spoken();
        var refused =
                told.sends("/report/reward/claim", "code", teller.code(), "word", WORD, "voucher", other, "pin", PIN);

        assertThat(again).isEqualTo(first).isNotEqualTo(teller.code());
        assertThat(refused).hasStatus(409);
        assertThat(body(refused)).contains(first, "凭证还没有生效").doesNotContain(other);
        assertThat(told.claimed(teller)).isEqualTo(first);
        assertThat(writing.<Integer>inTransaction(
                        db -> db.sql("select count(*) from reward.claimable where tipoff_id = ?")
                                .param(teller.tipoff())
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void sent_twice_a_claim_gives_one_voucher_and_two_at_once_too() throws Exception {
        var teller = told.substantiated();
        told.granted(teller, "鹿打私案〔2026〕34号");
        var voucher = told.claimed(teller);
        assertThat(body(told.sends(
                        "/report/reward/claim", "code", teller.code(), "word", WORD, "voucher", voucher, "pin", PIN)))
                .contains("凭证已经生效");

        var paid = atOnce(() -> told.posts(told.payer(), "/rewards/pay/confirm", "code", voucher, "pin", PIN)
                .getResponse()
                .getStatus());

        assertThat(paid).containsExactlyInAnyOrder(200, 409);
    }

    private static List<Integer> atOnce(Callable<Integer> work) throws Exception {
        return atOnce(work, work);
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(one);
            var second = both.submit(other);
            return List.of(first.get(), second.get());
        }
    }

    @Test
    void one_case_is_rewarded_once_even_when_two_propose_at_once() throws Exception {
        var one = told.substantiated();
        var other = told.substantiated();

        var outcome = atOnce(() -> proposed(one, "鹿打私案〔2026〕35号"), () -> proposed(other, " 鹿打私案 [2026] 35 号"));

        assertThat(outcome).containsExactlyInAnyOrder(201, 409);
        assertThat(proposed(one, "别的案件")).isEqualTo(outcome.getFirst() == 201 ? 409 : 201);
    }

    private int proposed(Told.Teller teller, String kase) {
        try {
            told.propose(teller, kase);
            return 201;
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("already_rewarded");
            assertThat(refusal.detail()).contains("同一案件只奖励一次");
            return refusal.kind().status();
        }
    }

    @Test
    void what_is_withdrawn_or_refused_may_be_proposed_again() {
        var teller = told.substantiated();
        var first = told.propose(teller, "鹿打私案〔2026〕36号");
        told.act(office, first, "withdraw", "{\"reason\":\"案件编号写错\"}");
        assertThat(told.page(payer, "/matters/" + told.half(payer, first))).contains("不再复核");

        var second = told.propose(teller, "鹿打私案〔2026〕36号");
        told.act(payer, told.half(payer, second), "refuse", "{\"reason\":\"罚没款有误\"}");
        told.act(examiner, told.half(examiner, second), "agree", "{}");

        assertThat(told.page(office, "/matters/" + second)).contains("不予奖励");
        assertThat(told.propose(teller, "鹿打私案〔2026〕36号")).isNotNull();
    }

    @Test
    void every_fault_of_a_proposal_is_named_at_once() {
        var teller = told.substantiated();
        var fields = Told.proposal(
                        teller.tipoff(), "customs_evasion", "\"base\":10000,\"amount\":1000.01,", "鹿打私举〔2026〕1号")
                .replace("\"official\":false", "\"official\":true")
                .replace("\"first_teller\":true", "\"first_teller\":false")
                .replace("U17", "U09");

        assertThatThrownBy(() -> told.proceedings.open(office, "reward", Json.MAPPER.readTree(fields)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.faults())
                        .extracting(f -> f.code())
                        .containsExactlyInAnyOrder(
                                "above_the_maximum",
                                "basis_required",
                                "halves_in_one_hand",
                                "names_the_tipoff",
                                "not_eligible",
                                "not_eligible"));
    }

    @Test
    void from_half_a_million_on_the_finance_office_must_have_been_asked() {
        var teller = told.substantiated();
        var reward = told.propose(teller, "market_level_1", "\"base\":10000000,", "鹿打私案〔2026〕37号");
        told.act(payer, told.half(payer, reward), "agree", "{}");
        told.act(examiner, told.half(examiner, reward), "agree", "{}");
        var head = accounts.some("OFFICE", Post.HEAD);

        assertThatThrownBy(() -> told.act(head, reward, "grant", "{}"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.faults()).extracting(f -> f.code()).containsExactly("finance_opinion"));
        told.act(head, reward, "grant", "{\"finance_opinion\":\"县财政局复函同意\"}");
    }

    @Test
    void only_a_tip_off_that_proved_true_is_rewarded() {
        var teller = told.tell();

        assertThatThrownBy(() -> told.propose(teller, "鹿打私案〔2026〕38号"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.faults()).extracting(f -> f.code()).contains("not_substantiated"));
    }

    @Test
    void the_treasurys_list_balances_is_signed_and_names_nobody() throws Exception {
        var teller = told.substantiated();
        told.granted(teller, "鹿打私案〔2026〕39号");
        told.claimed(teller);
        told.granted(told.substantiated(), "鹿打私案〔2026〕40号");

        var page = told.page(examiner, "/rewards/statement");
        var signed = Json.MAPPER.readTree(told.page(office, "/rewards/statement/signed"));

        assertThat(page).contains("账已平", "市场监管举报奖励资金", "未付").doesNotContain("鹿打私举", "鹿打私案", "鹿打私奖〔");
        for (var s : signed.path("signatures")) {
            assertThat(verifies(
                            s.path("suite").asString(),
                            s.path("public_key").asString(),
                            signed.path("text").asString(),
                            s.path("value").asString()))
                    .as(s.path("suite").asString())
                    .isTrue();
        }
        assertThat(signed.path("signatures").size()).isEqualTo(2);
        assertThat(told.gets(office, "/rewards/statement/excel")).hasStatusOk();
    }

    private static boolean verifies(String suite, String key, String text, String value)
            throws GeneralSecurityException {
        var provider = new BouncyCastleProvider();
        boolean sm = suite.equals("sm");
        var publicKey = KeyFactory.getInstance(sm ? "EC" : "Ed25519", provider)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
        var signature = Signature.getInstance(sm ? "SM3withSM2" : "Ed25519", provider);
        signature.initVerify(publicKey);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(value));
    }

    @Test
    void nobody_else_learns_of_rewards_vouchers_or_sums() {
        var teller = told.substantiated();
        var reward = told.propose(teller, "鹿打私案〔2026〕41号");

        for (var path : List.of(
                "/matters/" + reward,
                "/matters/" + told.half(payer, reward),
                "/matters/" + told.half(examiner, reward),
                "/rewards/pay",
                "/rewards/statement",
                "/rewards/statement/excel",
                "/rewards/statement/signed")) {
            assertThat(told.gets(elsewhere, path)).as(path).hasStatus(404);
        }
        assertThat(told.posts(
                        elsewhere, "/rewards/pay", "code", ReceiptCode.fresh().spoken(), "pin", PIN))
                .hasStatus(404);
        assertThat(told.gets(accounts.some("OFFICE", Post.HEAD), "/rewards/pay"))
                .as("who grants does not pay")
                .hasStatus(404);
        assertThat(told.page(elsewhere, "/matters?kind=reward")).doesNotContain(reward.toString());
        assertThat(told.page(elsewhere, "/matters?kind=reward_review")).doesNotContain("鹿打私奖核〔");
        assertThatThrownBy(() -> told.proceedings.open(
                        elsewhere,
                        "reward",
                        Json.MAPPER.readTree(Told.proposal(teller.tipoff(), "tobacco_loose", "\"base\":1,", "x"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_person_with_all_rights_on_the_database_finds_no_way_from_a_voucher() {
        var teller = told.substantiated();
        var reward = told.granted(teller, "鹿打私案〔2026〕42号");
        var voucher = told.claimed(teller);
        told.posts(told.payer(), "/rewards/pay/confirm", "code", voucher, "pin", PIN);
        new Vouchers(writing, java.time.Clock.systemUTC()).mix();

        var rows = writing.inTransaction(db -> db.sql("select row_to_json(v)::text, v.xmin::text from reward.voucher v")
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .list());
        var mine = writing.inTransaction(db -> db.sql("select serial from reward.voucher where secret = ?")
                .param(new Pin(PIN).secret(ReceiptCode.typed(voucher).orElseThrow()))
                .query(String.class)
                .single());

        assertThat(rows).extracting(List::getLast).containsOnly(rows.getFirst().getLast());
        assertThat(rows).extracting(List::getFirst).allSatisfy(row -> assertThat(row)
                .doesNotContain(
                        reward.toString(), teller.tipoff().toString(), voucher.replace(" ", ""), "office-handler", "T")
                .doesNotContain(":00"));
        assertThat(elsewhereIn(mine)).as("tables that mention the serial").isEmpty();
        int left = writing.inTransaction(db -> db.sql("select count(*) from reward.claimable where reward_id = ?")
                .param(reward)
                .query(Integer.class)
                .single());
        assertThat(left).isZero();
    }

    /** Every table that holds the text anywhere, besides the vouchers themselves. */
    private List<String> elsewhereIn(String text) {
        return writing.inTransaction(db -> db.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                         where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list().stream()
                .filter(table -> !table.equals("reward.voucher"))
                .filter(table -> db.sql("select has_table_privilege(?, 'select')")
                        .param(table)
                        .query(Boolean.class)
                        .single())
                .filter(table -> db.sql("select count(*) from " + table + " t where t::text like ?")
                                .param("%" + text + "%")
                                .query(Integer.class)
                                .single()
                        > 0)
                .toList());
    }
}
