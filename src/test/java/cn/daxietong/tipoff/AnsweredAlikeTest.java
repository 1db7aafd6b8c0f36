package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.identity.TestAccounts;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whether a code is wrong, mistyped or too old is told neither by the answer nor by the clock. */
@PlatformTest(ownDatabase = true)
@Import(TestAccounts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnsweredAlikeTest {
    private static final String WORD = "旧的暗语";

    private final Filing filing;
    private final Officers officers;
    private final TestAccounts accounts;
    private final MockMvcTester web;
    private final JdbcClient owner;
    private List<Bad> bad = List.of();
    private String good = "";

    private record Bad(String what, String code) {}

    AnsweredAlikeTest(
            Filing filing, Officers officers, TestAccounts accounts, MockMvcTester web, Environment environment) {
        this.filing = filing;
        this.officers = officers;
        this.accounts = accounts;
        this.web = web;
        this.owner = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password")));
    }

    @BeforeAll
    void a_code_that_is_good_and_three_that_are_not() {
        Holders.enrol(officers, accounts);
        good = filing.tell("刚刚说的事情", "", "", WORD);
        var expired = filing.tell("很久以前说的事", "", "", WORD);
        owner.sql("alter table tipoff.receipt no force row level security").update();
        owner.sql("update tipoff.receipt set until = '2020-01-01' where lookup = ?")
                .param(ReceiptCode.typed(expired).orElseThrow().lookup())
                .update();
        owner.sql("alter table tipoff.receipt force row level security").update();
        bad = List.of(
                new Bad("wrong", ReceiptCode.fresh().spoken()),
                new Bad("mistyped", good.substring(1) + good.charAt(0)),
                new Bad("expired", expired));
    }

    @ParameterizedTest
    @CsvSource({"/report/status,''", "/report/status,旧的暗语", "/report/status,别的暗语", "/report/proof,''"})
    void byte_for_byte(String path, String word) {
        var wrong = answer(path, bad.getFirst().code(), word);

        assertThat(wrong.status()).isEqualTo(404);
        for (var other : bad) {
            assertThat(answer(path, other.code(), word)).as(other.what()).isEqualTo(wrong);
        }
    }

    @Test
    void another_word_for_a_good_code_is_answered_like_a_wrong_code() {
        assertThat(answer("/report/status", good, "别的暗语"))
                .isEqualTo(answer("/report/status", bad.getFirst().code(), "别的暗语"));
        assertThat(answer("/report/status", good, WORD).status()).isEqualTo(200);
    }

    /** Compared byte for byte but for the code, which is given back as it was typed. */
    private record Answer(int status, Map<String, String> headers, String text) {}

    private Answer answer(String path, String code, String word) {
        var response = web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("code", code)
                .param("word", word)
                .exchange()
                .getResponse();
        var headers = new TreeMap<String, String>();
        response.getHeaderNames()
                .forEach(name -> headers.put(name, response.getHeaders(name).toString()));
        var text = new String(response.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
        return new Answer(response.getStatus(), headers, text.replace(code, "CODE"));
    }

    /** One lookup and nothing else; many interleaved calls, so that whatever else the machine does falls on all alike. */
    @Test
    void as_long_without_a_word() {
        takeAsLong("", 500, System::nanoTime);
    }

    /** One derivation of keys, by the processor's own clock: a few seconds of a busy machine tell more of the machine. */
    @Test
    void as_long_with_a_word() {
        takeAsLong(WORD, 7, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    private void takeAsLong(String word, int rounds, LongSupplier clock) {
        var nanos = new long[bad.size()][rounds];
        for (int round = -rounds / 4; round < rounds; round++) {
            for (int n = 0; n < bad.size(); n++) {
                // Each goes first, second and last equally often.
                int kind = Math.floorMod(n + round, bad.size());
                var started = clock.getAsLong();
                var found = filing.visit(bad.get(kind).code(), word);
                var took = clock.getAsLong() - started;
                assertThat(found).isEmpty();
                if (round >= 0) {
                    nanos[kind][round] = took;
                }
            }
        }

        double wrong = median(nanos[0]);
        for (int kind = 1; kind < bad.size(); kind++) {
            assertThat(median(nanos[kind]) / wrong)
                    .as("%s as a share of wrong, %.0f µs", bad.get(kind).what(), wrong / 1000)
                    .isBetween(0.8, 1.25);
        }
    }

    private static double median(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }
}
