package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.reward.Told;
import cn.daxietong.tipoff.TipAction.Manner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

/** Plants people who told, and looks for them wherever somebody with all rights on the machine could look. */
@PlatformTest(ownDatabase = true)
@Import({TestAccounts.class, Told.class})
@ExtendWith(OutputCaptureExtension.class)
class SecrecyTest {
    private static final int CANARIES = Integer.getInteger("daxietong.canaries", 12);
    private static final int VOUCHERS = 3;

    private final Filing filing;
    private final TipFiles files;
    private final Told told;
    private final Path data;

    SecrecyTest(Filing filing, TipFiles files, Told told, @Value("${daxietong.data}") Path data) {
        this.filing = filing;
        this.files = files;
        this.told = told;
        this.data = data;
    }

    @Test
    void with_every_right_on_database_disk_and_logs_no_teller_is_found(CapturedOutput output) throws IOException {
        var needles = new Needles();
        for (int i = 0; i < CANARIES; i++) {
            var name = "韦丝雀" + (char) ('一' + 7 * i) + (char) ('丁' + 11 * i);
            var phone = "1" + (3_941_237_561L + 1_919_333L * i);
            var text = "糖厂冷库里藏着第" + (100_003 + 37 * i) + "号木箱";
            var photo = ("EXIF-OWNER-CANARY-" + (70_001 + 13 * i)).getBytes(StandardCharsets.UTF_8);
            var file = files.receive("a.jpg", new ByteArrayInputStream(photo));
            var code = filing.file(new TipForm(
                    Manner.NAMED.name().toLowerCase(java.util.Locale.ROOT),
                    text,
                    "",
                    "",
                    new Identity(name, phone),
                    "暗语" + i + "号",
                    List.of(file),
                    null,
                    "",
                    "",
                    ""));
            for (var secret : List.of(
                    name,
                    phone,
                    phone.substring(3),
                    text,
                    new String(photo, StandardCharsets.UTF_8),
                    code.digits(),
                    code.spoken(),
                    "weisique" + i)) {
                needles.add(secret);
            }
        }
        for (var voucher : told.vouchers(VOUCHERS)) {
            needles.add(voucher);
            needles.add(voucher.replace(" ", ""));
        }
        var control = new Needles();
        control.add("实名举报");
        boolean seen = false;
        for (var file : everythingOnTheDisk()) {
            var bytes = Files.readAllBytes(file);
            assertThat(needles.in(bytes)).as(file.toString()).isEmpty();
            seen |= !control.in(bytes).isEmpty();
        }
        assertThat(seen).as("the title, which is no secret, is found").isTrue();
        assertThat(needles.in(output.getAll().getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    /** The data folder, and the database's own files with its log of writes. */
    private List<Path> everythingOnTheDisk() throws IOException {
        var found = new ArrayList<Path>();
        try (var clusters = Files.list(Path.of("target"))) {
            var roots = new ArrayList<>(
                    clusters.filter(p -> p.getFileName().toString().startsWith("test-postgres"))
                            .toList());
            roots.add(data);
            for (var root : roots) {
                try (var all = Files.walk(root)) {
                    all.filter(Files::isRegularFile).filter(Files::isReadable).forEach(found::add);
                }
            }
        }
        return found;
    }

    @Test
    void the_search_finds_what_is_there() {
        var needles = new Needles();
        needles.add("韦丝雀");

        assertThat(needles.in("……韦丝雀……".getBytes(StandardCharsets.UTF_8))).isEqualTo("韦丝雀");
        assertThat(needles.in("……6Z+m5Lid6ZuA……".getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }
}
