package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.ledger.Checkpoints;
import cn.daxietong.shared.Viewer;
import cn.daxietong.verifier.Check;
import cn.daxietong.verifier.Names;
import cn.daxietong.verifier.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a transfer delivers, who gets it, and that it is found sound by the program that knows nothing of the platform. */
@PlatformTest
class BagStoryTest {
    private final MockMvcTester web;
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final ApplicationContext platform;

    @TempDir
    Path folder;

    BagStoryTest(MockMvcTester web, Writing writing, Clock clock, ApplicationContext platform) {
        this.web = web;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
        this.platform = platform;
    }

    private byte[] bytes(Viewer viewer, String path) {
        var result = web.get().uri(path).with(TestAccounts.as(viewer)).exchange();
        assertThat(result.getResponse().getStatus()).as(path).isEqualTo(200);
        return result.getResponse().getContentAsByteArray();
    }

    private Path saved(Viewer viewer, String matter) throws IOException {
        return Files.write(
                folder.resolve("袋-" + System.nanoTime() + ".asice"),
                bytes(viewer, "/api/v1/matters/" + matter + "/bundle"));
    }

    private static Report verified(Path bag) throws IOException {
        return Check.run(bag, null, Set.of());
    }

    private String sent(String title) {
        var market = cast.handler("U12");
        var kase = stories.aCase("U12", title, Stories.REACHED);
        client.act(market, kase, "file");
        client.act(market, kase, "seize", stories.items());
        return stories.transferred("U12", kase, "U08");
    }

    private static List<String> entries(Path bag) throws IOException {
        try (var zip = new ZipFile(bag.toFile())) {
            return zip.stream().map(java.util.zip.ZipEntry::getName).toList();
        }
    }

    @Test
    void what_is_sent_is_delivered_as_a_bag_that_verifies_and_its_receipt_is_signed_over_the_same_root()
            throws IOException {
        var transfer = sent("成袋的案件");

        var bag = saved(cast.handler("U08"), transfer);

        assertThat(verified(bag).faults()).isEmpty();
        assertThat(entries(bag))
                .startsWith("mimetype", "version.txt")
                .contains(Names.LEDGER, "exhibits.json", "custody.json", Names.NO_STAMP)
                .anyMatch(name -> name.startsWith("documents/001-涉嫌犯罪案件移送书") && name.endsWith(".pdf"));
        client.get(cast.handler("U08"), "/api/v1/matters/" + transfer + "/receipt")
                .is(404);

        client.act(cast.handler("U08"), transfer, "sign_receipt");
        var receipt = Files.write(
                folder.resolve("回执.txt"), bytes(cast.handler("U12"), "/api/v1/matters/" + transfer + "/receipt"));
        var report = Check.run(saved(cast.handler("U12"), transfer), receipt, Set.of());

        assertThat(report.faults()).isEmpty();
        assertThat(report.lines()).anyMatch(line -> line.sentence().startsWith("回执有效"));
        assertThat(Check.run(bag, receipt, Set.of()).faults()).isEmpty();
    }

    @Test
    void the_custody_chain_begins_with_the_seizure_though_the_receiver_does_not_see_the_case() throws IOException {
        var transfer = sent("有物品的案件");

        var bag = saved(cast.handler("U08"), transfer);

        try (var zip = new ZipFile(bag.toFile())) {
            var chain =
                    new String(zip.getInputStream(zip.getEntry("custody.json")).readAllBytes());
            assertThat(chain).contains("\"event\" : \"seize\"").contains("卷烟").contains("\"custodian\" : \"U12\"");
            var ledger =
                    new String(zip.getInputStream(zip.getEntry(Names.LEDGER)).readAllBytes());
            assertThat(ledger.lines().skip(1)).allMatch(line -> line.startsWith(transfer));
        }
    }

    @Test
    void once_a_checkpoint_is_made_the_bag_proves_that_its_entries_stand_in_it() throws IOException {
        var transfer = sent("入检查点的案件");
        assertThat(verified(saved(cast.handler("U08"), transfer)).lines())
                .anyMatch(line -> line.sentence().contains("尚未进入检查点"));

        Checkpoints.make(platform);
        var report = verified(saved(cast.handler("U08"), transfer));

        assertThat(report.faults()).isEmpty();
        assertThat(report.lines())
                .anyMatch(line -> line.sentence().contains("号检查点之内"))
                .noneMatch(line -> line.sentence().matches(".*条记录（[a-z_]+）.*"));
    }

    @Test
    void a_unit_that_sees_the_transfer_and_not_the_case_gets_no_entry_of_the_case() throws IOException {
        var transfer = sent("只看移送的案件");
        client.act(cast.handler("U08"), transfer, "sign_receipt");
        client.act(cast.handler("U08"), transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕21号\"}");

        var bag = saved(cast.handler("U01"), transfer);

        assertThat(verified(bag).faults()).isEmpty();
        try (var zip = new ZipFile(bag.toFile())) {
            var ledger =
                    new String(zip.getInputStream(zip.getEntry(Names.LEDGER)).readAllBytes());
            assertThat(ledger.lines().skip(1)).allMatch(line -> line.startsWith(transfer));
        }
    }

    @Test
    void nobody_else_gets_bag_receipt_or_page_and_the_taking_is_on_record() {
        var transfer = sent("别人拿不到的案件");
        for (var tail : List.of("/bundle", "/receipt")) {
            client.get(cast.handler("U07"), "/api/v1/matters/" + transfer + tail)
                    .is(404);
        }
        for (var page : List.of("/bag", "/bag.asice", "/receipt.txt")) {
            client.get(cast.handler("U07"), "/matters/" + transfer + page).is(404);
        }

        client.get(cast.handler("U08"), "/api/v1/matters/" + transfer + "/bundle")
                .is(200);

        assertThat(client.get(cast.handler("U08"), "/api/v1/matters/" + transfer + "/access")
                        .is(200)
                        .json()
                        .path("reads")
                        .valueStream()
                        .map(r -> r.path("purpose").asString()))
                .contains("bundle");
    }

    @Test
    void a_case_gives_its_own_unit_a_bag_as_it_stands() throws IOException {
        var kase = stories.aCase("U12", "没有移送的案件", Stories.SMALL);
        client.act(cast.handler("U12"), kase, "file");

        assertThat(verified(saved(cast.handler("U12"), kase)).faults()).isEmpty();
    }
}
