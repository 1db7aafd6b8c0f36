package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.reward.Told;
import cn.daxietong.tipoff.TipAction.Manner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
    private static final int HEAD = 4;

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
        var needles = new HashMap<Integer, List<byte[]>>();
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
                    null));
            for (var secret : List.of(
                    name,
                    phone,
                    phone.substring(3),
                    text,
                    new String(photo, StandardCharsets.UTF_8),
                    code.digits(),
                    code.spoken(),
                    "weisique" + i)) {
                plant(needles, secret);
            }
        }
        for (var voucher : told.vouchers(VOUCHERS)) {
            plant(needles, voucher);
            plant(needles, voucher.replace(" ", ""));
        }
        var control = "实名举报".getBytes(StandardCharsets.UTF_8);
        boolean seen = false;
        for (var file : everythingOnTheDisk()) {
            var bytes = Files.readAllBytes(file);
            assertThat(found(bytes, needles)).as(file.toString()).isEmpty();
            seen |= !found(bytes, Map.of(key(control, 0), List.of(control))).isEmpty();
        }
        assertThat(seen).as("the title, which is no secret, is found").isTrue();
        assertThat(found(output.getAll().getBytes(StandardCharsets.UTF_8), needles))
                .isEmpty();
    }

    private static void plant(Map<Integer, List<byte[]>> needles, String secret) {
        spellings(secret).forEach(needle -> needles.computeIfAbsent(key(needle, 0), k -> new ArrayList<>())
                .add(needle));
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
        var needles =
                Map.of(key("韦丝雀".getBytes(StandardCharsets.UTF_8), 0), List.of("韦丝雀".getBytes(StandardCharsets.UTF_8)));

        assertThat(found("……韦丝雀……".getBytes(StandardCharsets.UTF_8), needles)).isEqualTo("韦丝雀");
    }

    private static List<byte[]> spellings(String secret) {
        var utf8 = secret.getBytes(StandardCharsets.UTF_8);
        var all = new ArrayList<byte[]>();
        all.add(utf8);
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"))) {
            all.add(secret.getBytes(charset));
        }
        all.add(HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
        // Base64 differs by where in a group of three the secret begins; what surely belongs to it is what stays
        // inside.
        for (int shift = 0; shift < 3; shift++) {
            var shifted = new byte[shift + utf8.length];
            System.arraycopy(utf8, 0, shifted, shift, utf8.length);
            var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            all.add(text.substring(shift == 0 ? 0 : 4, text.length() - 2).getBytes(StandardCharsets.US_ASCII));
        }
        return all;
    }

    private static int key(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }

    private static String found(byte[] bytes, Map<Integer, List<byte[]>> needles) {
        for (int at = 0; at + HEAD <= bytes.length; at++) {
            for (var needle : needles.getOrDefault(key(bytes, at), List.of())) {
                if (at + needle.length <= bytes.length
                        && java.util.Arrays.equals(bytes, at, at + needle.length, needle, 0, needle.length)) {
                    return new String(needle, StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
