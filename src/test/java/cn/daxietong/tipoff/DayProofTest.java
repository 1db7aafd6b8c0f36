package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.ledger.Checkpoints;
import cn.daxietong.verifier.Verifier;
import cn.daxietong.verifier.VerifierPage;
import cn.daxietong.web.Browser;
import cn.daxietong.web.DisplayMode;
import cn.daxietong.web.Screen;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a teller can show of the day of telling, and what nobody can learn or make of it. */
@PlatformTest(ownDatabase = true)
@Import(TestAccounts.class)
@ExtendWith(Browser.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DayProofTest {
    private static final String PASSED = "✓ 通过：举报日期证明有效";
    private static final String TEXT = "村后旧砖窑里堆着没有票的白糖";

    private final Filing filing;
    private final Officers officers;
    private final DaySeals days;
    private final TestAccounts accounts;
    private final Writing writing;
    private final MockMvcTester web;
    private final Clock clock;
    private final ApplicationContext platform;

    private String code = "";
    private String other = "";
    private String proof = "";
    private LocalDate day = LocalDate.EPOCH;

    @TempDir
    Path folder;

    @SuppressWarnings("ParameterNumber")
    DayProofTest(
            Filing filing,
            Officers officers,
            DaySeals days,
            TestAccounts accounts,
            Writing writing,
            MockMvcTester web,
            Clock clock,
            ApplicationContext platform) {
        this.filing = filing;
        this.officers = officers;
        this.days = days;
        this.accounts = accounts;
        this.writing = writing;
        this.web = web;
        this.clock = clock;
        this.platform = platform;
    }

    @BeforeAll
    void a_day_of_two_tip_offs_is_over() throws IOException {
        Holders.enrol(officers, accounts);
        var yesterday = Clock.offset(clock, Duration.ofDays(-2));
        day = LocalDate.now(yesterday.withZone(Filing.ZONE));
        code = filing.asOf(yesterday).tell(TEXT, "", "", "");
        other = filing.asOf(yesterday).tell(TEXT, "", "", "");
        assertThat(body(asks("/report/status", code))).contains("下一次签章后可取").doesNotContain("/report/proof");
        assertThat(body(asks("/report/proof", code))).contains("下一次签章后可取");

        days.seal();
        assertThat(body(asks("/report/status", code))).contains("下一次签章后可取");
        Checkpoints.make(platform);
        proof = body(asks("/report/proof", code));
    }

    private MvcTestResult asks(String path, String typed) {
        return web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("code", typed)
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String verified(byte[] file, String... more) throws IOException {
        var out = new ByteArrayOutputStream();
        var path = Files.write(folder.resolve("proof.txt"), file);
        var arguments = new java.util.ArrayList<>(java.util.List.of(path.toString()));
        arguments.addAll(java.util.List.of(more));
        Verifier.run(arguments.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void with_the_code_alone_the_day_is_proved_to_anybody() throws IOException {
        var key = proof.lines()
                .filter(l -> l.startsWith("checkpoint: "))
                .findFirst()
                .orElseThrow();

        assertThat(body(asks("/report/status", code)))
                .contains("您的举报已于 " + ReportPage.day(day) + "封存", "下载举报日期证明", "/report/verifier");
        assertThat(verified(proof.getBytes(StandardCharsets.UTF_8)))
                .contains(PASSED, "这件举报确实在 " + day + " 当天的封存记录里", "号检查点");
        assertThat(verified(proof.getBytes(StandardCharsets.UTF_8), "--key", key.substring(key.lastIndexOf('|') + 1)))
                .contains("签名密钥是您指定的密钥");
        assertThat(verified(proof.getBytes(StandardCharsets.UTF_8), "--key", "00112233445566778899"))
                .contains("✗ 签名密钥不是您指定的密钥");
        var answer = asks("/report/proof", code).getResponse();
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
        assertThat(web.get().uri("/report/verifier").exchange()).hasStatusOk();
    }

    @Test
    void it_tells_neither_number_nor_hour_nor_how_many_told() {
        var row = writing.inTransaction(db -> db.sql("""
                        select m.number, m.id::text, m.snapshot::jsonb -> 'state' ->> 'commitment' as commitment
                          from matter.matter m join tipoff.receipt r on r.matter_id = m.id where r.lookup = ?
                        """)
                .param(ReceiptCode.typed(code).orElseThrow().lookup())
                .query((r, n) -> java.util.List.of(r.getString(1), r.getString(2), r.getString(3)))
                .single());

        assertThat(proof)
                .doesNotContain(row)
                .doesNotContain(TEXT, ReceiptCode.typed(code).orElseThrow().digits())
                .contains("\nsize: 64\n");
        var earliest = day.plusDays(1).atStartOfDay(Filing.ZONE).toInstant().toEpochMilli();
        proof.lines().filter(l -> l.startsWith("millis: ")).forEach(l -> assertThat(Long.parseLong(l.substring(8)))
                .isGreaterThan(earliest));
        assertThat(proof.length()).isLessThan(5_000);
    }

    /** Every byte, not a sample: the file is small enough. */
    @Test
    void whatever_byte_is_changed_is_named() throws IOException {
        var bytes = proof.getBytes(StandardCharsets.UTF_8);
        var random = new Random(19);

        for (int at = 0; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));

            var said = verified(changed);

            assertThat(said).as("byte " + at).contains("✗").doesNotContain("✓ 通过");
            assertThat(said).as("byte " + at).containsAnyOf("被改动", "比本核验程序新");
        }
        assertThat(verified(Arrays.copyOf(bytes, bytes.length - 40))).contains("被改动");
        assertThat(verified((proof + "x: y\n").getBytes(StandardCharsets.UTF_8)))
                .contains("被改动");
    }

    @Test
    void the_opening_of_another_tip_off_of_the_day_does_not_fit() throws IOException {
        var theirs = body(asks("/report/proof", other));
        var opening = theirs.lines()
                .filter(l -> l.startsWith("opening: "))
                .findFirst()
                .orElseThrow();
        var mine =
                proof.lines().filter(l -> l.startsWith("opening: ")).findFirst().orElseThrow();

        var mixed = proof.replace(mine, opening);

        assertThat(verified(theirs.getBytes(StandardCharsets.UTF_8))).contains(PASSED);
        assertThat(verified(mixed.getBytes(StandardCharsets.UTF_8))).contains("另一件举报的", "✗ 未通过");
    }

    @Test
    void the_page_answers_like_the_program(Browser browser) throws IOException {
        var page = browser.open("http://localhost", Screen.Size.WIDE, DisplayMode.STANDARD)
                .page();
        page.navigate(Files.write(folder.resolve("核验.html"), VerifierPage.bytes())
                .toUri()
                .toString());
        var bytes = proof.getBytes(StandardCharsets.UTF_8);
        assertThat(checked(page, bytes)).startsWith("✓ 通过");
        var random = new Random(23);

        for (int i = 0; i < 60; i++) {
            var changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            var fault = verified(changed)
                    .lines()
                    .filter(l -> l.startsWith("✗ "))
                    .findFirst()
                    .orElseThrow();

            // Both name the same line; whether it is called unreadable depends on how each reads it.
            assertThat(checked(page, changed))
                    .doesNotContain("✓ 通过")
                    .contains(fault.substring(2)
                            .replaceAll("(，已不可读)?。$", "")
                            .substring(0, Math.min(16, fault.length() - 4)));
        }
    }

    private String checked(Page page, byte[] file) throws IOException {
        page.locator("#bag").setInputFiles(Files.write(folder.resolve("shown.txt"), file));
        page.locator("#go").click();
        page.locator("#result").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return page.locator("#result").innerText();
    }

    @Test
    void a_wrong_code_is_answered_as_on_the_status_page() {
        var wrong = ReceiptCode.fresh().spoken();

        assertThat(asks("/report/proof", wrong)).hasStatus(404);
        assertThat(body(asks("/report/proof", wrong)))
                .isEqualTo(body(asks("/report/status", wrong)))
                .isEqualTo(body(asks("/report/proof", "1234")).replace("1234", wrong));
    }

    @Test
    void a_day_is_sealed_once_and_what_was_told_today_waits() {
        var today = filing.tell(TEXT, "", "", "");
        var before = seals();

        days.seal();
        Checkpoints.make(platform);

        assertThat(seals()).isEqualTo(before).isPositive();
        assertThat(body(asks("/report/status", today))).contains("下一次签章后可取", "收到");
        assertThat(body(asks("/report/proof", code))).isEqualTo(proof);
    }

    private int seals() {
        return writing.<Integer>inTransaction(
                db -> db.sql("select count(*) from matter.matter where kind = 'tipoff_day'")
                        .query(Integer.class)
                        .single());
    }
}
