package cn.daxietong.bag;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.verifier.Unfit;
import cn.daxietong.verifier.VerifierPage;
import cn.daxietong.web.Browser;
import cn.daxietong.web.DisplayMode;
import cn.daxietong.web.Screen;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verifier's page, opened from a file as from a USB stick, finds what the program finds. */
@ExtendWith(Browser.Extension.class)
class VerifierPageTest {
    private final SampleBag sample = new SampleBag();
    private final List<String> requests = new ArrayList<>();
    private Page page;

    @TempDir
    Path folder;

    @BeforeEach
    void open(Browser browser) throws IOException {
        page = browser.open("http://localhost", Screen.Size.WIDE, DisplayMode.STANDARD)
                .page();
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(Files.write(folder.resolve("核验.html"), VerifierPage.bytes())
                .toUri()
                .toString());
    }

    private String verified(Path bag, Path... receipt) {
        page.locator("#bag").setInputFiles(bag);
        page.locator("#receipt").setInputFiles(receipt);
        page.locator("#go").click();
        page.locator("#result").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return page.locator("#result").innerText();
    }

    @Test
    void a_sound_bag_passes_with_its_receipt_and_nothing_is_asked_of_any_network()
            throws IOException, GeneralSecurityException {
        var receipt =
                Files.write(folder.resolve("receipt.txt"), sample.receipt().bytes());

        assertThat(verified(sample.in(folder), receipt))
                .startsWith("✓ 通过")
                .contains("回执有效")
                .contains("第 7 号检查点之内");
        assertThat(requests).allMatch(url -> url.startsWith("file:") || url.startsWith("blob:"));
    }

    @Test
    void a_changed_page_and_a_missing_item_are_named() throws IOException {
        var pdf = sample.file(SampleBag.LETTER);
        pdf[(int) PdfPages.of(pdf).get(1).offset() + 5] ^= 1;
        sample.files.remove("exhibits.json");

        assertThat(verified(sample.in(folder)))
                .startsWith("✗ 未通过")
                .contains("第2页被改动")
                .contains("缺少“exhibits.json”");
    }

    @Test
    void it_answers_like_the_program_whatever_byte_is_changed() throws IOException {
        var bag = sample.in(folder);
        var bytes = Files.readAllBytes(bag);
        var random = new Random(7);

        for (int i = 0; i < 60; i++) {
            var changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(bag, changed);

            var said = verified(bag);

            assertThat(said).doesNotContain("✓ 通过").doesNotContain("读取失败");
            assertThat(said).contains(firstFault(bag));
        }
    }

    @ParameterizedTest
    @EnumSource(OtherVersion.class)
    void it_answers_a_bag_of_another_platform_version(OtherVersion version) throws Exception {
        version.write(sample);

        assertThat(verified(sample.in(folder)))
                .startsWith(List.of("✓ 通过", "✗ 未通过", "✗ 没有核验").get(version.code))
                .contains(version.sentence);
    }

    private static String firstFault(Path bag) throws IOException {
        try {
            return cn.daxietong.verifier.Check.run(bag, null, java.util.Set.of())
                    .faults()
                    .getFirst();
        } catch (Unfit e) {
            // The two programs name themselves differently where a newer version is met.
            return e.sentence().substring(0, Math.min(16, e.sentence().length()));
        }
    }
}
